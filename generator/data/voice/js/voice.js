// The twin of generator/voice: what had better be said otherwise in a text that somebody types. Same data, same findings.

const VOICE_TOKEN = /[;:()–—|,]|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{Nd}+|%|\ue000+/gu;
const VOICE_PAUSES = ";:()–—|,";
const VOICE_SENTENCE_END = /(?<=[.!?…]["”“»)']*)\s+(?=[\p{Lu}\p{N}„“"«(•])/gu;
const VOICE_WORD = /[\p{L}\p{N}\ue000][\p{L}\p{M}\p{N}'’\ue000-]*/gu;
const VOICE_CAPITALS = /(?<![\p{L}\p{M}\p{N}])\p{Lu}{2,}(?![\p{L}\p{M}\p{N}])/gu;
const VOICE_EXCLAMATION = /[!?！]*[!！][!?！]*/gu;
const VOICE_ADDRESS = /https?:\/\/[^\s<>()[\]"“”„«»]+/gu;
const VOICE_LEADS_ON = /[?]|https?:\/\/|\p{Nd}[.:]\s?\p{Nd}/u;

const voiceFold = (word) => word.normalize("NFD").replace(/\p{M}+/gu, "").replaceAll("đ", "d");

// A language's data, ready to be asked.
function voiceOf(data) {
  const make = (fold) => ({
    wrong: voiceMatcher(data.phrases.map(([rule, instead, entries, steps]) => ({ rule, instead: data.instead[instead], entries, steps })), fold),
    fine: voiceMatcher(data.fine.map((steps) => ({ steps })), fold),
    next: voiceMatcher(data.next.map((steps) => ({ steps })), fold),
  });
  return {
    ...data,
    written: make((word) => word),
    typed: data.marks ? make(voiceFold) : null,
    links: voiceMatcher(data.links.map((steps) => ({ steps })), (word) => word),
    acronyms: new Set(data.acronyms),
  };
}

// Everything to say of a plain text: [{ rule, code, start, end, instead }], places in UTF-16 units.
function checkVoice(voice, text, kind, { leadsOn = false } = {}) {
  const asked = new Set(voice.asked[kind]);
  const letters = text.replace(VOICE_ADDRESS, (found) => " ".repeat(found.length));
  const spans = voiceSentences(letters, voice.abbreviations);
  const found = [];
  const add = (rule, start, end, instead = "") => found.push({ rule, code: voice.codes[rule], start, end, instead });
  if (asked.has("shouting")) voiceShouting(voice, letters, add);
  if (asked.has("length")) voiceLength(voice, letters, spans, add);
  const said = voiceTokens(letters, spans);
  if (!said.length) return voiceSorted(found);
  const words = voice.typed && said.every((token) => /^[\x00-\x7f]*$/.test(token.word)) ? voice.typed : voice.written;
  const fine = new Map([...words.fine(said)].flatMap((one) => voiceRange(one).map((at) => [at, one])));
  voicePhrases(voice, said, kind, asked, words, fine, add);
  if (asked.has("links")) {
    for (const one of voice.links(said)) {
      if (!voiceIsFine(one, fine)) add("links", said[one.first].start, said[one.last].end, voice.suggestions.links);
    }
  }
  if (asked.has("next_step") && voice.next.length && !leadsOn && !VOICE_LEADS_ON.test(text) && words.next(said).next().done) {
    add("next_step", said.at(-1).start, said.at(-1).end, voice.suggestions.next_step);
  }
  return voiceSorted(found);
}

function voiceShouting(voice, letters, add) {
  for (const found of letters.matchAll(VOICE_CAPITALS)) {
    const [word] = found;
    if ([...word].length > voice.capitals && !voice.acronyms.has(word.toLowerCase())) {
      add("shouting", found.index, found.index + word.length, voice.suggestions.capitals);
    }
  }
  [...letters.matchAll(VOICE_EXCLAMATION)].forEach((found, number) => {
    if (number === voice.exclamations || found[0].length > 1) {
      add("shouting", found.index, found.index + found[0].length, voice.suggestions.exclamation);
    }
  });
}

function voiceLength(voice, letters, spans, add) {
  for (const [start, end] of spans) {
    const said = [...letters.slice(start, end).matchAll(VOICE_WORD)];
    if (said.length > voice.words) add("length", start + said[0].index, end, voice.suggestions.length);
  }
}

function voicePhrases(voice, said, kind, asked, words, fine, add) {
  const timed = new Set(said.filter(({ word }) => word[0] === "\ue000" || /^\p{Nd}+$/u.test(word)).map(({ sentence }) => sentence));
  let reached = -1;
  for (const one of words.wrong(said)) {
    const { phrase, first, last } = one;
    const { rule, instead, entries } = phrase;
    if (!asked.has(rule) || (entries && kind === "reply")) continue;
    if (voiceIsFine(one, fine)) continue;
    if (rule === "vague" && timed.has(said[first].sentence)) continue;
    if (rule === "past" && kind === "reply" && !said[first].sentence) continue; // a greeting with a name
    if (rule === "order" && !voiceLeading(voice, said, first, kind)) continue;
    if (last > reached) {
      reached = last;
      add(rule, said[first].start, said[last].end, instead);
    }
  }
}

function voiceLeading(voice, said, at, kind) {
  if (kind !== "reply") return at === 0;
  return said[at].sentence < voice.first && (!at || said[at - 1].sentence !== said[at].sentence);
}

const voiceRange = ({ first, last }) => Array.from({ length: last - first + 1 }, (_, step) => first + step);

// Words of a harmless phrase; one that is only a part of theirs makes nothing better.
const voiceIsFine = (one, fine) =>
  voiceRange(one).filter((at) => fine.has(at)).map((at) => fine.get(at)).some(
    ({ first, last }) => first < one.first || last > one.last || (first === one.first && last === one.last),
  );

// By place, then by name; what is there twice is said once.
function voiceSorted(found) {
  const known = new Map(found.map((one) => [`${one.rule} ${one.start} ${one.end} ${one.instead}`, one]));
  return [...known.values()].sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

function voiceTokens(text, spans) {
  const found = [];
  let clause = 0;
  spans.forEach(([start, end], sentence) => {
    clause += 1;
    let comma = false;
    for (const hit of text.slice(start, end).matchAll(VOICE_TOKEN)) {
      const [said] = hit;
      if (VOICE_PAUSES.includes(said)) {
        comma = true;
        if (said !== ",") clause += 1;
        continue;
      }
      const word = said.normalize("NFC").toLowerCase().replaceAll("’", "'");
      const at = start + hit.index;
      found.push({ word, start: at, end: at + said.length, sentence, clause, capital: /^\p{Lu}/u.test(said), comma });
      comma = false;
    }
  });
  return found;
}

// As `sentence_spans` in generator/text.py.
function voiceSentences(text, abbreviations) {
  const known = new Set(abbreviations);
  const found = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const first = found.length;
    const begin = at + line.length - line.trimStart().length;
    const trimmed = line.trim();
    const gaps = [...trimmed.matchAll(VOICE_SENTENCE_END)].map((gap) => [gap.index, gap.index + gap[0].length]);
    let start = 0;
    let before = "";
    for (const [end, next] of trimmed ? [...gaps, [trimmed.length, trimmed.length]] : []) {
      if (found.length > first && voiceRunsOn(before, known)) found.at(-1)[1] = begin + end;
      else found.push([begin + start, begin + end]);
      before = trimmed.slice(start, end);
      start = next;
    }
    at += line.length + 1;
  }
  return found;
}

function voiceRunsOn(piece, known) {
  const last = piece.trim().split(/\s+/u).at(-1);
  const word = last.replace(/\.+$/u, "").replace(/^[('"„“«]+|[('"„“«]+$/gu, "").toLowerCase();
  return last.endsWith(".") && (known.has(word) || /^\p{Nd}+$/u.test(word) || /^\p{L}$/u.test(word));
}

// Phrases by how they begin; what it gives finds them in words, in order.
function voiceMatcher(phrases, fold) {
  const made = phrases.map((phrase) => ({ ...phrase, steps: phrase.steps.map((step) => voiceStep(step, fold)) }));
  const exact = new Map();
  const begins = new Map();
  const put = (map, key, number) => map.set(key, [...(map.get(key) ?? []), number]);
  made.forEach(({ steps: [first] }, number) => {
    for (const word of first.exact) put(exact, word, number);
    for (const stem of first.begins) put(begins, stem, number);
  });
  const numbers = made.map((_, number) => number).filter((number) => made[number].steps[0].number);
  const sizes = [...new Set([...begins.keys()].map((stem) => stem.length))].sort((a, b) => a - b);
  const starting = (word) => {
    const found = new Set([...(exact.get(word) ?? []), ...(/^\p{Nd}+$/u.test(word) ? numbers : [])]);
    for (const size of sizes) if (size <= word.length) for (const number of begins.get(word.slice(0, size)) ?? []) found.add(number);
    return [...found].sort((a, b) => a - b);
  };
  return function* find(said) {
    for (let at = 0; at < said.length; at += 1) {
      for (const number of starting(said[at].word)) {
        const end = voiceEnd(made[number].steps, 1, said, at + 1, said[at].clause);
        if (end >= 0) yield { phrase: made[number], first: at, last: end - 1 };
      }
    }
  };
}

function voiceStep(step, fold) {
  const folded = (words) => (words ?? []).map(fold);
  return { ...step, exact: new Set(folded(step.exact)), begins: folded(step.begins), ends: folded(step.ends) };
}

const voiceFits = (step, { word, capital }) =>
  step.exact.has(word) || step.begins.some((stem) => word.startsWith(stem)) || step.ends.some((end) => word.endsWith(end)) ||
  (step.number && /^\p{Nd}+$/u.test(word)) || (step.name && capital);

function voiceEnd(steps, step, said, at, clause) {
  if (step === steps.length) return at;
  const one = steps[step];
  if (one.gap) {
    for (let passed = 0; passed <= one.gap; passed += 1) {
      if (at + passed === said.length || said[at + passed].comma) return -1;
      const end = voiceEnd(steps, step + 1, said, at + passed, clause);
      if (end >= 0) return end;
    }
    return -1;
  }
  if (at < said.length && said[at].clause === clause && voiceFits(one, said[at])) {
    const end = voiceEnd(steps, step + 1, said, at + 1, clause);
    if (end >= 0) return end;
  }
  return one.optional ? voiceEnd(steps, step + 1, said, at, clause) : -1;
}
