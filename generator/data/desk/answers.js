// The answers: results as you type, one of them opened beside the list (on a phone: instead of it).

const MOST_RESULTS = 50;
const find = makeFinder(DATA.entries);
const answers = { results: [], left: 0, active: "", opened: "" };

function startAnswers() {
  const query = byId("query");
  query.addEventListener("input", () => search());
  query.addEventListener("keydown", onSearchKey);
  byId("results").addEventListener("mousedown", (event) => event.preventDefault()); // typing goes on
  byId("results").addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) openAnswer(item.dataset.id);
  });
  document.addEventListener("keydown", (event) => {
    const waiting = event.target === query && !query.value; // no question begins with it
    const typing = !waiting && event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (!location.hash.startsWith("#answers") || answers.opened) go("#answers");
    query.focus();
    query.select();
  });
}

function onSearchKey(event) {
  if (event.isComposing) return;
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in moves) {
    event.preventDefault();
    moveBy(moves[event.key]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    if (answers.active) (event.shiftKey ? copyShort : copyLink)(answers.active);
  } else if (event.key === "Escape") {
    event.preventDefault();
    byId("query").value = "";
    search();
  }
}

// New words: the best result becomes the active one.
function search() {
  const found = find(byId("query").value);
  answers.results = found.slice(0, MOST_RESULTS);
  answers.active = answers.results[0]?.id ?? "";
  answers.left = found.length - answers.results.length;
  if (answers.opened) go("#answers");
  else showAnswers();
}

function showAnswers(id = "") {
  const { results, left } = answers;
  answers.opened = ENTRIES.has(id) ? id : "";
  answers.active = answers.opened || answers.active;
  byId("count").textContent = results.length ? say("results_count", {}, results.length + left) : say("no_results");
  byId("more").textContent = left ? say("more_results", { count: left }) : "";
  byId("answers").classList.toggle("opened", Boolean(answers.opened));
  showResults();
  showAnswer();
}

function showResults() {
  byId("results").replaceChildren(...answers.results.map((entry) => resultItem(entry)));
  markActive();
}

function resultItem(entry) {
  const code = shownIn(entry, chosen.customer);
  const item = fromTemplate("result");
  item.id = `result-${entry.id}`;
  item.dataset.id = entry.id;
  put(item, ".question", entry.texts[code].question, code);
  put(item, ".short", entry.texts[code].short, code);
  const about = [topicTitle(entry.topic, chosen.interface)];
  if (code !== chosen.customer) about.push(languageName(code));
  put(item, ".about", about.join(" · "));
  return item;
}

function markActive() {
  const query = byId("query");
  query.setAttribute("aria-expanded", String(answers.results.length > 0));
  query.removeAttribute("aria-activedescendant");
  for (const item of byId("results").children) {
    const isActive = item.dataset.id === answers.active;
    item.setAttribute("aria-selected", String(isActive));
    if (isActive) query.setAttribute("aria-activedescendant", item.id);
  }
}

function moveBy(step) {
  if (!answers.results.length) return;
  const at = answers.results.findIndex((entry) => entry.id === answers.active);
  const last = answers.results.length - 1;
  answers.active = answers.results[Math.min(last, Math.max(0, at + step))].id;
  if (answers.opened) go("#answers");
  markActive();
  byId(`result-${answers.active}`).scrollIntoView({ block: "nearest" });
  showAnswer();
}

function openAnswer(id) {
  go(`#answers/${encodeURIComponent(id)}`);
  if (byId("query").offsetParent) return;
  byId("answer").querySelector("h2")?.focus({ preventScroll: true }); // a phone: the list is gone
  scrollTo(0, 0);
}

function shownText(id) {
  const entry = ENTRIES.get(id);
  return entry.texts[shownIn(entry, chosen.customer)];
}

function copyLink(id) {
  const { url, question } = shownText(id);
  return copy(url, say("copied_link", { what: question }));
}

function copyShort(id) {
  const { url, question, short } = shownText(id);
  return copy(`${short}\n${url}`, say("copied_short", { what: question }));
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
  article.querySelector(".copy-link").addEventListener("click", () => copyLink(entry.id));
  article.querySelector(".copy-short").addEventListener("click", () => copyShort(entry.id));
  put(article, ".url", words.url).href = words.url;
  if (entry.note) {
    put(article, ".note .text", entry.note, DATA.source);
    article.querySelector(".note").hidden = false;
  }
  const body = article.querySelector(".body");
  body.lang = tag(code);
  body.append(...words.body.map(element));
  fillFacts(article, entry, code);
  article.querySelector(".planned").append(...plannedPosts(entry.id));
  return article;
}

// Only elements named by the generator's own list arrive here; links were resolved there, too.
function element(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const made = document.createElement(name);
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
