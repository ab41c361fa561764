// One client: opened with a passphrase where there is one, shown as long as it may be.
// session.passphrase and session.shared live while the client is open and are kept nowhere.
const session = { store: null, client: null, passphrase: "", shared: null, watch: 0 };
const STILL_MS = 15_000;
const OUT_OF_REACH = "The journal does not answer just now. What stands here is as it was opened.";
const UNCHANGED = "Nothing has changed since you first looked.";
const PANES = ["view", "write", "prepare", "agree"];

async function showClient(id, opened = null) {
  const client = await session.store.one(id);
  if (!client) return;
  leaveClient();
  session.client = client;
  byId("desk-screen-list").hidden = true;
  byId("desk-screen-client").hidden = false;
  if (!window.history.state) window.history.pushState({ client: true }, "");
  showPane("view");
  drawClient();
  byId("desk-client-name").focus();
  if (opened) await take(opened.passphrase, opened.shared);
  else if (!asksForPassphrase(client)) {
    await trying("desk-client-said", byId("desk-opening"), () => openClient(""));
  }
}

// Changes what is kept of the client that is open, if it still is.
async function changeClient(apply) {
  const { id } = session.client;
  const changed = await session.store.change(id, apply);
  if (changed && session.client && session.client.id === id) session.client = changed;
  return changed;
}

// Forgets the passphrase, and everything that was opened with it.
function leaveClient() {
  window.clearInterval(session.watch);
  emptyView(byId("desk-view"));
  byId("desk-print-charts").replaceChildren();
  for (const form of document.querySelectorAll("#desk-screen-client form")) form.reset();
  for (const part of document.querySelectorAll("#desk-screen-client details")) part.open = false;
  hideTyped();
  Object.assign(session, { client: null, passphrase: "", shared: null, watch: 0 });
}

async function openClient(passphrase) {
  const { id, way } = session.client;
  tell("desk-client-said", "Opening. This takes a moment.");
  try {
    const shared = await viewOf(way, passphrase);
    if (session.client && session.client.id === id) await take(passphrase, shared);
  } catch (refused) {
    // Of a passphrase that was typed it cannot be told from one that was mistyped.
    if (!(refused instanceof Gone) || way.asks) throw refused;
    const again = session.client && session.client.gone;
    await withdrawn();
    if (again) tell("desk-client-said", "It still opens nothing.");
  }
}

async function take(passphrase, shared) {
  const client = await changeClient((one) => {
    arrived(one, one.way, shared.desk);
    looked(one, new Date().toISOString());
  });
  if (session.client !== client) return;
  Object.assign(session, { passphrase, shared });
  tell("desk-client-said", "");
  drawClient();
  const drawn = showView(byId("desk-view"), shared);
  offerTakingAway(byId("desk-view"));
  offerActs(byId("desk-view"));
  drawPanes();
  if (client.way.kind === "link") session.watch = window.setInterval(look, STILL_MS);
  await drawn;
}

// A link may be withdrawn while it is shown.
async function look() {
  const { client, passphrase, shared } = session;
  if (!client || !shared || client.way.kind !== "link" || document.hidden) return true;
  try {
    await stillOpen(client.way, passphrase);
  } catch (refused) {
    if (session.client !== client) return false;
    if (refused instanceof Gone) await withdrawn();
    else tell("desk-client-said", OUT_OF_REACH);
    return !(refused instanceof Gone);
  }
  if (byId("desk-client-said").textContent === OUT_OF_REACH) tell("desk-client-said", "");
  return true;
}

async function withdrawn() {
  window.clearInterval(session.watch);
  emptyView(byId("desk-view"));
  Object.assign(session, { passphrase: "", shared: null });
  const client = await changeClient((one) => { one.gone = true; });
  if (session.client !== client) return;
  drawClient();
  tell("desk-client-said", "");
}

function drawClient() {
  const { client, shared } = session;
  byId("desk-client-name").textContent = client.name;
  byId("desk-rename-to").value = client.name;
  byId("desk-facts").replaceChildren(...factRows(client, shared));
  byId("desk-gone").hidden = !client.gone;
  byId("desk-opening").hidden = Boolean(shared) || client.gone;
  for (const row of ["desk-open-with-row", "desk-gone-passphrase-row"]) {
    byId(row).hidden = !asksForPassphrase(client);
  }
  const news = byId("desk-news");
  news.replaceChildren(shared ? newsBox(client.news, UNCHANGED) : "");
  drawPanes();
}

function drawPanes() {
  if (!session.client) return;
  drawWritten();
  drawPrepared();
  drawAgreed();
  drawReplyBox();
}

// The view says itself when it was made, and of which days.
function factRows(client, shared) {
  const { desk } = client;
  const own = shared ? [] : [["Days", spanWords(desk.span)], ["Made on", dayWords(desk.made_on)]];
  const rows = client.gone ? [] : [
    ...own, ["How complete", desk.completeness], ["How long", endWords(client, new Date())],
  ];
  return [["How", `${wayWords(client)}.`], ...rows].filter(([, words]) => words)
    .flatMap(([name, words]) => [made("dt", {}, name), made("dd", {}, words)]);
}

function showPane(name) {
  for (const pane of PANES) {
    byId(`desk-pane-${pane}`).hidden = pane !== name;
    const tab = byId(`desk-to-${pane}`);
    if (pane === name) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  session.pane = name;
  if (session.client) drawReplyBox();
  // A chart that was drawn out of sight has no width yet.
  if (name === "view" && session.shared) window.dispatchEvent(new Event("resize"));
}

function goToPane(name) {
  showPane(name);
  tell("desk-client-said", "");
  byId(`desk-pane-${name}`).querySelector("h2").focus();
}

function offerOpening() {
  for (const pane of PANES) byId(`desk-to-${pane}`).addEventListener("click", () => goToPane(pane));
  byId("desk-back").addEventListener("click", () => window.history.back());
  const opening = { "desk-opening": "desk-open-with", "desk-gone": "desk-gone-passphrase" };
  for (const [form, field] of Object.entries(opening)) {
    byId(form).addEventListener("submit", (event) => {
      event.preventDefault();
      const typed = byId(field).value;
      trying("desk-client-said", event.target, async () => {
        await openClient(typed);
        event.target.reset();
        hideTyped();
        byId("desk-client-name").focus();
      });
    });
  }
  byId("desk-rename").addEventListener("submit", (event) => {
    event.preventDefault();
    trying("desk-client-said", event.target, rename);
  });
  byId("desk-remove").addEventListener("click",
    guarded("desk-client-said", () => removeClient(session.client)));
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", look);
  // A page that is left keeps nothing of a view, and comes back from the browser's cache empty.
  window.addEventListener("pagehide", leaveClient);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
  window.addEventListener("popstate", guarded("desk-said", async () => {
    if (session.client) await showDesk();
  }));
}

async function rename() {
  const name = byId("desk-rename-to").value.trim();
  if (!name) throw new Refusal("Please give them a name.", "words");
  await changeClient((one) => { one.name = name; });
  drawClient();
  tell("desk-client-said", "The name is changed, on this desk only.");
}
