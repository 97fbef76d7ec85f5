// Finding answers with the site's search, AnswerSearch. The index of a language comes when the language is first searched,
// those of the customer and the agent when the page is shown.

const MOST_HITS = 12; // as on the site
const MOST_FOUND = 30; // of which some may be pages of the site, which are no answers
const CLEARLY = 3; // times the score: words of one language find next to nothing in another, unless the two are much alike
const searches = new Map(); // language -> its search; undefined while it is on its way, null if it cannot be had

function load(code) {
  if (searches.has(code)) return;
  searches.set(code, undefined);
  when(["finding", `search.${code}`], () => {
    searches.set(code, opened(code));
    setTimeout(lookAgain); // opening it was work enough at a time
  });
}

function opened(code) {
  try {
    const { words, cards, answers: shards, vocabulary } = window.ANSWER_AHEAD_SEARCH[code];
    return AnswerSearch.open(words, cards, shards, vocabulary);
  } catch {
    return null;
  }
}

// undefined while the index, or what is shown of its entries, is on its way.
function hitsIn(code, typed) {
  load(code);
  if (!isWhole(chosen.customer)) {
    when([...firstOf(chosen.customer), ...restOf(chosen.customer)], lookAgain);
    return undefined;
  }
  const search = searches.get(code);
  return search === undefined ? undefined : search?.find(typed, MOST_FOUND).filter(({ id }) => ENTRIES.has(id)).slice(0, MOST_HITS) ?? [];
}

// { results: [{ entry, hit }, ...], language, isBetter }: in the customer's language, in the agent's if that is clearly the
// one that was typed, or else in the first that finds anything; `wanted` stands for both. `isBetter` if the customer's
// language found something, too; `waiting` if an index has to come before more can be said.
function find(typed, wanted) {
  const [first, own] = wanted ? [wanted, wanted] : [chosen.customer, chosen.interface];
  const named = entriesCalled(typed);
  const found = new Map();
  for (const code of new Set([first, own, chosen.customer, DATA.source, ...LANGUAGES.keys()])) {
    const hits = hitsIn(code, typed);
    if (!hits) return { results: [], language: code, waiting: true };
    found.set(code, hits);
    if (!found.has(own)) continue;
    const isBetter = bestScore(found.get(own)) > CLEARLY * bestScore(found.get(first));
    const language = isBetter ? own : [first, code].find((each) => found.get(each).length);
    if (!language && !named.length) continue;
    const results = merged(found.get(language) ?? [], named, typed);
    return { results, language: language ?? first, isBetter: isBetter && found.get(first).length > 0 };
  }
  return { results: [], language: first };
}

const bestScore = (hits) => hits[0]?.score ?? 0;

// What colleagues call entries among themselves is not in the site's index: ids and tags, which count when typed whole.
const nameIn = (typed) => typed.trim().toLowerCase();

function entriesCalled(typed) {
  const name = nameIn(typed);
  return DATA.entries.filter((entry) => entry.id === name || entry.tags.some((each) => each.toLowerCase() === name));
}

// The entry of that id comes first; those with the tag come after everything that was found.
function merged(hits, named, typed) {
  const ids = new Set(hits.map(({ id }) => id));
  const found = hits.map((hit) => ({ entry: ENTRIES.get(hit.id), hit }));
  const all = [...found, ...named.filter(({ id }) => !ids.has(id)).map((entry) => ({ entry, hit: null }))];
  return all.sort((a, b) => (b.entry.id === nameIn(typed)) - (a.entry.id === nameIn(typed)));
}

const isQuery = (typed) => /[\p{L}\p{N}]/u.test(typed);

// The words are part of the address: it can be bookmarked, and passed on to a colleague.
const askedWords = () => new URLSearchParams(location.search).get("q") ?? "";

function rememberWords(typed) {
  const address = new URL(location.href);
  if (typed) address.searchParams.set("q", typed);
  else address.searchParams.delete("q");
  try { history.replaceState(history.state, "", address); } catch { /* too many changes for this browser: the next one will do */ }
}

// Text with <mark> around each of the ranges [from, to], which are in order.
function putMarked(root, selector, text, ranges, code) {
  const element = put(root, selector, "", code);
  let at = 0;
  for (const [from, to] of ranges) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    element.append(text.slice(at, from), mark);
    at = to;
  }
  element.append(text.slice(at));
  return element;
}

// Without what may name a person: e-mail addresses, and figures as long as a telephone or order number.
const masked = (words) => words.replace(/\S+@\S+/g, "…").replace(/\d(?:[\s()./-]*\d){5,}/g, "…").replace(/\s+/g, " ").trim();
