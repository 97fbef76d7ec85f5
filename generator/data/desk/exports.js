// Files for other tools: what the last build made of them, how sure their format is, and what was left out.

const FEW_FILES = 6;

function showExports() {
  const view = byId("exports");
  put(view, ".hint", say("exports_hint", { weeks: DATA.weeks }));
  for (const takes of ["posts", "answers"]) {
    view.querySelector(`.for-${takes}`).replaceChildren(...DATA.exports.filter((one) => one.takes === takes).map(exportItem));
  }
}

function exportItem(one) {
  const item = fromTemplate("export");
  item.id = `export-${one.name}`;
  put(item, "h3", one.label);
  put(item, ".verified", say(`verified_${one.verified}`)).dataset.verified = one.verified;
  const counts = one.takes === "posts" && one.count > 0;
  put(item, ".count", counts ? say("posts_count", {}, one.count) : "");
  put(item, ".nothing", say("nothing_to_export", { weeks: DATA.weeks })).hidden = one.byCommand || one.files.length > 0;
  put(item, ".command code", `faq export ${one.name}`);
  item.querySelector(".command").hidden = !one.byCommand;
  showFiles(item.querySelector(".files"), one.files);
  put(item, ".uses .text", one.note, "en").parentElement.hidden = !(one.note || one.unverified);
  put(item, ".unverified .text", one.unverified, "en").parentElement.hidden = !one.unverified;
  showTold(item.querySelector(".told"), one.told);
  return item;
}

function showFiles(list, files) {
  const rows = files.map(({ path, size }) => {
    const row = document.createElement("li");
    const link = anchor(path.split("/").slice(2).join("/"), path);
    link.download = path.split("/").at(-1);
    row.append(link, " ", sizeText(size));
    return row;
  });
  if (files.length <= FEW_FILES) list.replaceChildren(...rows);
  else {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    const inside = document.createElement("ul");
    summary.textContent = say("files_count", {}, files.length);
    inside.append(...rows);
    details.append(summary, inside);
    list.replaceWith(details);
  }
  list.hidden = !files.length;
}

function sizeText(bytes) {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  return new Intl.NumberFormat(locale(chosen.interface), { style: "unit", unit: "kilobyte" }).format(kilobytes);
}

function showTold(details, told) {
  details.hidden = !told.length;
  put(details, "summary", say("export_told", { count: told.length }));
  details.querySelector("ul").append(...told.map(({ code, message }) => {
    const row = document.createElement("li");
    row.lang = "en"; // as all problems are
    row.textContent = `${message} (${code})`;
    return row;
  }));
}
