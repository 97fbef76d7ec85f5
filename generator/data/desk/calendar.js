// The calendar: a month of planned posts, day by day, each as it will be posted.

const calendar = { month: firstMonth(), channel: "", language: "" };

// Today's month, or the first one with posts when they begin later.
function firstMonth() {
  const today = DATA.today.slice(0, 7);
  const months = DATA.drafts.map((draft) => draft.day.slice(0, 7));
  return months.find((month) => month >= today) ?? (months.length ? months.at(-1) : today);
}

function startCalendar() {
  byId("previous").addEventListener("click", () => go(`#calendar/${monthAfter(-1)}`));
  byId("next").addEventListener("click", () => go(`#calendar/${monthAfter(1)}`));
  byId("channel").addEventListener("change", (event) => { calendar.channel = event.target.value; showCalendar(); });
  byId("post-language").addEventListener("change", (event) => { calendar.language = event.target.value; showCalendar(); });
}

function monthAfter(step) {
  const [year, month] = calendar.month.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 7);
}

function showCalendar(month = "", id = "") {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) calendar.month = month;
  showFilters();
  const fits = (draft) => (!calendar.channel || draft.channel === calendar.channel) && (!calendar.language || draft.lang === calendar.language);
  const drafts = DATA.drafts.filter((draft) => draft.day.startsWith(calendar.month) && fits(draft));
  const days = groupByDay(drafts);
  put(document, "#month", dayText(`${calendar.month}-01`, { month: "long", year: "numeric" }));
  put(document, "#post-count", drafts.length ? say("posts_count", {}, drafts.length) : say("no_drafts"));
  showMonth(days);
  byId("posts").replaceChildren(...[...days].map(([day, posts]) => daySection(day, posts)));
  const asked = id && byId(`post-${id}`);
  if (!asked) return;
  asked.scrollIntoView({ block: "start" });
  asked.querySelector("a").focus({ preventScroll: true });
}

function groupByDay(drafts) {
  const days = new Map();
  for (const draft of drafts) days.set(draft.day, [...(days.get(draft.day) ?? []), draft]);
  return days;
}

function showFilters() {
  const channels = [...new Map(DATA.drafts.map((draft) => [draft.channel, `${draft.network} · ${draft.channel}`]))].sort();
  const codes = new Set(DATA.drafts.map((draft) => draft.lang));
  const languages = languageOptions().filter(([code]) => codes.has(code));
  options(byId("channel"), [["", say("all_channels")], ...channels], calendar.channel);
  options(byId("post-language"), [["", say("all_languages")], ...languages], calendar.language);
}

// The month at a glance: a number for a day with posts leads to them. Weeks begin on Monday in all our markets.
function showMonth(days) {
  const table = byId("calendar").querySelector(".days");
  table.tHead.rows[0].replaceChildren(...[5, 6, 7, 8, 9, 10, 11].map((number) => {
    const head = document.createElement("th");
    const monday = `2026-01-${String(number).padStart(2, "0")}`; // 5 January 2026 was a Monday
    head.scope = "col";
    head.abbr = dayText(monday, { weekday: "long" });
    head.textContent = dayText(monday, { weekday: "short" });
    return head;
  }));
  const [year, month] = calendar.month.split("-").map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const offset = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const rows = [];
  for (let first = 1 - offset; first <= length; first += 7) {
    const row = document.createElement("tr");
    for (let number = first; number < first + 7; number += 1) row.append(dayCell(number, length, days));
    rows.push(row);
  }
  table.tBodies[0].replaceChildren(...rows);
}

function dayCell(number, length, days) {
  const cell = document.createElement("td");
  if (number < 1 || number > length) return cell;
  const day = `${calendar.month}-${String(number).padStart(2, "0")}`;
  const posts = days.get(day);
  cell.textContent = posts ? "" : String(number);
  if (day === DATA.today) {
    cell.className = "today";
    cell.title = say("today");
  }
  if (posts) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = String(number);
    button.setAttribute("aria-label", `${dayText(day, { day: "numeric", month: "long" })}, ${say("posts_count", {}, posts.length)}`);
    button.addEventListener("click", () => {
      const heading = byId(`day-${day}`);
      heading.focus();
      heading.scrollIntoView({ block: "start" });
    });
    cell.append(button);
  }
  return cell;
}

function daySection(day, posts) {
  const section = fromTemplate("day");
  const heading = put(section, "h3", dayText(day, { weekday: "long", day: "numeric", month: "long" }));
  heading.id = `day-${day}`;
  heading.tabIndex = -1;
  if (day === DATA.today) {
    const chip = document.createElement("span");
    chip.className = "chip";
    chip.textContent = say("today");
    heading.append(" ", chip);
  }
  section.append(...posts.map(postArticle));
  return section;
}
