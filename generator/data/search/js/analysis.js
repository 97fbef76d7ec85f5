// From a text to the words that are compared: folded letters, and stems. Twin of generator/search/analysis.py.

{
  const TRUNCATED = 5; // letters that remain of a word in a language without suffixes
  const SPACELESS = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
  const LONGEST = 64; // letters of a word that count
  const BEYOND = /[\u{10000}-\u{10ffff}]/gu; // parts words, as blanks do
  const SEPARATORS = /([^\p{L}\p{N}]+)/u;
  const HYPHENS = ["-", "\u2010"];
  const SHORT_HALF = 2;
  const DECIMAL = /^\p{Nd}+$/u;
  const ASCII = /^[\0-\x7f]*$/;

  class Analyser {
    constructor(tables) {
      this.letters = new Map(Object.entries(tables.letters));
      this.folds = tables.folds;
      this.suffixes = new Set(tables.suffixes.split(" ").filter(Boolean));
      this.longest = Math.max(0, ...[...this.suffixes].map((suffix) => suffix.length));
      this.passes = tables.passes;
      this.keep = tables.keep;
      this.prefixes = tables.prefixes;
      this.known = new Map(); // word -> stem
      this.stop = new Set(this.words(tables.stop));
    }

    // Lower case, ASCII where a letter has one, no marks.
    fold(text) {
      const mapped = this.mapped(text.normalize("NFC").toLowerCase());
      if (ASCII.test(mapped)) return mapped;
      return this.mapped(mapped.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase());
    }

    mapped(text) {
      let mapped = "";
      for (const letter of text) mapped += this.letters.get(letter) ?? letter;
      return mapped;
    }

    // The folded words of a text in order; in scripts without blanks every pair of neighbours.
    words(text) {
      const runs = this.fold(text).replace(BEYOND, " ").split(SEPARATORS);
      return hyphenated(runs).flatMap((run) => this.parts(run.slice(0, LONGEST)));
    }

    stems(text) {
      return this.words(text).map((word) => this.stem(word));
    }

    // A folded word without its ending; words with digits stay as they are, and so do stop words.
    stem(word) {
      let stem = this.known.get(word);
      if (stem === undefined) {
        stem = this.stop.has(word) ? word : this.stemmed(word);
        this.known.set(word, stem);
      }
      return stem;
    }

    // What remains of a stem without a prefix of its language, the longest prefix first.
    bare(stem) {
      const prefixes = this.prefixes.filter((p) => stem.startsWith(p) && stem.length - p.length >= this.keep);
      return prefixes.map((prefix) => stem.slice(prefix.length));
    }

    parts(run) {
      if (SPACELESS.test(run)) {
        return Array.from({ length: Math.max(1, run.length - 1) }, (_, at) => run.slice(at, at + 2));
      }
      let word = run;
      for (const [before, after] of this.folds) {
        if (!before.endsWith("$")) word = word.split(before).join(after);
        else if (word.endsWith(before.slice(0, -1))) word = word.slice(0, word.length - before.length + 1) + after;
      }
      return word ? [word] : [];
    }

    stemmed(word) {
      if (/\p{Nd}/u.test(word)) return word;
      if (!this.suffixes.size) return word.slice(0, TRUNCATED);
      let stem = word;
      for (let done = 0; done < this.passes; done += 1) {
        const cut = this.ending(stem, this.keep + Math.min(done, 1));
        if (!cut) break;
        stem = stem.slice(0, stem.length - cut);
      }
      return stem;
    }

    // Letters of the longest suffix that leaves `keep`; a further pass leaves one more.
    ending(word, keep) {
      for (let length = Math.min(this.longest, word.length - keep); length > 0; length -= 1) {
        if (this.suffixes.has(word.slice(word.length - length))) return length;
      }
      return 0;
    }
  }

  // Runs without what parts them; `e-mail`, `wi-fi`, `PDV-a` and `по-добър` as one word and as its longer half.
  function hyphenated(runs) {
    const found = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [first, mark = "", second = ""] = runs.slice(at, at + 3);
      if (joined(first, mark, second)) {
        found.push(first + second, second.length >= first.length ? second : first);
        at += 2;
      } else found.push(first);
    }
    return found;
  }

  // Nobody types these the same way: a hyphen behind or before one or two letters joins.
  function joined(first, mark, second) {
    const shorter = Math.min(first.length, second.length);
    return HYPHENS.includes(mark) && shorter > 0 && shorter <= SHORT_HALF && !DECIMAL.test(first + second);
  }

  Object.assign(AnswerSearch, { Analyser, joined });
}
