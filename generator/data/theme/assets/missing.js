// The page for missing addresses: in the language of the address that was asked for, with what it may have meant.
(() => {
  const { base, home, languages } = document.currentScript.dataset;

  // A host serves one page for the missing addresses of all languages. That page asks for the one of the right language,
  // with the address in `from`, and the other puts the address back where people can correct it.
  const from = new URLSearchParams(location.search).get("from") || "";
  const isOurs = /^\/(?![/\\])/.test(from) && from.startsWith(base);
  const address = isOurs ? new URL(location.origin + from) : location;
  if (isOurs) history.replaceState(null, "", address);
  const path = address.pathname.startsWith(base) ? address.pathname.slice(base.length) : address.pathname;
  const parts = path.split("/").filter(Boolean).map(decoded);
  const code = languages.split(" ").find((one) => one && one.toLowerCase() === (parts[0] || "").toLowerCase());
  const right = code ? `${code}/` : "";
  if (/^404(\.html)?$/.test(parts.at(-1) || "404")) return; // the page itself: nothing was asked for
  if (right !== home && !isOurs) {
    location.replace(`${base}${right}404.html?from=${encodeURIComponent(address.pathname + address.search + address.hash)}`);
    return;
  }
  document.addEventListener("DOMContentLoaded", help);

  function help() {
    const wanted = (code ? parts.slice(1) : parts)
      .map((part) => folded(part.replace(/\.(html?|md|php)$/i, "")))
      .filter((part) => part && !["q", "t", "index"].includes(part));
    const form = document.querySelector("[data-aa-find]");
    if (!wanted.length || !form) return;
    form.elements.q.value = wanted.at(-1).replaceAll("-", " ").slice(0, 80);
    fetch(`${base}${home}ids.json`)
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((known) => show(found(wanted, candidates(known))))
      .catch(() => {});
  }

  function candidates({ answers, topics, pages, former, withdrawn }) {
    const rows = (ids, kind, folder) =>
      Object.entries(ids).map(([id, title]) => ({ key: folded(id), kind, href: `${folder}${id}/`, title }));
    return [
      ...rows(answers, "mean", "q/"),
      ...rows(topics, "mean", "t/"),
      ...rows(pages, "mean", ""),
      ...Object.entries(former).map(([id, heir]) => ({
        key: folded(id), kind: "moved", href: `q/${heir}/`, title: answers[heir],
      })),
      ...withdrawn.map((id) => ({ key: folded(id), kind: "withdrawn", href: `q/${id}/`, title: id })),
    ];
  }

  // The parts of the address from the last to the first: the same id written otherwise or its words in another order,
  // then a slip of the fingers, then more or fewer words.
  function found(wanted, known) {
    const last = [...wanted].reverse();
    for (const part of last) {
      const same = known.filter(({ key }) => sorted(key) === sorted(part));
      if (same.length) return same.slice(0, 3);
    }
    for (const part of last) {
      const near = closest(part, known);
      if (near.length) return near;
    }
    return [];
  }

  function closest(part, known) {
    const limit = part.length < 4 ? 0 : part.length < 8 ? 1 : 2;
    const near = known
      .map((one) => ({ ...one, distance: distance(part, one.key, limit) }))
      .filter((one) => one.distance <= limit)
      .sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1));
    if (near.length) return near.slice(0, 3);
    const words = part.split("-").filter((word) => word.length > 2);
    const holds = (all, some) => some.length && some.every((word) => all.includes(word));
    return known
      .filter(({ key }) => holds(key.split("-"), words) || (key.includes("-") && holds(words, key.split("-"))))
      .slice(0, 3);
  }

  // Letters wrong, missing, too many, or swapped with their neighbour; anything above `limit` is as good as infinite.
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let before = [];
    let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let row = 1; row <= a.length; row += 1) {
      const current = [row];
      for (let column = 1; column <= b.length; column += 1) {
        const same = a[row - 1] === b[column - 1];
        let best = Math.min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1));
        if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
          best = Math.min(best, before[column - 2] + 1);
        }
        current.push(best);
      }
      if (Math.min(...current) > limit) return limit + 1;
      [before, previous] = [previous, current];
    }
    return previous[b.length];
  }

  function show(rows) {
    for (const { kind, href, title } of rows) {
      const box = document.querySelector(`[data-aa-found="${kind}"]`);
      const link = document.createElement("a");
      link.href = `${base}${home}${href}${address.hash}`;
      link.textContent = title;
      const row = document.createElement("li");
      row.append(link);
      box.querySelector("ul").append(row);
      box.hidden = false;
    }
  }

  function decoded(part) {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }

  function sorted(key) {
    return key.split("-").sort().join("-");
  }

  function folded(text) {
    const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  }
})();
