// The reply as it will be copied, with what shapes it: it changes while anything is typed or chosen, until its own words are
// changed; then they stay, until it is put together again.

const composers = new WeakMap(); // form -> { form, make, phrasings, at }

// `make` gives the source of the reply as it is now: { key, code, what, said, blanks, isPrivate, isOurs }. `key` tells
// replies apart, `what` is what they are called, `said` is as in compose.py; `blanks` are { name, label, mark } of fields
// still to be filled in, and `isOurs` tells that the words were checked where they were written.
function composer(make, { fields = [], hasExtents = false } = {}) {
  const form = fromTemplate("composer");
  const state = { form, make, phrasings: [], at: 0 };
  composers.set(form, state);
  form.querySelector(".own").firstElementChild.after(...fields.map((field) => field(() => refresh(state))));
  offerChoices(state, hasExtents);
  const [letter, counter] = [form.querySelector(".letter"), form.querySelector(".counter")];
  counter.id = `length-of-${make().key}`;
  letter.setAttribute("aria-describedby", counter.id);
  letter.addEventListener("input", () => {
    personal.edited.set(state.make().key, letter.value);
    refresh(state);
  });
  form.querySelector(".reset").addEventListener("click", () => {
    personal.edited.delete(state.make().key);
    refresh(state);
    letter.focus();
  });
  form.querySelector(".clear").addEventListener("click", () => {
    forgetCustomer();
    route();
    shownComposer()?.form.querySelector("input")?.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    copyComposed(state);
  });
  form.addEventListener("keydown", (event) => onComposerKey(event, state));
  refresh(state);
  return form;
}

function offerChoices(state, hasExtents) {
  const { form } = state;
  const typed = (name, value, take) => {
    const input = form.querySelector(`[name=${name}]`);
    input.value = value;
    input.addEventListener("input", () => {
      take(input.value);
      input.removeAttribute("aria-invalid");
      refresh(state);
    });
  };
  typed("name", personal.name, (value) => { personal.name = value; });
  typed(OWN_NAME, memory.get(OWN_NAME), (value) => memory.set(OWN_NAME, value));
  options(form.querySelector("[name=network]"), [["", say("any_network")], ...[...NETWORKS.values()].map(({ id, label }) => [id, label])], "");
  typed("network", networkOf()?.id ?? "", (value) => memory.set("network", value));
  form.querySelector(".extent").hidden = !hasExtents;
  const { isPrivate } = state.make();
  for (const [name, chosen] of [["where", whereTo(state.make())], ["extent", memory.get("extent") || "short"]]) {
    for (const radio of form.querySelectorAll(`[name=${name}]`)) {
      radio.checked = radio.value === chosen;
      radio.disabled = name === "where" && isPrivate && radio.value === "public";
      radio.addEventListener("change", () => {
        memory.set(name, radio.value);
        refresh(state);
      });
    }
  }
}

const shownComposer = () => composers.get(document.querySelector(".view:not([hidden]) .composer"));
const composedText = ({ phrasings, at }) => phrasings[at].text;

function refresh(state) {
  const source = state.make();
  const { form } = state;
  state.phrasings = phrasingsOf(source);
  state.at = Math.min(state.at, state.phrasings.length - 1);
  const edited = personal.edited.get(source.key);
  const letter = form.querySelector(".letter");
  letter.lang = tag(source.code);
  letter.dir = LANGUAGES.get(source.code)?.direction ?? "auto";
  if (letter.value !== (edited ?? composedText(state))) letter.value = edited ?? composedText(state);
  letter.rows = letter.value.split("\n").reduce((rows, line) => rows + 1 + Math.floor(line.length / 60), 1); // where no style fits it to its text
  form.querySelector(".edited").hidden = edited === undefined;
  form.querySelector(".missing").hidden = true;
  const isCalled = !personal.name.trim() || source.said.is_whole || calledName(personal.name, wordingOf(source.code).names);
  put(form, ".unknown", isCalled ? "" : say("name_unknown"));
  form.querySelector(".private").hidden = !mustBePrivate(state, source);
  showPhrasings(state, edited !== undefined);
  showLength(state, source);
  tellVoice(state);
}

// What was changed by hand may ask for personal data, too.
function mustBePrivate(state, source) {
  if (source.isPrivate) return true;
  const text = personal.edited.get(source.key);
  return text === undefined ? state.phrasings[state.at].private : whereTo(source) === "public" && isPersonal(text, wordingOf(source.code));
}

function showPhrasings(state, isEdited) {
  const { form, phrasings, at } = state;
  const place = form.querySelector(".phrasings");
  place.hidden = isEdited || phrasings.length < 2;
  const isFocused = place.contains(document.activeElement);
  place.replaceChildren(...phrasings.map((_, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = String(index + 1);
    button.setAttribute("aria-label", say("phrasing_number", { number: index + 1, count: phrasings.length }));
    button.setAttribute("aria-pressed", String(index === at));
    button.setAttribute("aria-keyshortcuts", `Alt+${index + 1}`);
    button.addEventListener("click", () => choosePhrasing(state, index));
    return button;
  }));
  if (isFocused) place.children[at].focus();
}

function choosePhrasing(state, index) {
  if (index >= state.phrasings.length || state.form.querySelector(".phrasings").hidden) return;
  state.at = index;
  refresh(state);
  announce(say("phrasing_number", { number: index + 1, count: state.phrasings.length }));
}

function showLength(state, source) {
  const counter = state.form.querySelector(".counter");
  const { value } = state.form.querySelector(".letter");
  const [length, limit] = [lengthOf(value), limitOf(source)];
  const isOver = limit > 0 && length > limit;
  const said = [limit ? say("length", { length, limit }) : say("length_only", { length })];
  if (networkOf()) said.unshift(networkOf().label);
  if (isOver) said.push(say("too_long"));
  else if (state.phrasings[state.at].isShortened && !personal.edited.has(source.key)) said.push(say("shortened"));
  counter.textContent = said.join(" · ");
  counter.classList.toggle("over", isOver);
}

function copyComposed(state) {
  const source = state.make();
  const { value } = state.form.querySelector(".letter");
  const missing = source.blanks.filter(({ mark }) => value.includes(mark));
  if (missing.length) return tellMissing(state, missing);
  const said = [say("copied_reply", { what: source.what })];
  if (mustBePrivate(state, source)) said.push(say("move_private"));
  const done = copyFor(value, said.join(" "));
  noteCopied(source, value, state.phrasings[state.at].turn);
  state.at = 0;
  refresh(state);
  return done;
}

function tellMissing({ form }, missing) {
  put(form, ".missing", say("reply_missing", { fields: missing.map(({ label }) => label).join(", ") })).hidden = false;
  const inputs = missing.map(({ name }) => [...form.elements].find((input) => input.name === name));
  for (const input of inputs) input.setAttribute("aria-invalid", "true");
  inputs[0].focus();
}

function onComposerKey(event, state) {
  if (event.isComposing) return;
  if (event.key === "Enter" && event.shiftKey) {
    event.preventDefault();
    copyComposed(state);
  } else if (event.key === "Escape" && byId("query").offsetParent) {
    byId("query").focus();
  }
}

// Digits choose a phrasing: with Alt while something is typed, and alone elsewhere. Alt and N lead to the customer's name.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
  const isTyping = event.target.closest("input:not([type=radio]), textarea, select");
  const state = event.altKey || !isTyping ? shownComposer() : undefined;
  if (!state?.form.offsetParent) return; // a phone that shows the list
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  if (digit) choosePhrasing(state, Number(digit) - 1);
  else if (event.altKey && event.code === "KeyN") state.form.elements.namedItem("name").select();
  else return;
  event.preventDefault();
});
