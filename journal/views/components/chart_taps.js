// Tells the server which mark of the chart beside it was tapped, and shades the one that is open.
// A mark is a bar that holds a name as its custom data; everything else of the chart is left alone.

const SHADE = 0.12;
const ONE_TAP = 600; // milliseconds: a touch is told twice, as itself and as the mouse it stands for
const watched = new WeakMap(); // what a piece of the page is told of now, and where
const heard = new WeakSet(); // charts that are listened to

/** Listen to a chart once it is drawn; drawn anew, it is another one. */
function hear(chart, told) {
  if (heard.has(chart) || typeof chart.on !== "function") return;
  heard.add(chart);
  let last = -ONE_TAP;
  chart.on("plotly_click", ({ points }) => {
    const mark = points.find(({ data, customdata }) => data.type === "bar" && customdata);
    const now = performance.now();
    if (!mark || now - last < ONE_TAP) return;
    last = now;
    told().setTriggerValue("mark", mark.customdata);
  });
}

function shade(chart, open) {
  const names = chart.data?.find(({ type }) => type === "bar")?.customdata ?? [];
  chart.querySelectorAll(".barlayer .point path").forEach((bar, row) => {
    bar.style.fillOpacity = open !== null && names[row] === open ? SHADE : 0;
  });
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const mark = parentElement.querySelector("span");
  const card = document.querySelector(`.${data.card}`);
  const look = () => {
    for (const chart of card.querySelectorAll(".js-plotly-plot")) {
      hear(chart, () => watched.get(mark));
      shade(chart, watched.get(mark).open);
    }
  };
  watched.get(mark)?.observer.disconnect();
  const observer = new MutationObserver(look);
  watched.set(mark, { open: data.open, setTriggerValue, observer });
  observer.observe(card, { childList: true, subtree: true });
  look();
  return () => observer.disconnect();
}
