// The month: a grid of days with their posts; on a phone a grid of numbers that lead to the days below it.

const MOST_SLIPS = 5; // on one day; the others are in its week

function showMonth(days) {
  const table = document.createElement("table");
  table.className = isWide.matches ? "days whole" : "days";
  table.setAttribute("aria-labelledby", "month");
  if (isWide.matches) table.setAttribute("role", "grid");
  table.append(weekdayHead(), monthBody(days));
  byId("plan").replaceChildren(table, ...(isWide.matches ? [] : daySections(days, slip)));
}

function weekdayHead() {
  const head = document.createElement("thead");
  const row = head.insertRow();
  for (const number of [5, 6, 7, 8, 9, 10, 11]) {
    const cell = document.createElement("th");
    const day = `2026-01-${String(number).padStart(2, "0")}`; // 5 January 2026 was a Monday
    cell.scope = "col";
    cell.abbr = dayText(day, { weekday: "long" });
    cell.textContent = dayText(day, { weekday: "short" });
    row.append(cell);
  }
  return head;
}

function monthBody(days) {
  const body = document.createElement("tbody");
  const shown = daysShown();
  const first = mondayOf(shown[0]);
  for (let monday = first; monday <= shown.at(-1); monday = dayAfter(monday, 7)) {
    const row = body.insertRow();
    for (let step = 0; step < 7; step += 1) {
      const day = dayAfter(monday, step);
      const cell = row.insertCell();
      if (!inSpan(day, shown[0])) cell.className = "outside";
      else if (isWide.matches) fillDay(cell, day, days.get(day) ?? []);
      else numberDay(cell, day, days.get(day));
    }
  }
  return body;
}

function fillDay(cell, day, posts) {
  asCell(cell, day, posts);
  const number = document.createElement("span");
  number.className = "number";
  number.textContent = String(Number(day.slice(8)));
  cell.append(number, ...posts.slice(0, MOST_SLIPS).map(slip));
  if (posts.length <= MOST_SLIPS) return;
  const more = document.createElement("button");
  more.type = "button";
  more.className = "quiet rest";
  more.tabIndex = -1;
  more.textContent = say("more_posts", { count: posts.length - MOST_SLIPS });
  more.addEventListener("click", () => {
    planning.day = day;
    switchView("week");
  });
  cell.append(more);
}

function numberDay(cell, day, posts) {
  const number = String(Number(day.slice(8)));
  cell.textContent = posts ? "" : number;
  if (day === DATA.today) {
    cell.className = "today";
    cell.title = say("today");
  }
  if (!posts) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = number;
  button.setAttribute("aria-label", `${dayText(day, { day: "numeric", month: "long" })}, ${say("posts_count", {}, posts.length)}`);
  button.addEventListener("click", () => {
    const heading = byId(`day-${day}`);
    heading.focus();
    heading.scrollIntoView({ block: "start" });
  });
  cell.append(button);
}
