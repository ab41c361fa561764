// Builds what a page shows. Words given to it become text and never markup.
//   byId(id)
//   made(tag, attributes, ...inside)   an element; `on…` attributes are listeners
//   button(words, act, more)           one that does not send a form
//   dayWords("2026-06-03")             "3 June 2026"
//   instantWords("2026-06-03T…Z")      the day and the time it was, or will be, here
//   wordsOf(place)                 what a place of a view says, without the buttons put into it
//   findingsIn(part)               the sentences of a part of a view that say what goes with what
function byId(id) {
  return document.getElementById(id);
}

function made(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...inside.filter((one) => one !== null));
  return element;
}

function button(words, act, more = {}) {
  return made("button", { type: "button", class: "second", onclick: act, ...more }, words);
}

function dayWords(day) {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB",
    { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

function instantWords(instant) {
  const at = new Date(instant);
  const day = at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${day}, ${at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
}

function findingsIn(part) {
  return part.dataset.code === "findings" ? [...part.querySelectorAll("li")] : [];
}

function wordsOf(place) {
  const copy = place.cloneNode(true);
  for (const put of copy.querySelectorAll("button")) put.remove();
  return copy.textContent.trim();
}
