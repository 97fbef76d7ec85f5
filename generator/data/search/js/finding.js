// Hits as they are shown, from what has been loaded, and which files would tell more.

{
  const FIRST = 4; // hits of a first answer: their cards may be as many files

  class Finder {
    constructor(words) {
      if (words.v !== 1) throw new Error(`index of version ${words.v}`);
      this.files = words; // names of files, in parts
      this.index = new AnswerSearch.Index(words);
      this.searcher = new AnswerSearch.Searcher(this.index);
      this.marker = new AnswerSearch.Marker(this.index.analyser);
    }

    // The content of a file that find() named.
    add(name, content) {
      const [kind, number] = name.split(".");
      if (kind === "cards") this.index.addCards(Number(number), content);
      else if (kind === "answers") this.index.addAnswers(Number(number), content);
      else if (kind === "vocabulary") this.index.addVocabulary(content, this.files.answers.map(([start]) => start));
      else this.index.shown = content;
    }

    // { hits, missing }: hits are final when no file is missing.
    find(query, limit = 10) {
      const { hits, best, words, matches } = this.searcher.search(query, limit);
      const known = hits.filter(({ document }) => this.index.shown[document]);
      const stems = marked(words, matches);
      return { hits: known.map((hit) => this.shown(hit, stems)), missing: this.missing(hits, best, matches) };
    }

    // Names of the files to load next: first those of a first answer, then what may change it, then what it shows.
    missing(hits, best, matches) {
      const { cards, complete, shown } = this.index;
      const documents = best.map((unit) => this.index.place(unit)[0]);
      const blank = !hits.some(({ document }) => shown[document]);
      if (hits.length && blank) return this.cardFiles(documents.slice(0, FIRST));
      if (!complete) return [`vocabulary.${this.files.vocabulary}.json`];
      const terms = matches.flatMap((found) => [...found.keys()]);
      const shards = new Set(terms.map((term) => this.index.missingShard(term)).filter((number) => number >= 0));
      if (shards.size) return [...shards].map((number) => `answers.${number}.${this.files.answers[number][1]}.json`);
      // Titles decide among the best: all titles come, since later queries need them too.
      if (documents.some((document) => !shown[document])) return [`shown.${this.files.shown}.json`];
      return this.cardFiles(hits.map(({ document }) => document).filter((number) => !cards[number]));
    }

    cardFiles(documents) {
      const numbers = new Set(documents.map((document) => Math.floor(document / this.index.size)));
      return [...numbers].map((number) => `cards.${number}.${this.files.cards[number]}.json`);
    }

    // Names of the files that serve every query, worth loading when there is time.
    idle() {
      const { complete, shown } = this.index;
      const names = complete ? [] : [`vocabulary.${this.files.vocabulary}.json`];
      return shown.includes(undefined) ? [...names, `shown.${this.files.shown}.json`] : names;
    }

    shown({ document, heading, score }, stems) {
      const { cards, language, shown } = this.index;
      const [id, title, ...headings] = shown[document];
      const [short, lang] = cards[document] ?? ["", language];
      const [anchor, text] = heading === null ? ["", ""] : headings.slice(heading * 2, heading * 2 + 2);
      const marks = (words) => this.marker.marks(words, stems);
      return {
        id, anchor, title, heading: text, short, lang, score,
        marks: { title: marks(title), heading: marks(text), short: marks(short) },
      };
    }
  }

  // The stems worth showing: not those of words that say little, nor those only related to what was asked.
  function marked(words, matches) {
    const told = matches.filter((_, n) => !words[n].stop).flatMap((found) => [...found]);
    return new Set(told.filter(([, { how }]) => how !== "related").map(([term]) => term.text));
  }

  // For pages that have everything at hand: contents of the words file, the cards files and the answers files in order.
  // Of a large index the vocabulary too.
  function open(words, cards, shards = [], vocabulary = null) {
    const finder = new Finder(words);
    if (vocabulary) finder.add("vocabulary", vocabulary);
    cards.forEach((content, number) => finder.add(`cards.${number}`, content));
    shards.forEach((content, number) => finder.add(`answers.${number}`, content));
    return { find: (query, limit) => finder.find(query, limit).hits };
  }

  Object.assign(AnswerSearch, { Finder, open });
}
