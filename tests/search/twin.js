// What tests ask of the twin, in Node and in a page; every function takes and gives JSON.

function analyse(tables, texts) {
  const analyser = new AnswerSearch.Analyser(tables);
  return texts.map((text) => [analyser.words(text), analyser.stems(text)]);
}

function calculate(name, rows) {
  return rows.map((row) => AnswerSearch[name](...row));
}

function marksOf(tables, rows) {
  const marker = new AnswerSearch.Marker(new AnswerSearch.Analyser(tables));
  return rows.map(([text, stems]) => marker.marks(text, new Set(stems)));
}

function told(hits) {
  return hits.map(({ id, anchor, score }) => [id, anchor, score]);
}

// As the desk does it: files are { name: content }, all at hand.
function search(files, queries, limit) {
  const of = (kind) => Object.keys(files).filter((name) => name.startsWith(`${kind}.`))
    .sort((a, b) => Number(a.split(".")[1]) - Number(b.split(".")[1])).map((name) => files[name]);
  const words = files[files["index.json"].words];
  const opened = AnswerSearch.open(words, of("cards"), of("answers"), of("vocabulary")[0]);
  return queries.map((query) => told(opened.find(query, limit)));
}

// As the worker does it: files come when they are asked for. Gives for each query its hits and the files it took.
function searchLoading(files, queries, limit) {
  const finder = new AnswerSearch.Finder(files[files["index.json"].words]);
  return queries.map((query) => {
    const taken = [];
    let { hits, missing } = finder.find(query, limit);
    while (missing.length) {
      for (const name of missing) finder.add(name, files[name]);
      taken.push(...missing);
      ({ hits, missing } = finder.find(query, limit));
    }
    return [told(hits), taken];
  });
}

function shownHits(files, query) {
  const finder = new AnswerSearch.Finder(files[files["index.json"].words]);
  for (const name of Object.keys(files).filter((file) => file.startsWith("cards."))) finder.add(name, files[name]);
  return finder.find(query).hits;
}
