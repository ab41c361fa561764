// A text that saves itself: a moment after the last key, when the field is left, and when the page
// is put away. What stands here counts as saved only once the journal has said it back, so that a
// text written while the connection was gone is sent again when it returns. What was stored from
// elsewhere is shown only while nothing unsaved stands here.

const PAUSE = 700; // milliseconds without a key
const AGAIN = 3000; // milliseconds to wait for a word that it was saved

const PATIENCE = 2000; // milliseconds another page waits for this to be saved

const fields = new WeakMap();

const meant = (text) => (text.trim() ? text : "");

export default function (component) {
  const { parentElement, setTriggerValue } = component;
  const [data] = component.data;
  const label = parentElement.querySelector("label");
  const area = parentElement.querySelector("textarea");
  const field = fields.get(area) ?? begin(area, data.text);
  label.textContent = data.label;
  area.maxLength = data.longest;
  area.placeholder = data.placeholder;
  field.hand = (text) => setTriggerValue("text", text);

  if (data.text !== field.stored) {
    if (meant(area.value) === field.stored) area.value = data.text;
    field.stored = data.text;
  }
  if (field.unsaved()) field.sendIn(field.sent === area.value ? AGAIN : PAUSE);
  else field.letGo();
  return () => {
    // What was handed over already is not handed over again: its moment may have been removed.
    if (field.sent !== area.value) field.send();
    document.removeEventListener("visibilitychange", field.leave);
    document.removeEventListener("click", field.hold, true);
    fields.delete(area);
  };
}

function begin(area, stored) {
  const field = { stored, sent: null, timer: 0, held: null, hand: () => {} };
  field.unsaved = () => meant(area.value) !== field.stored;
  field.send = () => {
    clearTimeout(field.timer);
    if (!field.unsaved()) return;
    field.sent = area.value;
    field.hand(area.value);
    field.sendIn(AGAIN);
  };
  field.sendIn = (wait) => {
    clearTimeout(field.timer);
    field.timer = setTimeout(() => area.isConnected && field.send(), wait);
  };
  field.leave = () => document.visibilityState === "hidden" && field.send();
  // Streamlit drops what a page was told in the instant it is left, so the way to another page
  // opens once this is saved.
  field.hold = (event) => {
    const link = event.target.closest?.("a");
    if (!link || field.lettingGo || !field.unsaved()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.held = link;
    field.send();
    setTimeout(field.letGo, PATIENCE);
  };
  field.letGo = () => {
    const link = field.held;
    field.held = null;
    if (!link) return;
    field.lettingGo = true;
    link.click();
    field.lettingGo = false;
  };
  area.value = stored;
  area.addEventListener("input", () => field.sendIn(PAUSE));
  area.addEventListener("blur", field.send);
  document.addEventListener("visibilitychange", field.leave);
  document.addEventListener("click", field.hold, true);
  fields.set(area, field);
  return field;
}
