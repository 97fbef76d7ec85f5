// Answers to a query, best first. Twin of generator/search/ranking.py: the same operations in the same order, so that
// scores are the same to the last bit.

{
  const MOST_LETTERS = 300;
  const MOST_WORDS = 24;
  const SCALE = 1000000;
  const ALSO = 4; // bits of a term's `where`
  const TITLE = 8;
  const TIMES = 3;
  const SAID = 1; // how a word found something: by itself or what means the same, or by a related word only
  const RELATED = 2;

  const mean = (numbers) => (numbers.length && numbers.reduce((sum, number) => sum + number, 0) / numbers.length) || 1;
  const better = ([unit, score], [other, least]) => score > least || (score === least && unit < other);

  class Searcher {
    constructor(index) {
      this.index = index;
      this.matcher = new AnswerSearch.Matcher(index);
      this.weighLengths();
    }

    // What a unit's length does to its words, counted once.
    weighLengths() {
      const { titles, texts, weights } = this.index;
      const titleLength = mean(titles);
      const textLength = mean(texts);
      const share = (weight, words, usual) => 1 - weight + (weight * words) / usual;
      this.titlePart = titles.map((words) => this.saturated(1 / share(weights.title_length, words, titleLength)));
      this.textLength = texts.map((words) => share(weights.text_length, words, textLength));
    }

    saturated(times) {
      const { saturation } = this.index.weights;
      return (times * (saturation + 1)) / (times + saturation);
    }

    // [{ document, heading, unit, score }, ...] at most one a document; equal scores in the documents' order. With it
    // the best units whatever their titles, of which some may not have come, and the matches of each word.
    search(query, limit = 10) {
      const words = this.words(query);
      const matches = words.map((word) => this.matcher.matches(word));
      const best = words.length ? this.best(words, matches) : [];
      const ranked = best.map(([unit, score]) => [unit, this.reranked(unit, score, words)]);
      ranked.sort((a, b) => (better(a, b) ? -1 : 1));
      const hits = new Map();
      for (const [unit, score] of ranked) {
        const [document, heading] = this.index.place(unit);
        if (!hits.has(document)) hits.set(document, { document, heading, unit, score });
      }
      return { hits: [...hits.values()].slice(0, limit), best: best.map(([unit]) => unit), words, matches };
    }

    // The query's different words.
    words(query) {
      const { analyser, byStem, byPhrase } = this.index;
      const letters = Array.from(query.slice(0, 2 * MOST_LETTERS)).slice(0, MOST_LETTERS);
      const typed = analyser.words(letters.join("")).slice(0, MOST_WORDS);
      const stems = typed.map((word) => analyser.stem(word));
      const onlyStop = typed.every((word) => analyser.stop.has(word));
      const words = new Map();
      typed.forEach((word, at) => {
        if (words.has(word)) return;
        const phrases = byPhrase.get(stems[at]) ?? [];
        const said = phrases.filter(([phrase]) => phrase.every((stem, n) => stems[at + n] === stem));
        words.set(word, {
          typed: word,
          stem: stems[at],
          stop: !onlyStop && analyser.stop.has(word),
          last: at === typed.length - 1,
          groups: [...(byStem.get(stems[at]) ?? []), ...said.map(([, group]) => group)],
        });
      });
      return [...words.values()];
    }

    importance(word) {
      return word.stop ? this.index.weights.stop : 1;
    }

    // The best that one word finds: { scores, kinds, found }, the first two by unit, the last the units it finds at all.
    evidence(word, matches) {
      const scores = new Float64Array(this.index.titles.length);
      const kinds = new Uint8Array(scores.length);
      const found = [];
      for (const [term, { weight, how }] of matches) {
        const worth = weight * this.importance(word) * this.matcher.rarity(term.text, word.stem);
        const kind = how === "related" ? RELATED : SAID;
        for (const [units, where] of term.lists) {
          for (let n = 0; n < units.length; n += 1) {
            const unit = units[n];
            const score = worth * this.partScore(unit, where[n]);
            if (!kinds[unit]) found.push(unit);
            if (!kinds[unit] || score > scores[unit]) {
              scores[unit] = score;
              kinds[unit] = kind;
            }
          }
        }
      }
      return { scores, kinds, found };
    }

    partScore(unit, where) {
      const { weights } = this.index;
      let score = 0;
      if (where & (TITLE | ALSO)) {
        const part = this.titlePart[unit];
        score += (where & TITLE ? weights.title : 0) * part + (where & ALSO ? weights.also : 0) * part;
      }
      if (where & TIMES) score += weights.text * this.saturated((where & TIMES) / this.textLength[unit]);
      return score;
    }

    // [unit, score] of the best of everything that any word found.
    best(words, matches) {
      const { documents, parents, weights } = this.index;
      const evidence = words.map((word, n) => this.evidence(word, matches[n]));
      const importance = words.map((word) => this.importance(word));
      const everything = importance.reduce((sum, one) => sum + one, 0);
      const best = [];
      for (const unit of everywhere(evidence, this.index.titles.length)) {
        const parent = unit < documents ? -1 : parents[unit - documents];
        let score = 0;
        let covered = 0;
        for (let n = 0; n < words.length; n += 1) {
          const { scores, kinds } = evidence[n];
          let kind = kinds[unit];
          let worth = scores[unit];
          if (parent >= 0 && kinds[parent] && weights.inherited * scores[parent] > worth) {
            kind = kinds[parent];
            worth = weights.inherited * scores[parent];
          }
          if (kind) {
            score += worth;
            covered += importance[n] * (kind === RELATED ? weights.related_covers : 1);
          }
        }
        keep(best, [unit, Math.floor(((score * covered) / everything) * SCALE + 0.5)], weights.reranked);
      }
      return best;
    }

    // More for a title with the words just as they were typed, and for one that says no more than them.
    reranked(unit, score, words) {
      const title = this.index.title(unit);
      if (title === undefined) return score;
      const { analyser, weights } = this.index;
      const exact = new Set(analyser.words(title));
      const share = words.filter((word) => exact.has(word.typed)).length / words.length;
      const likeness = this.likeness(new Map(words.map((word) => [word.stem, word.stop])), exact);
      const bonus = weights.exact * share * share * share + weights.title_alike * likeness;
      return Math.floor(score * (1 + bonus) + 0.5);
    }

    // Dice's coefficient of the query's stems and a title's, the rare ones weighing more.
    likeness(asked, title) {
      const { analyser } = this.index;
      const has = new Map([...title].map((word) => [analyser.stem(word), analyser.stop.has(word)]));
      let both = 0;
      let allAsked = 0;
      let allHas = 0;
      for (const [stem, stop] of asked) {
        const worth = this.worth(stem, stop);
        allAsked += worth;
        both += has.has(stem) ? worth : 0;
      }
      for (const [stem, stop] of has) allHas += this.worth(stem, stop);
      return both ? (2 * both) / (allAsked + allHas) : 0;
    }

    worth(stem, stop) {
      return this.matcher.rarity(stem) * (stop ? this.index.weights.stop : 1);
    }
  }

  // The units where any word found something, each once.
  function everywhere(evidence, units) {
    const seen = new Uint8Array(units);
    const all = [];
    for (const { found } of evidence) {
      for (const unit of found) {
        if (!seen[unit]) all.push(unit);
        seen[unit] = 1;
      }
    }
    return all;
  }

  // Put a pair where it belongs among the best, of which there are `most`.
  function keep(best, pair, most) {
    if (best.length >= most && !better(pair, best[best.length - 1])) return;
    let at = best.length;
    while (at > 0 && better(pair, best[at - 1])) at -= 1;
    best.splice(at, 0, pair);
    if (best.length > most) best.pop();
  }

  AnswerSearch.Searcher = Searcher;
}
