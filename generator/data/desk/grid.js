// What month and week share: posts as small slips, and keys that lead from day to day and from slip to slip.

const MARKS = { Bluesky: "Bs", "Facebook Page": "Fb", "Google Business Profile": "G", Instagram: "Ig", "Instagram carousel": "Ig", "Instagram story": "Ig", "LinkedIn Page": "In", "LinkedIn document": "In", Mastodon: "Ma", Pinterest: "Pi", Reddit: "Re", "Telegram channel": "Tg", Threads: "Th", "TikTok photos": "Tt", "Viber channel": "Vi", "WhatsApp channel": "Wa", X: "X", "YouTube post": "Yt" };
const markOf = (network) => MARKS[network] ?? network.slice(0, 2);

const questionOf = (draft) => {
  const entry = ENTRIES.get(draft.entry);
  const code = entry ? shownIn(entry, draft.lang) : "";
  return { text: entry ? entry.texts[code].question : draft.entry, code };
};

const slipOf = (id) => [...byId("plan").querySelectorAll(".slip")].find((slip) => slip.dataset.id === id);
const cellOf = (day) => byId("plan").querySelector(`[data-day="${day}"]`);

// A state has a colour and a sign of its own, and its name for those who see neither.
function slip(draft) {
  const made = fromTemplate("slip");
  const button = made.querySelector(".slip");
  const question = questionOf(draft);
  Object.assign(button.dataset, { id: draft.id, state: draft.state });
  put(button, ".time", draft.time);
  put(button, ".mark", markOf(draft.network));
  put(button, ".question", question.text, question.code);
  button.querySelector(".stale").hidden = !draft.stale;
  const states = [stateText(draft.state), ...(draft.stale ? [stateText("stale")] : [])];
  const where = [draft.network, languageName(draft.lang), ...states].join(" · ");
  put(button, ".more", where);
  button.title = `${where}\n${question.text}`;
  if (draft.id === planning.opened) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => openPost(draft));
  offerDrag(button, draft);
  offerPick(made, draft);
  return made;
}

function dayLabel(day, posts) {
  const name = dayText(day, { weekday: "long", day: "numeric", month: "long" });
  const told = [name, ...(day === DATA.today ? [say("today")] : []), posts.length ? say("posts_count", {}, posts.length) : ""];
  return told.filter(Boolean).join(", ");
}

// One cell of the grid can be reached with the tab key; from there the arrows lead on.
function asCell(cell, day, posts) {
  cell.dataset.day = day;
  cell.setAttribute("role", "gridcell");
  cell.setAttribute("aria-label", dayLabel(day, posts));
  cell.tabIndex = day === planning.day ? 0 : -1;
  cell.classList.toggle("today", day === DATA.today);
  if (day === DATA.today) cell.setAttribute("aria-current", "date");
  offerDrop(cell, day);
  return cell;
}

function standOn(day) {
  planning.day = day;
  if (!cellOf(day)) go(addressOf({ opened: "" }));
  cellOf(day)?.focus();
}

// However somebody came to a day, it is the one that they stand on.
function cameTo(event) {
  const at = event.target.closest("[data-day]");
  if (!at) return;
  planning.day = at.dataset.day;
  for (const cell of byId("plan").querySelectorAll("[data-day]")) cell.tabIndex = cell === at ? 0 : -1;
}

const slipsOf = (cell) => [...cell.querySelectorAll(".slip")];

const STEPS = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: () => (planning.view === "month" ? -7 : 0),
  ArrowDown: () => (planning.view === "month" ? 7 : 0),
  Home: (day) => -((atNoon(day).getUTCDay() + 6) % 7),
  End: (day) => (7 - atNoon(day).getUTCDay()) % 7,
};

function gridKeys(event, cell) {
  const { day } = cell.dataset;
  const slips = slipsOf(cell);
  const at = slips.indexOf(document.activeElement);
  const isRtl = document.documentElement.dir === "rtl";
  const key = isRtl ? ({ ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" })[event.key] ?? event.key : event.key;
  if (at >= 0 && key === "ArrowDown") return (slips[at + 1] ?? slips[at]).focus(), true;
  if (at >= 0 && key === "ArrowUp") return (slips[at - 1] ?? cell).focus(), true;
  if (at >= 0 && key === "Escape") return cell.focus(), true;
  if (at < 0 && document.activeElement === cell && (key === "Enter" || (key === "ArrowDown" && planning.view === "week"))) {
    if (key === "Enter" && slips.length === 1) slips[0].click();
    else slips[0]?.focus();
    return true;
  }
  if (key === "PageUp" || key === "PageDown") {
    const step = key === "PageUp" ? -1 : 1;
    standOn(planning.view === "week" ? dayAfter(day, 7 * step) : monthAfter(day, step));
    return true;
  }
  if (!Object.hasOwn(STEPS, key)) return false;
  standOn(dayAfter(day, STEPS[key](day)));
  return true;
}

// Single letters work while the keyboard is in the calendar, and nowhere where somebody types.
function planningKeys(event) {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.target.closest("dialog")) return;
  if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
  const cell = event.target.closest("#plan [role=gridcell]");
  const draft = draftAt(event.target);
  const letters = {
    v: () => switchView({ month: "week", week: "list", list: "month" }[planning.view]),
    t: () => go(addressOf({ day: DATA.today, opened: "" })),
    m: () => draft && openMove(draft),
    x: () => draft && togglePick(draft),
  };
  const letter = event.key.toLowerCase();
  if (!event.shiftKey && Object.hasOwn(letters, letter)) letters[letter]();
  else if (event.key === "Escape" && event.target.closest("#opened")) closePost();
  else if (!cell || !gridKeys(event, cell)) return;
  event.preventDefault();
}

// The post that the keyboard is in.
function draftAt(target) {
  const id = target.closest(".slot")?.querySelector(".slip").dataset.id ?? target.closest(".post")?.id.replace(/^post-/, "");
  return DATA.drafts.find((draft) => draft.id === id);
}
