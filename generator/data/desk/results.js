// The list of answers: results as you type, moved through with the keyboard.

const MOST_RESULTS = 50;

// `wanted` is the language to search where the agent chose another than the customer's, `searched` the one that found
// something; `anchor` is the heading an address names, `hurried` what Enter is to copy once there are results.
const answers = { results: [], left: 0, active: "", opened: "", anchor: "", wanted: "", searched: "", isBetter: false, waiting: false, hurried: null };

function startAnswers() {
  const query = byId("query");
  query.value = askedWords();
  query.addEventListener("input", () => search());
  query.addEventListener("keydown", onSearchKey);
  byId("results").addEventListener("mousedown", (event) => event.preventDefault()); // typing goes on
  byId("results").addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) openAnswer(item.dataset.id);
  });
  byId("gap").querySelector(".copy-gap").addEventListener("click", copyGap);
  window.addEventListener("popstate", () => {
    if (askedWords() === query.value) return;
    query.value = askedWords();
    look();
    route();
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
    const copyIt = event.shiftKey ? copyAnswer : event.ctrlKey || event.metaKey ? copyShort : copyFound;
    if (answers.waiting) answers.hurried = copyIt;
    else if (answers.active) copyIt(answers.active);
  } else if (event.key === "Escape") {
    event.preventDefault();
    byId("query").value = "";
    search();
  }
}

// New words: the best result becomes the active one.
function search() {
  const typed = byId("query").value;
  answers.active = "";
  answers.hurried = null;
  if (personal.isHelped) forgetCustomer();
  if (!isQuery(typed)) answers.wanted = "";
  rememberWords(typed);
  look();
  if (answers.opened) go("#answers");
  else showAnswers();
}

// The results of what is typed; without words, all answers. The first letter that is typed has its results at once.
function look() {
  load(chosen.customer);
  load(chosen.interface);
  const typed = byId("query").value;
  const all = DATA.entries.map((entry) => ({ entry, hit: null }));
  const { results, language, isBetter, waiting } = isQuery(typed) ? find(typed, answers.wanted) : { results: all, language: chosen.customer };
  answers.results = results.slice(0, MOST_RESULTS);
  answers.left = results.length - answers.results.length;
  answers.searched = language;
  answers.isBetter = Boolean(isBetter);
  answers.waiting = Boolean(waiting);
  if (!resultOf(answers.active)) answers.active = answers.results[0]?.entry.id ?? "";
}

// Another index has come.
function lookAgain() {
  if (!answers.waiting) return;
  look();
  showAnswers(answers.opened, answers.anchor);
  const copyIt = answers.waiting ? null : answers.hurried;
  if (!answers.waiting) answers.hurried = null;
  if (copyIt && answers.active) copyIt(answers.active);
}

const wantedLanguage = () => answers.wanted || chosen.customer;
const resultOf = (id) => answers.results.find(({ entry }) => entry.id === id);

function showAnswers(id = "", anchor = "") {
  answers.opened = ENTRIES.has(id) ? id : "";
  answers.anchor = answers.opened ? anchor : "";
  answers.active = answers.opened || answers.active;
  byId("count").textContent = countText();
  byId("more").textContent = answers.left ? say("more_results", { count: answers.left }) : "";
  showGap();
  showElsewhere();
  byId("answers").classList.toggle("opened", Boolean(answers.opened));
  showResults();
  showAnswer();
}

function countText() {
  const { results, left, searched, isBetter, waiting } = answers;
  const wanted = wantedLanguage();
  if (waiting) return "";
  const failed = searches.get(wanted) === null ? say("search_failed", { language: languageName(wanted) }) : "";
  if (!results.length) return failed || say("no_results");
  const count = say("results_count", {}, results.length + left);
  if (searched === wanted) return count;
  const shown = languageName(searched);
  const found = isBetter ? say("better_in", { shown }) : failed || say("found_in", { language: languageName(wanted), shown });
  return `${found} ${count}`;
}

// Words that nothing answers are a gap: ready to be passed on to who writes the answers.
function showGap() {
  const words = masked(byId("query").value);
  byId("gap").hidden = Boolean(answers.results.length || answers.waiting || !words);
  byId("gap").querySelector(".words").textContent = words;
}

function copyGap() {
  const words = masked(byId("query").value);
  return copy(words, say("copied_gap", { what: words }));
}

// The words may be of the customer's language or of the agent's: whichever was not searched is offered.
function showElsewhere() {
  const others = new Set([chosen.customer, chosen.interface]);
  others.delete(answers.searched);
  if (!answers.isBetter) others.delete(wantedLanguage()); // it found nothing
  const isOffered = isQuery(byId("query").value) && answers.results.length && !answers.waiting;
  byId("elsewhere").replaceChildren(...(isOffered ? [...others].map(elsewhereButton) : []));
}

function elsewhereButton(code) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = say("search_in", { language: languageName(code) });
  button.addEventListener("click", () => {
    answers.wanted = code;
    search();
    byId("query").focus();
  });
  return button;
}

function showResults() {
  byId("results").replaceChildren(...answers.results.map(resultItem));
  markActive();
}

function resultItem({ entry, hit }) {
  const code = shownIn(entry, chosen.customer);
  const words = entry.texts[code];
  const heading = headingText(words, hit?.anchor);
  const item = fromTemplate("result");
  const marks = (part, text) => (hit && hit[part] === text ? hit.marks[part] : []);
  item.id = `result-${entry.id}`;
  item.dataset.id = entry.id;
  putMarked(item, ".question", words.question, marks("title", words.question), code);
  putMarked(item, ".heading", heading, marks("heading", heading), code).hidden = !heading;
  putMarked(item, ".short", words.short, marks("short", words.short), code);
  if (hit && hit.title !== words.question) showFinding(item, hit);
  const about = [topicTitle(entry.topic, chosen.interface)];
  if (code !== chosen.customer) about.push(languageName(code));
  put(item, ".about", about.join(" · "));
  return item;
}

// What was found by the words of another language than the one it is shown in.
function showFinding(item, { title, heading, marks, lang }) {
  putMarked(item, ".by", heading || title, heading ? marks.heading : marks.title, lang).hidden = false;
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
  const at = answers.results.findIndex(({ entry }) => entry.id === answers.active);
  const last = answers.results.length - 1;
  answers.active = answers.results[Math.min(last, Math.max(0, at + step))].entry.id;
  if (answers.opened) go("#answers");
  markActive();
  byId(`result-${answers.active}`).scrollIntoView({ block: "nearest" });
  showAnswer();
}

function openAnswer(id) {
  const anchor = resultOf(id)?.hit?.anchor;
  go(["#answers", id, ...(anchor ? [anchor] : [])].map((part, at) => (at ? encodeURIComponent(part) : part)).join("/"));
  if (byId("query").offsetParent) return;
  byId("answer").querySelector("h2")?.focus({ preventScroll: true }); // a phone: the list is gone
  scrollTo(0, 0);
}
