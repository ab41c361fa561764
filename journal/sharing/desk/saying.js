// Words and questions the desk needs beside reader/elements.js.
//   tell(place, words)      a status message
//   sure(question, yes)     asks before something is gone
function tell(place, words) {
  byId(place).textContent = words;
}

// The date here at an instant, as it is written in files.
function localDay(at) {
  const two = (number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function listed(words) {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}

function quoted(titles) {
  return listed(titles.map((title) => `“${title}”`));
}

// A name may end with a full stop of its own.
function sentence(words) {
  return `${words.replace(/\.$/, "")}.`;
}

function counted(number, one, many = `${one}s`) {
  return number === 1 ? `1 ${one}` : `${number} ${many}`;
}

// Asks before something is gone; resolves to whether it may be.
function sure(question, yes) {
  const dialog = byId("desk-sure");
  byId("desk-sure-question").textContent = question;
  byId("desk-sure-yes").textContent = yes;
  dialog.returnValue = "";
  dialog.showModal();
  byId("desk-sure-no").focus();
  return new Promise((answered) => {
    dialog.addEventListener("close", () => answered(dialog.returnValue === "yes"), { once: true });
  });
}
