// The calendar's three views of the plan: which span of it is shown, what of it fits the filters, which post is open.

const NO_FILTERS = { channel: "", language: "", topic: "", state: "" };

// `day` is where somebody stands: its month or its week is shown, and the arrow keys go on from it.
const planning = {
  view: "month",
  day: firstDay(),
  opened: "",
  filters: { ...NO_FILTERS },
  drawn: "", // the address of what is on the screen
};

const SPANS = { month: showMonth, week: showWeek, list: showList };
const FILTERS = {
  channel: (draft) => [draft.channel],
  language: (draft) => [draft.lang],
  topic: (draft) => [ENTRIES.get(draft.entry)?.topic ?? ""],
  state: (draft) => [draft.state, ...(draft.stale ? ["stale"] : [])],
};
const FILTER_IDS = { channel: "channel", language: "post-language", topic: "post-topic", state: "post-state" };
const isWide = matchMedia("(min-width: 56rem)");

// Today, or the first of the first month with posts when they begin later.
function firstDay() {
  const today = DATA.today;
  const months = DATA.drafts.map((draft) => draft.day.slice(0, 7)).sort();
  const month = months.find((each) => each >= today.slice(0, 7)) ?? months.at(-1) ?? today.slice(0, 7);
  return today.startsWith(month) ? today : `${month}-01`;
}

function startCalendar() {
  try {
    const kept = JSON.parse(memory.get("planning") || "{}");
    if (Object.hasOwn(SPANS, kept.view)) planning.view = kept.view;
    for (const name of Object.keys(FILTERS)) planning.filters[name] = String(kept.filters?.[name] ?? "");
  } catch { /* what was kept is of another desk */ }
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  byId("go-today").addEventListener("click", () => go(addressOf({ day: DATA.today, opened: "" })));
  for (const [name, id] of Object.entries(FILTER_IDS)) byId(id).addEventListener("change", (event) => filterBy({ [name]: event.target.value }));
  byId("all-posts").addEventListener("click", () => {
    filterBy(NO_FILTERS);
    byId("channel").focus();
  });
  for (const button of document.querySelectorAll("#views button")) button.addEventListener("click", () => switchView(button.dataset.view));
  byId("close-post").addEventListener("click", closePost);
  byId("calendar").addEventListener("keydown", planningKeys);
  byId("plan").addEventListener("focusin", cameTo);
  isWide.addEventListener("change", () => { if (!byId("calendar").hidden) drawCalendar(); });
  startMoving();
  startMany();
}

const remember = () => memory.set("planning", JSON.stringify({ view: planning.view, filters: planning.filters }));

function filterBy(filters) {
  Object.assign(planning.filters, filters);
  remember();
  drawCalendar();
}

function switchView(view) {
  const isWithin = byId("plan").contains(document.activeElement);
  planning.view = view;
  remember();
  go(addressOf({ opened: "" }));
  if (isWithin) (cellOf(planning.day) ?? byId("plan")).focus({ preventScroll: true });
}

// #calendar/2026-12, #calendar/week/2026-12-07, #calendar/list/2026-12, each with an opened post behind it.
function addressOf({ view = planning.view, day = planning.day, opened = planning.opened }) {
  const span = view === "week" ? mondayOf(day) : day.slice(0, 7);
  return ["#calendar", ...(view === "month" ? [] : [view]), span, ...(opened ? [encodeURIComponent(opened)] : [])].join("/");
}

function readAddress(parts) {
  if (Object.hasOwn(SPANS, parts[0])) planning.view = parts.shift();
  else if (parts.length) planning.view = "month";
  const [span = "", id = ""] = parts;
  planning.opened = id;
  const opened = DATA.drafts.find((draft) => draft.id === id);
  const day = isDay(span) ? span : isDay(`${span}-01`) ? `${span}-01` : "";
  if (day && !inSpan(planning.day, day)) planning.day = day;
  if (opened && !hasPanel() && !fits(opened)) Object.assign(planning.filters, NO_FILTERS); // or the link would lead nowhere
  if (opened && (!span || inSpan(opened.day, planning.day))) planning.day = opened.day;
}

function showCalendar(...parts) {
  if (parts.length) readAddress(parts.filter(Boolean));
  drawCalendar();
  if (planning.opened) reachPost();
}

// Spans

const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(atNoon(text).getTime()) && dayAfter(text, 0) === text;

function dayAfter(day, step) {
  const moved = atNoon(day);
  moved.setUTCDate(moved.getUTCDate() + step);
  return moved.toISOString().slice(0, 10);
}

const mondayOf = (day) => dayAfter(day, -((atNoon(day).getUTCDay() + 6) % 7)); // weeks begin on Monday in all our markets

// The same day of another month, or its last one.
function monthAfter(day, step) {
  const [year, month, number] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + step, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + step, Math.min(number, last))).toISOString().slice(0, 10);
}

const inSpan = (day, other) => (planning.view === "week" ? mondayOf(day) === mondayOf(other) : day.slice(0, 7) === other.slice(0, 7));

function daysShown() {
  const start = planning.view === "week" ? mondayOf(planning.day) : `${planning.day.slice(0, 7)}-01`;
  const count = planning.view === "week" ? 7 : Number(dayAfter(monthAfter(start, 1), -1).slice(8));
  return Array.from({ length: count }, (_, index) => dayAfter(start, index));
}

function turn(step) {
  planning.day = planning.view === "week" ? dayAfter(planning.day, 7 * step) : monthAfter(planning.day, step);
  go(addressOf({ opened: "" }));
}

// What is shown

const fits = (draft, without = "") => Object.entries(FILTERS).every(([name, values]) =>
  name === without || !planning.filters[name] || values(draft).includes(planning.filters[name]));

const postsShown = () => {
  const days = new Set(daysShown());
  return DATA.drafts.filter((draft) => days.has(draft.day) && fits(draft));
};

function groupByDay(drafts) {
  const days = new Map();
  for (const draft of drafts) days.set(draft.day, [...(days.get(draft.day) ?? []), draft]);
  return days;
}

function drawCalendar() {
  showFilters();
  const posts = postsShown();
  const isWeek = planning.view === "week";
  byId("calendar").dataset.view = planning.view;
  byId("calendar").classList.toggle("reading", !editing.token);
  byId("previous").setAttribute("aria-label", isWeek ? say("previous_week") : say("previous_month"));
  byId("next").setAttribute("aria-label", isWeek ? say("next_week") : say("next_month"));
  put(document, "#month", spanText());
  const none = isWeek ? say("no_drafts_week") : say("no_drafts");
  put(document, "#post-count", posts.length ? say("posts_count", {}, posts.length) : none);
  for (const button of document.querySelectorAll("#views button")) button.setAttribute("aria-pressed", String(button.dataset.view === planning.view));
  SPANS[planning.view](groupByDay(posts));
  planning.drawn = addressOf({ opened: "" });
  showOpened();
  showMany();
}

function spanText() {
  if (planning.view !== "week") return dayText(`${planning.day.slice(0, 7)}-01`, { month: "long", year: "numeric" });
  const format = new Intl.DateTimeFormat(locale(chosen.interface), { timeZone: "UTC", ...LONG_DAY });
  const monday = mondayOf(planning.day);
  return format.formatRange(atNoon(monday), atNoon(dayAfter(monday, 6)));
}

// Each choice with the number of posts that it would show among the other filters.
function showFilters() {
  const days = new Set(daysShown());
  const inside = DATA.drafts.filter((draft) => days.has(draft.day));
  const known = Object.fromEntries(Object.entries(FILTERS).map(([name, values]) => [name, new Set(DATA.drafts.flatMap(values))]));
  const channels = [...new Map(DATA.drafts.map((draft) => [draft.channel, `${draft.network} · ${draft.channel}`]))].sort();
  const topics = [...TOPICS.keys()].map((id) => [id, topicTitle(id, chosen.interface)]);
  const states = ["draft", "review", "approved", "exported", "published", "held", "retired", "stale"].map((state) => [state, stateText(state)]);
  const choices = {
    channel: [say("all_channels"), channels],
    language: [say("all_languages"), languageOptions().filter(([code]) => known.language.has(code))],
    topic: [say("all_topics"), topics.filter(([id]) => known.topic.has(id))],
    state: [say("all_states"), states.filter(([state]) => known.state.has(state))],
  };
  for (const [name, [all, pairs]] of Object.entries(choices)) {
    const counts = new Map();
    for (const draft of inside.filter((each) => fits(each, name))) for (const value of FILTERS[name](draft)) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (!pairs.some(([value]) => value === planning.filters[name])) planning.filters[name] = "";
    const counted = pairs.map(([value, label, language]) => [value, `${label} (${counts.get(value) ?? 0})`, language]);
    options(byId(FILTER_IDS[name]), [["", all], ...counted], planning.filters[name]);
  }
  byId("all-posts").hidden = !Object.values(planning.filters).some(Boolean);
}

// The opened post

const hasPanel = () => planning.view !== "list";

function openPost(draft) {
  planning.day = draft.day;
  go(addressOf({ opened: draft.id }));
}

function showOpened() {
  const draft = hasPanel() && DATA.drafts.find(({ id }) => id === planning.opened);
  const panel = byId("opened");
  panel.hidden = !draft;
  byId("calendar").classList.toggle("opened", Boolean(draft));
  panel.querySelector(".place").replaceChildren(...(draft ? [postArticle(draft)] : []));
  if (draft) put(panel, ".day-name", dayText(draft.day, { weekday: "long", day: "numeric", month: "long" }));
}

function reachPost() {
  const article = byId(`post-${planning.opened}`);
  if (!article) return;
  if (!hasPanel()) article.scrollIntoView({ block: "start" });
  else if (isWide.matches) byId("opened").scrollTop = 0;
  else scrollTo(0, 0);
  article.querySelector("a.question").focus({ preventScroll: true });
}

function closePost() {
  const id = planning.opened;
  go(addressOf({ opened: "" }));
  (slipOf(id) ?? byId("plan")).focus();
}

// After an edit: the post where it is open, and its slip in the grid, without losing one's place.
function redraw(draft) {
  if (!daysShown().includes(draft.day)) {
    planning.day = draft.day;
    return go(addressOf({ opened: draft.id }));
  }
  const article = byId(`post-${draft.id}`);
  const isSame = addressOf({ opened: "" }) === planning.drawn;
  if (!hasPanel() && article && isSame && !movedDay(article, draft)) {
    article.replaceWith(postArticle(draft));
    showFilters();
    showMany();
    return;
  }
  const scrolled = byId("opened").scrollTop;
  drawCalendar();
  byId("opened").scrollTop = scrolled;
}

const movedDay = (article, draft) => article.querySelector("time").dateTime !== `${draft.day}T${draft.time}`;
