// Draws a described chart as a picture, for every script that is put behind this one. Everything
// drawn around the figure is set as text, so nothing anybody typed can become markup.

const SVG = "http://www.w3.org/2000/svg";
const EDGE = 28; // blank space around the words, in the figure's own pixels
const INSET = 25; // and around the figure, which has a margin of its own
const SERIF = 'Georgia, "Times New Roman", serif';

async function plotly(address) {
  if (window.Plotly?.toImage) return window.Plotly;
  await new Promise((loaded, failed) => {
    const script = document.createElement("script");
    Object.assign(script, { src: address, onload: loaded, onerror: failed });
    document.head.append(script);
  });
  return window.Plotly;
}

/** Break a text into lines no wider than the picture allows. */
function lines(text, font, width) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  const broken = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${broken.at(-1)} ${word}`.trim();
    if (broken.at(-1) && pen.measureText(longer).width > width) broken.push(word);
    else broken[broken.length - 1] = longer;
  }
  return broken;
}

function element(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Put lines of text onto the sheet, the first one at `top`; return where the next may begin. */
function write(sheet, text, { top, width, size, fill, family, weight = 400 }) {
  for (const line of lines(text, `${weight} ${size}px ${family}`, width)) {
    top += size;
    sheet.append(
      element("text", { x: EDGE, y: top, fill, "font-family": family, "font-size": size, "font-weight": weight }, line),
    );
    top += size * 0.32;
  }
  return top;
}

/** Leave only what draws: no script, no event handler, no address but those inside the picture. */
function cleaned(drawing) {
  drawing.querySelectorAll("script, foreignObject").forEach((found) => found.remove());
  for (const node of drawing.querySelectorAll("*")) {
    for (const { name, value } of [...node.attributes]) {
      const outside = /href$/.test(name) && !/^(#|data:image\/)/.test(value);
      if (outside || /^on/i.test(name)) node.removeAttribute(name);
    }
  }
  return drawing;
}

/** Rename what a figure refers to inside itself: Plotly's names differ at each drawing. */
function named(drawn, seed) {
  let mark = 0;
  for (const sign of seed) mark = (Math.imul(mark, 31) + sign.codePointAt(0)) >>> 0;
  const names = new Map();
  for (const [number, node] of [...drawn.querySelectorAll("[id]")].entries()) {
    names.set(node.id, `f${mark.toString(36)}-${number}`);
    node.id = names.get(node.id);
  }
  const renamed = (whole, id) => (names.has(id) ? `#${names.get(id)}` : whole);
  for (const node of drawn.querySelectorAll("*")) {
    for (const { name, value } of [...node.attributes]) {
      const led = value.replace(/#([\w-]+)/g, renamed);
      if (led !== value) node.setAttribute(name, led);
    }
  }
  return drawn;
}

/** Write a drawing down; its classes, which no style goes by, hold names of one drawing too. */
function written(drawn) {
  drawn.querySelectorAll("[class]").forEach((node) => node.removeAttribute("class"));
  return new XMLSerializer().serializeToString(drawn);
}

/** Draw a figure in a size of its own pixels. */
async function drawing(figure, size, address) {
  const seed = JSON.stringify(figure);
  Object.assign(figure.layout, size, { autosize: false });
  const { toImage } = await plotly(address);
  const text = await toImage(figure, { format: "svg", ...size, imageDataOnly: true });
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const drawn = named(cleaned(parsed), seed);
  drawn.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
  return drawn;
}

/** Draw the figure alone, for a document with words of its own; end where its legend ends. */
async function drawAlone({ figure, width, height, plotly: address }) {
  const drawn = document.importNode(await drawing(JSON.parse(figure), { width, height }, address), true);
  const hidden = element("svg", { width: 0, height: 0, style: "position:absolute;visibility:hidden" });
  hidden.append(drawn);
  document.body.append(hidden);
  const legend = drawn.querySelector(".legend");
  // Room is kept for the legend of a phone, which needs more lines.
  const ends = legend ? legend.getBoundingClientRect().bottom - drawn.getBoundingClientRect().top : height;
  hidden.remove();
  const bottom = Math.min(height, Math.ceil(ends) + 4);
  drawn.setAttribute("viewBox", `0 0 ${width} ${bottom}`);
  drawn.setAttribute("height", bottom);
  return written(drawn);
}

/** Draw the whole sheet: title, dates and n, the figure, the journal's name. */
async function draw(picture) {
  if (picture.alone) return drawAlone(picture);
  const { width, height } = picture;
  const sheet = element("svg", { xmlns: SVG, viewBox: `0 0 ${width} ${height}`, role: "img" });
  sheet.setAttribute("width", picture.pixelWidth);
  sheet.setAttribute("height", picture.pixelHeight);
  sheet.append(element("title", {}, `${picture.title} · ${picture.journal}`));
  sheet.append(element("desc", {}, picture.sentence));
  sheet.append(element("rect", { width, height, fill: picture.background }));
  const column = width - 2 * EDGE;
  let top = EDGE - 4;
  top = write(sheet, picture.title, { top, width: column, size: 24, fill: picture.text, family: SERIF, weight: 600 });
  top = write(sheet, picture.subtitle, { top: top + 4, width: column, size: 14, fill: picture.muted, family: picture.font });
  const foot = height - EDGE + 8;
  const name = { x: width - EDGE, y: foot, fill: picture.muted, "text-anchor": "end" };
  sheet.append(element("text", { ...name, "font-family": SERIF, "font-size": 14 }, picture.journal));
  const room = { width: width - 2 * INSET, height: Math.round(foot - 20 - top - 8) };
  const figure = JSON.parse(picture.figure);
  // A chart of several parts is taller than the sheet: draw it larger, and let the sheet shrink it.
  const grown = Math.min(Math.max((figure.layout.height ?? 0) / room.height, 1), 1.6);
  const size = { width: Math.round(room.width * grown), height: Math.round(room.height * grown) };
  const drawn = await drawing(figure, size, picture.plotly);
  for (const [key, value] of Object.entries({ x: INSET, y: Math.round(top + 8), ...room })) {
    drawn.setAttribute(key, value);
  }
  sheet.append(document.importNode(drawn, true));
  return written(sheet);
}

const TRIES = 3; // a browser short of memory now and then fails once, and not again

async function asPng(svg, { pixelWidth, pixelHeight }) {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await painted(svg, pixelWidth, pixelHeight);
    } catch (problem) {
      if (!left) throw problem;
    }
  }
}

async function painted(svg, width, height) {
  const image = new Image();
  await new Promise((loaded, failed) => {
    Object.assign(image, { onload: loaded, onerror: () => failed(new Error("No picture.")) });
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  canvas.getContext("2d").drawImage(image, 0, 0, width, height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("No memory for a picture.");
  return blob;
}
