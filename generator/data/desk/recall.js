// Posts that say what is not true any more: what they said, what holds now, and what to do about it.

const RECALLED = { out: DATA.recalls.filter(({ correction }) => correction), waiting: DATA.recalls.filter(({ correction }) => !correction) };

function showRecallNumber() {
  const number = byId("recall-number");
  number.hidden = !DATA.recalls.length;
  number.textContent = DATA.recalls.length;
  number.setAttribute("aria-label", say("recall_count", {}, DATA.recalls.length));
}

function showRecall() {
  const view = byId("recall");
  const count = DATA.recalls.length;
  put(view, ".count", count ? say("recall_count", {}, count) : say("nothing_to_correct"));
  for (const [name, posts] of Object.entries(RECALLED)) {
    const section = view.querySelector(`.${name}`);
    section.hidden = !posts.length;
    section.querySelector(".list").replaceChildren(...posts.map(recalledPost));
  }
}

function recalledPost(post) {
  const article = fromTemplate("recall");
  put(article, ".time", `${dayText(post.day, LONG_DAY)}, ${post.time}`);
  put(article, ".channel", [post.network, languageName(post.lang), post.channel].join(" · "));
  put(article, ".state", stateText(post.state)).dataset.state = post.state;
  const question = put(article, ".question", post.question, post.lang);
  question.href = ENTRIES.has(post.entry) ? `#answers/${encodeURIComponent(post.entry)}` : calendarLink(post);
  article.querySelector(".gone").hidden = post.changes.length > 0;
  article.querySelector(".said-now").replaceChildren(...post.changes.map((change) => changedWords(change, post.lang)));
  put(article, ".do .text", whatToDo(post));
  if (post.posted) showPosted(article, post);
  if (post.correction) {
    const box = article.querySelector(".correction");
    put(box, ".text", post.correction, post.lang);
    box.querySelector("button").addEventListener("click", () => copy(post.correction, say("copied_correction", { what: post.network })));
    box.hidden = false;
  }
  return article;
}

const calendarLink = ({ day, id }) => `#calendar/${day.slice(0, 7)}/${encodeURIComponent(id)}`;

function whatToDo({ state, correction }) {
  if (!correction) return say("do_plan");
  return state === "exported" ? say("do_exported") : say("do_published");
}

function changedWords({ field, fact, old, new: now, pieces }, code) {
  const item = fromTemplate("change");
  const name = hasPhrase(`part_${field}`) ? say(`part_${field}`) : say("part_other");
  put(item, ".field", fact ? `${name}: ${fact}` : name);
  const shown = (selector, kept) => {
    const place = put(item, selector, "", code);
    place.append(...pieces.filter(([kind]) => kind === "=" || kind === kept).map(([kind, words]) => {
      if (kind === "=") return document.createTextNode(words);
      const strong = document.createElement("strong");
      strong.textContent = words;
      return strong;
    }));
  };
  if (now) {
    shown("del", "-");
    shown("ins", "+");
  } else {
    put(item, "del", old, code);
    put(item, ".new", say("no_longer_said"));
  }
  return item;
}
