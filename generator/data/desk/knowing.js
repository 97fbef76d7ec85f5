// What an agent should know now: who answers and to whom to hand over, which posts are about an answer, what changed lately.

const LATELY = 30; // days that a change is told
const SOON = 6; // days in which a weekday is enough
const MOST_CHANGES = 5;
const DAYS_AHEAD = 30; // that are searched for opening hours
const GONE = new Set(["published", "exported"]);
const OUT_OF_PLAN = new Set(["held", "retired"]);

function showKnowledge(article, entry, code) {
  const about = changedFactsOf(entry.id, code);
  const list = article.querySelector(".changed");
  list.hidden = !about.length;
  list.append(...about.map(({ on, values }) => listItem(changeText(on, values))));
  const now = article.querySelector(".facts .now");
  now.textContent = whoAnswers(entry, Date.now());
  now.parentElement.hidden = !now.textContent;
  whenShown(["data/drafts"], () => article.querySelector(".planned").append(...plannedPosts(entry.id)));
}

function listItem(...content) {
  const item = document.createElement("li");
  item.append(...content);
  return item;
}

// Who answers

// { isOpen, at }: whether somebody is there, and till or from when; undefined where that is not known.
function opening(now, { zone, week, closed, until }) {
  const here = wallClock(now, zone);
  const today = Math.floor(here / A_DAY) * A_DAY;
  const last = Math.min(Date.parse(`${until}T00:00:00Z`), today + DAYS_AHEAD * A_DAY);
  for (let day = today; day <= last; day += A_DAY) {
    const date = new Date(day);
    const spans = closed.includes(date.toISOString().slice(0, 10)) ? [] : week[(date.getUTCDay() + 6) % 7];
    for (const [opens, closes] of spans) {
      if (here < day + opens * A_MINUTE) return { isOpen: false, at: momentOf(day + opens * A_MINUTE, zone) };
      if (here < day + closes * A_MINUTE) return { isOpen: true, at: momentOf(day + closes * A_MINUTE, zone) };
    }
  }
  return undefined;
}

// One hand-over at most: the topic's team while it is there, and out of hours the one that is asked then.
function whoAnswers(entry, now) {
  const state = opening(now, DATA.hours);
  if (!state) return "";
  const team = TEAMS.get(state.isOpen ? entry.owner : DATA.hours.team);
  const named = team && teamText(team);
  if (state.isOpen) {
    const time = clockText(state.at);
    return named ? say("open_until", { time, team: named }) : say("open_now", { time });
  }
  const closed = say("closed_opens", { when: `${dayFrom(localDay(state.at), localDay(now))}, ${clockText(state.at)}` });
  return named ? `${closed} ${say("until_then", { team: named })}` : closed;
}

// Days as the agent's own clock has them

const clockText = (moment) => new Intl.DateTimeFormat(locale(chosen.interface), { hour: "2-digit", minute: "2-digit" }).format(moment);

function localDay(moment) {
  const date = new Date(moment);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

const daysBetween = (from, to) => Math.round((atNoon(to) - atNoon(from)) / A_DAY);
const relativeDays = (count) => new Intl.RelativeTimeFormat(locale(chosen.interface), { numeric: "auto" }).format(count, "day");

// "tomorrow", "Thursday", "Monday, 4 January"
function dayFrom(day, today) {
  const ahead = daysBetween(today, day);
  if (Math.abs(ahead) <= 1) return relativeDays(ahead);
  return dayText(day, ahead <= SOON ? { weekday: "long" } : { weekday: "long", day: "numeric", month: "long" });
}

// "Thursday, in 3 days", "tomorrow", "4 January 2027"; "3 days ago"
function whenIs(day, today) {
  const ahead = daysBetween(today, day);
  if (ahead > SOON || ahead < -LATELY) return dayText(day, LONG_DAY);
  return ahead > 1 ? `${dayText(day, { weekday: "long" })}, ${relativeDays(ahead)}` : relativeDays(ahead);
}

// Posts: the next one and the last one first, said as people say it; the others in order.

function plannedPosts(id) {
  const drafts = DATA.drafts.filter((draft) => draft.entry === id);
  if (!drafts.length) return [listItem(say("no_posts"))];
  const today = localDay(Date.now());
  const isPosted = (draft) => Boolean(draft.posted) || GONE.has(draft.state);
  const next = drafts.find((draft) => draft.day >= today && !isPosted(draft) && !OUT_OF_PLAN.has(draft.state));
  const last = drafts.findLast((draft) => draft.day <= today && isPosted(draft));
  const others = drafts.filter((draft) => draft !== next && draft !== last);
  return [
    ...(next ? [postItem(next, say("post_next", { when: whenIs(next.day, today) }))] : []),
    ...(last ? [postItem(last, say("post_last", { when: whenIs(last.day, today) }))] : []),
    ...others.map((draft) => postItem(draft)),
  ];
}

function postItem(draft, told = "") {
  const link = document.createElement("a");
  link.href = `#calendar/${draft.day.slice(0, 7)}/${encodeURIComponent(draft.id)}`;
  link.textContent = [told ? "" : dayText(draft.day, LONG_DAY), draft.time, draft.network, languageName(draft.lang), stateText(draft.state)].filter(Boolean).join(" · ");
  if (told) {
    const when = document.createElement("span");
    when.className = "told-when";
    when.textContent = told;
    link.prepend(when, " · ");
  }
  const item = listItem(link);
  if (draft.posted) {
    const seen = document.createElement("a");
    Object.assign(seen, { href: draft.posted, target: "_blank", rel: "noopener", textContent: say("see_post") });
    item.append(seen);
  }
  return item;
}

// Changed facts

const changedLately = () => DATA.changes.filter(({ on }) => daysBetween(on, localDay(Date.now())) <= LATELY);
const changeText = (on, [old, now]) => say("fact_changed", { when: relativeDays(-daysBetween(on, localDay(Date.now()))), old, new: now });

function changedFactsOf(id, code) {
  return changedLately().filter(({ entries, values }) => entries.includes(id) && values[code]).map(({ on, values }) => ({ on, values: values[code] }));
}

// On the list before anything is typed: what changed, and the answers that say so.
function showChanges() {
  const place = byId("changes");
  place.hidden = true;
  if (isQuery(byId("query").value)) return;
  const told = changedLately().filter(({ values }) => values[chosen.customer]).slice(0, MOST_CHANGES);
  const show = () => {
    place.querySelector("ul").replaceChildren(...told.map(changeItem));
    place.hidden = !told.length || isQuery(byId("query").value);
  };
  if (told.length) whenShown(restOf(chosen.customer), show);
}

function changeItem({ on, values, entries }) {
  const links = entries.slice(0, MOST_CHANGES).filter((id) => ENTRIES.has(id)).map((id) => {
    const code = shownIn(ENTRIES.get(id), chosen.customer);
    const link = document.createElement("a");
    link.href = `#answers/${encodeURIComponent(id)}`;
    link.textContent = shownText(id).question;
    link.lang = tag(code);
    return link;
  });
  return listItem(changeText(on, values[chosen.customer]), ...links);
}
