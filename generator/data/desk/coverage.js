// What is posted of which answers, in which languages: topics that lead, and answers that were never posted.

const MOST_ROWS = 300;
const coverage = { topic: "", silent: false, topics: { column: "posts", down: true }, languages: { column: "", down: false }, answers: { column: "", down: false } };

function startCoverage() {
  byId("coverage-topic").addEventListener("change", (event) => { go(`#coverage/${encodeURIComponent(event.target.value)}`); });
  byId("coverage-silent").addEventListener("change", (event) => { coverage.silent = event.target.checked; showCovered(); });
}

function showCoverage(topic = "") {
  coverage.topic = TOPICS.has(topic) ? topic : "";
  const { languages } = DATA.coverage;
  byId("coverage").querySelector(".empty").hidden = languages.length > 0;
  byId("coverage").querySelector(".tables").hidden = !languages.length;
  options(byId("coverage-topic"), [["", say("all_topics")], ...DATA.topics.map(({ id }) => [id, topicTitle(id, chosen.interface)])], coverage.topic);
  showTopics();
  showLanguages();
  showCovered();
  showHealth();
}

const inOwnOrder = (a, b) => new Intl.Collator(locale(chosen.interface)).compare(a, b);

// Columns are {id, title, value, cell}: what they sort by, and what they show.
function drawTable(table, columns, rows, order, redraw) {
  table.tHead.rows[0].replaceChildren(...columns.map((column) => {
    const head = document.createElement("th");
    head.scope = "col";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = column.title;
    button.dataset.column = column.id;
    if (column.lang) button.lang = tag(column.lang);
    if (order.column === column.id) head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
    button.addEventListener("click", () => {
      Object.assign(order, { down: order.column === column.id ? !order.down : column.id !== "name", column: column.id });
      redraw();
      table.querySelector(`[data-column="${column.id}"]`).focus();
    });
    head.append(button);
    return head;
  }));
  const by = columns.find(({ id }) => id === order.column);
  const turn = order.down ? -1 : 1;
  const compare = (a, b) => turn * (by.id === "name" ? inOwnOrder(by.value(a), by.value(b)) : by.value(a) - by.value(b));
  const sorted = by ? [...rows].sort(compare) : rows;
  table.tBodies[0].replaceChildren(...sorted.slice(0, MOST_ROWS).map((row) => {
    const line = document.createElement("tr");
    line.append(...columns.map((column, index) => {
      const cell = document.createElement(index ? "td" : "th");
      if (!index) cell.scope = "row";
      cell.append(column.cell(row));
      return cell;
    }));
    return line;
  }));
}

function anchor(text, href, code = "") {
  const link = document.createElement("a");
  link.textContent = text;
  link.href = href;
  if (code) link.lang = tag(code);
  return link;
}

const numberColumn = (id, title, value) => ({ id, title, value, cell: (row) => String(value(row)) });

const sumColumns = () => [
  numberColumn("entries", say("tab_answers"), (row) => row.entries),
  numberColumn("sent", say("posted_posts"), (row) => row.sent),
  numberColumn("planned", say("posts_ahead"), (row) => row.planned),
  numberColumn("posts", say("all_posts"), (row) => row.sent + row.planned),
  numberColumn("silent", say("silent_answers"), (row) => row.silent),
];

function showTopics() {
  const name = ({ id }) => topicTitle(id, chosen.interface);
  const first = { id: "name", title: say("topic"), value: name, cell: (row) => anchor(name(row), `#coverage/${encodeURIComponent(row.id)}`) };
  drawTable(byId("coverage").querySelector(".topics"), [first, ...sumColumns()], DATA.coverage.topics, coverage.topics, showTopics);
}

function showLanguages() {
  const named = ({ id }) => {
    const name = document.createElement("span");
    name.textContent = languageName(id);
    name.lang = tag(id);
    return name;
  };
  const first = { id: "name", title: say("language"), value: ({ id }) => languageName(id), cell: named };
  drawTable(byId("coverage").querySelector(".languages"), [first, ...sumColumns()], DATA.coverage.languages, coverage.languages, showLanguages);
}

function showCovered() {
  const sum = (posts) => Object.values(posts).reduce((all, [sent, planned]) => all + sent + planned, 0);
  const rows = DATA.entries
    .filter(({ id, topic }) => Object.hasOwn(DATA.coverage.entries, id) && (!coverage.topic || topic === coverage.topic))
    .map((entry) => ({ entry, posts: DATA.coverage.entries[entry.id] }))
    .filter(({ posts }) => !coverage.silent || sum(posts) === 0);
  const question = ({ texts }, code) => texts[code]?.question ?? "";
  const columns = [
    { id: "name", title: say("answer"), value: ({ entry }) => question(entry, shownIn(entry, chosen.interface)), cell: ({ entry }) => anchor(question(entry, shownIn(entry, chosen.interface)), `#answers/${encodeURIComponent(entry.id)}`, shownIn(entry, chosen.interface)) },
    ...DATA.coverage.languages.map(({ id: code }) => ({ id: `in-${code}`, lang: code, title: languageName(code), value: ({ posts }) => (posts[code] ? posts[code][0] + posts[code][1] : -1), cell: ({ entry, posts }) => postsCell(entry.id, code, posts[code]) })),
    numberColumn("posts", say("all_posts"), ({ posts }) => sum(posts)),
  ];
  const view = byId("coverage");
  const left = rows.length - MOST_ROWS;
  put(view, ".count", [say("results_count", {}, rows.length), ...(left > 0 ? [say("more_rows", { count: left })] : [])].join(". "));
  drawTable(view.querySelector(".answers"), columns, rows, coverage.answers, showCovered);
}

// What went out and what is planned in one language; it leads to the next of these posts.
function postsCell(entry, code, counts) {
  if (!counts) return document.createTextNode(say("not_translated"));
  const [sent, planned] = counts;
  const parts = [...(sent ? [say("cell_sent", {}, sent)] : []), ...(planned ? [say("cell_planned", {}, planned)] : [])];
  if (!parts.length) {
    const none = document.createElement("span");
    none.className = "none";
    none.textContent = say("cell_none");
    return none;
  }
  const posts = DATA.drafts.filter((draft) => draft.entry === entry && draft.lang === code && draft.state !== "retired");
  const next = posts.find(({ day }) => day >= DATA.today) ?? posts.at(-1);
  return next ? anchor(parts.join(", "), calendarLink(next)) : document.createTextNode(parts.join(", "));
}
