// Hits as they are shown, from what has been loaded, and which files would tell more.

{
  class Finder {
    constructor(words) {
      if (words.v !== 1) throw new Error(`index of version ${words.v}`);
      this.index = new AnswerSearch.Index(words);
      this.searcher = new AnswerSearch.Searcher(this.index);
      this.marker = new AnswerSearch.Marker(this.index.analyser);
    }

    // The content of a file that find() named.
    add(name, content) {
      const [kind, number] = name.split(".");
      if (kind === "answers") this.index.addShard(Number(number), content);
      else if (kind === "cards") this.index.addCards(Number(number), content);
      else this.index.shown = content;
    }

    // { hits, missing }: hits are final when no file is missing.
    find(query, limit = 10) {
      const { hits, best, words, matches } = this.searcher.search(query, limit);
      const shards = this.missingShards(words, matches);
      // Titles decide among the best; while answers have not come, only those that a first answer would show are worth it.
      const titles = best.filter((unit) => this.index.title(unit) === undefined);
      const documents = (shards.size ? titles.slice(0, limit) : titles).map((unit) => this.index.place(unit)[0]);
      const cards = hits.map(({ document }) => document).filter((document) => !this.index.cards[document]);
      const missing = new Set([...shards, ...[...documents, ...cards].map((document) => this.cardFile(document))]);
      const terms = marked(words, matches);
      const known = hits.filter(({ document }) => this.index.shown[document]);
      return { hits: known.map((hit) => this.shown(hit, terms)), missing: [...missing] };
    }

    missingShards(words, matches) {
      const { shards } = this.index;
      if (!shards.length) return new Set();
      const stems = words.flatMap((word, n) => [
        ...this.searcher.matcher.reached(word),
        ...[...matches[n].keys()].map((term) => term.text),
      ]);
      const numbers = new Set(stems.map((stem) => this.index.shardOf(stem)));
      const missing = [...numbers].filter((number) => !shards[number].loaded);
      return new Set(missing.map((number) => `answers.${number}.${shards[number].digest}.json`));
    }

    cardFile(document) {
      const number = Math.floor(document / this.index.size);
      return `cards.${number}.${this.index.cardFiles[number]}.json`;
    }

    // The file of all titles, worth loading when there is time; null if there is none or it has come.
    titlesFile() {
      const { list, shown } = this.index;
      return list && shown.includes(undefined) ? `titles.${list}.json` : null;
    }

    shown({ document, heading, score }, terms) {
      const { cards, language, shown } = this.index;
      const [id, title, ...headings] = shown[document];
      const [short, lang] = cards[document] ?? ["", language];
      const [anchor, text] = heading === null ? ["", ""] : headings.slice(heading * 2, heading * 2 + 2);
      const marks = (words) => this.marker.marks(words, terms);
      return {
        id, anchor, title, heading: text, short, lang, score,
        marks: { title: marks(title), heading: marks(text), short: marks(short) },
      };
    }
  }

  // The terms worth showing: not those of words that say little, nor those only related to what was asked.
  function marked(words, matches) {
    const told = matches.filter((_, n) => !words[n].stop).flatMap((found) => [...found]);
    return new Set(told.filter(([, { how }]) => how !== "related").map(([term]) => term.text));
  }

  // For pages that have everything at hand: contents of the words file, the cards files and the answers files in order.
  function open(words, cards, shards = []) {
    const finder = new Finder(words);
    cards.forEach((content, number) => finder.add(`cards.${number}`, content));
    shards.forEach((content, number) => finder.add(`answers.${number}`, content));
    return { find: (query, limit) => finder.find(query, limit).hits };
  }

  Object.assign(AnswerSearch, { Finder, open });
}
