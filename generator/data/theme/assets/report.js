// Tells the address of faq.yml which words found no answer: once each, when whoever typed them has stopped. Words only.
{
  const STOPPED = 3000; // milliseconds
  const FEWEST = 3; // characters that can be a question

  const box = document.querySelector("dialog[data-aa-report]");
  const told = new Set();
  let waiting = "";
  let timer = 0;

  /** Without what may name a person: e-mail addresses, and figures as long as a telephone or order number. */
  const masked = (words) =>
    words.replace(/\S+@\S+/g, "…").replace(/\d(?:[\s()./-]*\d){5,}/g, "…").replace(/\s+/g, " ").trim();

  const wait = (words) => {
    clearTimeout(timer);
    waiting = words;
    if (words) timer = setTimeout(tell, STOPPED);
  };

  const tell = () => {
    const question = masked(waiting);
    wait("");
    if (question.length < FEWEST || told.has(question.toLowerCase())) return;
    told.add(question.toLowerCase());
    const date = new Date().toISOString().slice(0, 10);
    const line = { question, language: box.dataset.language, date, source: "search" };
    fetch(box.dataset.aaReport, {
      method: "POST",
      body: `${JSON.stringify(line)}\n`,
      mode: "no-cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      keepalive: true,
    }).catch(() => {}); // nobody is asked to try again
  };

  if (box) {
    box.addEventListener("aa-answered", ({ detail }) => wait(detail.count ? "" : detail.words));
    box.addEventListener("input", () => wait(""));
    box.addEventListener("close", tell);
    addEventListener("pagehide", tell);
  }
}
