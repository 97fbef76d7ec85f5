// Which terms of an index a typed word stands for, how, and how strongly. Twin of generator/search/matching.py.

{
  const TYPO_FROM = 4; // letters a stem has before one edit, and two, are forgiven
  const TYPOS_FROM = 8;
  const BEGINNING_FROM = 5;
  const BEGINNING_LEFT = 4; // letters of an unknown word's beginning that must be known
  const BEGINNING_SHARE = 0.55; // and their share of it
  const SAME = 2; // first letters that an answer's word shares with one it was mistaken for

  // A word of a query: { typed, stem, stop, last, groups }.
  class Matcher {
    constructor(index) {
      this.index = index;
    }

    // Term -> { weight, how }, the strongest way in which the word stands for it.
    matches(word) {
      const found = new Map();
      const put = (term, weight, how) => {
        if (term && weight > (found.get(term)?.weight ?? 0)) found.set(term, { weight, how });
      };
      const { at, groups, weights } = this.index;
      const exact = at.get(word.stem);
      put(exact, 1, "word");
      for (const group of word.groups) {
        const { synonyms, stems } = groups[group];
        for (const stem of stems) {
          put(at.get(stem), synonyms ? weights.synonym : weights.related, synonyms ? "synonym" : "related");
        }
      }
      for (const term of this.longer(word.stem, exact)) {
        const share = word.stem.length / term.text.length;
        put(term, weights.prefix * (word.last ? 1 : weights.prefix_inside) * share, "longer");
      }
      if (!exact) {
        for (const stem of this.family(word.stem)) put(at.get(stem), weights.bare, "family");
        const known = this.beginning(word.stem);
        if (known) put(known, (weights.beginning * known.text.length) / word.stem.length, "beginning");
        for (const [term, edits] of this.typos(word.stem)) {
          const weight = edits === 1 ? weights.typo : weights.typos;
          put(term, weight * (term.text[0] === word.stem[0] ? 1 : weights.other_first), "typo");
        }
      }
      return found;
    }

    // Stems whose first letters say in which shards a word may be found.
    reached(word) {
      const stems = word.groups.flatMap((group) => this.index.groups[group].stems);
      return [word.stem, ...stems, ...(this.index.at.has(word.stem) ? [] : this.family(word.stem))];
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

    // [term, edits] of terms that one or two edits make of a stem.
    typos(stem) {
      const found = [];
      if (stem.length < TYPO_FROM) return found;
      const most = stem.length >= TYPOS_FROM ? 2 : 1;
      const start = stem.slice(0, SAME);
      for (let length = stem.length - most; length <= stem.length + most; length += 1) {
        for (const term of this.index.ofLength.get(length) ?? []) {
          if (term.asked || term.text.startsWith(start)) {
            const edits = distance(stem, term.text, most);
            if (edits > 0 && edits <= most) found.push([term, edits]);
          }
        }
      }
      return found;
    }
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
    return row[b.length];
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
