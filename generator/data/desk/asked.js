// What customers asked in the log that was kept: questions without an answer, their own words, what is asked most.

const askedMost = { column: "count", down: true };
const SHORT_MONTH = { month: "short", year: "numeric" };

const monthText = (month) => dayText(`${month}-01`, SHORT_MONTH);
const percentText = (share, style = {}) => new Intl.NumberFormat(locale(chosen.interface), { style: "percent", maximumFractionDigits: 0, ...style }).format(share);
const shareText = (count, all) => say("asked_share", { count, all, percent: percentText(all ? count / all : 0) });

function showAsked() {
  const view = byId("asked");
  view.querySelector(".empty").hidden = DATA.logged;
  view.querySelector(".report").hidden = !DATA.logged;
  if (!DATA.logged) return;
  const { gaps, words } = DATA.asked;
  showTotals(view.querySelector(".totals"));
  view.querySelector(".no-gaps").hidden = gaps.length > 0;
  view.querySelector(".gaps").replaceChildren(...gaps.map(gapItem));
  view.querySelector(".own-words").hidden = !words.length;
  view.querySelector(".words-list").replaceChildren(...words.filter(({ entry }) => ENTRIES.has(entry)).map(wordsItem));
  showMost();
}

function showTotals(list) {
  const { questions, answered, from, to, answers, linked } = DATA.asked;
  const rows = [
    [say("asked_questions"), String(questions)],
    [say("asked_answered"), shareText(answered, questions)],
    ...(from ? [[say("asked_span"), from === to ? monthText(from) : `${monthText(from)} – ${monthText(to)}`]] : []),
    ...(answers ? [[say("asked_linked"), shareText(linked, answers)]] : []),
  ];
  list.replaceChildren(...rows.map(([title, value]) => {
    const row = document.createElement("div");
    const name = document.createElement("dt");
    const what = document.createElement("dd");
    name.textContent = title;
    what.textContent = value;
    row.append(name, what);
    return row;
  }));
}

function gapItem(gap) {
  const item = fromTemplate("gap");
  const lang = [...LANGUAGES.keys()].find((code) => code.toLowerCase() === gap.lang) ?? "";
  put(item, "h3", gap.name, lang);
  put(item, ".times", say("asked_times", {}, gap.count));
  const growth = put(item, ".growth", growthText(gap.growth));
  growth.hidden = !growth.textContent;
  showMonths(item.querySelector(".months"), gap.months);
  put(item, ".topic .text", topicTitle(gap.topic, chosen.interface)).parentElement.hidden = !gap.topic;
  const near = gap.nearest.filter((id) => ENTRIES.has(id)).map((id) => entryLink(ENTRIES.get(id)));
  const nearest = item.querySelector(".nearest");
  nearest.hidden = !near.length;
  nearest.querySelector("ul").append(...near.map(inItem));
  const examples = item.querySelector("details");
  examples.hidden = !gap.examples.length;
  examples.querySelector("ul").append(...gap.examples.map((words) => spoken(words, lang)));
  const command = `faq new --from-gap ${gap.n}`;
  put(item, "code", command);
  item.querySelector("button").addEventListener("click", () => copy(command, say("copied_command", { what: command })));
  return item;
}

function growthText(growth) {
  if (!growth) return "";
  const percent = percentText(growth, { signDisplay: "always" });
  return growth > 0 ? say("asked_growing", { percent }) : say("asked_falling", { percent });
}

// A bar for each month, as long as its share of the month with most; its number says the same.
function showMonths(list, months) {
  const most = Math.max(...months.map(([, count]) => count));
  list.hidden = !months.length;
  list.append(...months.map(([month, count]) => {
    const row = fromTemplate("month-count");
    put(row, ".month", monthText(month));
    put(row, ".number", String(count));
    row.querySelector("rect").setAttribute("width", String((100 * count) / most));
    return row;
  }));
}

function inItem(node) {
  const row = document.createElement("li");
  row.append(node);
  return row;
}

function spoken(words, code) {
  const row = inItem(words);
  if (code) row.lang = tag(code);
  else row.dir = "auto";
  return row;
}

function entryLink(entry) {
  const code = shownIn(entry, chosen.interface);
  return anchor(entry.texts[code]?.question ?? entry.id, `#answers/${encodeURIComponent(entry.id)}`, code);
}

// Copied is what stands in the entry's file: a JSON text is a YAML text.
function wordsItem({ entry, lang, words }) {
  const item = fromTemplate("words-of");
  item.querySelector("h3").append(entryLink(ENTRIES.get(entry)));
  put(item, ".language", languageName(lang), lang);
  item.querySelector("ul").append(...words.map((one) => spoken(one, lang)));
  const lines = words.map((one) => `  - ${JSON.stringify(one)}\n`).join("");
  item.querySelector("button").addEventListener("click", () => copy(lines, say("copied_words", { what: words.join(" · ") })));
  return item;
}

function showMost() {
  const rows = DATA.asked.most.filter(({ entry }) => ENTRIES.has(entry)).map((row) => ({ ...row, entry: ENTRIES.get(row.entry) }));
  const peak = ({ peak: month }) => (month ? dayText(`2000-${String(month).padStart(2, "0")}-01`, { month: "long" }) : "");
  const columns = [
    { id: "name", title: say("answer"), value: ({ entry }) => entry.texts[shownIn(entry, chosen.interface)]?.question ?? "", cell: ({ entry }) => entryLink(entry) },
    numberColumn("count", say("asked_questions"), ({ count }) => count),
    ...(rows.some(peak) ? [{ id: "peak", title: say("asked_peak"), value: ({ peak: month }) => month, cell: (row) => document.createTextNode(peak(row)) }] : []),
  ];
  const part = byId("asked").querySelector(".most");
  part.hidden = !rows.length;
  drawTable(part.querySelector("table"), columns, rows, askedMost, showMost);
}
