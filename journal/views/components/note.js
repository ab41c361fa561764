// A text that saves itself: a moment after the last key, when the field is left, and when the page
// is put away. What stands here counts as saved only once the journal has said it back, so that a
// text written while the connection was gone is sent again when it returns. What was stored from
// elsewhere is shown only while nothing unsaved stands here.

const PAUSE = 700; // milliseconds without a key
const AGAIN = 3000; // milliseconds to wait for a word that it was saved

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
  return () => {
    field.send();
    document.removeEventListener("visibilitychange", field.leave);
    fields.delete(area);
  };
}

function begin(area, stored) {
  const field = { stored, sent: null, timer: 0, hand: () => {} };
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
  area.value = stored;
  area.addEventListener("input", () => field.sendIn(PAUSE));
  area.addEventListener("blur", field.send);
  document.addEventListener("visibilitychange", field.leave);
  fields.set(area, field);
  return field;
}
