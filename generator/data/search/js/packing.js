// Numbers and sorted words out of the letters they are written in. Twin of generator/search/packing.py.

const AnswerSearch = {};

{
  const LAST = 61; // the first so many letters end a number, the others say that more follows
  const VALUES = new Uint8Array(128);
  let letters = 0;
  for (let code = 33; code < 127; code += 1) {
    if (!'"\\<'.includes(String.fromCharCode(code))) {
      VALUES[code] = letters;
      letters += 1;
    }
  }
  const MORE = letters - LAST;

  function unpacked(text) {
    const numbers = [];
    let number = 0;
    let scale = 1;
    for (let at = 0; at < text.length; at += 1) {
      const value = VALUES[text.charCodeAt(at)];
      if (value < LAST) {
        numbers.push(number + value * scale);
        number = 0;
        scale = 1;
      } else {
        number += value * scale;
        scale *= MORE;
      }
    }
    return numbers;
  }

  // Numbers below `base`, several in a letter; some zeros may follow them.
  function undense(text, base) {
    let together = 1;
    while (base ** (together + 1) <= letters) together += 1;
    const numbers = new Uint8Array(text.length * together);
    for (let at = 0; at < text.length; at += 1) {
      let value = VALUES[text.charCodeAt(at)];
      for (let place = 0; place < together; place += 1) {
        numbers[at * together + place] = value % base;
        value = Math.floor(value / base);
      }
    }
    return numbers;
  }

  // Sorted words: a capital says how many letters a word shares with the one before.
  function unfronted(text) {
    let before = "";
    return (text.match(/[A-Z][^A-Z]*/g) ?? []).map((term) => {
      before = before.slice(0, term.charCodeAt(0) - 65) + term.slice(1);
      return before;
    });
  }

  // The lists of terms in order, `counts` long: [[units, numbers from `least` on], ...]. Short ones are written first.
  function unpackedLists({ units, where }, counts, base, least) {
    const steps = unpacked(units);
    const told = undense(where, base).map((number) => number + least);
    const lists = Array(counts.length);
    const shortFirst = [...counts.keys()].sort((a, b) => counts[a] - counts[b]);
    let at = 0;
    for (const term of shortFirst) {
      const found = new Int32Array(counts[term]);
      let unit = -1;
      for (let n = 0; n < found.length; n += 1) {
        unit += steps[at + n] + 1;
        found[n] = unit;
      }
      lists[term] = [found, told.subarray(at, at + found.length)];
      at += found.length;
    }
    return lists;
  }

  Object.assign(AnswerSearch, { unpacked, unfronted, unpackedLists });
}
