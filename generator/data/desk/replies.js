// Service replies: fill in the fields, see the letter, copy it. Nothing unfilled is ever copied; only a name may be missing,
// where the reply is greeted and signed with the brand's phrases.

const replies = { active: "", opened: false, values: new Map() };
const INPUTS = { date: "date", time: "time", days: "number", link: "url" };
const OWN_NAME = "agent"; // remembered, as the channel is: they are the agent's, not a customer's
const NAME = { name: "name", type: "text" };
const AGENT = { name: OWN_NAME, type: "text" };

const wordingOf = (code) => DATA.wordings[code];

// Who is greeted and who signs can always be filled in, unless the reply greets or signs itself.
const formOf = (reply) => (reply.whole ? reply.fields : [NAME, ...reply.fields, AGENT]);

// How often a reply was copied: whose turn it is among the phrases.
const turnOf = (id) => Number(memory.get(`copied.${id}`)) || 0;
const nextTurn = (id) => memory.set(`copied.${id}`, String(turnOf(id) + 1));

const saidOf = (reply, answer) => ({
  id: reply.id,
  turn: turnOf(reply.id),
  answer,
  name: valueOf("name"),
  agent: valueOf(OWN_NAME),
  is_whole: reply.whole,
});

const repliesShown = () => DATA.replies.filter((reply) => reply.lang === chosen.customer);

function showReplies(id) {
  const list = repliesShown();
  const wanted = list.find((reply) => reply.id === id);
  replies.opened = Boolean(wanted);
  replies.active = (wanted ?? list.find((reply) => reply.id === replies.active) ?? list[0])?.id ?? "";
  byId("replies").classList.toggle("opened", replies.opened);
  byId("no-replies").hidden = list.length > 0;
  byId("reply-list").replaceChildren(...list.map(replyItem));
  const active = list.find((reply) => reply.id === replies.active);
  byId("reply").replaceChildren(...(active ? [replyArticle(active)] : []));
}

function replyItem(reply) {
  const item = fromTemplate("reply-item");
  const link = item.querySelector("a");
  link.href = `#replies/${encodeURIComponent(reply.id)}`;
  if (reply.id === replies.active) link.setAttribute("aria-current", "true");
  put(item, ".question", reply.title, reply.lang);
  put(item, ".short", reply.when, reply.lang);
  return item;
}

function replyArticle(reply) {
  const article = fromTemplate("reply");
  put(article, ".question", reply.title, reply.lang);
  put(article, ".when .text", reply.when, reply.lang);
  article.querySelector(".private").hidden = !reply.private;
  article.querySelector(".fields").append(...formOf(reply).map((field) => fieldInput(reply, field, article)));
  article.querySelector(".copy-reply").addEventListener("click", () => copyReply(reply, article));
  article.querySelector(".clear").addEventListener("click", () => {
    for (const field of formOf(reply)) if (!isOwn(field)) replies.values.delete(field.name);
    byId("reply").replaceChildren(replyArticle(reply));
    byId("reply").querySelector("input")?.focus();
  });
  showLetter(reply, article);
  return article;
}

const isOwn = (field) => field.name === OWN_NAME || (field.type === "promise" && DATA.promises.length > 0);
const valueOf = (name) => replies.values.get(name) ?? (name === OWN_NAME ? memory.get(OWN_NAME) : "");

// By when each channel answers, if that is known: [minutes, "Instagram, Facebook · by 09:30 tomorrow"].
const promisesIn = (code) => DATA.promises
  .map(({ minutes, channels }) => [String(minutes), channels, promiseInWords(Date.now(), minutes, DATA.hours, wordingOf(code).dates)])
  .filter(([, , promise]) => promise);

// The channel that was chosen last, or the first.
function promiseOf(field, code) {
  const all = promisesIn(code);
  const wanted = replies.values.get(field.name) ?? memory.get("promise");
  return all.find(([minutes]) => minutes === wanted) ?? all[0];
}

// Well-known fields have a phrase; others are called by their type, or as the author called them.
function fieldLabel(field) {
  if (hasPhrase(`field_${field.name}`)) return say(`field_${field.name}`);
  if (field.name === field.type) return say(`type_${field.type}`);
  return field.name.replaceAll("_", " ");
}

function fieldInput(reply, field, article) {
  const label = fromTemplate("field");
  put(label, ".name", fieldLabel(field));
  const input = choiceInput(reply, field) ?? label.querySelector("input");
  label.querySelector("input").replaceWith(input);
  input.name = field.name;
  if (input.type === "text") input.type = INPUTS[field.type] ?? "text";
  if (field.type === "days") input.min = "0";
  if (input.localName === "input") input.value = valueOf(field.name);
  input.addEventListener("input", () => {
    replies.values.set(field.name, input.value);
    if (isOwn(field)) memory.set(field.type === "promise" ? "promise" : OWN_NAME, input.value);
    input.removeAttribute("aria-invalid");
    article.querySelector(".missing").hidden = true;
    showLetter(reply, article);
  });
  return label;
}

// What can only be chosen; undefined where it is typed.
function choiceInput(reply, field) {
  const promises = field.type === "promise" ? promisesIn(reply.lang) : [];
  if (field.type !== "choice" && !promises.length) return undefined;
  const select = document.createElement("select");
  const all = field.choices?.map((choice) => [choice, choice, reply.lang])
    ?? promises.map(([minutes, channels, promise]) => [minutes, `${channels.join(", ")} · ${promise}`, reply.lang]);
  options(select, promises.length ? all : [["", ""], ...all], promises.length ? promiseOf(field, reply.lang)[0] : valueOf(field.name));
  return select;
}

// As the customer reads it.
function written(field, code) {
  const promise = field.type === "promise" && promiseOf(field, code);
  return promise ? promise[2] : writtenField(field.type, valueOf(field.name), wordingOf(code).dates, field.choices);
}

function showLetter(reply, article) {
  const letter = article.querySelector(".letter");
  letter.lang = tag(reply.lang);
  const { greeting, sign_off: signOff } = phrasesOf(saidOf(reply, ""), wordingOf(reply.lang), false);
  const parts = [greeting && `${greeting}\n\n`, ...reply.parts, signOff && `\n\n${signOff}`].filter(Boolean);
  letter.replaceChildren(...parts.map((part) => {
    if (typeof part === "string") return document.createTextNode(part);
    const field = reply.fields.find((each) => each.name === part.field);
    const text = written(field, reply.lang);
    const place = document.createElement("span");
    place.className = text ? "filled" : "blank";
    place.textContent = text || fieldLabel(field);
    if (!text) place.lang = tag(chosen.interface);
    return place;
  }));
}

function copyReply(reply, article) {
  const values = new Map(reply.fields.map((field) => [field.name, written(field, reply.lang)]));
  const empty = reply.fields.filter((field) => !values.get(field.name));
  if (!empty.length) {
    const answer = reply.parts.map((part) => (typeof part === "string" ? part : values.get(part.field))).join("");
    copy(composeReply(saidOf(reply, answer), wordingOf(reply.lang)).text, say("copied_reply", { what: reply.title }));
    nextTurn(reply.id);
    showLetter(reply, article);
    return;
  }
  const message = say("reply_missing", { fields: empty.map(fieldLabel).join(", ") });
  put(article, ".missing", message).hidden = false;
  for (const field of empty) fieldNamed(article, field.name).setAttribute("aria-invalid", "true");
  fieldNamed(article, empty[0].name).focus();
}

const fieldNamed = (article, name) => [...article.querySelectorAll("input, select")].find((input) => input.name === name);
