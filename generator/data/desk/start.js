// Which view is shown, in which language.

const VIEWS = { answers: showAnswers, replies: showReplies, calendar: showCalendar, recall: showRecall, coverage: showCoverage, exports: showExports };

// An address within the desk: #answers/delivery-time, #replies/received, #calendar/2026-11/<draft>.
function go(hash) {
  if (location.hash !== hash) history.pushState(null, "", hash);
  route();
}

// A followed link leads to what it opened: the keyboard and the screen reader go on from there.
function follow() {
  route();
  const opened = document.querySelector(".view.opened:not([hidden]) h2");
  if (!opened) return;
  opened.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function decoded(part) {
  try { return decodeURIComponent(part); } catch { return ""; }
}

function route() {
  const [name, ...rest] = location.hash.slice(1).split("/").map(decoded);
  const view = Object.hasOwn(VIEWS, name) ? name : "answers";
  for (const section of document.querySelectorAll(".view")) section.hidden = section.id !== view;
  for (const link of document.querySelectorAll(".tabs a")) {
    if (link.dataset.view === view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  VIEWS[view](...rest);
}

function showLanguage() {
  const language = LANGUAGES.get(chosen.interface);
  document.documentElement.lang = language.tag;
  document.documentElement.dir = language.direction;
  document.title = `${say("title")} · ${DATA.name}`;
  speak(document);
  showRecallNumber();
  options(byId("interface"), languageOptions(), chosen.interface);
  for (const select of document.querySelectorAll(".customer")) options(select, languageOptions(), chosen.customer);
}

function chooseCustomer(code) {
  chosen.customer = code;
  answers.wanted = "";
  memory.set("customer", code);
  look();
  showLanguage();
  route();
}

function start() {
  byId("interface").addEventListener("change", (event) => {
    chosen.interface = event.target.value;
    memory.set("interface", chosen.interface);
    look();
    showLanguage();
    route();
  });
  for (const select of document.querySelectorAll(".customer")) select.addEventListener("change", () => chooseCustomer(select.value));
  window.addEventListener("hashchange", follow);
  startAnswers();
  startCalendar();
  startCoverage();
  startEditing();
  showLanguage();
  look();
  route();
  if (!byId("answers").hidden && matchMedia("(hover: hover)").matches) byId("query").focus();
}

start();
