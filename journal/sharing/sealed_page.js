const sealed = JSON.parse(document.getElementById("sealed").textContent);
const config = JSON.parse(document.getElementById("config").textContent);
const form = document.getElementById("asking");
const field = document.getElementById("passphrase");
const said = document.getElementById("said");
const view = document.getElementById("view");
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const byTouch = window.matchMedia("(pointer: coarse)").matches;
// Buttons have a row of their own above the picture, and a finger on it moves the page.
const BUTTON_ROW = 34;
const ASSOCIATED = "Tending sealed file 1";
const LENGTH_BYTES = 4;

function bytesOf(text) {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let place = 0; place < letters.length; place += 1) bytes[place] = letters.charCodeAt(place);
  return bytes;
}

async function unpacked(packed) {
  if (!("DecompressionStream" in window)) return inflateByHand(packed);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function textOf(packed) {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await unpacked(packed));
}

async function opened(passphrase) {
  const subtle = window.crypto.subtle;
  const secret = new TextEncoder().encode(passphrase.normalize("NFC").trim());
  const material = await subtle.importKey("raw", secret, "PBKDF2", false, ["deriveKey"]);
  const key = await subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(sealed.salt), iterations: sealed.iterations },
    material, { name: "AES-GCM", length: 256 }, false, ["decrypt"],
  );
  const padded = new Uint8Array(await subtle.decrypt(
    { name: "AES-GCM", iv: bytesOf(sealed.iv),
      additionalData: new TextEncoder().encode(ASSOCIATED) },
    key, bytesOf(sealed.data),
  ));
  const length = new DataView(padded.buffer).getUint32(0);
  return textOf(padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
}

async function loadLibrary() {
  const script = document.createElement("script");
  script.textContent = await textOf(bytesOf(document.getElementById("library").textContent));
  document.head.append(script);
}

// A figure is kept light, with a list of what is otherwise in the dark.
function figureFor(kept) {
  const figure = structuredCopy(kept.light);
  if (dark.matches) {
    for (const [path, value] of kept.dark) {
      const last = path[path.length - 1];
      const holder = path.slice(0, -1).reduce((within, name) => within[name], figure);
      holder[last] = structuredCopy(value);
    }
  }
  return figure;
}

function structuredCopy(value) {
  return JSON.parse(JSON.stringify(value));
}

function draw(figures) {
  figures.forEach((kept, place) => {
    const room = document.getElementById(`chart-${place}`);
    const height = Number(room.dataset.height);
    if (height) room.style.height = `${height + BUTTON_ROW}px`;
    const { data, layout } = figureFor(kept);
    layout.margin = { ...layout.margin, t: ((layout.margin || {}).t || 0) + BUTTON_ROW };
    if (byTouch) layout.dragmode = false;
    window.Plotly.react(room, data, layout, config);
  });
}

async function show(text) {
  const { html, figures } = JSON.parse(text);
  // The text was written by Tending with every word of hers escaped; the policy of this page runs
  // no script that could stand in it.
  view.innerHTML = html;
  form.hidden = true;
  view.hidden = false;
  document.getElementById("close").hidden = !sealed.data;
  view.querySelector("h1").focus();
  if (!figures.length) return;
  await loadLibrary();
  draw(figures);
  dark.addEventListener("change", () => draw(figures));
}

function say(words) {
  said.textContent = words;
}

async function tryPassphrase() {
  const passphrase = field.value;
  if (!passphrase.trim()) {
    say(said.dataset.empty);
    return;
  }
  document.getElementById("open").disabled = true;
  say(said.dataset.working);
  let text = null;
  try {
    text = await opened(passphrase);
  } catch {
    say(said.dataset.wrong);
    field.select();
    field.focus();
  }
  document.getElementById("open").disabled = false;
  if (text === null) return;
  say("");
  field.value = "";
  await show(text);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  tryPassphrase();
});
document.getElementById("seen").addEventListener("change", (event) => {
  field.type = event.target.checked ? "text" : "password";
});
document.getElementById("close").addEventListener("click", () => window.location.reload());
if (sealed.open) textOf(bytesOf(sealed.open)).then(show);
else if (window.crypto && window.crypto.subtle) {
  form.hidden = false;
  field.focus();
} else document.getElementById("unable").hidden = false;
