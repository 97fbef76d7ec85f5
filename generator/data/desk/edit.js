// Editing, where `faq serve` shows the desk: a page that is opened from a folder has no token, and only reads.

// `versions` is what the server last told of each draft, `undo` what takes its last edit back, `told` what rules say of it.
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
  drafts.forEach(take);
  DATA.drafts = DATA.drafts.filter(({ id }) => editing.versions.has(id)).sort((a, b) => inOrder(a) < inOrder(b) ? -1 : 1);
  route();
}

const inOrder = ({ day, time, channel, id }) => [day, time, channel, id].join(" ");

function take(version) {
  const known = DATA.drafts.find(({ id }) => id === version.id);
  editing.versions.set(version.id, version);
  if (known) Object.assign(known, version.shown);
  else DATA.drafts.push({ pictures: [], document: "", linkPicture: null, ...version.shown });
}

// The buttons of a post in the calendar, and what rules say of it after an edit.
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
  for (const name of ["approve", "hold"]) button(name, version.may.includes(name), () => decide(draft, name));
  button("undo", editing.undo.has(draft.id), () => undo(draft));
  article.querySelector(".decide").hidden = false;
  const told = editing.told.get(draft.id) ?? [];
  article.querySelector(".told").hidden = !told.length;
  article.querySelector(".told").append(...told.map(({ code, message }) => {
    const item = document.createElement("li");
    item.lang = "en"; // as all problems are
    item.textContent = `${message} (${code})`;
    return item;
  }));
}

async function decide(draft, name) {
  const answer = await ask("edit", { do: name, draft: draft.id, seen: editing.versions.get(draft.id).seen });
  if (answer.status === 200) {
    if (answer.undo) editing.undo.set(draft.id, answer.undo);
    show(draft, answer, ".undo");
    announce(say("saved", { what: postName(draft) }));
  } else refused(draft, answer);
}

async function undo(draft) {
  const answer = await ask("undo", { undo: editing.undo.get(draft.id) });
  if (answer.status !== 200) return refused(draft, answer);
  editing.undo.delete(draft.id);
  show(draft, answer, ".decide button:not([hidden])");
  announce(say("undone", { what: postName(draft) }));
}

const postName = (draft) => [draft.network, draft.time, stateText(draft.state)].join(" · ");

// The post as it is now, in its place; the keyboard stays with it.
function show(draft, answer, focused) {
  take(answer.draft);
  editing.told.set(draft.id, answer.problems ?? []);
  const article = postArticle(draft);
  byId(`post-${draft.id}`)?.replaceWith(article);
  article.querySelector(focused)?.focus();
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

const whyNot = ({ status, problems, error }) => {
  const why = problems?.find(({ severity }) => severity === "error")?.message ?? error ?? status;
  return status ? say("not_saved", { why }) : say("server_gone");
};

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
