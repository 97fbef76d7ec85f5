// Finding answers. One entry point: makeFinder(entries) gives query => entries, best first.

const LETTERS = new Map(Object.entries({
  а: "a", б: "b", в: "v", г: "g", д: "d", ђ: "d", ѓ: "g", е: "e", ж: "z", з: "z", и: "i", ј: "j", й: "j", к: "k", ќ: "k", л: "l", љ: "lj",
  м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "c", у: "u", ф: "f", х: "h", ц: "c", ч: "c", џ: "dz", ш: "s", щ: "st",
  ъ: "a", ь: "", ы: "i", э: "e", ю: "ju", я: "ja", ѕ: "dz", đ: "d", ð: "d", ł: "l", ø: "o", ß: "ss", æ: "ae", œ: "oe", ı: "i",
}));
const WEIGHTS = { question: 10, also: 8, short: 5, body: 2, label: 1 };
const WORTH_SHOWING = 0.12; // of the best one's score: what only shares an "is" or "my" with the question is left out

// Without marks, Cyrillic as ASCII; "dj" is how đ is typed without it.
function fold(word) {
  const letters = Array.from(word, (letter) => LETTERS.get(letter) ?? letter).join("");
  return letters.normalize("NFKD").replace(/\p{M}+/gu, "").replaceAll("dj", "d");
}

// Words repeat, folding is slow: each is folded once.
const folded = new Map();

function wordsOf(text) {
  const words = text.normalize("NFC").toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => {
    if (!folded.has(word)) folded.set(word, fold(word));
    return folded.get(word);
  }).filter(Boolean);
}

// Nodes are text or [tag, attributes, child ...].
const textOf = (node) => (typeof node === "string" ? node : `${node.slice(2).map(textOf).join("")} `);

function weightedWords(entry) {
  const weights = new Map();
  const add = (text, weight) => {
    for (const word of wordsOf(text)) weights.set(word, Math.max(weights.get(word) ?? 0, weight));
  };
  add([entry.id, ...entry.tags, ...entry.aliases].join(" "), WEIGHTS.label);
  for (const words of Object.values(entry.texts)) {
    add(words.body.map(textOf).join(" "), WEIGHTS.body);
    add(words.short, WEIGHTS.short);
    add(words.also.join(" "), WEIGHTS.also);
    add(words.question, WEIGHTS.question);
  }
  return weights;
}

// Words in order, each with the entries it stands in: prefixes are then neighbours.
function makeIndex(entries) {
  const found = new Map();
  entries.forEach((entry, number) => {
    for (const [word, weight] of weightedWords(entry)) {
      if (!found.has(word)) found.set(word, []);
      found.get(word).push([number, weight]);
    }
  });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function firstAtOrAfter(index, word) {
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index[middle][0] < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

// Entry number -> how well a word of it begins with the asked word; the whole word counts more than its beginning.
function matches(index, asked) {
  const best = new Map();
  for (let at = firstAtOrAfter(index, asked); at < index.length && index[at][0].startsWith(asked); at += 1) {
    const [word, places] = index[at];
    const nearness = word === asked ? 1 : 0.8 * Math.sqrt(asked.length / word.length);
    for (const [number, weight] of places) best.set(number, Math.max(best.get(number) ?? 0, weight * nearness));
  }
  return best;
}

// A word that nothing begins with loses its ending, letter by letter: other case, other tense, same stem.
function matchesOrStem(index, asked) {
  for (let length = asked.length; length >= Math.min(4, asked.length); length -= 1) {
    const found = matches(index, asked.slice(0, length));
    if (found.size) {
      const share = length / asked.length;
      return new Map([...found].map(([number, weight]) => [number, weight * share]));
    }
  }
  return new Map();
}

function makeFinder(entries) {
  let index = null;
  return (query) => {
    const asked = [...new Set(wordsOf(query))];
    if (!asked.length) return entries;
    index ??= makeIndex(entries);
    const score = new Map();
    const met = new Map();
    for (const word of asked) {
      const found = matchesOrStem(index, word);
      const rarity = Math.log(1 + entries.length / (found.size || 1));
      for (const [number, weight] of found) {
        score.set(number, (score.get(number) ?? 0) + weight * rarity);
        met.set(number, (met.get(number) ?? 0) + 1);
      }
    }
    const rank = (number) => score.get(number) * (met.get(number) / asked.length);
    const ranked = [...score.keys()].sort((a, b) => rank(b) - rank(a) || a - b);
    const least = ranked.length ? rank(ranked[0]) * WORTH_SHOWING : 0;
    return ranked.filter((number) => rank(number) >= least).map((number) => entries[number]);
  };
}
