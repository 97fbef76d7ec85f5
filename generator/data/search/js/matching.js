// Which terms of an index a typed word stands for, how, and how strongly. Twin of generator/search/matching.py.

{
  const TYPO_FROM = 4; // letters a stem has before one edit, and two, are forgiven
  const TYPOS_FROM = 8;
  const SHORT_TYPO = 3; // so short a stem only where the word had an ending, and begins alike
  const BEGINNING_FROM = 5;
  const ALIKE_FROM = 5;
  const BEGINNING_LEFT = 4; // letters of an unknown word's beginning that must be known
  const BEGINNING_SHARE = 0.55; // and their share of it
  const SAME = 2; // first letters that an answer's word shares with one it was mistaken for

  // A word of a query: { typed, stem, stop, last, groups }.
  class Matcher {
    constructor(index) {
      this.index = index;
      this.rarities = new Map(); // units that have a term -> what it tells
    }

    // How much a term tells, in bits: not more than the known word that was typed and led to it.
    rarity(text, typed = "") {
      const { at, titles } = this.index;
      const having = Math.max(at.get(text)?.having ?? 0, at.get(typed)?.having ?? 0);
      if (!this.rarities.has(having)) this.rarities.set(having, rarity(titles.length, having));
      return this.rarities.get(having);
    }

    // Term -> { weight, how }, the strongest way in which the word stands for it; of equal ones the first.
    matches(word) {
      const found = new Map();
      for (const [term, weight, how] of this.ways(word)) {
        if (term && !(weight <= found.get(term)?.weight)) found.set(term, { weight, how });
      }
      return found;
    }

    // Everything that a word may stand for: [term or undefined, weight, how].
    * ways(word) {
      const { at, weights } = this.index;
      const exact = at.get(word.stem);
      yield [exact, 1, "word"];
      if (word.stop && !word.last) return;
      yield* this.byMeaning(word);
      const weight = weights.prefix * (word.last ? 1 : weights.prefix_inside);
      for (const term of this.longer(word.stem, exact)) {
        yield [term, (weight * word.stem.length) / term.text.length, "longer"];
      }
      if (!exact) yield* this.bySpelling(word.stem, word.typed.length);
    }

    // The words that stand in a group with it.
    * byMeaning(word) {
      const { at, groups, weights } = this.index;
      for (const number of word.groups) {
        const { synonyms, stems, hints } = groups[number];
        for (const stem of stems) {
          yield synonyms ? [at.get(stem), weights.synonym, "synonym"] : [at.get(stem), weights.related, "related"];
        }
        for (const stem of hints) yield [at.get(stem), weights.related, "related"];
      }
    }

    // What an unknown word may have been meant to be.
    * bySpelling(stem, typed) {
      const { at, weights } = this.index;
      for (const other of this.family(stem)) yield [at.get(other), weights.bare, "family"];
      const known = this.beginning(stem);
      if (known) yield [known, (weights.beginning * known.text.length) / stem.length, "beginning"];
      for (const [term, edits] of this.typos(stem, typed)) {
        const same = term.text[0] === stem[0];
        const weight = (edits === 1 ? weights.typo : weights.typos) * (same ? 1 : weights.other_first);
        yield [term, weight * this.says(term), "typo"];
      }
      for (const [term, likeness] of this.alike(stem)) {
        yield [term, weights.alike * likeness * this.says(term), "family"];
      }
    }

    // Less for a stop word: what was mistyped for one says as little.
    says(term) {
      return this.index.analyser.stop.has(term.text) ? this.index.weights.stop : 1;
    }

    // Terms that begin with a stem of two letters or more.
    longer(stem, exact) {
      if (stem.length < SAME) return [];
      const { terms, weights } = this.index;
      let start = 0;
      let end = terms.length;
      while (start < end) {
        const middle = (start + end) >> 1;
        if (terms[middle].text < stem) start = middle + 1;
        else end = middle;
      }
      while (end < terms.length && terms[end].text.startsWith(stem)) end += 1;
      const found = terms.slice(start, end).filter((term) => term !== exact);
      if (found.length <= weights.most_longer) return found;
      return found.sort((a, b) => a.text.length - b.text.length).slice(0, weights.most_longer);
    }

    // The stem without a prefix of its language, or with one.
    family(stem) {
      const { analyser } = this.index;
      return [...analyser.bare(stem), ...analyser.prefixes.map((prefix) => prefix + stem)];
    }

    // The longest beginning that is a term.
    beginning(stem) {
      if (stem.length < BEGINNING_FROM) return undefined;
      const least = Math.max(BEGINNING_LEFT, Math.ceil(stem.length * BEGINNING_SHARE));
      for (let length = stem.length - 1; length >= least; length -= 1) {
        const term = this.index.at.get(stem.slice(0, length));
        if (term) return term;
      }
      return undefined;
    }

    // [term, edits] of terms that one or two edits make of a stem; not for words of few letters.
    typos(stem, typed) {
      const found = [];
      if (stem.length < TYPO_FROM && (stem.length < SHORT_TYPO || typed <= TYPO_FROM)) return found;
      const most = stem.length >= TYPOS_FROM ? 2 : 1;
      for (let length = stem.length - most; length <= stem.length + most; length += 1) {
        for (const term of this.index.ofLength.get(length) ?? []) {
          if (mayBe(term, stem) && (stem.length >= TYPO_FROM || term.text[0] === stem[0])) {
            const edits = distance(stem, term.text, most);
            if (edits > 0 && edits <= most) found.push([term, edits]);
          }
        }
      }
      return found;
    }

    // [term, likeness] of terms that share many of a stem's trigrams (Dice's coefficient).
    alike(stem) {
      if (stem.length < ALIKE_FROM) return [];
      const typed = trigrams(stem);
      const shared = new Map();
      for (const gram of typed) {
        for (const term of this.having(gram)) shared.set(term, (shared.get(term) ?? 0) + 1);
      }
      const likely = [];
      for (const [term, count] of shared) {
        const likeness = (2 * count) / (typed.size + term.trigrams);
        if (likeness > this.index.weights.least_alike && mayBe(term, stem)) likely.push([term, likeness]);
      }
      return likely.sort(([a], [b]) => a.number - b.number);
    }

    // Terms with a trigram; they are gathered when the first unknown word is typed.
    having(gram) {
      const { index } = this;
      if (!index.trigrams) {
        index.trigrams = new Map();
        for (const term of index.terms) {
          const marked = `^${term.text}$`; // as in trigrams(), which makes too many sets for all of them
          for (let at = 0; at < marked.length - 2; at += 1) {
            const one = marked.slice(at, at + 3);
            const terms = index.trigrams.get(one);
            if (terms?.[terms.length - 1] === term) continue;
            term.trigrams += 1;
            if (terms) terms.push(term);
            else index.trigrams.set(one, [term]);
          }
        }
      }
      return index.trigrams.get(gram) ?? [];
    }
  }

  // Whether a term may be what was meant by a word that it does not begin with.
  function mayBe(term, stem) {
    return term.asked || term.text.slice(0, SAME) === stem.slice(0, SAME);
  }

  // Every three letters in a row, its beginning and its end marked.
  function trigrams(text) {
    const marked = `^${text}$`;
    const grams = new Set();
    for (let at = 0; at < marked.length - 2; at += 1) grams.add(marked.slice(at, at + 3));
    return grams;
  }

  // Edits between two words, neighbours that change places being one; `most` + 1 for anything above `most`.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= b.length; j += 1) {
        let edits = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          edits = Math.min(edits, before[j - 2] + 1);
        }
        next.push(edits);
        least = Math.min(least, edits);
      }
      if (least > most) return most + 1;
      before = row;
      row = next;
    }
    return Math.min(row[b.length], most + 1);
  }

  // BM25's idf, in bits: how much a word tells that `having` of `units` have.
  function rarity(units, having) {
    return log2(1 + (units - having + 0.5) / (having + 0.5));
  }

  // Of a number from 1 on, to a millionth; by operations that every machine rounds alike, which Math.log is not.
  function log2(number) {
    let rest = number;
    let whole = 0;
    while (rest >= 2) {
      rest /= 2;
      whole += 1;
    }
    let fraction = 0;
    let bit = 0.5;
    for (let n = 0; n < 20; n += 1) {
      rest *= rest;
      if (rest >= 2) {
        rest /= 2;
        fraction += bit;
      }
      bit /= 2;
    }
    return whole + fraction;
  }

  Object.assign(AnswerSearch, { Matcher, distance, rarity, log2 });
}
