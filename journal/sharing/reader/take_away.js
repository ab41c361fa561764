// What a reader may take of each chart: a picture, sharp at any size or ready for a message, and
// its numbers, which can be read below it, too. After draw.js.
//   offerTakingAway(view)   puts both under every chart that is shown
//   saveAs(name, blob)      hands a file to the browser
const PICTURE_WIDTH = 1000;
const PICTURE_SCALE = 2;

function offerTakingAway(view) {
  shownFigures.forEach((kept) => {
    const figure = view.querySelector(`figure[data-chart="${kept.id}"]`);
    if (figure) figure.append(numbersBelow(kept), takeAwayMenu(kept));
  });
}

// For whoever does not see the chart: what it draws, as a table, made once it is asked for.
function numbersBelow(kept) {
  const below = document.createElement("details");
  below.className = "take";
  const named = document.createElement("summary");
  named.textContent = "Its numbers as a table";
  below.append(named);
  below.addEventListener("toggle", () => {
    if (below.open && below.children.length === 1) below.append(numbersTable(kept));
  });
  return below;
}

function numbersTable(kept) {
  // The last column says what the file is, once it lies in a folder.
  const [head, ...rows] = rowsOf(kept.csv).map((cells) => cells.slice(0, -1));
  const room = document.createElement("div");
  room.className = "numbers tall";
  room.tabIndex = 0;
  room.setAttribute("role", "group");
  room.setAttribute("aria-label", `Numbers of ${chartTitle(kept)}`);
  const table = document.createElement("table");
  const body = table.createTBody();
  addCells(table.createTHead().insertRow(), head, "col", head.length);
  rows.forEach((cells) => addCells(body.insertRow(), cells, "row", 1));
  room.append(table);
  return room;
}

function addCells(row, cells, scope, heads) {
  cells.forEach((words, place) => {
    const cell = document.createElement(place < heads ? "th" : "td");
    if (place < heads) cell.scope = scope;
    cell.textContent = words || "–";
    row.append(cell);
  });
}

function chartTitle(kept) {
  return chartRoom(kept.id).closest("figure").querySelector("h3").textContent;
}

// RFC 4180: cells are parted by commas, rows by line ends; in quotes all of it stands for itself.
function rowsOf(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/g)) {
    rows[rows.length - 1].push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") rows.push([]);
    else if (!end) break;
  }
  return rows.filter((cells) => cells.some(Boolean));
}

function takeAwayMenu(kept) {
  const menu = document.createElement("details");
  menu.className = "take";
  const named = document.createElement("summary");
  named.textContent = "Take this chart away";
  const said = document.createElement("p");
  said.className = "quiet";
  said.setAttribute("role", "status");
  menu.append(
    named,
    takeButton("Picture (PNG)", said, () => takePicture(kept, "png")),
    takeButton("Drawing (SVG)", said, () => takePicture(kept, "svg")),
    takeButton("Numbers (CSV)", said, () => takeNumbers(kept)),
    said,
  );
  return menu;
}

function takeButton(words, said, take) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = words;
  button.addEventListener("click", async () => {
    try {
      said.textContent = `Saved as ${await take()}.`;
    } catch {
      said.textContent = "That did not work in this browser. Please try another one.";
    }
  });
  return button;
}

async function takePicture(kept, format) {
  const room = chartRoom(kept.id);
  const address = await window.Plotly.toImage(room, {
    format, width: PICTURE_WIDTH, height: room.offsetHeight,
    scale: format === "png" ? PICTURE_SCALE : 1,
  });
  const name = `${kept.name}.${format}`;
  saveAs(name, blobOf(address));
  return name;
}

async function takeNumbers(kept) {
  const name = `${kept.name}.csv`;
  // The mark tells Excel that letters are UTF-8.
  saveAs(name, new Blob(["\ufeff", kept.csv], { type: "text/csv" }));
  return name;
}

// By hand: a page that may not ask for anything may not ask for a data address either.
function blobOf(address) {
  const [head, body] = [address.slice(0, address.indexOf(",")), address.slice(address.indexOf(",") + 1)];
  const type = head.slice("data:".length).split(";")[0];
  const letters = head.endsWith(";base64") ? atob(body) : null;
  if (letters === null) return new Blob([decodeURIComponent(body)], { type });
  return new Blob([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))], { type });
}

function saveAs(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
