// Draws described charts one after the other and hands the pictures back to the server, a round of
// them at a time; picture.js draws each. What the server has not got yet it asks for again.

const begun = new WeakMap(); // the round an element is drawing, or has drawn
const SENT_AT_MOST = 12_000_000; // characters of one answer; the server takes 25 MB

/** Let the page show what has been said so far, and take a tap. */
const breath = () => new Promise((next) => setTimeout(next));

async function base64(blob) {
  const reader = new FileReader();
  await new Promise((done, failed) => {
    Object.assign(reader, { onload: done, onerror: failed });
    reader.readAsDataURL(blob);
  });
  return reader.result.slice(reader.result.indexOf(",") + 1);
}

/** Draw one chart in each format asked for; a format without content could not be drawn. */
async function inFormats({ name, formats, picture }) {
  const made = [];
  const svg = await orNothing(draw(picture));
  for (const format of formats) {
    const png = svg !== null && format !== "svg" ? asPng(svg, picture).then(base64) : svg;
    made.push({ name, format, content: await orNothing(png) });
  }
  return made;
}

/** Go on without what could not be drawn; the server says which it was. */
async function orNothing(drawing) {
  try {
    return await drawing;
  } catch (problem) {
    console.warn("A picture could not be drawn:", problem);
    return null;
  }
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".drawing");
  const status = root.querySelector("[role=status]");
  const bar = root.querySelector("progress");
  if (begun.get(root) === data.round) return;
  begun.set(root, data.round);
  const current = () => root.isConnected && begun.get(root) === data.round;
  (async () => {
    const made = [];
    let length = 0;
    bar.max = data.total;
    for (const [number, asked] of data.pictures.entries()) {
      const place = data.done + number;
      bar.value = place;
      status.textContent = `Drawing ${place + 1} of ${data.total}: ${asked.picture.title}`;
      await breath();
      if (!current()) return; // she has cancelled, or wants others
      made.push(...(await inFormats(asked)));
      length = made.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
      if (length > SENT_AT_MOST) break;
    }
    if (!current()) return;
    bar.value = data.done + data.pictures.length;
    setTriggerValue("drawn", { round: data.round, pictures: made });
  })();
}
