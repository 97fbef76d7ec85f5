// What somebody changed of generated words: pieces that the build found, marked for eyes and for ears.

function wordDiff(pieces, code) {
  return pieces.map(([kind, words]) => {
    if (kind === "=") return document.createTextNode(words);
    const element = document.createElement(kind === "+" ? "ins" : "del");
    const told = document.createElement("span");
    told.className = "unseen";
    told.textContent = `${kind === "+" ? say("inserted") : say("deleted")} `;
    told.lang = tag(chosen.interface);
    const said = document.createElement("span");
    said.textContent = words;
    said.lang = tag(code);
    element.append(told, said);
    return element;
  });
}

// The changes of a post, which a button shows and hides.
function showEdits(article, draft) {
  const box = article.querySelector(".edits");
  const changes = box.querySelector(".changes");
  const button = box.querySelector("button");
  changes.id = `changes-${draft.id}`;
  button.setAttribute("aria-controls", changes.id);
  button.addEventListener("click", () => {
    changes.hidden = !changes.hidden;
    button.setAttribute("aria-expanded", String(!changes.hidden));
    button.textContent = changes.hidden ? say("show_changes") : say("hide_changes");
  });
  changes.replaceChildren(...draft.edits.map(({ what, pieces }) => {
    const section = fromTemplate("edit");
    put(section, "h5", say(`of_${what}`));
    put(section, ".pieces", "", draft.lang).append(...wordDiff(pieces, draft.lang));
    return section;
  }));
  box.hidden = false;
}
