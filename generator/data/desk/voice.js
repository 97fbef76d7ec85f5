// What had better be said otherwise in a reply, told while it is filled in or changed. The phrases of a language are a
// script, loaded when it is first needed, because pages opened from a folder may not fetch.

const voices = new Map(); // language -> how to sound in it; undefined while it is on its way, null if it cannot be had

function voiceIn(code) {
  if (voices.has(code)) return voices.get(code);
  voices.set(code, undefined);
  const script = document.createElement("script");
  const come = () => {
    const data = window.ANSWER_AHEAD_VOICE?.[code];
    voices.set(code, data ? voiceOf(data) : null);
    const state = shownComposer();
    if (state) tellVoice(state);
  };
  script.addEventListener("load", come);
  script.addEventListener("error", come);
  script.src = `voice.${encodeURIComponent(code)}.js`;
  document.head.append(script);
  return undefined;
}

// Below the reply; what is still to be filled in is left to whoever fills it in. Of an answer only what was changed is
// told: `faq check` tells the rest, to those who write the answers.
function tellVoice(state) {
  const source = state.make();
  const { value } = state.form.querySelector(".letter");
  const isUnchanged = source.isOurs && value === composedText(state);
  const voice = isUnchanged ? undefined : voiceIn(source.code);
  const known = source.isOurs ? saidOtherwise(voice, composedText(state)) : [];
  const leadsOn = source.blanks.some(({ mark }) => value.includes(mark));
  const items = saidOtherwise(voice, value, { leadsOn }).filter((item) => !known.includes(item));
  const list = state.form.querySelector(".voice");
  list.lang = tag(source.code);
  list.hidden = !items.length;
  if (list.textContent !== items.join("")) list.replaceChildren(...items.map(voiceItem));
}

function saidOtherwise(voice, text, options = {}) {
  const found = voice ? checkVoice(voice, text, "reply", options) : [];
  return [...new Set(found.map(({ start, end, instead }) => `“${text.slice(start, end)}” → ${instead}`))];
}

function voiceItem(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}
