// What every part uses: the data, the agent's choices, phrases, dates, and elements made from templates.

const DATA = window.ANSWER_AHEAD;
const LANGUAGES = new Map(DATA.languages.map((language) => [language.code, language]));
const ENTRIES = new Map(DATA.entries.map((entry) => [entry.id, entry]));
const TOPICS = new Map(DATA.topics.map((topic) => [topic.id, topic.titles]));
const TEAMS = new Map(DATA.teams.map((team) => [team.id, team]));

// Storage may be forbidden, and on file:// some browsers have none: the desk then forgets when it is closed.
const session = new Map();
const memory = {
  get(key) {
    try { return localStorage.getItem(`answer-ahead.desk.${key}`) ?? ""; } catch { return session.get(key) ?? ""; }
  },
  set(key, value) {
    session.set(key, value);
    try { localStorage.setItem(`answer-ahead.desk.${key}`, value); } catch { /* not remembered */ }
  },
};

const known = (code) => (LANGUAGES.has(code) ? code : "");

// The first language the browser asks for that the desk speaks: sr-Latn-RS, sr-Latn, sr.
function preferred() {
  for (const asked of navigator.languages ?? []) {
    const parts = asked.split("-");
    for (let length = parts.length; length > 0; length -= 1) {
      const code = known(parts.slice(0, length).join("-"));
      if (code) return code;
    }
  }
  return DATA.source;
}

const chosen = { interface: known(memory.get("interface")) || preferred() };
chosen.customer = known(memory.get("customer")) || chosen.interface;

const tag = (code) => LANGUAGES.get(code)?.tag ?? code;
const locale = (code) => LANGUAGES.get(code)?.locale ?? code; // how dates and numbers are written
const languageName = (code) => LANGUAGES.get(code)?.name ?? code;

const hasPhrase = (key) => Object.hasOwn(LANGUAGES.get(chosen.interface).phrases, key);

// A phrase in the agent's language; `count` chooses the plural form.
function say(key, values = {}, count = undefined) {
  let phrase = hasPhrase(key) ? LANGUAGES.get(chosen.interface).phrases[key] : key;
  if (typeof phrase !== "string") {
    phrase = phrase[new Intl.PluralRules(locale(chosen.interface)).select(count ?? 0)] ?? phrase.other;
  }
  const filled = { count, ...values };
  return phrase.replace(/\{(\w+)\}/g, (written, name) => (Object.hasOwn(filled, name) ? String(filled[name]) : written));
}

// Puts the phrases of the agent's language into every marked element below a node.
function speak(root) {
  for (const element of root.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of root.querySelectorAll("[data-say-label]")) element.setAttribute("aria-label", say(element.dataset.sayLabel));
  for (const element of root.querySelectorAll("[data-say-placeholder]")) element.placeholder = say(element.dataset.sayPlaceholder);
  return root;
}

const byId = (id) => document.getElementById(id);
const fromTemplate = (name) => speak(byId(`${name}-template`).content.cloneNode(true)).firstElementChild;

// Text goes in as text, marked with its language: screen readers and letterforms follow it.
function put(root, selector, text, code = "") {
  const element = root.querySelector(selector);
  element.textContent = text;
  if (code) {
    element.lang = tag(code);
    element.dir = LANGUAGES.get(code)?.direction ?? "auto";
  }
  return element;
}

function options(select, pairs, value) {
  select.replaceChildren(...pairs.map(([key, label, language]) => {
    const option = new Option(label, key, false, key === value);
    if (language) option.lang = tag(language);
    return option;
  }));
}

const languageOptions = () => [...LANGUAGES.values()].map((language) => [language.code, language.name, language.code]);

// Days are written YYYY-MM-DD; in UTC throughout, so that no time zone can move them.
const atNoon = (day) => new Date(`${day}T12:00:00Z`);
const dayText = (day, style, code = chosen.interface) => new Intl.DateTimeFormat(locale(code), { timeZone: "UTC", ...style }).format(atNoon(day));
const LONG_DAY = { day: "numeric", month: "long", year: "numeric" };

// The language an entry is shown in: the customer's, its base (sr for sr-Latn), the source, any.
function shownIn(entry, code) {
  const wanted = [code, code.split("-")[0], DATA.source, ...Object.keys(entry.texts)];
  return wanted.find((each) => Object.hasOwn(entry.texts, each));
}

const topicTitle = (id, code) => TOPICS.get(id)?.[code] ?? id;
