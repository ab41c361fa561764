// A figure to say where something is felt. Each place is a button with its name, beside the figure
// and joined to it by a line; the larger parts of the figure can be tapped as well. The server says
// which places there are, which is chosen and what was felt; a place the figure does not know, such
// as one of her own, stands below it.

const HEIGHT = 432; // of the figure, as it is drawn
const WIDTH = 132;

// Where each place lies; "both" has a twin on the other side, "behind" cannot be seen from the front.
const PLACES = {
  head: { side: "left", x: 66, y: 14 },
  jaw: { side: "left", x: 57, y: 48 },
  shoulders: { side: "left", x: 36, y: 81, both: true },
  chest: { side: "left", x: 52, y: 104 },
  back: { side: "left", x: 46, y: 138, behind: true },
  arms: { side: "left", x: 24, y: 158, both: true },
  hips: { side: "left", x: 39, y: 216, both: true },
  hands: { side: "left", x: 16, y: 252, both: true },
  legs: { side: "left", x: 48, y: 322, both: true },
  face: { side: "right", x: 70, y: 29 },
  lips: { side: "right", x: 66, y: 42 },
  throat: { side: "right", x: 66, y: 61 },
  heart: { side: "right", x: 75, y: 106 },
  breasts: { side: "right", x: 84, y: 120, both: true },
  belly: { side: "right", x: 66, y: 172 },
  pelvis: { side: "right", x: 66, y: 208 },
  vulva: { side: "right", x: 66, y: 236 },
  feet: { side: "right", x: 83, y: 418, both: true },
};

// What a thumb can tap on the figure itself: nothing narrower or lower than 40 pixels.
const ZONES = [
  ["head", 40, 0, 52, 46],
  ["throat", 40, 46, 52, 42],
  ["shoulders", 0, 48, 40, 40],
  ["shoulders", 92, 48, 40, 40],
  ["chest", 24, 88, 42, 52],
  ["heart", 66, 88, 42, 52],
  ["arms", 0, 140, 40, 80],
  ["arms", 92, 140, 40, 80],
  ["belly", 40, 140, 52, 50],
  ["pelvis", 40, 190, 52, 54],
  ["hands", 0, 220, 40, 60],
  ["hands", 92, 220, 40, 60],
  ["legs", 26, 280, 80, 110],
  ["feet", 26, 390, 80, 42],
];

function make(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

function draw(tag, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A dot, or a diamond where something was felt. */
function point(x, y, felt) {
  const diamond = `M${x} ${y - 7} L${x + 7} ${y} L${x} ${y + 7} L${x - 7} ${y} Z`;
  return felt
    ? draw("path", { class: "dot", d: diamond })
    : draw("circle", { class: "dot", cx: x, cy: y, r: 2.5 });
}

/** The mark of a place on the figure, with the line to its word. */
function mark(place, look, row, rows) {
  const { x, y, side, both, behind } = PLACES[place.code];
  const edge = side === "left" ? 0 : WIDTH;
  const line = { class: "line", x1: edge, y1: ((row + 0.5) / rows) * HEIGHT, x2: x, y2: y };
  const points = both ? [point(x, y, place.felt), point(WIDTH - x, y, place.felt)] : [point(x, y, place.felt)];
  return draw("g", { class: `${look}${behind ? " behind" : ""}` }, draw("line", line), ...points);
}

function word(place, chosen, tapped) {
  const attributes = {
    type: "button",
    id: `place-${place.code}`,
    class: place.felt ? "felt" : null,
    "aria-pressed": `${chosen}`,
    "aria-label": place.words,
    title: place.felt ? `${place.name}: ${place.felt}` : null,
  };
  const button = make("button", attributes, make("span", { class: "name" }, place.name));
  if (place.felt) button.append(make("span", { class: "what" }, place.felt));
  button.onclick = () => tapped(place.code);
  return button;
}

/** Let a place stand out on the figure while its word, or its part of the figure, is pointed at. */
function pointing(source, shown) {
  const near = (on) => () => shown?.classList.toggle("near", on);
  source.onpointerenter = source.onfocus = near(true);
  source.onpointerleave = source.onblur = near(false);
}

export default function (component) {
  const { parentElement: root, setTriggerValue } = component;
  const [data] = component.data;
  const find = (id) => root.querySelector(`#${id}`);
  const held = root.activeElement?.id ?? root.querySelector(":focus")?.id;
  const tapped = (code) => setTriggerValue("place", code);
  const marks = {};
  find("label").textContent = data.label;
  for (const side of ["left", "right"]) {
    const there = Object.keys(PLACES).filter((code) => PLACES[code].side === side);
    const places = there.map((code) => data.places.find((place) => place.code === code)).filter(Boolean);
    const words = places.map((place, row) => {
      const chosen = place.code === data.chosen;
      const look = `${place.felt ? "felt" : ""}${chosen ? " chosen" : ""}`;
      marks[place.code] = mark(place, look, row, places.length);
      const button = word(place, chosen, tapped);
      pointing(button, marks[place.code]);
      return make("li", {}, button);
    });
    find(side).replaceChildren(...words);
  }
  find("marks").replaceChildren(...Object.values(marks));
  const zones = ZONES.filter(([code]) => marks[code]).map(([code, x, y, width, height]) => {
    const zone = draw("rect", { class: "zone", "data-place": code, x, y, width, height });
    zone.onclick = () => tapped(code);
    pointing(zone, marks[code]);
    return zone;
  });
  find("zones").replaceChildren(...zones);
  const rest = data.places.filter((place) => !PLACES[place.code]);
  find("rest").replaceChildren(
    ...rest.map((place) => make("li", {}, word(place, place.code === data.chosen, tapped))),
  );
  if (held) find(held)?.focus(); // what was focused has been drawn anew
}
