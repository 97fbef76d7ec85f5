// Where a text has the words that were found: folding and stems are respected, so that "Plaćanje" is marked for "platiti".

{
  const SPACELESS = /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
  const INSIDE = /^[\p{L}\p{N}]*$/u;
  const BEYOND = /[\u{10000}-\u{10ffff}]/u;
  const MARK = /\p{M}/u;

  // [[from, to], ...] in UTF-16 units of the text as it is written.
  function marks(text, analyser, terms) {
    const found = [];
    for (const [from, to] of runs(text, analyser)) {
      for (const [start, end] of marked(text.slice(from, to), analyser, terms)) {
        const last = found[found.length - 1];
        if (last && last[1] >= from + start) last[1] = from + end;
        else found.push([from + start, from + end]);
      }
    }
    return found;
  }

  // Stretches that folding makes words of. What it drops belongs to them inside (don't) and, if a mark, at the end.
  function runs(text, analyser) {
    const found = [];
    let from = -1;
    let to = -1;
    let at = 0;
    for (const letter of text) {
      const folded = analyser.fold(letter);
      const inside = INSIDE.test(folded) && !BEYOND.test(folded);
      if (inside && (folded || (from >= 0 && MARK.test(letter)))) {
        if (from < 0) from = at;
        to = at + letter.length;
      } else if (!inside) {
        if (from >= 0) found.push([from, to]);
        from = -1;
      }
      at += letter.length;
    }
    if (from >= 0) found.push([from, to]);
    return found;
  }

  // The whole of a word; in scripts without blanks its pairs that were found.
  function marked(run, analyser, terms) {
    const folded = analyser.fold(run);
    if (!SPACELESS.test(folded) || folded.length !== run.length) {
      return analyser.stems(run).some((stem) => terms.has(stem)) ? [[0, run.length]] : [];
    }
    const pairs = analyser.stems(run).map((stem, at) => (terms.has(stem) ? [at, Math.min(at + 2, run.length)] : null));
    return pairs.filter(Boolean);
  }

  AnswerSearch.marks = marks;
}
