// The page of a link: takes the secret out of the address, opens, shows, and asks again and again
// whether what it shows may still be shown. Last of its scripts.
const HELD = "tending.shared";
const STILL_EVERY_MS = 15_000;
const STATES = ["waiting", "asking", "closed", "unreached", "shown"];
const view = byId("view");
let link = null;
let passphrase = "";
let shown = null;
let lastHeard = null;

// What stands in the tab alone, and goes with it.
function hold(name, words) {
  try {
    window.sessionStorage.setItem(name, words);
  } catch {
    // Storage is switched off: a reload then needs the link again.
  }
}

function heldFor(name) {
  try {
    return window.sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function takeLink() {
  const fragment = window.location.hash;
  if (fragment) {
    hold(HELD, fragment);
    window.history.replaceState(null, "", window.location.pathname);
  }
  [link, passphrase] = [linkFrom(fragment || heldFor(HELD) || ""), ""];
}

function show(state) {
  for (const name of STATES) byId(name).hidden = name !== state;
}

async function begin() {
  empty();
  takeLink();
  if (!link) return showClosed();
  if (link.asks) return askPassphrase("");
  return openLink();
}

function askPassphrase(words) {
  show("asking");
  byId("said").textContent = words;
  byId("passphrase").focus();
}

async function openLink() {
  if (!link.asks) show("waiting");
  const asked = link;
  const answer = await askJournal("open", link, passphrase);
  if (asked !== link) return null;  // another link was opened meanwhile
  if (answer.state === "given") return opened(answer.told);
  // What was shown of another day may not stay out of sight either.
  if (answer.state === "refused") empty();
  if (answer.state === "refused" && link.asks) return askPassphrase(byId("said").dataset.wrong);
  return answer.state === "refused" ? showClosed() : show("unreached");
}

async function opened(told) {
  shown = { desk: told.desk, on: new Date().toDateString() };
  heard();
  show("shown");
  byId("passphrase").value = "";
  const drawn = showView(view, told);
  addFacts(told.desk);
  offerTakingAway(view);
  if (told.desk.may_reply) offerComments(view, told.desk, (replies) => act("reply", { replies }));
  if (told.desk.may_reply) offerDesk();
  if (told.desk.may_add_moments) offerMoments(told.desk, act);
  view.querySelector("h1").focus();
  await drawn.catch(() => {
    byId("undrawn").hidden = false;
  });
}

// The desk takes it out of its address at once, as this page does.
function offerDesk() {
  byId("to-desk").href = `./desk#${link.secret}${link.asks ? ".p" : ""}`;
  byId("keeping").hidden = false;
}

function addFacts(desk) {
  const until = desk.ends_at ? instantWords(desk.ends_at) : "it is withdrawn";
  const facts = view.querySelector("dl");
  facts.append(made("dt", {}, "Open until"), made("dd", {}, until));
  if (desk.parts.length < 3) return;
  const leads = desk.parts.map(({ code, title }) => made("li", {}, button(title, () => {
    const heading = byId(`part-${code}`).querySelector("h2");
    heading.tabIndex = -1;
    heading.focus();
    heading.scrollIntoView();
  }, { class: "lead" })));
  facts.after(made("details", { class: "take" },
    made("summary", {}, "What is in it"), made("ul", { class: "leads" }, ...leads)));
}

// Everything the reader does, and every question whether it may still be shown.
async function act(name, more = {}) {
  const asked = shown;
  const answer = await askJournal(name, link, passphrase, more);
  if (asked !== shown) return { state: "refused", told: {} };
  if (answer.state === "refused") ended();
  else if (answer.state === "lost") lost();
  else heard();
  return answer;
}

function heard() {
  lastHeard = new Date();
  byId("lost").hidden = true;
}

function lost() {
  byId("lost").hidden = false;
  byId("lost").textContent = "The journal does not answer just now. What stands here is as it was on "
    + `${instantWords(lastHeard)}; nothing can be sent until it answers again.`;
}

function ended() {
  const unsent = unsentWords();
  empty();
  showClosed();
  byId("removed").hidden = false;
  byId("unsent").hidden = !unsent;
  byId("unsent-words").textContent = unsent;
}

function showClosed() {
  show("closed");
  for (const place of ["removed", "unsent"]) byId(place).hidden = true;
  byId("closed-title").focus();
}

function empty() {
  shown = null;
  byId("to-desk").removeAttribute("href");
  byId("keeping").hidden = true;
  emptyView(view);
  withdrawComments();
  withdrawMoments();
  for (const place of ["lost", "undrawn"]) byId(place).hidden = true;
}

function stillShown() {
  if (!shown || document.hidden) return;
  // The next day another day stands here, and a card is of today.
  if (shown.on !== new Date().toDateString() && !unsentWords()) openLink();
  else act("still");
}

// A page that comes back from the cache of the browser shows nothing before it has asked.
async function cameBack(event) {
  if (!event.persisted || !shown) return;
  show("waiting");
  const { state } = await act("still");
  if (shown) show(state === "given" ? "shown" : "unreached");
}

byId("asking").addEventListener("submit", (event) => {
  event.preventDefault();
  passphrase = byId("passphrase").value;
  const said = byId("said");
  said.textContent = passphrase.trim() ? said.dataset.working : said.dataset.empty;
  if (passphrase.trim()) openLink();
});
byId("seen").addEventListener("change", (event) => {
  byId("passphrase").type = event.target.checked ? "text" : "password";
});
byId("has-passphrase").addEventListener("click", () => {
  if (!link) return;
  link.asks = true;
  askPassphrase("");
});
for (const again of document.querySelectorAll(".again")) again.addEventListener("click", begin);
document.addEventListener("visibilitychange", stillShown);
window.addEventListener("online", stillShown);
window.addEventListener("hashchange", begin);
window.addEventListener("pageshow", cameBack);
setInterval(stillShown, STILL_EVERY_MS);
begin();
