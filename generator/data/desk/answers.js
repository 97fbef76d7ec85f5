// One answer, opened beside the list (on a phone: instead of it), and what can be copied of it.

function shownText(id) {
  const entry = ENTRIES.get(id);
  return entry.texts[shownIn(entry, chosen.customer)];
}

// The heading inside an answer that was found or opened, if the shown words have it.
function activeAnchor(id) {
  const anchor = answers.opened === id ? answers.anchor : resultOf(id)?.hit?.anchor;
  return headingText(shownText(id), anchor) ? anchor : "";
}

// Of a heading with an address of its own; empty where there is none.
function headingText(words, anchor) {
  const all = (list) => list.flatMap((node) => (typeof node === "string" ? [] : [node, ...all(node.slice(2))]));
  const found = anchor && all(words.body).find(([, attributes]) => attributes.anchor === anchor);
  return found ? textOf(found).trim() : "";
}

const textOf = (node) => (typeof node === "string" ? node : node.slice(2).map(textOf).join(""));

const copyFound = (id) => copyHeading(id, activeAnchor(id));

function copyHeading(id, anchor) {
  if (!anchor) return copyLink(id);
  const words = shownText(id);
  return copyFor(`${words.url}#${anchor}`, say("copied_link", { what: `${words.question} › ${headingText(words, anchor)}` }));
}

function copyLink(id) {
  const { url, question } = shownText(id);
  return copyFor(url, say("copied_link", { what: question }));
}

function copyShort(id) {
  const { url, question, short } = shownText(id);
  return copyFor(`${short}\n${url}`, say("copied_short", { what: question }));
}

// The reply that stands beside the active answer.
function copyAnswer() {
  const state = composers.get(byId("answer").querySelector(".composer"));
  return state && copyComposed(state);
}

// The reply in the customer's language, or labelled as being of another.
function answerSource(entry) {
  const code = shownIn(entry, chosen.customer);
  const { url, question, short, body } = entry.texts[code];
  const whole = memory.get("extent") === "full" ? plainText(body) : "";
  const language = code === chosen.customer ? "" : code;
  return {
    key: `${entry.id}/${code}/${chosen.customer}`,
    code: chosen.customer,
    what: question,
    said: { id: entry.id, answer: whole || short, shorter: whole && short, link: url, language },
    blanks: [],
    isPrivate: false,
    isOurs: true,
  };
}

function showAnswer() {
  const entry = ENTRIES.get(answers.active);
  byId("answer").replaceChildren(...(entry ? [answerArticle(entry)] : []));
  byId("answer").scrollTop = 0;
}

function answerArticle(entry) {
  const code = shownIn(entry, chosen.customer);
  const words = entry.texts[code];
  const article = fromTemplate("answer");
  put(article, ".topic", topicTitle(entry.topic, chosen.interface), chosen.interface);
  put(article, ".question", words.question, code);
  put(article, ".lead", words.short, code);
  if (code !== chosen.customer) {
    const names = { language: languageName(chosen.customer), shown: languageName(code) };
    put(article, ".fallback", say("fallback", names)).hidden = false;
  }
  const anchor = activeAnchor(entry.id);
  if (anchor) offerHeading(article.querySelector(".copy-heading"), entry.id, anchor);
  article.querySelector(".copy-link").addEventListener("click", () => copyLink(entry.id));
  article.querySelector(".copy-short").addEventListener("click", () => copyShort(entry.id));
  offerFlag(article, entry);
  put(article, ".url", words.url).href = words.url;
  if (entry.note) {
    put(article, ".note .text", entry.note, DATA.source);
    article.querySelector(".note").hidden = false;
  }
  article.querySelector(".composer-place").replaceWith(composer(() => answerSource(entry), { hasExtents: words.body.length > 0 }));
  const body = article.querySelector(".body");
  body.lang = tag(code);
  body.append(...words.body.map(element));
  for (const heading of body.querySelectorAll("[data-anchor]")) {
    heading.classList.toggle("found", heading.dataset.anchor === anchor);
    heading.after(headingButton(entry.id, heading));
  }
  fillFacts(article, entry, code);
  article.querySelector(".planned").append(...plannedPosts(entry.id));
  return article;
}

function offerHeading(button, id, anchor) {
  button.textContent = say("copy_heading", { what: headingText(shownText(id), anchor) });
  button.addEventListener("click", () => copyHeading(id, anchor));
  button.hidden = false;
  button.parentElement.querySelector(".copy-link").classList.remove("strong");
}

function headingButton(id, { dataset, textContent }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.lang = tag(chosen.interface);
  button.textContent = say("copy_link");
  button.setAttribute("aria-label", say("copy_heading", { what: textContent }));
  button.addEventListener("click", () => copyHeading(id, dataset.anchor));
  return button;
}

// Only elements named by the generator's own list arrive here; links were resolved there, too.
function element(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const made = document.createElement(name);
  if (attributes.anchor) made.dataset.anchor = attributes.anchor;
  if (attributes.start) made.start = Number(attributes.start);
  if (attributes.entry) made.href = `#answers/${encodeURIComponent(attributes.entry)}`;
  if (attributes.href) Object.assign(made, { href: attributes.href, target: "_blank", rel: "noopener" });
  made.append(...children.map(element));
  return made;
}

function fillFacts(article, entry, code) {
  const fact = (name, ...content) => {
    const place = article.querySelector(`.facts .${name}`);
    place.append(...content);
    place.parentElement.hidden = !content.some((each) => each);
  };
  const team = TEAMS.get(entry.owner);
  const backup = TEAMS.get(team?.backup);
  fact("owner", team ? teamText(team) : entry.owner);
  fact("backup", backup ? teamText(backup) : team?.backup ?? "");
  fact("reviewed", reviewText(entry));
  fact("tags", ...chips(entry.tags, DATA.source));
  fact("also", ...chips(entry.texts[code].also, code));
  fact("others", ...Object.keys(entry.texts).filter((each) => each !== code).map(languageButton));
}

function teamText(team) {
  const name = team.names[chosen.interface] ?? team.id;
  return team.people.length ? `${name}: ${team.people.join(", ")}` : name;
}

function reviewText(entry) {
  if (!entry.reviewed) return say("never_reviewed");
  const day = dayText(entry.reviewed, LONG_DAY);
  return entry.due ? `${day} · ${say("review_due")}` : day;
}

function chips(texts, code) {
  return texts.map((text) => {
    const chip = document.createElement("span");
    chip.className = "chip";
    chip.lang = tag(code);
    chip.textContent = text;
    return chip;
  });
}

function languageButton(code) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.lang = tag(code);
  button.textContent = languageName(code);
  button.addEventListener("click", () => {
    chooseCustomer(code);
    byId("answer").querySelector("h2").focus({ preventScroll: true });
  });
  return button;
}

function plannedPosts(id) {
  const drafts = DATA.drafts.filter((draft) => draft.entry === id);
  if (!drafts.length) {
    const item = document.createElement("li");
    item.textContent = say("no_posts");
    return [item];
  }
  return drafts.map((draft) => {
    const link = document.createElement("a");
    link.href = `#calendar/${draft.day.slice(0, 7)}/${encodeURIComponent(draft.id)}`;
    link.textContent = [dayText(draft.day, LONG_DAY), draft.time, draft.network, languageName(draft.lang), stateText(draft.state)].join(" · ");
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
}
