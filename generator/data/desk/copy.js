// The clipboard, and saying aloud what happened.

let toastTimer = 0;

function announce(text, isProblem = false) {
  const toast = byId("toast");
  clearTimeout(toastTimer);
  toast.textContent = "";
  toast.classList.toggle("problem", isProblem);
  // The same words twice in a row are announced twice only when the region was empty in between.
  setTimeout(() => { toast.textContent = text; }, 30);
  toastTimer = setTimeout(() => { toast.textContent = ""; }, 6000);
}

// Pages opened from a folder are refused the clipboard by some browsers; the old way still works there.
function copyBySelection(text) {
  const before = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.readOnly = true;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  let done = false;
  try { done = document.execCommand("copy"); } catch { /* refused: said below */ }
  area.remove();
  before?.focus?.({ preventScroll: true });
  return done;
}

async function copy(text, message) {
  let done = false;
  try {
    await navigator.clipboard.writeText(text);
    done = true;
  } catch {
    done = copyBySelection(text);
  }
  announce(done ? message : say("copy_failed"), !done);
  return done;
}
