// The search: opens from a button, a key or an address with ?q=words, and shows what its worker finds while somebody types.
// Keys and roles are those of an editable combobox (ARIA Authoring Practices). Nothing is loaded before it opens.
if (document.querySelector("dialog.aa-box")) {
  const MOST = 12; // hits
  const PAUSE = 400; // milliseconds without typing, after which the number of hits is told and the address is changed

  const box = document.querySelector("dialog.aa-box");
  const part = (name) => box.querySelector(`.aa-box__${name}`);
  const field = box.querySelector("input");
  const status = box.querySelector("[role=status]");
  const [list, none, failed, ask, topics, clear] = ["hits", "none", "failed", "ask", "topics", "clear"].map(part);
  const say = JSON.parse(box.dataset.say);
  const home = new URL(box.dataset.home, location.href);
  const language = document.documentElement.lang;
  const numbers = new Intl.PluralRules(language);
  const names = new Intl.DisplayNames(language, { type: "language" });

  let worker = null;
  let ready = false;
  let number = 0; // of the newest question to the worker
  let hits = []; // as shown; those of the newest question when `answered`
  let answered = false;
  let active = -1;
  let hurried = null; // Enter was pressed before the hits were there: whether with Control
  let pause = 0;

  const words = () => field.value.trim();
  const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };

  // The worker: started by the first opening, asked for the newest words only.

  const start = () => {
    if (worker) return;
    try {
      worker = new Worker(box.dataset.worker);
    } catch {
      fail();
      return;
    }
    worker.onmessage = ({ data }) => {
      if (data.type === "failed") fail();
      if (data.type === "hits" && data.number === number) show(data.hits, data.complete);
      if (data.type !== "ready") return;
      ready = true;
      find();
    };
    worker.onerror = fail;
    load(worker);
  };

  /** The index is fetched while the worker starts: over a slow line that is a third of the wait. */
  const load = async (started) => {
    const base = new URL("search/", home).href;
    try {
      const { words: name } = await fetched(`${base}index.json`, "no-cache");
      started.postMessage({ type: "load", base, name, words: await fetched(base + name) });
    } catch {
      if (worker === started) fail();
    }
  };

  const fetched = async (address, cache = "default") => {
    const response = await fetch(address, { cache });
    if (!response.ok) throw new Error(response.status);
    return response.json();
  };

  /** Says so; the next try begins anew. */
  const fail = () => {
    worker?.terminate();
    worker = null;
    ready = false;
    box.classList.remove("aa-box--busy");
    draw([], false);
    failed.hidden = false;
  };

  const find = () => {
    number += 1;
    answered = false;
    status.textContent = "";
    const asked = words();
    clear.hidden = !field.value;
    if (!asked) show([], true);
    else if (ready) worker.postMessage({ type: "find", number, words: asked, limit: MOST });
    else start();
    box.classList.toggle("aa-box--busy", !answered);
  };

  // What is shown.

  const show = (found, complete) => {
    failed.hidden = true;
    answered = complete;
    box.classList.remove("aa-box--busy");
    draw(found, complete);
    if (complete) box.dispatchEvent(new CustomEvent("aa-answered", { detail: { words: words(), count: found.length } }));
    if (!hurried || !complete || !found.length) return;
    const { aside } = hurried;
    hurried = null;
    choose(0, aside);
  };

  const draw = (found, complete) => {
    const kept = hits[active] && key(hits[active]);
    hits = found;
    list.replaceChildren(...hits.map(option));
    list.hidden = !hits.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
    const asked = words();
    none.hidden = !(asked && complete && !hits.length);
    none.querySelector("strong").textContent = fill(say.search_none, { words: asked });
    ask.hidden = !asked;
    topics.hidden = Boolean(hits.length);
    if (asked && box.dataset.mail) box.querySelector("[data-aa-ask]").href = mail(asked);
    activate(hits.findIndex((hit) => key(hit) === kept));
    tell();
  };

  /** Where a hit leads from home: an entry, or a page such as `page:contact`, and the heading that answers. */
  const key = ({ id, anchor }) => `${id.startsWith("page:") ? id.slice(5) : `q/${id}`}/${anchor ? `#${anchor}` : ""}`;

  const option = (hit, at) => {
    const title = element("strong", {}, ...marked(hit.title, hit.marks?.title));
    if (hit.heading) title.append(element("span", {}, " › ", ...marked(hit.heading, hit.marks?.heading)));
    const made = element("a", { href: new URL(key(hit), home).href, id: `aa-hit-${at}`, className: "aa-hit", role: "option", tabIndex: -1, ariaSelected: "false" }, title);
    if (hit.short) made.append(element("span", {}, ...marked(hit.short, hit.marks?.short)));
    if (!hit.lang || hit.lang === language) return made;
    title.lang = hit.lang;
    if (hit.short) made.lastChild.lang = hit.lang;
    made.append(element("small", {}, named(hit.lang)));
    return made;
  };

  const named = (tag) => {
    try {
      return names.of(tag);
    } catch {
      return tag;
    }
  };

  /** A text with `<mark>` around each range `[from, to]`; ranges are in order and do not overlap. */
  const marked = (text, ranges = []) => {
    const parts = [];
    let at = 0;
    for (const [from, to] of ranges) {
      parts.push(text.slice(at, from), element("mark", {}, text.slice(from, to)));
      at = to;
    }
    return [...parts, text.slice(at)];
  };

  const mail = (asked) => {
    const text = `${fill(say.mail_search_text, { words: asked })}\r\n\r\n${say.mail_search_more}\r\n`;
    const subject = encodeURIComponent(fill(say.mail_search, { words: asked }));
    return `mailto:${box.dataset.mail}?subject=${subject}&body=${encodeURIComponent(text)}`;
  };

  // Told once somebody stops typing: to those who listen how many hits there are, to the address what was asked.

  const tell = () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      const asked = words();
      remember(box.open ? asked : "");
      if (!asked || !answered) return;
      const phrase = say.search_count[numbers.select(hits.length)] ?? say.search_count.other;
      const text = hits.length ? fill(phrase, { count: hits.length }) : fill(say.search_none, { words: asked });
      status.textContent = text;
    }, PAUSE);
  };

  const remember = (asked) => {
    const address = new URL(location.href);
    if ((address.searchParams.get("q") ?? "") === asked) return;
    if (asked) address.searchParams.set("q", asked);
    else address.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // some browsers count the changes; the next one will do
    }
  };

  // Keys.

  const activate = (at) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = at;
    const chosen = list.children[at];
    if (!chosen) {
      field.removeAttribute("aria-activedescendant");
      return;
    }
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", chosen.id);
  };

  const choose = (at, aside = false) => {
    const { href } = list.children[at];
    if (aside) {
      window.open(href, "_blank", "noopener");
      return;
    }
    remember(words());
    location.assign(href);
  };

  const enter = (event) => {
    event.preventDefault();
    const aside = event.ctrlKey || event.metaKey;
    hurried = !answered && active < 0 ? { aside } : null;
    if (!hurried && hits.length) choose(Math.max(active, 0), aside);
  };

  /** One further down or up; from either end to the field, where none is active. */
  const step = (by) => activate(((active + 1 + by + hits.length + 1) % (hits.length + 1)) - 1);

  const KEYS = {
    ArrowDown: (event) => { event.preventDefault(); step(1); },
    ArrowUp: (event) => { event.preventDefault(); step(-1); },
    Home: () => activate(-1),
    End: () => activate(-1),
    ArrowLeft: () => activate(-1),
    ArrowRight: () => activate(-1),
    Enter: enter,
  };

  field.addEventListener("keydown", (event) => {
    if (!event.isComposing) KEYS[event.key]?.(event);
  });
  field.addEventListener("input", () => {
    hurried = null;
    activate(-1);
    find();
  });
  list.addEventListener("click", () => remember(words()));

  // Opening and closing.

  const open = (asked) => {
    place();
    if (!box.open) box.showModal();
    if (asked !== undefined) field.value = asked;
    field.focus();
    field.select();
    start();
    find();
  };

  /** At the button in the header; within what a keyboard on the screen leaves free. */
  const place = () => {
    const button = document.querySelector(".md-header [data-aa-search]").getBoundingClientRect();
    const seen = window.visualViewport?.scale === 1 ? window.visualViewport : null; // enlarged with two fingers: as it was
    const end = document.body.dir === "rtl" ? button.left : document.documentElement.clientWidth - button.right;
    const sizes = { end: end, top: button.top, view: seen?.height ?? innerHeight, shift: seen?.offsetTop ?? 0 };
    for (const [name, size] of Object.entries(sizes)) box.style.setProperty(`--aa-${name}`, `${Math.max(size, 0)}px`);
  };
  for (const target of [window, window.visualViewport]) {
    for (const change of ["resize", "scroll"]) target?.addEventListener(change, () => box.open && place());
  }

  box.addEventListener("close", () => {
    clearTimeout(pause);
    remember("");
  });
  box.addEventListener("click", ({ target }) => target === box && box.close()); // beside it
  part("close").addEventListener("click", () => box.close());
  clear.addEventListener("click", () => open(""));

  document.addEventListener("click", ({ target }) => target.closest("[data-aa-search]") && open());
  document.addEventListener("keydown", (event) => {
    const isTyped = event.target.closest?.("input, textarea, select, [contenteditable]");
    const meta = event.ctrlKey || event.metaKey;
    const wanted = meta ? event.key === "k" && !event.altKey && !event.shiftKey : !event.altKey && "/s".includes(event.key) && !isTyped;
    if (!wanted || (box.open && !meta)) return;
    event.preventDefault();
    open();
  });

  const asked = new URLSearchParams(location.search).get("q")?.trim();
  if (asked) open(asked.slice(0, field.maxLength));
}
