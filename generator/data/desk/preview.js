// A post as its network shows it: what is seen before "more", each part of a thread with its own count, the link's card.

function showParts(article, draft) {
  const count = draft.parts.length;
  article.querySelector(".parts").replaceChildren(...draft.parts.map((part, index) => {
    const section = fromTemplate("part");
    put(section, ".number", say("thread_part", { number: index + 1, count })).hidden = count < 2;
    showText(section, draft, part);
    showCounter(section, draft, part);
    if (part.link) section.querySelector(".text").after(linkCard(draft, part.link));
    return section;
  }));
}

function showText(section, draft, { start, seen, end }) {
  const text = put(section, ".text", draft.text.slice(start, seen), draft.lang);
  text.hidden = start === end;
  if (seen >= end) return;
  const fold = document.createElement("span");
  fold.className = "fold";
  fold.lang = tag(chosen.interface);
  fold.setAttribute("role", "separator");
  fold.setAttribute("aria-label", say("folded", { network: draft.network }));
  fold.title = say("folded", { network: draft.network });
  fold.dataset.more = say("fold_more"); // drawn by the style sheet: whoever selects the text copies the text alone
  const rest = document.createElement("span");
  rest.className = "rest";
  rest.textContent = draft.text.slice(seen, end);
  text.append(fold, rest);
}

function showCounter(section, draft, { length }) {
  const number = new Intl.NumberFormat(locale(chosen.interface));
  const count = draft.limit
    ? say("length", { length: number.format(length), limit: number.format(draft.limit) })
    : say("length_only", { length: number.format(length) });
  const over = Boolean(draft.limit) && length > draft.limit;
  const unit = hasPhrase(`unit_${draft.unit}`) ? say(`unit_${draft.unit}`) : draft.unit;
  const counter = put(section, ".counter", over ? `${count} · ${say("too_long")}` : count);
  put(section, ".unit", `(${unit})`);
  counter.classList.toggle("over", over);
}

// What the network makes of the page's own preview; the host is what people see of the address.
function linkCard(draft, { host, title, description }) {
  const card = fromTemplate("link");
  const image = card.querySelector("img");
  if (draft.linkPicture) {
    const { file, width, height } = draft.linkPicture;
    image.addEventListener("error", () => { image.hidden = true; });
    Object.assign(image, { src: file, alt: "", width, height });
  } else image.remove();
  put(card, ".host", host);
  put(card, ".title", title, draft.lang);
  put(card, ".description", description, draft.lang);
  return card;
}

// Why the post stands at its time, in the reader's language; words of somebody's own as they are.
function reasonText({ kind, text, ...values }) {
  if (kind === "text") return text;
  const day = (iso, style) => dayText(iso, style);
  const inWords = {
    ...values,
    ...(values.month && { month: day(`2024-${values.month.padStart(2, "0")}-15`, { month: "long" }) }),
    ...(values.start && { start: day(`2024-${values.start}`, { day: "numeric", month: "long" }) }),
    ...(values.end && { end: day(`2024-${values.end}`, { day: "numeric", month: "long" }) }),
    ...(values.day && { day: day(values.day, LONG_DAY) }),
    ...(values.topic && { topic: topicTitle(values.topic, chosen.interface) }),
  };
  return say(`why_${kind}`, inWords, Number(values.count ?? 0));
}

function showWhy(article, draft) {
  const own = draft.why.some(({ kind }) => kind === "text");
  const why = put(article, ".why .text", draft.why.map(reasonText).join(", "));
  if (own) why.lang = "en"; // as draft files have it
  article.querySelector(".why").hidden = !draft.why.length;
}
