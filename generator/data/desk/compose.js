// A reply put together: the twin of generator/replies/{phrases,names,compose}.py, which says why. Data comes in, text goes out.

const PERSONS = ["name", "agent"];
const isFilled = (phrase, values) => [...phrase.matchAll(/\{(\w+)\}/g)].every(([, name]) => values[name]);

// `[...]` falls away where a placeholder in it is empty. Values are put in once and never read as phrases.
function fillPhrase(phrase, values) {
  const kept = phrase.replace(/\[([^\[\]]*)\]/g, (_, part) => (isFilled(part, values) ? part : ""));
  return kept.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

function usablePhrases(phrases, values) {
  const ready = phrases.filter((phrase) => isFilled(phrase.replace(/\[([^\[\]]*)\]/g, ""), values));
  const personal = ready.filter((phrase) => PERSONS.some((name) => values[name] && phrase.includes(`{${name}}`)));
  return personal.length ? personal : ready;
}

// FNV-1a of an ASCII text.
function seedOf(text) {
  let made = 2166136261;
  for (let at = 0; at < text.length; at += 1) made = Math.imul(made ^ text.charCodeAt(at), 16777619) >>> 0;
  return made;
}

const inOneLine = (text) => text.split(/\s+/).filter(Boolean).join(" ");
const cleanLine = (text) => inOneLine(text.replace(/[{}\[\]<>]/g, " "));

const isHurried = (name) => name === name.toLowerCase() || name === name.toUpperCase();
const capitalName = (name) => (isHurried(name) && !name.includes(" ") ? name[0].toUpperCase() + name.slice(1).toLowerCase() : name);

// How a customer is called; empty where that is not sure, or where what was typed is no name.
function calledName(typed, names) {
  const name = inOneLine(typed);
  if (!/^\p{L}[\p{L}\p{M}'’. -]{0,39}$/u.test(name)) return "";
  if (!names) return capitalName(name);
  return vocativeOf(name, names) || vocativeOf(name.split(" ")[0], names);
}

function vocativeOf(name, { forms, endings }) {
  const small = name.toLowerCase();
  if (Object.hasOwn(forms, small)) return forms[small];
  const found = !name.includes(" ") && endings.find(([ending]) => small.endsWith(ending) && small.length >= ending.length + 2);
  if (!found) return "";
  const [ending, form] = found;
  return isHurried(name) ? capitalName(small.slice(0, -ending.length) + form) : name.slice(0, -ending.length) + form;
}

function isPersonal(answer, wording) {
  const small = answer.replaceAll("\u00a0", " ").toLowerCase();
  return wording.personal.some((words) => small.includes(words.toLowerCase()));
}

const SLOTS = ["greeting", "bridge", "step", "sign_off"];
const SHAPES = [SLOTS, ["greeting", "step", "sign_off"], ["greeting", "step"], ["step"], []];

const GREETED = SHAPES.slice(0, 3);

// { text, fits, private }: the fullest reply that fits, or the barest. `said` as in compose.py.
function composeReply(said, wording, fits = () => true) {
  if (!said.shorter) return fullestReply(said, wording, fits, SHAPES);
  const whole = fullestReply(said, wording, fits, GREETED);
  return whole.fits ? whole : fullestReply({ ...said, answer: said.shorter }, wording, fits, SHAPES);
}

function fullestReply(said, wording, fits, shapes) {
  const isPrivate = Boolean(said.public && (said.personal || (said.link && isPersonal(said.answer, wording))));
  const phrases = phrasesOf(said, wording, isPrivate);
  let text = "";
  for (const shape of isPrivate && said.link ? shapes.filter(({ length }) => length) : shapes) {
    text = laidOut(shape, phrases, said);
    if (fits(text)) return { text, fits: true, private: isPrivate };
  }
  return { text, fits: false, private: isPrivate };
}

function phrasesOf(said, wording, isPrivate) {
  const language = said.language ? wording.called[said.language] ?? said.language : "";
  const values = {
    name: calledName(said.name ?? "", wording.names),
    agent: cleanLine(said.agent ?? ""),
    brand: wording.brand,
    link: said.link ?? "",
    language,
  };
  const lists = [wording.greetings, wording.bridges, isPrivate ? wording.private : wording.steps, wording.sign_offs];
  const has = { greeting: !said.is_whole, bridge: said.link, step: said.link, sign_off: !said.is_whole };
  const found = { label: language ? fillPhrase(wording.label, values) : "" };
  let pace = 1;
  for (const [at, slot] of SLOTS.entries()) {
    const choice = usablePhrases(lists[at], values);
    found[slot] = "";
    if (!choice.length || !has[slot]) continue;
    const turn = pace === 1 ? said.turn : said.turn + Math.floor(said.turn / pace);
    found[slot] = fillPhrase(choice[(seedOf(`${said.id}/${slot}`) + turn) % choice.length], values);
    pace *= choice.length;
  }
  return found;
}

function laidOut(shape, phrases, said) {
  const of = (slot) => (shape.includes(slot) ? phrases[slot] : "");
  const lead = phrases.label || of("bridge");
  const answer = lead ? `${lead} ${said.answer}` : said.answer;
  const step = of("step") || (said.link ?? "");
  if (!shape.length) return step ? `${answer}\n${step}` : answer;
  return [of("greeting"), answer, step, of("sign_off")].filter(Boolean).join("\n\n");
}

// An answer as plain text, as generator/text.py makes it of HTML: `nodes` are text, or [name, attributes, child ...].
const OWN_LINES = new Set(["li", "tr"]);
const OWN_PARAGRAPHS = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "table", "ul", "ol", "hr"]);

function plainText(nodes) {
  const lines = nodes.map((node) => plainNode(node, [])).join("").split("\n").map((line) => line.trim());
  return lines.join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

// `lists` counts the items of each list around it; undefined where they have no numbers.
function plainNode(node, lists) {
  if (typeof node === "string") return node.replace(/[ \t\n]+/g, " ");
  const [name, , ...children] = node;
  if (name === "br") return "\n";
  if (name === "hr") return "\n\n";
  const isList = name === "ul" || name === "ol";
  const within = isList ? [...lists, { next: name === "ol" ? 1 : undefined }] : lists;
  const before = isList && lists.length ? "\n" : "";
  const words = itemMark(name, lists.at(-1)) + children.map((child) => plainNode(child, within)).join("");
  return before + words + plainEnd(name);
}

function itemMark(name, list) {
  if (name !== "li") return "";
  if (!list?.next) return "• ";
  list.next += 1;
  return `${list.next - 1}. `;
}

function plainEnd(name) {
  if (name === "td" || name === "th") return " ";
  if (OWN_LINES.has(name)) return "\n";
  return OWN_PARAGRAPHS.has(name) ? "\n\n" : "";
}
