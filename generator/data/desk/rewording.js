// Changing the words of a post, its pictures' too. What somebody typed stays until it is saved or given up: another
// version that appears meanwhile is shown beside it.

const rewording = new Map(); // id of a draft -> { base, values }: each field as it was when the form opened, and as typed

function fieldsOf(version) {
  const slides = version.slides.flatMap((slide, index) => ["title", "text", "alt"].map((name) => [`${index + 1}.${name}`, slide[name]]));
  const alt = version.slides.length || !version.alt ? [] : [["alt", version.alt]];
  return new Map([["text", version.text], ...alt, ...slides]);
}

const labelOf = (key) => {
  const [number, name] = key.includes(".") ? key.split(".") : ["", key];
  const said = { text: say("post_text"), alt: say("alt"), title: say("picture_title") }[name];
  return number ? `${say("picture_number", { number })} · ${name === "text" ? say("picture_text") : said}` : said;
};

function reword(draft) {
  const version = editing.versions.get(draft.id);
  if (!rewording.has(draft.id)) rewording.set(draft.id, { base: fieldsOf(version), values: fieldsOf(version) });
  redraw(draft);
  byId(`post-${draft.id}`)?.querySelector(".reword-form textarea").focus();
}

function showRewording(article, draft) {
  const typed = rewording.get(draft.id);
  if (!typed) return;
  const form = fromTemplate("reword");
  form.querySelector(".rows").append(...[...fieldsOf(editing.versions.get(draft.id))].map(([key, now]) => wordsRow(draft, typed, key, now)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    saveWords(draft);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    else if (event.key === "Escape" && !isTyped(draft)) giveUp(draft);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  form.querySelector(".cancel").addEventListener("click", () => giveUp(draft));
  article.querySelector(".decide .reword").hidden = true;
  article.querySelector(".decide").before(form);
  if (isTyped(draft)) tryWords(draft, form);
  else showCounter(form, draft, draft);
}

// A text to change, and the version in the file below it where that is another than the one that was opened.
function wordsRow(draft, typed, key, now) {
  const row = fromTemplate("words");
  put(row, ".name", labelOf(key));
  const area = row.querySelector("textarea");
  area.value = typed.values.get(key) ?? now;
  area.lang = tag(draft.lang);
  area.rows = Math.min(16, Math.max(key === "text" ? 8 : 2, area.value.split("\n").length + 1));
  area.addEventListener("input", () => {
    typed.values.set(key, area.value);
    tryWords(draft, area.form);
  });
  const isOther = typed.base.has(key) && typed.base.get(key) !== now;
  row.querySelector(".present").hidden = !isOther;
  if (!isOther) return row;
  put(row, ".present .text", now, draft.lang);
  row.querySelector(".take").addEventListener("click", () => {
    area.value = now;
    area.dispatchEvent(new Event("input"));
    area.focus();
  });
  return row;
}

// What differs from the version that is in the file now.
function changesOf(draft) {
  const now = fieldsOf(editing.versions.get(draft.id));
  const { values } = rewording.get(draft.id);
  const changes = {};
  for (const [key, value] of values) {
    if (!now.has(key) || now.get(key) === value) continue;
    const [number, name] = key.split(".");
    if (name) ((changes.slides ??= {})[number] ??= {})[name] = value;
    else changes[key] = value;
  }
  return changes;
}

const isTyped = (draft) => Object.keys(changesOf(draft)).length > 0;

let trial = 0;

// How long the words are as the network counts, and what rules say of them, while somebody types.
function tryWords(draft, form) {
  const mine = (trial += 1);
  setTimeout(async () => {
    if (mine !== trial || !rewording.has(draft.id)) return;
    const words = isTyped(draft) ? changesOf(draft) : { text: editing.versions.get(draft.id).text };
    const answer = await ask("try", { do: "change", draft: draft.id, seen: editing.versions.get(draft.id).seen, ...words });
    if (mine !== trial || answer.length === undefined) return;
    showCounter(form, draft, answer);
    showTold(form.querySelector(".told"), answer.problems);
  }, 150);
}

async function saveWords(draft) {
  const changes = changesOf(draft);
  if (!Object.keys(changes).length) return giveUp(draft);
  const answer = await edit(draft, { do: "change", ...changes });
  if (answer.status === 409 && answer.now) {
    keep(draft, { draft: answer.now });
    redraw(draft);
    byId(`post-${draft.id}`)?.querySelector(".reword-form textarea").focus();
    return announce(say("compare"), true);
  }
  if (answer.status !== 200) {
    announce(whyNot(answer), true);
    const told = byId(`post-${draft.id}`)?.querySelector(".reword-form .told");
    if (told) showTold(told, answer.problems ?? []);
    return;
  }
  rewording.delete(draft.id);
  show(draft, answer, ".undo");
  announce(say("saved", { what: postName(draft) }));
}

function giveUp(draft) {
  rewording.delete(draft.id);
  redraw(draft);
  byId(`post-${draft.id}`)?.querySelector(".decide .reword").focus();
}

// A page that is left by mistake takes typed words with it: browsers ask first.
addEventListener("beforeunload", (event) => {
  const isLost = DATA.drafts.some((draft) => rewording.has(draft.id) && isTyped(draft));
  if (isLost) event.preventDefault();
});
