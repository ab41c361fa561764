// The page of a sealed file: asks for the passphrase, opens, and shows. After reader/*.js.
const sealed = JSON.parse(document.getElementById("sealed").textContent);
const form = document.getElementById("asking");
const field = document.getElementById("passphrase");
const said = document.getElementById("said");
const view = document.getElementById("view");

async function show(text) {
  const shared = JSON.parse(text);
  form.hidden = true;
  view.hidden = false;
  document.getElementById("close").hidden = !sealed.data;
  const drawn = showView(view, shared);
  offerTakingAway(view);
  view.querySelector("h1").focus();
  await drawn;
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
    text = await unsealed(sealed, passphrase);
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
if (sealed.open) unsealed(sealed, "").then(show);
else if (canUnseal()) {
  form.hidden = false;
  field.focus();
} else document.getElementById("unable").hidden = false;
