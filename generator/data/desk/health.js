// What editors should see to: reviews by who makes them and by when, and what entries lack.

const wanting = { column: "", down: false };

function showHealth() {
  const rows = DATA.health
    .map((task, at) => ({ ...task, at, entry: ENTRIES.get(task.entry) }))
    .filter(({ entry }) => entry && (!coverage.topic || entry.topic === coverage.topic));
  const code = (entry) => shownIn(entry, chosen.interface);
  const question = (entry) => entry.texts[code(entry)]?.question ?? "";
  const name = ({ entry }) => (TEAMS.has(entry.owner) ? teamText(TEAMS.get(entry.owner)) : entry.owner);
  const teams = [...new Set(rows.map(name))].sort(inOwnOrder);
  const columns = [
    { id: "name", title: say("answer"), value: ({ entry }) => question(entry), cell: ({ entry }) => anchor(question(entry), `#answers/${encodeURIComponent(entry.id)}`, code(entry)) },
    { id: "what", title: say("wanting"), value: ({ at }) => at, cell: whatCell },
    { id: "owner", title: say("owner"), value: (row) => teams.indexOf(name(row)), cell: (row) => document.createTextNode(name(row)) },
    { id: "day", title: say("wanting_day"), value: ({ on }) => (on ? Date.parse(on) : 0), cell: ({ on }) => document.createTextNode(on ? dayText(on, LONG_DAY) : "") },
  ];
  const part = byId("health");
  part.querySelector(".healthy").hidden = rows.length > 0;
  part.querySelector(".wanting").hidden = !rows.length;
  const left = rows.length - MOST_ROWS;
  put(part, ".count", left > 0 ? say("more_rows", { count: left }) : "");
  put(part, ".unused", DATA.unused.length ? say("health_facts", { names: DATA.unused.join(", ") }) : "");
  drawTable(part.querySelector("table"), columns, rows, wanting, showHealth);
}

function whatCell({ what, languages }) {
  const cell = document.createElement("span");
  cell.append(say(`health_${what}`));
  languages.forEach((code, at) => {
    const name = document.createElement("span");
    name.lang = tag(code);
    name.textContent = languageName(code);
    cell.append(at ? ", " : ": ", name);
  });
  return cell;
}
