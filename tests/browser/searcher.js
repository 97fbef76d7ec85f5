// Stands in for the worker: finds typed words within questions, headings and short answers as they are written.
// DOCUMENTS = [{id, anchor, title, heading, short, lang}, …] is set in front of it.
const ranges = (text, words) =>
  words.flatMap((word) => {
    const at = text.toLowerCase().indexOf(word);
    return at < 0 ? [] : [[at, at + word.length]];
  }).sort((a, b) => a[0] - b[0]);

onmessage = ({ data }) => {
  if (data.type === "load") {
    fetch(`${data.base}index.json`).catch(() => {}).finally(() => postMessage({ type: "ready" }));
    return;
  }
  const words = data.words.toLowerCase().split(/\s+/).slice(0, 1);
  const hits = DOCUMENTS.map((document) => {
    const marks = {};
    for (const part of ["title", "heading", "short"]) marks[part] = ranges(document[part], words);
    return { ...document, marks };
  }).filter(({ marks }) => Object.values(marks).some((found) => found.length)).slice(0, data.limit);
  if (data.words !== "slow") postMessage({ type: "hits", number: data.number, words: data.words, complete: false, hits: hits.slice(0, 1) });
  setTimeout(postMessage, data.words === "slow" ? 300 : 0, { type: "hits", number: data.number, words: data.words, complete: true, hits });
};
