// Service replies: fill in the fields, see the letter, copy it. Nothing unfilled is ever copied; only a name may be missing,
// where the reply is greeted and signed with the brand's phrases.

const replies = { active: "", opened: false, values: new Map() };
const INPUTS = { date: "date", time: "time", days: "number", link: "url" };

// Whom a reply greets and who signs is asked of every reply.
const formOf = (reply) => reply.fields.filter(({ name }) => name !== "name" && name !== OWN_NAME);

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
  const fields = formOf(reply).map((field) => (refreshed) => fieldInput(reply, field, refreshed));
  article.append(composer(() => replySource(reply), { fields }));
  return article;
}

// The promised time is the channel's, and the agent's choice, not a customer's.
const isOwn = (field) => field.type === "promise" && DATA.promises.length > 0;

function valueOf(name) {
  if (name === "name") return personal.name;
  return name === OWN_NAME ? memory.get(OWN_NAME) : replies.values.get(name) ?? "";
}

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

function fieldInput(reply, field, refreshed) {
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
    if (isOwn(field)) memory.set("promise", input.value);
    input.removeAttribute("aria-invalid");
    refreshed();
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

// What is still to be filled in stands in the letter as a mark, which is never copied.
function replySource(reply) {
  const values = new Map(reply.fields.map((field) => [field.name, written(field, reply.lang)]));
  const empty = reply.fields.filter(({ name }) => !values.get(name));
  const blanks = empty.map((field) => ({ name: field.name, label: fieldLabel(field), mark: `‹${fieldLabel(field)}›` }));
  const marks = new Map(blanks.map(({ name, mark }) => [name, mark]));
  const answer = reply.parts.map((part) => (typeof part === "string" ? part : values.get(part.field) || marks.get(part.field))).join("");
  return {
    key: `replies/${reply.id}/${reply.lang}`,
    code: reply.lang,
    what: reply.title,
    said: { id: reply.id, answer, is_whole: reply.whole, personal: reply.private },
    blanks,
    isPrivate: reply.private,
    isOurs: false,
  };
}
