// A row of buttons for a thumb, below a chart along a line of days: plotly's own tools are small,
// lie over the picture, and those that draw a frame hold fast the finger that scrolls over it.
//   FOR_A_THUMB             the screens that have the row, and no tools of plotly's
//   goesAlongDays(layout)   tells of a figure as it was written whether the row has a use
//   fillCloser(row, chartOf, whole)
//       puts the buttons into an empty element; chartOf() finds the chart once it is drawn, and
//       `whole` are the two ends of the span as the figure has them
const FOR_A_THUMB = "(pointer: coarse), (hover: none), (max-width: 640px)";
const A_DAY = 24 * 60 * 60 * 1000;
const LEAST_SPAN = 7 * A_DAY; // of less, there is more in the numbers than in the picture
const A_MOMENT = 60 * 1000; // plotly rounds the ends of what it shows
// Each says how wide the view becomes, and how far it moves, as a share of what is seen now.
const CLOSER_STEPS = [
  { sign: "‹", name: "Earlier", width: 1, aside: -0.5 },
  { sign: "−", name: "Further away", width: 2, aside: 0 },
  { sign: "+", name: "Closer", width: 0.5, aside: 0 },
  { sign: "›", name: "Later", width: 1, aside: 0.5 },
  { sign: "Whole", name: "Whole span", width: Infinity, aside: 0 },
];

function goesAlongDays(layout) {
  const axis = layout.xaxis || {};
  const ends = Array.isArray(axis.range) ? axis.range : [];
  return !axis.fixedrange && ends.length === 2 && ends.every((end) => /^\d{4}-\d\d-\d\d/.test(end));
}

function fillCloser(row, chartOf, whole) {
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  const ends = whole.map(momentOf);
  const look = () => showPlace(row, said, shownIn(chartOf()) || ends, ends);
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", "Look closer");
  row.replaceChildren(...CLOSER_STEPS.map((step) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = step.sign;
    button.setAttribute("aria-label", step.name);
    button.addEventListener("click", () => takeStep(chartOf(), step, ends, look));
    return button;
  }), said);
  showPlace(row, said, ends, ends);
}

const followed = new WeakMap(); // charts that tell when they were drawn, and whom

async function takeStep(chart, step, ends, look) {
  const shown = shownIn(chart);
  if (!shown) return;
  if (!followed.has(chart)) chart.on("plotly_afterplot", () => followed.get(chart)());
  followed.set(chart, look);
  const next = afterStep(shown, step, ends);
  if (samePlace(next, shown)) return;
  const written = next.map((end) => new Date(end).toISOString().slice(0, -1));
  await window.Plotly.relayout(chart, { "xaxis.range": written });
  look();
}

/** Return the ends of what is seen after a step, which never leave the whole span. */
function afterStep([from, to], { width, aside }, [first, last]) {
  const wide = Math.min(Math.max((to - from) * width, LEAST_SPAN), last - first);
  const middle = (from + to) / 2 + (to - from) * aside;
  const start = Math.min(Math.max(middle - wide / 2, first), last - wide);
  return [start, start + wide];
}

function showPlace(row, said, shown, ends) {
  // One that leads nowhere keeps its place and the focus.
  row.querySelectorAll("button").forEach((button, place) => {
    const nowhere = samePlace(afterStep(shown, CLOSER_STEPS[place], ends), shown);
    button.setAttribute("aria-disabled", String(nowhere));
  });
  const [first, last] = [Math.ceil(shown[0] / A_DAY), Math.floor(shown[1] / A_DAY)];
  said.textContent = samePlace(shown, ends) ? "" : `${dayOf(first)} to ${dayOf(last)}`;
}

function shownIn(chart) {
  const axis = chart && chart._fullLayout && chart._fullLayout.xaxis;
  return axis && axis.range ? axis.range.map(momentOf) : null;
}

function samePlace(one, other) {
  return one.every((end, place) => Math.abs(end - other[place]) < A_MOMENT);
}

// A figure has days and no zones: all is reckoned as if it were in London in winter.
function momentOf(written) {
  return Date.parse(`${String(written).replace(" ", "T").replace(/^(.{10})$/, "$1T00:00")}Z`);
}

function dayOf(number) {
  return new Date(number * A_DAY).toLocaleDateString("en-GB",
    { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
