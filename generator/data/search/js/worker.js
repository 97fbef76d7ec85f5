// The worker: loads files when they are asked for, and answers with what it has before it has everything.
//
// page -> worker  { type: "load", base, name, words }, { type: "find", number, words, limit }
// `words` is the content of the file `name`, where the page has fetched it while the worker started.
// worker -> page  { type: "ready" }, { type: "failed" }, { type: "hits", number, words, complete, hits }

{
  let base = "";
  let opened = null; // a promise of { name, finder }
  let newest = 0; // only the newest query is worth an answer
  let loading = new Map(); // file -> the promise of its having come

  async function read(name, cache = "default") {
    const response = await fetch(base + name, { cache });
    if (!response.ok) throw new Error(`${response.status} ${name}`);
    return response.json();
  }

  // The index of today. The manifest is always asked for anew; every other file's name tells its content.
  async function open() {
    const { words } = await read("index.json", "no-cache");
    return { name: words, finder: new AnswerSearch.Finder(await read(words)) };
  }

  function load(name, words) {
    loading = new Map();
    opened = words ? Promise.resolve().then(() => ({ name, finder: new AnswerSearch.Finder(words) })) : open();
    opened.then(() => postMessage({ type: "ready" }), () => postMessage({ type: "failed" }));
  }

  // True when a file has come, false if it does not come: the next query tries again.
  function get(finder, name) {
    if (!loading.has(name)) {
      const came = read(name).then((content) => { finder.add(name, content); return true; });
      loading.set(name, came.catch(() => { loading.delete(name); return false; }));
    }
    return loading.get(name);
  }

  // Whether a newer index has been published since this one was opened, whose files may be gone: it is then open.
  async function renewed(name) {
    const now = await open().catch(() => null);
    if (!now || now.name === name) return false;
    loading = new Map();
    opened = Promise.resolve(now);
    return true;
  }

  async function answer({ number, words, limit }) {
    const failed = new Set();
    for (;;) {
      const { name, finder } = await opened;
      if (number !== newest) return;
      const { hits, missing } = finder.find(words, limit);
      const needed = missing.filter((file) => !failed.has(file));
      const complete = needed.length === 0;
      if (complete && failed.size && !hits.length) return void postMessage({ type: "failed" });
      if (complete || hits.length) postMessage({ type: "hits", number, words, complete, hits });
      if (complete) {
        for (const file of finder.idle()) await get(finder, file);
        return;
      }
      const came = await Promise.all(needed.map((file) => get(finder, file)));
      if (came.includes(false) && !(failed.size === 0 && (await renewed(name)))) {
        needed.filter((_, n) => !came[n]).forEach((file) => failed.add(file));
      }
    }
  }

  self.onmessage = ({ data }) => {
    if (data.type === "load") {
      base = data.base;
      load(data.name, data.words);
    } else if (data.type === "find" && opened) {
      newest = data.number;
      answer(data).catch(() => {}); // that the index does not open has been said
    }
  };
}
