// Numbers and sorted words out of the letters they are written in. Twin of generator/search/packing.py.

const AnswerSearch = {};

{
  const LAST = 78; // the first so many letters end a number, the others say that more follows
  const BITS = 6; // that a letter holds where bits are counted
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

  // The lists of terms in order, `counts` long: [[units, numbers from `least` on], ...], units being below `total`. Short
  // ones are written first.
  function unpackedLists({ units, where }, counts, total, base, least) {
    const told = undense(where, base).map((number) => number + least);
    const step = steps(units);
    const lists = Array(counts.length);
    const shortFirst = [...counts.keys()].sort((a, b) => counts[a] - counts[b]);
    let at = 0;
    for (const term of shortFirst) {
      const found = new Int32Array(counts[term]);
      const low = found.length ? Math.max(31 - Math.clz32(total / found.length), 0) : 0;
      let unit = -1;
      for (let n = 0; n < found.length; n += 1) {
        unit += step(low) + 1;
        found[n] = unit;
      }
      lists[term] = [found, told.subarray(at, at + found.length)];
      at += found.length;
    }
    return lists;
  }

  // Reads one step after the other (Rice coding): a one for every 2 ** low, a zero, and the rest in `low` bits.
  function steps(text) {
    let at = 0;
    let value = 0;
    let left = 0;
    const bit = () => {
      if (!left) {
        value = VALUES[text.charCodeAt(at)];
        at += 1;
        left = BITS;
      }
      left -= 1;
      return (value >> left) & 1;
    };
    return (low) => {
      let step = 0;
      while (bit()) step += 1;
      for (let n = 0; n < low; n += 1) step = step * 2 + bit();
      return step;
    };
  }

  Object.assign(AnswerSearch, { unpacked, unfronted, unpackedLists });
}
