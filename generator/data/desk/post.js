// One planned post, as it will be posted, with what is decided about it.

const stateText = (state) => (hasPhrase(`state_${state}`) ? say(`state_${state}`) : state);

function postArticle(draft) {
  const article = fromTemplate("post");
  article.id = `post-${draft.id}`;
  const time = put(article, ".time", draft.time);
  time.dateTime = `${draft.day}T${draft.time}`;
  time.title = draft.zone;
  put(article, ".channel", [draft.network, languageName(draft.lang), draft.zone].join(" · "));
  showFormat(article, draft);
  put(article, ".state", stateText(draft.state)).dataset.state = draft.state;
  article.querySelector(".untrue").hidden = !DATA.recalls.some(({ id }) => id === draft.id);
  showQuestion(article, draft);
  showParts(article, draft);
  article.querySelector(".copy-post").addEventListener("click", () => copy(draft.text, say("copied_post", { what: draft.network })));
  if (draft.poll) showPoll(article, draft);
  if (draft.pictures.length) showPictures(article, draft);
  if (draft.edits.length) showEdits(article, draft);
  showWhy(article, draft);
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
  pictures.querySelector("ol").append(...draft.pictures.map((picture, index) => pictureItem(picture, draft.lang, { number: index + 1, count })));
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

function pictureItem({ file, alt, width, height }, language, place) {
  const item = fromTemplate("picture");
  put(item, ".page", say("picture_of", place)).hidden = place.count < 2;
  const image = item.querySelector("img");
  image.addEventListener("error", () => { image.hidden = true; });
  Object.assign(image, { src: file, alt, width, height });
  put(item, ".alt", alt, language);
  return item;
}
