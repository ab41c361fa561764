// Sends a chosen file to the journal as it is, piece by piece, and says how far it is. The file
// never passes through the page's memory, so it may have any size.

const SAID_EVERY = 10; // percent between two sentences, for whoever hears them read out

const LOST =
  "The connection to the journal was lost, and nothing of the file was kept. Is the journal still running? Please choose the file again.";

const places = new WeakMap();

const megabytes = (bytes) => `${(bytes / 1e6).toLocaleString("en-GB", { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })} MB`;

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const place = places.get(parentElement) ?? begin(parentElement);
  place.data = data;
  place.arrived = () => setTriggerValue("arrived", String(Date.now()));
  parentElement.querySelector(".hint").textContent = data.hint;
  // The journal has begun to read what was sent: it speaks of it from here on.
  if (place.sent && data.known !== place.known) place.say("");
  place.known = data.known;
  return () => {
    place.request?.abort(); // the page was left
    places.delete(parentElement);
  };
}

function begin(parent) {
  const find = (selector) => parent.querySelector(selector);
  const box = find(".place");
  const input = find("input");
  const sending = find(".sending");
  const bar = find("progress");
  const place = { data: null, arrived: () => {}, request: null, sent: false };
  place.say = (words, problem = "") => {
    find("[role=status]").textContent = words;
    find("[role=alert]").textContent = problem;
  };

  const finish = (words, problem) => {
    const held = sending.contains(parent.getRootNode().activeElement);
    place.request = null;
    sending.hidden = true;
    place.say(words, problem);
    if (held) find(".choose").focus();
  };

  const send = (file) => {
    if (!file) return;
    place.request?.abort();
    place.sent = false;
    if (file.size > place.data.largest) {
      place.say("", `This file has ${megabytes(file.size)}; up to ${megabytes(place.data.largest)} can be read.`);
      return;
    }
    const request = new XMLHttpRequest();
    place.request = request;
    const own = (act) => () => place.request === request && act();
    let said = -SAID_EVERY;
    request.upload.onprogress = ({ loaded }) => {
      if (place.request !== request) return;
      const percent = Math.floor((100 * loaded) / Math.max(file.size, 1));
      bar.value = percent;
      if (percent < said + SAID_EVERY) return;
      said = percent;
      place.say(`${file.name}: ${megabytes(loaded)} of ${megabytes(file.size)}`);
    };
    request.onload = own(() => {
      if (request.status === 204) {
        place.sent = true;
        finish("The file is here and is being read.", "");
        place.arrived();
      } else finish("", request.responseText.trim() || LOST);
    });
    request.onerror = own(() => finish("", LOST));
    request.onabort = own(() => finish("Cancelled. Nothing of the file was kept.", ""));
    bar.value = 0;
    bar.setAttribute("aria-label", `Sending ${file.name}`);
    sending.hidden = false;
    place.say("");
    request.open("POST", place.data.address);
    request.setRequestHeader("x-file-secret", place.data.secret);
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name.toWellFormed?.() ?? file.name));
    request.setRequestHeader("content-type", "application/octet-stream");
    request.send(file);
  };

  find(".choose").addEventListener("click", () => input.click());
  find(".cancel").addEventListener("click", () => place.request?.abort());
  input.addEventListener("change", () => {
    send(input.files[0]);
    input.value = ""; // the same file can be chosen again
  });
  box.addEventListener("dragover", (event) => {
    event.preventDefault();
    box.classList.add("over");
  });
  box.addEventListener("dragleave", () => box.classList.remove("over"));
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("over");
    send(event.dataTransfer.files[0]);
  });
  places.set(parent, place);
  return place;
}
