// The week: seven columns, the posts of each day by time; on a phone the days stand below each other.

function showWeek(days) {
  const grid = document.createElement("div");
  const row = document.createElement("div");
  grid.className = "week";
  grid.setAttribute("role", "grid");
  grid.setAttribute("aria-labelledby", "month");
  row.setAttribute("role", "row");
  row.append(...daysShown().map((day) => weekDay(day, days.get(day) ?? [])));
  grid.append(row);
  byId("plan").replaceChildren(grid);
}

function weekDay(day, posts) {
  const cell = asCell(document.createElement("div"), day, posts);
  const heading = document.createElement("h3");
  const name = document.createElement("span");
  name.textContent = dayText(day, { weekday: "short" });
  const date = document.createElement("span");
  date.className = "date";
  date.textContent = dayText(day, { day: "numeric", month: "short" });
  heading.append(name, " ", date);
  cell.append(heading, ...posts.map(slip));
  return cell;
}
