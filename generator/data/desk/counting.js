// How long a text is as its network counts it: the twin of generator/social/counting.py, which says why. X knows every
// ending of a domain, and the desk none: what may be an address counts as one or as its letters, whichever is more.

const LINK_LENGTH = 23;
const PUNCTUATION = /[!*'();:,.?…"”“»]+$/u;
const PICTOGRAPH = /[\p{Extended_Pictographic}\p{Regional_Indicator}\uFE0F\u20E3]/u;
const WORD = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\p{Join_C}";
const FEDIVERSE_LINK = new RegExp(`(?<![${WORD}@#/.])https?://[${WORD}.\\-]+\\.[${WORD}][${WORD}\\-]*(?::\\d+)?(?:[/?#][^\\s<>"{}^\`]*)?`, "giu");
const FEDIVERSE_NAME = new RegExp(`(?<![${WORD}/])(@[${WORD}][${WORD}.\\-]*)@[${WORD}.\\-]+\\.[${WORD}][${WORD}\\-]*`, "gu");
const X_PATH = "(?::\\d+)?(?:[/?#][^\\s<>\"{}^`«»„“”]*)?";
const X_LINK = new RegExp(`(?<![A-Za-z0-9@$#])https?://((?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,})(?![\\p{L}\\p{N}@])${X_PATH}`, "giu");
const X_BARE = new RegExp(`(?<![\\p{L}\\p{N}@$#./_-])((?:[a-z0-9-]+\\.)+[a-z]{2,})(?![\\p{L}\\p{N}@])${X_PATH}`, "giu");
const NO_ENDING = /\.(?:example|test|invalid|localhost)$/i; // of no address that can be reached
const X_SINGLE = [[0, 4351], [8192, 8205], [8208, 8223], [8242, 8247]];

const segmenter = typeof Intl.Segmenter === "function" ? new Intl.Segmenter("en") : undefined;
const graphemesOf = (text) => (segmenter ? [...segmenter.segment(text)].map(({ segment }) => segment) : [...text]);
const bytesOf = (text) => new TextEncoder().encode(text).length;

const COUNTERS = {
  x_weighted: xWeighted,
  graphemes: (text) => graphemesOf(text).length,
  mastodon: fediverseLength,
  threads: (text) => graphemesOf(text).reduce((sum, each) => sum + (PICTOGRAPH.test(each) ? bytesOf(each) : 1), 0),
  codepoints: (text) => [...text].length,
  utf16: (text) => text.length,
  bytes: bytesOf,
};

const countLength = (text, unit, link) => COUNTERS[unit](text.normalize("NFC"), link || LINK_LENGTH);

function fediverseLength(text, link) {
  const without = text.replace(FEDIVERSE_LINK, (url) => "x".repeat(link) + (PUNCTUATION.exec(url)?.[0] ?? ""));
  return graphemesOf(without.replace(FEDIVERSE_NAME, "$1")).length;
}

function xWeighted(text, link) {
  let length = 0;
  const without = (found, host, most) => {
    if (NO_ENDING.test(host)) return found;
    const after = PUNCTUATION.exec(found)?.[0] ?? "";
    length += Math.max(link, Math.min(most, found.length - after.length));
    return after;
  };
  const rest = text.replace(X_LINK, (url, host) => without(url, host, link)).replace(X_BARE, (words, host) => without(words, host, words.length));
  return graphemesOf(rest).reduce((sum, each) => sum + xGrapheme(each), length);
}

const isSingle = (point) => X_SINGLE.some(([from, to]) => point >= from && point <= to);

function xGrapheme(grapheme) {
  if (PICTOGRAPH.test(grapheme)) return 2;
  return [...grapheme].reduce((sum, each) => sum + (isSingle(each.codePointAt(0)) ? 1 : 2), 0);
}
