// Files that come when they are needed. Pages opened from a folder may not fetch, so each is a script: data, an index, or
// a further part of the program. What the page begins with is in data.js; what the parts are: generator/desk/parts.py.

const coming = new Map(); // name of a file -> its promise
const here = new Set(); // names of those that came, or cannot be had
const HAS_REST = DATA.count > DATA.first;

Object.assign(DATA, { drafts: [], replies: [], wordings: {} });

// Does something as soon as files are there: at once where they are.
function when(names, act) {
  const missing = names.filter((name) => !here.has(name));
  return missing.length ? Promise.all(missing.map(bring)).then(act) : act();
}

function bring(name) {
  if (!coming.has(name)) {
    coming.set(name, new Promise((resolve) => {
      const script = document.createElement("script");
      const come = () => {
        here.add(name);
        takeParts();
        resolve();
      };
      script.addEventListener("load", come);
      script.addEventListener("error", come);
      script.src = `${name}.js`;
      when(AFTER[name] ?? [], () => document.head.append(script));
    }));
  }
  return coming.get(name);
}

// When the page is shown and nobody waits for it.
function whenIdle(act) {
  const rest = () => (window.requestIdleCallback ? requestIdleCallback(act, { timeout: 2000 }) : setTimeout(act, 50));
  if (document.readyState === "complete") rest();
  else window.addEventListener("load", rest, { once: true });
}

// Does something as soon as files are there, but lets the page be shown before they are brought.
function whenShown(names, act) {
  if (names.every((name) => here.has(name))) act();
  else whenIdle(() => when(names, act));
}

// Planning begins with all that is planned, and with what it is about.
const ALL_TEXTS = [...LANGUAGES.keys()].flatMap((code) => [`data/texts.${code}.first`, ...(HAS_REST ? [`data/texts.${code}.rest`] : [])]);
const AFTER = { planning: ["data/drafts", "data/marketing", ...(HAS_REST ? ["data/entries"] : []), ...ALL_TEXTS] };

// What the desk says in a language, and what it says to who plans.
const wordsIn = (code) => [`data/phrases.${code}`];
const planningIn = (code) => [...wordsIn(code), `data/phrases.${code}.planning`];

// What the list shows of the first entries, and of all, to customers of a language.
const firstOf = (code) => [`data/texts.${code}.first`, `data/replies.${code}`];
const restOf = (code) => (HAS_REST ? ["data/entries", `data/texts.${code}.rest`] : []);
const isWhole = (code) => [...firstOf(code), ...restOf(code)].every((name) => here.has(name));
const bodyOf = (entry, code) => `data/bodies.${code}.${Math.floor(entry.at / DATA.bodies)}`;

// Texts in a language that has not come are blank.
const blankText = () => ({ question: "", short: "", also: [], url: "", headings: [], full: false, body: [] });

function addEntries(records) {
  for (const record of records) {
    const texts = Object.fromEntries(record.languages.map((code) => [code, blankText()]));
    const entry = { owner: "", tags: [], aliases: [], note: "", reviewed: "", due: false, ...record, texts, at: DATA.entries.length };
    DATA.entries.push(entry);
    ENTRIES.set(entry.id, entry);
  }
}

function addTexts(rows, from) {
  rows.forEach(({ shown, ...text }, n) => Object.assign(DATA.entries[from + n].texts[shown], text));
}

function addBodies(bodies, code, from) {
  bodies.forEach((body, n) => { if (body) DATA.entries[from + n].texts[code].body = body; });
}

const TAKE = {
  entries: (records) => addEntries(records),
  drafts: (drafts) => { DATA.drafts = drafts; },
  marketing: (values) => { Object.assign(DATA, values); },
  asked: (values) => { DATA.asked = values; },
  phrases: (phrases, code) => { Object.assign(LANGUAGES.get(code).phrases, phrases); },
  replies: ({ wording, replies }, code) => {
    DATA.wordings[code] = wording;
    DATA.replies.push(...replies);
  },
  texts: (rows, code, which) => addTexts(rows, which === "rest" ? DATA.first : 0),
  bodies: (bodies, code, number) => addBodies(bodies, code, Number(number) * DATA.bodies),
};

// What came goes where it belongs; texts of entries that have not come wait for them.
function takeParts() {
  const parts = window.ANSWER_AHEAD_PARTS ?? {};
  for (const name of Object.keys(parts).sort()) {
    const [kind, code, which] = name.replace("data/", "").split(".");
    if (which === "rest" && DATA.entries.length < DATA.count) continue;
    TAKE[kind](parts[name], code, which);
    delete parts[name];
  }
}

addEntries(DATA.entries.splice(0));
