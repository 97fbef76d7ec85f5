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

const stateText = (state) => (hasPhrase(`state_${state}`) ? say(`state_${state}`) : state);

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

function postArticle(draft) {
  const article = fromTemplate("post");
  article.id = `post-${draft.id}`;
  const time = put(article, ".time", draft.time);
  time.dateTime = `${draft.day}T${draft.time}`;
  time.title = draft.zone;
  put(article, ".channel", [draft.network, languageName(draft.lang), draft.zone].join(" · "));
  showFormat(article, draft);
  put(article, ".state", stateText(draft.state)).dataset.state = draft.state;
  showQuestion(article, draft);
  put(article, ".text", draft.text, draft.lang);
  showCounter(article, draft);
  article.querySelector(".copy-post").addEventListener("click", () => copy(draft.text, say("copied_post", { what: draft.network })));
  if (draft.poll) showPoll(article, draft);
  if (draft.pictures.length) showPictures(article, draft);
  put(article, ".why .text", draft.why);
  article.querySelector(".why").hidden = !draft.why;
  if (draft.posted) showPosted(article, draft);
  offerEdits(article, draft);
  return article;
}

function showQuestion(article, draft) {
  const entry = ENTRIES.get(draft.entry);
  const code = entry ? shownIn(entry, draft.lang) : "";
  const link = put(article, ".question", entry ? entry.texts[code].question : draft.entry, code);
  if (entry) link.href = `#answers/${encodeURIComponent(draft.entry)}`;
}

function showCounter(article, draft) {
  const limit = new Intl.NumberFormat(locale(chosen.interface)).format(draft.limit);
  const count = draft.limit ? say("length", { length: draft.length, limit }) : say("length_only", { length: draft.length });
  const over = draft.limit && draft.length > draft.limit;
  const counter = put(article, ".counter", over ? `${count} · ${say("too_long")}` : count);
  counter.title = draft.unit;
  counter.classList.toggle("over", Boolean(over));
}

function showPosted(article, draft) {
  const link = article.querySelector(".posted a");
  link.href = draft.posted;
  link.parentElement.hidden = false;
}

function showFormat(article, draft) {
  const title = draft.formats[chosen.interface] ?? "";
  put(article, ".format", title).hidden = !title;
}

function showPoll(article, draft) {
  const { question, options, right, hours } = draft.poll;
  const poll = article.querySelector(".poll");
  put(poll, ".asked", question, draft.lang).hidden = !question;
  poll.querySelector("ol").replaceChildren(...options.map((option, index) => {
    const row = fromTemplate("option");
    put(row, ".text", option, draft.lang);
    row.querySelector(".right").hidden = index + 1 !== right;
    return row;
  }));
  put(poll, ".hours", say("poll_hours", { hours }));
  poll.hidden = false;
}

// One picture, or all that a carousel is leafed through by: a strip that the arrow keys move.
function showPictures(article, draft) {
  const pictures = article.querySelector(".pictures");
  const count = draft.pictures.length;
  const name = say("pictures", { count });
  pictures.querySelector("ol").append(...draft.pictures.map((picture) => pictureItem(picture, draft.lang)));
  if (count > 1) {
    pictures.classList.add("many");
    put(pictures, ".heading", name).hidden = false;
    const strip = pictures.querySelector(".strip");
    strip.tabIndex = 0;
    strip.setAttribute("role", "group");
    strip.setAttribute("aria-label", name);
  }
  if (draft.document) {
    pictures.querySelector(".document").hidden = false;
    pictures.querySelector(".document a").href = draft.document;
  }
  pictures.hidden = false;
}

function pictureItem({ file, alt, width, height }, language) {
  const item = fromTemplate("picture");
  const image = item.querySelector("img");
  image.addEventListener("error", () => { image.hidden = true; });
  Object.assign(image, { src: file, alt, width, height });
  put(item, ".alt", alt, language);
  return item;
}
