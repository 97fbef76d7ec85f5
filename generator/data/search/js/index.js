// The written index in memory. Twin of generator/search/index.py; what the files hold: generator/search/coding.py.

{
  const MOST_TIMES = 3;
  const START = 2; // first letters of a term that choose its shard

  // A term, and where it is: [[units, where], ...], those of the words file first, those of answers after them. `where`
  // is 8 for a title, 4 for another way to ask, and how often the answer has it.
  class Term {
    constructor(text, asked) {
      this.text = text;
      this.asked = asked; // a title has it, or another way to ask
      this.lists = [];
      this.having = 0; // units
    }

    add(list) {
      this.lists.push(list);
      this.having += list[0].length;
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
      this.shown = words.shown ?? Array(this.documents); // [id, title, anchor, heading, ...] of each document
      this.cards = Array(this.documents); // [short, language]
      this.list = words.list; // the file of what is shown, if there is one
      this.size = words.size; // documents of a file of cards
      this.cardFiles = words.cards;
      this.shards = words.shards.map(([start, digest]) => ({ start, digest, loaded: false }));
      this.readTerms(words);
      if (words.answers) this.addAnswers(words.answers, this.terms);
    }

    readGroups(groups) {
      this.groups = groups.map(([synonyms, stems, ...phrases]) => ({
        synonyms: Boolean(synonyms),
        stems: stems.split(" ").filter(Boolean),
        phrases: phrases.map((phrase) => phrase.split(" ")),
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
      const lists = AnswerSearch.postings(words.asked, (MOST_TIMES + 1) * 4, 0);
      this.terms = AnswerSearch.unfronted(words.terms).map((text) => new Term(text, true));
      this.terms.forEach((term, number) => term.add(lists[number]));
      this.arrange();
    }

    // What is found by its letters and by its length, after terms have come.
    arrange() {
      this.at = new Map(this.terms.map((term) => [term.text, term]));
      this.ofLength = new Map();
      for (const term of this.terms) {
        const same = this.ofLength.get(term.text.length);
        if (same) same.push(term);
        else this.ofLength.set(term.text.length, [term]);
      }
    }

    // A shard's terms are those of titles between its first letters, and its own.
    addAnswers(answers, inside) {
      const own = AnswerSearch.unfronted(answers.terms).map((text) => new Term(text, false));
      const lists = AnswerSearch.postings(answers, MOST_TIMES, 1);
      merged(inside, own).forEach((term, number) => term.add(lists[number]));
      this.terms = merged(this.terms, own);
      this.arrange();
    }

    // Number of the shard whose terms begin as this one does.
    shardOf(text) {
      const start = text.slice(0, START);
      let number = this.shards.length - 1;
      while (number > 0 && start < this.shards[number].start) number -= 1;
      return number;
    }

    addShard(number, answers) {
      const shard = this.shards[number];
      if (shard.loaded) return;
      shard.loaded = true;
      this.addAnswers(answers, this.terms.filter((term) => this.shardOf(term.text) === number));
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

  // Two sorted lists as one.
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
