// Where a text has the words that were found: by folded stems, so that "Plaćanje" is marked for "plaćanja".

{
  const SPACELESS = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
  const INSIDE = /^[\p{L}\p{N}]*$/u;
  const BEYOND = /[\u{10000}-\u{10ffff}]/u;
  const MARK = /\p{M}/u;

  class Marker {
    constructor(analyser) {
      this.analyser = analyser;
      this.kinds = new Map(); // letter -> what it is to words
    }

    // [[from, to], ...] in UTF-16 units of the text as it is written: where it has one of the stems.
    marks(text, stems) {
      const found = [];
      for (const [from, to] of this.runs(text)) {
        for (const [start, end] of this.marked(text.slice(from, to), stems)) {
          const last = found[found.length - 1];
          if (last && last[1] >= from + start) last[1] = from + end;
          else found.push([from + start, from + end]);
        }
      }
      return found;
    }

    // Stretches that folding makes words of; halves that a hyphen joins are one.
    runs(text) {
      const found = [];
      for (const [from, to] of this.halves(text)) {
        const last = found[found.length - 1];
        if (last && from === last[1] + 1 && this.joined(text, ...last, from, to)) last[1] = to;
        else found.push([from, to]);
      }
      return found;
    }

    joined(text, from, to, next, end) {
      const parts = [text.slice(from, to), text.slice(to, next), text.slice(next, end)];
      return AnswerSearch.joined(...parts.map((part) => this.analyser.fold(part)));
    }

    // Letters that stand together. What folding drops belongs to them inside (don't) and, if a mark, at the end.
    halves(text) {
      const found = [];
      let from = -1;
      let to = -1;
      let at = 0;
      for (const letter of text) {
        const kind = this.kind(letter);
        if (kind === "letter" || (kind === "mark" && from >= 0)) {
          if (from < 0) from = at;
          to = at + letter.length;
        } else if (kind === "outside") {
          if (from >= 0) found.push([from, to]);
          from = -1;
        }
        at += letter.length;
      }
      if (from >= 0) found.push([from, to]);
      return found;
    }

    kind(letter) {
      if (!this.kinds.has(letter)) this.kinds.set(letter, this.kindOf(letter));
      return this.kinds.get(letter);
    }

    kindOf(letter) {
      const folded = this.analyser.fold(letter);
      if (!INSIDE.test(folded) || BEYOND.test(folded)) return "outside";
      if (folded) return "letter";
      return MARK.test(letter) ? "mark" : "dropped";
    }

    // The whole of a word; in scripts without blanks its pairs that were found.
    marked(run, stems) {
      const { analyser } = this;
      const found = analyser.stems(run).map((stem) => stems.has(stem));
      const folded = analyser.fold(run);
      if (SPACELESS.test(folded) && folded.length === run.length) {
        return found.flatMap((has, at) => (has ? [[at, Math.min(at + 2, run.length)]] : []));
      }
      return found.includes(true) ? [[0, run.length]] : [];
    }
  }

  AnswerSearch.Marker = Marker;
}
