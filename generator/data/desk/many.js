// Deciding about many posts at once: each is an edit of its own, guarded like any other, and what came of it is told.

const picked = new Set();
let last = []; // the posts of the last edit that can be taken back from the bar

function startMany() {
  const bar = byId("many");
  bar.querySelector(".all").addEventListener("click", () => {
    for (const draft of postsShown()) if (isPickable(draft)) picked.add(draft.id);
    drawCalendar();
  });
  bar.querySelector(".none").addEventListener("click", () => {
    picked.clear();
    drawCalendar();
    bar.querySelector(".all").focus();
  });
  for (const name of ["approve", "hold"]) bar.querySelector(`.${name}-many`).addEventListener("click", () => decideMany(name));
  byId("last").querySelector("button").addEventListener("click", undoLast);
}

const isPickable = (draft) => Boolean(editing.versions.get(draft.id)?.may.length);

function offerPick(root, draft) {
  const label = root.querySelector(".pick");
  if (planning.view !== (root.matches(".post") ? "list" : "week") || !isPickable(draft)) return;
  label.hidden = false;
  const box = label.querySelector("input");
  box.checked = picked.has(draft.id);
  box.setAttribute("aria-label", `${say("select_post")}: ${draft.time}, ${draft.network}, ${questionOf(draft).text}`);
  box.addEventListener("change", () => pick(draft, box.checked));
}

function pick(draft, isPicked) {
  if (isPicked) picked.add(draft.id);
  else picked.delete(draft.id);
  showMany();
}

function togglePick(draft) {
  const box = (byId(`post-${draft.id}`) ?? slipOf(draft.id)?.parentElement)?.querySelector(".pick:not([hidden]) input");
  box?.click();
}

// Only what is shown is decided about: a filter or another month leaves nothing selected behind it.
function showMany() {
  const bar = byId("many");
  const posts = postsShown();
  const ids = new Set(posts.map(({ id }) => id));
  for (const id of picked) if (!ids.has(id)) picked.delete(id);
  bar.hidden = planning.view === "month" || !posts.some(isPickable);
  put(bar, ".how-many", picked.size ? say("selected_count", {}, picked.size) : "");
  bar.querySelector(".with-them").hidden = !picked.size;
}

async function decideMany(name) {
  const wanted = { approve: "approved", hold: "held" }[name];
  const chosenPosts = postsShown().filter((draft) => picked.has(draft.id) && draft.state !== wanted);
  const done = [];
  const elsewhere = [];
  const refusals = [];
  for (const draft of chosenPosts) {
    const answer = await edit(draft, { do: name });
    if (answer.status === 200) done.push(draft);
    else if (answer.status === 409) {
      if (answer.now) keep(draft, { draft: answer.now });
      elsewhere.push(draft);
    } else refusals.push([draft, answer.status ? reasonOf(answer) : say("server_gone")]);
  }
  for (const draft of done) picked.delete(draft.id);
  const told = [
    done.length || !(elsewhere.length + refusals.length) ? (name === "approve" ? say("many_approved", {}, done.length) : say("many_held", {}, done.length)) : "",
    elsewhere.length ? say("many_changed", {}, elsewhere.length) : "",
    refusals.length ? say("many_refused", {}, refusals.length) : "",
  ].filter(Boolean).join(", ");
  drawCalendar();
  offerLast(done.map(({ id }) => id), told, refusals);
  (done.length ? byId("last").querySelector("button") : byId("many").querySelector(".all")).focus();
  announce(told, Boolean(elsewhere.length + refusals.length));
}

// What was just done, why not everything was, and the way back.
function offerLast(ids, text, refusals = []) {
  const bar = byId("last");
  last = ids;
  bar.hidden = false;
  put(bar, ".text", text);
  bar.querySelector("button").hidden = !ids.length;
  bar.querySelector("ul").replaceChildren(...refusals.map(([draft, why]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = addressOf({ opened: draft.id });
    link.textContent = `${draft.time} ${draft.network}`;
    const reason = document.createElement("span");
    reason.lang = "en"; // as all problems are
    reason.textContent = why;
    item.append(link, ": ", reason);
    return item;
  }));
}

async function undoLast() {
  const drafts = last.map((id) => DATA.drafts.find((draft) => draft.id === id)).filter(Boolean);
  let failed = null;
  for (const draft of drafts.reverse()) {
    const answer = await takeBack(draft);
    if (answer.status === 200) continue;
    failed = answer;
    if (answer.now) keep(draft, { draft: answer.now });
  }
  byId("last").hidden = true;
  if (drafts.length === 1) planning.day = drafts[0].day;
  go(addressOf({ opened: "" }));
  (slipOf(drafts[0]?.id) ?? byId("plan")).focus();
  if (failed) announce(failed.status === 409 ? say("changed_elsewhere") : whyNot(failed), true);
  else announce(say("undone", { what: say("posts_count", {}, drafts.length) }));
}
