// Shows what a reader was given: its HTML, and its charts alive.
//   showView(view, {html, figures}) -> Promise, kept once every chart is drawn
//   emptyView(view)                    forgets all of it
// Of its document it needs #config, how charts behave, as JSON; and #library, what draws them:
// packed in the page (unseal.js comes first then), or named by data-src. closer.js comes before it.
const chartConfig = JSON.parse(document.getElementById("config").textContent);
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const forAThumb = window.matchMedia(FOR_A_THUMB);
// For a mouse, the tools have a row of their own above the picture; a thumb has larger ones below.
const TOOL_ROW = 44;
let shownFigures = [];

async function showView(view, { html, figures }) {
  emptyView(view);
  // The text was written by Tending with every word of hers escaped; the policy of the document
  // runs no script that could stand in it.
  view.innerHTML = html;
  shownFigures = figures;
  figures.forEach(makeRoom);
  if (!figures.length) return;
  await loadLibrary();
  await drawFigures(figures);
}

function emptyView(view) {
  if (window.Plotly) shownFigures.forEach(({ id }) => {
    const room = chartRoom(id);
    if (room) window.Plotly.purge(room);
  });
  shownFigures = [];
  view.replaceChildren();
}

function loadLibrary() {
  if (window.Plotly) return Promise.resolve();
  const kept = document.getElementById("library");
  const script = document.createElement("script");
  return new Promise((drawn, missing) => {
    script.onload = drawn;
    script.onerror = missing;
    if (kept.dataset.src) {
      script.src = kept.dataset.src;
      document.head.append(script);
    } else {
      textOf(bytesOf(kept.textContent)).then((text) => {
        script.textContent = text;
        document.head.append(script);
        drawn();
      }, missing);
    }
  });
}

function chartRoom(id) {
  return document.getElementById(`chart-${id}`);
}

// One after the other, so that words can be read and moved meanwhile.
async function drawFigures(figures) {
  for (const kept of figures) {
    if (shownFigures !== figures) return;
    drawFigure(kept);
    await new Promise((rested) => setTimeout(rested));
  }
}

// Before anything is drawn, so that the page does not move under whoever reads it.
function makeRoom(kept) {
  const room = chartRoom(kept.id);
  const height = Number(room.dataset.height);
  if (height) room.style.height = `${height + toolRow(kept)}px`;
  if (!goesAlongDays(kept.light.layout) || room.parentElement.querySelector(".closer")) return;
  const row = document.createElement("div");
  row.className = "closer";
  fillCloser(row, () => chartRoom(kept.id), kept.light.layout.xaxis.range);
  room.after(row);
}

function drawFigure(kept) {
  const room = chartRoom(kept.id);
  const { data, layout } = figureFor(kept);
  const tools = toolRow(kept);
  layout.margin = { ...layout.margin, t: ((layout.margin || {}).t || 0) + tools };
  window.Plotly.react(room, data, layout, { ...chartConfig, displayModeBar: tools > 0 });
}

// Where nothing can be moved there are no tools, either.
function toolRow({ light }) {
  const still = (light.layout.xaxis || {}).fixedrange;
  return forAThumb.matches || still ? 0 : TOOL_ROW;
}

// A figure is kept light, with a list of what is otherwise in the dark.
function figureFor(kept) {
  const figure = copied(kept.light);
  if (dark.matches) {
    for (const [path, value] of kept.dark) {
      const last = path[path.length - 1];
      const holder = path.slice(0, -1).reduce(ownPart, figure);
      holder[last] = copied(value);
    }
  }
  return figure;
}

// Somebody may have changed a file: nothing is reached that is not in the figure itself.
function ownPart(within, name) {
  if (!Object.prototype.hasOwnProperty.call(within, name)) throw new Error("no part of the figure");
  return within[name];
}

function copied(value) {
  return JSON.parse(JSON.stringify(value));
}

for (const changing of [dark, forAThumb]) changing.addEventListener("change", () => {
  if (!window.Plotly) return;
  shownFigures.forEach(makeRoom);
  drawFigures(shownFigures);
});
