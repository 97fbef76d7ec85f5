// Moving a post to another of its channel's times: by a dialog of the times there are, or by dragging it onto a day.

const moving = { draft: null, from: "", slots: [], dragged: null };
const WEEKS = 6; // that the dialog offers at once

function startMoving() {
  const dialog = byId("moving");
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const chosenSlot = dialog.querySelector("input:checked")?.value;
    dialog.close();
    if (chosenSlot) await move(moving.draft, chosenSlot);
  });
  dialog.querySelector(".cancel").addEventListener("click", () => dialog.close());
  dialog.querySelector(".later").addEventListener("click", () => loadSlots(""));
}

async function slotsOf(draft, from, days) {
  const answer = await ask(`slots?draft=${encodeURIComponent(draft.id)}&from=${from}&days=${days}`);
  if (!answer.slots) announce(whyNot(answer), true);
  return answer.slots ?? [];
}

// Why a time is refused, in the agent's language where the rule is a known one.
const whyRefused = ({ rule, why, number }) => (rule && hasPhrase(`why_not_${rule}`) ? say(`why_not_${rule}`, { number }, number) : why);

async function openMove(draft, day = "") {
  if (!editing.versions.get(draft.id)?.editable) return;
  const dialog = byId("moving");
  const week = mondayOf(dayAfter(draft.day, -7));
  Object.assign(moving, { draft, slots: [], from: day || (week < DATA.today ? DATA.today : week) });
  put(dialog, ".which", [draft.network, languageName(draft.lang), questionOf(draft).text].join(" · "));
  dialog.querySelector(".later").hidden = Boolean(day);
  dialog.querySelector(".times").replaceChildren();
  dialog.showModal();
  await loadSlots(day);
}

async function loadSlots(day) {
  const dialog = byId("moving");
  const days = day ? 1 : 7 * WEEKS;
  const found = await slotsOf(moving.draft, moving.from, days);
  const isFirst = !moving.slots.length;
  moving.slots.push(...found);
  moving.from = dayAfter(moving.from, days);
  const rows = found.map(slotRow);
  dialog.querySelector(".times").append(...rows);
  const offered = moving.slots.some(({ why }) => !why);
  put(dialog, ".none", offered ? "" : say("no_free_time"));
  const first = rows.map((row) => row.querySelector("input")).find((input) => !input.disabled);
  if (isFirst) (dialog.querySelector("input:checked") ?? first ?? dialog.querySelector(".later")).focus();
  else first?.focus();
}

function slotRow(slot) {
  const row = fromTemplate("time");
  const [day, time] = slot.slot.split(" ");
  const version = editing.versions.get(moving.draft.id);
  const input = row.querySelector("input");
  input.value = slot.slot;
  input.disabled = Boolean(slot.why);
  input.checked = slot.slot === version.slot;
  put(row, ".day", dayText(day, { weekday: "short", day: "numeric", month: "long" }));
  put(row, ".time", time);
  const why = slot.why ? whyRefused(slot) : input.checked ? say("now_here") : "";
  put(row, ".why", why);
  if (slot.why && why === slot.why) row.querySelector(".why").lang = "en";
  return row;
}

async function move(draft, slot) {
  if (slot === editing.versions.get(draft.id).slot) return;
  const wasOpen = Boolean(byId(`post-${draft.id}`));
  const answer = await edit(draft, { do: "reschedule", slot });
  if (answer.status !== 200) return refused(draft, answer);
  planning.day = draft.day;
  go(addressOf({ opened: wasOpen ? draft.id : "" }));
  (byId(`post-${draft.id}`)?.querySelector(".undo") ?? slipOf(draft.id))?.focus();
  const when = `${dayText(draft.day, { weekday: "long", day: "numeric", month: "long" })}, ${draft.time}`;
  if (!wasOpen) offerLast([draft.id], say("moved", { what: draft.network, when }));
  announce(say("moved", { what: draft.network, when }));
}

// Dragging, for a mouse; fingers and keys have the dialog.

function offerDrag(slip, draft) {
  if (!editing.versions.get(draft.id)?.editable) return;
  slip.draggable = true;
  slip.addEventListener("dragstart", (event) => {
    event.dataTransfer.setData("text/plain", draft.id);
    event.dataTransfer.effectAllowed = "move";
    const days = daysShown();
    moving.dragged = { draft, slots: slotsOf(draft, days[0], days.length).then(showAllowed) };
  });
  slip.addEventListener("dragend", endDrag);
}

// Days with a free time are framed while a post is dragged; the others tell why when it is over them.
function showAllowed(slots) {
  const days = groupByDay(slots.map((slot) => ({ ...slot, day: slot.slot.slice(0, 10) })));
  if (moving.dragged) {
    for (const cell of byId("plan").querySelectorAll("[data-day]")) {
      const there = days.get(cell.dataset.day) ?? [];
      const isFree = there.some(({ why }) => !why);
      cell.classList.add(isFree ? "free" : "barred");
      if (!isFree) cell.dataset.why = whyDay(there);
    }
  }
  return days;
}

const whyDay = (slots) => (slots.length ? whyRefused(slots[0]) : say("why_not_no_slot"));

function endDrag() {
  moving.dragged = null;
  for (const cell of byId("plan").querySelectorAll("[data-day]")) {
    cell.classList.remove("free", "barred", "over");
    delete cell.dataset.why;
  }
}

function offerDrop(cell, day) {
  cell.addEventListener("dragover", (event) => {
    if (!moving.dragged) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move"; // a forbidden day takes it too, to say why not
    cell.classList.add("over");
  });
  cell.addEventListener("dragleave", (event) => { if (!cell.contains(event.relatedTarget)) cell.classList.remove("over"); });
  cell.addEventListener("drop", (event) => {
    if (!moving.dragged) return;
    event.preventDefault();
    dropOn(day, moving.dragged);
  });
}

async function dropOn(day, { draft, slots }) {
  const there = (await slots).get(day) ?? [];
  const free = there.filter(({ why }) => !why);
  endDrag();
  if (day === draft.day) return;
  if (!free.length) announce(say("not_moved", { why: whyDay(there) }), true);
  else if (free.length === 1) await move(draft, free[0].slot);
  else await openMove(draft, day);
}
