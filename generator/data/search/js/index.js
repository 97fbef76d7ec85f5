// The written index in memory. Twin of generator/search/index.py; what the files hold: generator/search/coding.py.

{
  const MOST_TIMES = 3;

  // A term, and where it is: [[units, where], ...], those of titles first. `where` adds 8 for a title, 4 for
  // another way to ask, and how often the answer has it.
  class Term {
    constructor(text, asked) {
      this.text = text;
      this.asked = asked; // a title has it, or another way to ask
      this.number = 0; // in the order of all
      this.lists = [];
      this.having = 0; // units
      this.trigrams = 0; // different ones of its own; counted when an unknown word is typed
    }
  }

  class Index {
    constructor(words) {
      this.language = words.language;
      this.weights = words.weights;
      this.analyser = new AnswerSearch.Analyser(words.tables);
      this.readGroups(words.groups);
      this.titles = AnswerSearch.unpacked(words.titles); // words of each unit's title
      this.texts = AnswerSearch.unpacked(words.texts); // words of each document's answer
      this.documents = this.texts.length;
      this.readHeadings(AnswerSearch.unpacked(words.headings));
      this.shown = Array(this.documents); // [id, title, anchor, heading, ...] of each document
      this.cards = Array(this.documents); // [short, language]
      this.size = words.size; // documents of a file of cards
      this.readTerms(words);
      this.shards = []; // { start, loaded }: where answers have the terms from a number on
      this.complete = false; // whether the terms of answers are known
      if (words.inline) {
        this.shown = words.inline.shown;
        this.addVocabulary(words.inline.vocabulary, [0]);
        this.addAnswers(0, words.inline.answers);
      }
    }

    readGroups(groups) {
      const split = (stems) => stems.split(" ").filter(Boolean);
      this.groups = groups.map(([synonyms, stems, hints, ...phrases]) => ({
        synonyms: Boolean(synonyms), stems: split(stems), hints: split(hints), phrases: phrases.map(split),
      }));
      this.byStem = new Map();
      this.byPhrase = new Map(); // first stem -> [[phrase, group], ...]
      const put = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);
      this.groups.forEach(({ stems, phrases }, group) => {
        for (const stem of stems) put(this.byStem, stem, group);
        for (const phrase of phrases) put(this.byPhrase, phrase[0], [phrase, group]);
      });
    }

    // Units are the documents in order, then all their headings: `parents` has the document of each heading.
    readHeadings(counts) {
      this.parents = [];
      this.firstHeading = [];
      counts.forEach((count, document) => {
        this.firstHeading.push(this.parents.length);
        for (let n = 0; n < count; n += 1) this.parents.push(document);
      });
    }

    readTerms(words) {
      const counts = AnswerSearch.unpacked(words.counts);
      const lists = AnswerSearch.unpackedLists(words.asked, counts, this.titles.length, 4 * (MOST_TIMES + 1), 0);
      const terms = AnswerSearch.unfronted(words.terms).map((text) => new Term(text, true));
      terms.forEach((term, number) => {
        term.lists.push(lists[number]);
        term.having = counts[number];
      });
      this.arrange(terms);
    }

    // Finds terms by their letters, by their length, and by their number.
    arrange(terms) {
      this.terms = terms;
      this.at = new Map(terms.map((term) => [term.text, term]));
      this.ofLength = new Map();
      this.trigrams = null;
      terms.forEach((term, number) => {
        term.number = number;
        const same = this.ofLength.get(term.text.length);
        if (same) same.push(term);
        else this.ofLength.set(term.text.length, [term]);
      });
    }

    // The terms that no title has, and in how many documents only the answer has a term; `starts` are the first terms
    // of the shards.
    addVocabulary({ terms, counts }, starts) {
      this.arrange(merged(this.terms, AnswerSearch.unfronted(terms).map((text) => new Term(text, false))));
      this.counts = AnswerSearch.unpacked(counts);
      this.terms.forEach((term, number) => { term.having += this.counts[number]; });
      this.shards = starts.map((start) => ({ start, loaded: false }));
      this.complete = true;
    }

    addAnswers(number, answers) {
      const shard = this.shards[number];
      if (shard.loaded) return;
      shard.loaded = true;
      const counts = this.counts.slice(shard.start, this.shards[number + 1]?.start);
      AnswerSearch.unpackedLists(answers, counts, this.documents, MOST_TIMES, 1).forEach((list, n) => {
        if (list[0].length) this.terms[shard.start + n].lists.push(list);
      });
    }

    // Number of the shard that has the rest of a term's places; -1 if nothing is missing.
    missingShard(term) {
      if (!this.counts[term.number]) return -1;
      let number = this.shards.length - 1;
      while (number > 0 && term.number < this.shards[number].start) number -= 1;
      return this.shards[number].loaded ? -1 : number;
    }

    addCards(number, cards) {
      cards.forEach(([short, language, ...shown], n) => {
        const document = number * this.size + n;
        this.cards[document] = [short, language || this.language];
        if (shown.length) this.shown[document] = shown;
      });
    }

    // Document of a unit, and the heading's place in it.
    place(unit) {
      if (unit < this.documents) return [unit, null];
      const document = this.parents[unit - this.documents];
      return [document, unit - this.documents - this.firstHeading[document]];
    }

    // Title of a unit; undefined if its file has not come.
    title(unit) {
      const [document, heading] = this.place(unit);
      return this.shown[document]?.[heading === null ? 1 : heading * 2 + 3];
    }
  }

  // Two sorted lists of terms as one.
  function merged(some, others) {
    const all = [];
    let at = 0;
    for (const term of others) {
      while (at < some.length && some[at].text < term.text) {
        all.push(some[at]);
        at += 1;
      }
      all.push(term);
    }
    return all.concat(some.slice(at));
  }

  AnswerSearch.Index = Index;
}
