// A text that saves itself: a moment after the last key, when the field is left, and when the page
// is put away. What is stored elsewhere is shown only while nobody is typing here.

const PAUSE = 700; // milliseconds without a key

const fields = new WeakMap();

export default function (component) {
  const { parentElement, setStateValue } = component;
  const [data] = component.data;
  const label = parentElement.querySelector("label");
  const area = parentElement.querySelector("textarea");
  let field = fields.get(area);
  if (!field) {
    field = { sent: data.text, timer: 0, send: () => {} };
    fields.set(area, field);
    area.value = data.text;
    area.addEventListener("input", () => {
      clearTimeout(field.timer);
      field.timer = setTimeout(() => field.send(), PAUSE);
    });
    area.addEventListener("blur", () => field.send());
    field.leave = () => document.visibilityState === "hidden" && field.send();
    document.addEventListener("visibilitychange", field.leave);
  }
  label.textContent = data.label;
  area.maxLength = data.longest;
  area.placeholder = data.placeholder;
  field.send = () => {
    clearTimeout(field.timer);
    if (area.value === field.sent) return;
    field.sent = area.value;
    setStateValue("text", area.value);
  };
  const typing = area.getRootNode().activeElement === area && area.value !== field.sent;
  if (!typing && area.value === field.sent && area.value !== data.text) {
    area.value = data.text;
    field.sent = data.text;
  }
  return () => {
    field.send();
    document.removeEventListener("visibilitychange", field.leave);
  };
}
