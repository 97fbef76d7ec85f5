// Service replies: fill in the fields, see the letter, copy it. Nothing unfilled is ever copied.

const replies = { active: "", opened: false, values: new Map() };
const INPUTS = { date: "date", time: "time", days: "number", link: "url" };
const OWN_NAME = "agent"; // the only field that is remembered: it is the agent's, not a customer's

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
  article.querySelector(".fill").hidden = !reply.fields.length;
  article.querySelector(".fields").append(...reply.fields.map((field) => fieldInput(reply, field, article)));
  article.querySelector(".copy-reply").addEventListener("click", () => copyReply(reply, article));
  article.querySelector(".clear").addEventListener("click", () => {
    for (const field of reply.fields) if (field.name !== OWN_NAME) replies.values.delete(field.name);
    byId("reply").replaceChildren(replyArticle(reply));
    byId("reply").querySelector("input")?.focus();
  });
  showLetter(reply, article);
  return article;
}

const valueOf = (name) => replies.values.get(name) ?? (name === OWN_NAME ? memory.get(OWN_NAME) : "");

// Well-known fields have a phrase; others are called by their type, or as the author called them.
function fieldLabel(field) {
  if (hasPhrase(`field_${field.name}`)) return say(`field_${field.name}`);
  if (field.name === field.type) return say(`type_${field.type}`);
  return field.name.replaceAll("_", " ");
}

function fieldInput(reply, field, article) {
  const label = fromTemplate("field");
  put(label, ".name", fieldLabel(field));
  const input = label.querySelector("input");
  input.name = field.name;
  input.type = INPUTS[field.type] ?? "text";
  if (field.type === "days") input.min = "0";
  input.value = valueOf(field.name);
  input.addEventListener("input", () => {
    replies.values.set(field.name, input.value);
    if (field.name === OWN_NAME) memory.set(OWN_NAME, input.value);
    input.removeAttribute("aria-invalid");
    article.querySelector(".missing").hidden = true;
    showLetter(reply, article);
  });
  return label;
}

// As the customer reads it: dates and numbers of days in the customer's language.
function written(field, code) {
  const value = valueOf(field.name).trim();
  if (!value) return "";
  if (field.type === "date" && /^\d{4}-\d\d-\d\d$/.test(value)) return dayText(value, LONG_DAY, code);
  if (field.type === "days" && /^\d+$/.test(value)) {
    return new Intl.NumberFormat(locale(code), { style: "unit", unit: "day", unitDisplay: "long" }).format(Number(value));
  }
  return value;
}

function showLetter(reply, article) {
  const letter = article.querySelector(".letter");
  letter.lang = tag(reply.lang);
  letter.replaceChildren(...reply.parts.map((part) => {
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
    const text = reply.parts.map((part) => (typeof part === "string" ? part : values.get(part.field))).join("");
    copy(text, say("copied_reply", { what: reply.title }));
    return;
  }
  const message = say("reply_missing", { fields: empty.map(fieldLabel).join(", ") });
  put(article, ".missing", message).hidden = false;
  for (const field of empty) fieldNamed(article, field.name).setAttribute("aria-invalid", "true");
  fieldNamed(article, empty[0].name).focus();
}

const fieldNamed = (article, name) => [...article.querySelectorAll("input")].find((input) => input.name === name);
