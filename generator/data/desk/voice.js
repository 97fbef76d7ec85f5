// What had better be said otherwise in a reply, told while it is filled in. The phrases of a language come when it is first
// needed.

const voices = new Map(); // language -> how to sound in it; undefined while it is on its way, null if it cannot be had

function voiceIn(code) {
  if (voices.has(code)) return voices.get(code);
  voices.set(code, undefined);
  when(["voice", `voice.${code}`], () => {
    const data = window.ANSWER_AHEAD_VOICE?.[code];
    voices.set(code, data ? voiceOf(data) : null);
    tellVoice();
  });
  return undefined;
}

// Below the letter; what is still to be filled in is left to whoever fills it in.
function tellVoice() {
  const letter = byId("reply").querySelector(".letter");
  if (!letter) return;
  const code = [...LANGUAGES.keys()].find((each) => tag(each) === letter.lang);
  const voice = code && voiceIn(code);
  const blank = letter.querySelector(".blank") !== null;
  const found = voice ? checkVoice(voice, letter.textContent, "reply", { leadsOn: blank }) : [];
  const items = [...new Map(found.map((one) => [saidOtherwise(letter, one), one])).keys()];
  const list = letter.parentElement.querySelector(".voice") ?? voiceList(letter);
  list.lang = letter.lang;
  list.hidden = !items.length;
  if (list.textContent !== items.join("")) list.replaceChildren(...items.map(voiceItem));
}

const saidOtherwise = (letter, { start, end, instead }) => `“${letter.textContent.slice(start, end)}” → ${instead}`;

function voiceList(letter) {
  const list = document.createElement("ul");
  list.className = "voice";
  list.setAttribute("aria-live", "polite");
  letter.after(list);
  return list;
}

function voiceItem(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}

new MutationObserver(tellVoice).observe(byId("reply"), { childList: true, subtree: true, characterData: true });
