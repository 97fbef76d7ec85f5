// Which view is shown, in which language.

// Those of who plans are called by name, since they come with what is planned.
const VIEWS = {
  answers: showAnswers,
  replies: showReplies,
  calendar: (...rest) => showCalendar(...rest),
  recall: () => showRecall(),
  coverage: (...rest) => showCoverage(...rest),
  asked: () => showAsked(),
  exports: () => showExports(),
};

// The files without which a view cannot be shown.
const needPlanning = () => ["planning", ...planningIn(chosen.interface)];
const NEEDS = {
  answers: (id) => (id && !ENTRIES.has(id) ? restOf(chosen.customer) : []),
  replies: () => firstOf(chosen.customer),
  calendar: needPlanning,
  recall: needPlanning,
  coverage: needPlanning,
  asked: () => [...needPlanning(), ...(DATA.logged ? ["data/asked"] : [])],
  exports: needPlanning,
};
let turns = 0; // of views: one that had to be waited for does not come over a later one

// An address within the desk: #answers/delivery-time, #replies/received, #calendar/2026-11/<draft>.
function go(hash) {
  if (location.hash !== hash) history.pushState(null, "", hash);
  route();
}

// A followed link leads to what it opened: the keyboard and the screen reader go on from there.
function follow() {
  route(() => {
    const opened = document.querySelector(".view.opened:not([hidden]) h2");
    if (!opened) return;
    opened.focus({ preventScroll: true });
    scrollTo(0, 0);
  });
}

function decoded(part) {
  try { return decodeURIComponent(part); } catch { return ""; }
}

function asked() {
  const [name, ...rest] = location.hash.slice(1).split("/").map(decoded);
  return [Object.hasOwn(VIEWS, name) ? name : "answers", ...rest];
}

function route(shown = () => {}) {
  const [view, ...rest] = asked();
  turns += 1;
  const turn = turns;
  for (const section of document.querySelectorAll(".view")) section.hidden = section.id !== view;
  for (const link of document.querySelectorAll(".tabs a")) {
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  when(NEEDS[view](...rest), () => {
    if (turn !== turns) return;
    VIEWS[view](...rest);
    shown();
  });
}

// How many posts are to be corrected, whatever is shown.
function showRecallNumber() {
  const number = byId("recall-number");
  number.hidden = !DATA.recalled;
  number.textContent = DATA.recalled;
  number.setAttribute("aria-label", say("recall_count", {}, DATA.recalled));
}

function showLanguage() {
  const language = LANGUAGES.get(chosen.interface);
  document.documentElement.lang = language.tag;
  document.documentElement.dir = language.direction;
  document.title = `${say("title")} · ${DATA.name}`;
  speak(document);
  document.querySelector('[data-view="asked"]').hidden = !DATA.logged;
  showRecallNumber();
  options(byId("interface"), languageOptions(), chosen.interface);
  for (const select of document.querySelectorAll(".customer")) options(select, languageOptions(), chosen.customer);
}

// A language is chosen when what it says has come; of several choices the last one holds.
const choosing = { ...chosen };

function choose(kind, code, names, shown = () => {}) {
  choosing[kind] = code;
  memory.set(kind, code);
  byId("main").setAttribute("aria-busy", "true");
  when(names, () => {
    if (choosing[kind] !== code) return;
    byId("main").removeAttribute("aria-busy");
    chosen[kind] = code;
    if (kind === "customer") answers.wanted = "";
    renew();
    shown();
  });
}

const chooseInterface = (code) => choose("interface", code, here.has("planning") ? planningIn(code) : wordsIn(code));
const chooseCustomer = (code, shown) => choose("customer", code, [...firstOf(code), ...(DATA.entries.length < DATA.count ? [] : restOf(code))], shown);

// Everything anew, in other languages.
function renew() {
  look();
  showLanguage();
  route();
}

function start() {
  byId("interface").addEventListener("change", (event) => chooseInterface(event.target.value));
  for (const select of document.querySelectorAll(".customer")) select.addEventListener("change", () => chooseCustomer(select.value));
  window.addEventListener("hashchange", follow);
  startAnswers();
  renew();
  if (!byId("answers").hidden && matchMedia("(hover: hover)").matches) byId("query").focus();
}

// What is likely to be needed next. A first search that nobody asked for makes the one that somebody does quick.
function warm() {
  load(chosen.customer);
  when(["finding", `search.${chosen.customer}`, ...restOf(chosen.customer)], () => whenIdle(() => {
    searches.get(chosen.customer)?.find("qwertz uiop", 1);
    load(chosen.interface);
  }));
  when(["data/drafts"], () => {
    startEditing();
    whenIdle(() => [...LANGUAGES.keys()].flatMap(firstOf).forEach(bring)); // the next customer speaks another
  });
}

const first = [...wordsIn(chosen.interface), ...firstOf(chosen.customer)];
when(first, () => when(NEEDS[asked()[0]](...asked().slice(1)), start));
whenIdle(warm);
