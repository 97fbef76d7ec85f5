// The reader's own language, offered where the page is written in it. Nobody is sent there, and a "no" is remembered.
{
  const CLOSED = "aa-offer-closed";

  /** Readers of -> what else they read without effort; the first is what we offer. */
  const READS = {
    "sr-Cyrl": ["sr-Cyrl", "sr-Latn"],
    "bs-Latn": ["sr-Latn", "hr-Latn"],
    "bs-Cyrl": ["sr-Cyrl", "sr-Latn"],
  };

  /** Language and script: `sr-Latn` for sr-Latn-RS, sh and cnr; `hr-Latn` for hr. */
  const written = (tag) => {
    try {
      const locale = new Intl.Locale(tag).maximize();
      return `${locale.language}-${locale.script}`;
    } catch {
      return "";
    }
  };

  /** The link to offer: the first language in the reader's own order, unless this page's comes before it. */
  const offered = () => {
    const links = [...document.querySelectorAll("[data-aa-offer]")];
    const here = written(document.documentElement.lang);
    for (const wish of navigator.languages) {
      const read = READS[written(wish)] ?? [written(wish)];
      if (read.includes(here)) return null;
      const found = read.map((language) => links.find((link) => written(link.hreflang) === language)).find(Boolean);
      if (found) return found;
    }
    return null;
  };

  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children);
    return made;
  };

  const bar = (link, close) => {
    const { aaOffer, aaOpen, aaClose } = link.dataset;
    const open = element("a", { href: link.href, hreflang: link.hreflang, className: "aa-button" }, aaOpen);
    const shut = element("button", { type: "button", className: "aa-button aa-button--quiet", onclick: close }, aaClose);
    const row = element("div", { className: "md-grid aa-offer__inner" }, element("p", {}, aaOffer), open, shut);
    return element("aside", { className: "aa-offer md-typeset", lang: link.hreflang, dir: "auto", ariaLabel: aaOffer }, row);
  };

  // Where storing is forbidden, the offer comes again on the next page.
  const remember = (change) => {
    try {
      return change(localStorage);
    } catch {
      return null;
    }
  };

  const link = remember((storage) => storage.getItem(CLOSED)) ? null : offered();
  if (link) {
    const made = bar(link, () => {
      remember((storage) => storage.setItem(CLOSED, "1"));
      made.remove();
      document.getElementById("content")?.focus({ preventScroll: true });
    });
    document.querySelector(".md-container").prepend(made);
  }
}
