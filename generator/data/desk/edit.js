// Editing, where `faq serve` shows the desk: a page that is opened from a folder has no token, and only reads.

// `versions` is what the server last told of each draft, `undo` what takes its edits back, `told` what rules say of it.
const editing = { token: document.querySelector('meta[name="edit-token"]')?.content ?? "", versions: new Map(), undo: new Map(), told: new Map() };

async function ask(path, body) {
  const headers = { "X-Answer-Ahead-Token": editing.token, ...(body && { "Content-Type": "application/json" }) };
  const options = { method: body ? "POST" : "GET", headers, body: body && JSON.stringify(body), referrerPolicy: "same-origin" };
  try {
    const answer = await fetch(`api/${path}`, options);
    return { status: answer.status, ...(await answer.json()) };
  } catch {
    return { status: 0 };
  }
}

// Drafts as they are in the folder now; what was built may be a moment older.
async function startEditing() {
  if (!editing.token) return;
  const { drafts } = await ask("drafts");
  if (!drafts) return;
  const known = new Map(DATA.drafts.map((draft) => [draft.id, draft]));
  for (const version of drafts) take(version, known.get(version.id));
  DATA.drafts = DATA.drafts.filter(({ id }) => editing.versions.has(id));
  inOrder();
  if (!byId("calendar").hidden) route();
}

const placeOf = ({ day, time, channel, id }) => [day, time, channel, id].join(" ");

function inOrder() {
  DATA.drafts.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

function take(version, known = DATA.drafts.find(({ id }) => id === version.id)) {
  editing.versions.set(version.id, version);
  if (known) Object.assign(known, version.shown);
  else DATA.drafts.push({ pictures: [], document: "", linkPicture: null, stale: false, ...version.shown });
}

// The buttons of a post, and what rules say of it after an edit.
function offerEdits(article, draft) {
  const version = editing.versions.get(draft.id);
  if (!version) return;
  const question = article.querySelector(".question");
  question.id = `question-${draft.id}`;
  const button = (name, isOffered, act) => {
    const found = article.querySelector(`.decide .${name}`);
    found.hidden = !isOffered;
    found.setAttribute("aria-describedby", question.id);
    found.addEventListener("click", act);
  };
  for (const name of ["approve", "hold", "review", "retire"]) button(name, version.may.includes(name), () => decide(draft, name));
  button("publish", version.may.includes("publish"), () => askAddress(draft));
  button("reword", version.editable, () => reword(draft));
  button("move", version.editable, () => openMove(draft));
  button("pin", version.editable && !version.pinned, () => act(draft, { do: "pin", pinned: true }, ".unpin"));
  button("unpin", version.editable && version.pinned, () => act(draft, { do: "pin", pinned: false }, ".pin"));
  button("undo", Boolean(editing.undo.get(draft.id)?.length), () => undo(draft));
  article.querySelector(".decide").hidden = false;
  showTold(article.querySelector(".told"), editing.told.get(draft.id) ?? []);
  offerPick(article, draft);
  showRewording(article, draft);
}

function showTold(list, problems) {
  list.hidden = !problems.length;
  list.replaceChildren(...problems.map(({ code, message }) => {
    const item = document.createElement("li");
    item.lang = "en"; // as all problems are
    item.textContent = `${message} (${code})`;
    return item;
  }));
}

const decide = (draft, name) => act(draft, { do: name }, ".undo");

// One edit of what was seen; afterwards the keyboard is on `focused` of the post. Says whether it was made.
async function act(draft, wish, focused) {
  const answer = await edit(draft, wish);
  if (answer.status !== 200) return refused(draft, answer), false;
  show(draft, answer, focused);
  announce(say("saved", { what: postName(draft) }));
  return true;
}

// The edit as such, with nothing shown yet.
async function edit(draft, wish) {
  const answer = await ask("edit", { ...wish, draft: draft.id, seen: editing.versions.get(draft.id).seen });
  if (answer.undo) editing.undo.set(draft.id, [...(editing.undo.get(draft.id) ?? []), answer.undo]);
  if (answer.draft) keep(draft, answer);
  return answer;
}

function keep(draft, answer) {
  take(answer.draft);
  inOrder();
  editing.told.set(draft.id, answer.problems ?? []);
}

async function undo(draft) {
  const answer = await takeBack(draft);
  if (answer.status !== 200) return refused(draft, answer);
  show(draft, answer, ".decide button:not([hidden])");
  announce(say("undone", { what: postName(draft) }));
}

async function takeBack(draft) {
  const keys = editing.undo.get(draft.id) ?? [];
  const answer = await ask("undo", { undo: keys.at(-1) });
  if (answer.status !== 200) return answer;
  editing.undo.set(draft.id, keys.slice(0, -1));
  keep(draft, answer);
  return answer;
}

const postName = (draft) => [draft.network, draft.time, stateText(draft.state)].join(" · ");

// The post as it is now, in its place; the keyboard stays with it.
function show(draft, answer, focused) {
  keep(draft, answer);
  redraw(draft);
  const article = byId(`post-${draft.id}`);
  (article?.querySelector(focused) ?? article?.querySelector(".decide button:not([hidden])") ?? slipOf(draft.id))?.focus();
}

function refused(draft, answer) {
  if (answer.status === 409) {
    editing.undo.delete(draft.id);
    if (answer.now) show(draft, { draft: answer.now }, ".question");
    announce(say("changed_elsewhere"), true);
    return;
  }
  announce(whyNot(answer), true);
  if (answer.problems) show(draft, { draft: editing.versions.get(draft.id), problems: answer.problems }, ".decide button:not([hidden])");
}

const reasonOf = ({ status, problems, error }) => problems?.find(({ severity }) => severity === "error")?.message ?? error ?? String(status);
const whyNot = (answer) => (answer.status ? say("not_saved", { why: reasonOf(answer) }) : say("server_gone"));

// Where the post went out: the address is kept with it, and may be left empty.
function askAddress(draft) {
  const dialog = byId("publishing");
  const input = dialog.querySelector("input");
  put(dialog, ".which", `${draft.network} · ${dayText(draft.day, LONG_DAY)} · ${draft.time}`);
  input.value = draft.posted;
  dialog.querySelector("form").onsubmit = async (event) => {
    event.preventDefault();
    dialog.close();
    await act(draft, { do: "publish", address: input.value.trim() }, ".undo");
  };
  dialog.querySelector(".cancel").onclick = () => dialog.close();
  dialog.showModal();
  input.focus();
}

// The words a customer was helped with, noted for those who write the answers. The server leaves out what is personal.
function offerFlag(article, entry) {
  const words = byId("query").value;
  if (!editing.token || !isQuery(words)) return;
  const button = article.querySelector(".flag");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const answer = await ask("edit", { do: "flag", entry: entry.id, language: answers.searched || chosen.customer, words });
    announce(answer.status === 200 ? say("flagged", { what: masked(words) }) : whyNot(answer), answer.status !== 200);
  });
}
