// The desk itself: everybody on it, what is new with each, and what is kept where.
async function showDesk(words = "") {
  leaveClient();
  if (window.history.state) window.history.replaceState(null, "");
  byId("desk-screen-client").hidden = true;
  byId("desk-screen-list").hidden = false;
  await drawDesk();
  tell("desk-said", words);
  byId("desk-title").focus();
}

async function drawDesk() {
  const clients = await session.store.all();
  clients.sort((one, other) => one.name.localeCompare(other.name, "en-GB"));
  byId("desk-clients").replaceChildren(...clients.map(clientCard));
  byId("desk-none").hidden = clients.length > 0;
  byId("desk-asking").hidden = !clients.some(freelyAsked);
  byId("desk-remove-all").hidden = !clients.length;
  drawInstead(clients);
}

function clientCard(client) {
  const name = made("h3", {}, client.name);
  const made_on = `Made on ${dayWords(client.desk.made_on)}`;
  const when = client.looked ? `you last looked on ${instantWords(client.looked)}`
    : "not looked at yet";
  return made("li", { class: "card", "data-client": client.id },
    name,
    made("p", { class: "quiet" }, `${wayWords(client)}. ${made_on}; ${when}.`),
    ...(client.gone ? [made("p", { class: "notice" }, GONE)] : cardFacts(client)),
    made("div", { class: "row" },
      button("Open", guarded("desk-said", () => showClient(client.id)),
        { class: "", "aria-label": `Open ${client.name}` }),
      button("Remove", guarded("desk-said", () => removeClient(client)),
        { "aria-label": `Remove ${client.name} from this desk` })));
}

function cardFacts(client) {
  const { desk } = client;
  const left = client.way.kind === "file" ? client.written.filter((one) => !one.taken).length : 0;
  const end = endWords(client, new Date());
  return [
    made("p", {}, `${spanWords(desk.span)}. ${desk.completeness}`),
    newsBox(newsOf(client), "Nothing new that this desk knows of."),
    left ? made("p", {}, `${counted(left, "thing")} you wrote ${left === 1 ? "waits" : "wait"} `
      + "to be taken away as a reply.") : null,
    end ? made("p", { class: "quiet" }, end) : null,
  ];
}

function newsBox(news, none) {
  if (!anyNews(news)) return made("p", { class: "quiet" }, none);
  return made("div", { class: "news" },
    made("p", {}, made("strong", {}, `New since you looked on ${instantWords(news.since)}`)),
    made("ul", {}, ...newsWords(news).map((words) => made("li", {}, words))));
}

function drawInstead(clients) {
  byId("desk-instead-row").hidden = !clients.length;
  byId("desk-instead").replaceChildren(
    made("option", { value: "" }, "No, somebody new"),
    ...clients.map((client) => made("option", { value: client.id }, `Yes, from ${client.name}`)));
}

function freelyAsked(client) {
  return client.way.kind === "link" && !client.way.asks;
}

// Each of them counts as an opening for whoever shared it, so it is done when asked for alone.
async function askLinks() {
  const asked = (await session.store.all()).filter(freelyAsked);
  const [fresh, silent] = [[], []];
  for (const client of asked) {
    tell("desk-said", `Asking the link of ${client.name}.`);
    try {
      const { desk } = await viewOf(client.way, "");
      const changed = await session.store.change(client.id, (one) => arrived(one, one.way, desk));
      if (changed && anyNews(newsOf(changed))) fresh.push(client.name);
    } catch (refused) {
      if (refused instanceof Gone) {
        await session.store.change(client.id, (one) => { one.gone = true; });
      }
      silent.push(client.name);
    }
  }
  await drawDesk();
  tell("desk-said", [
    fresh.length ? sentence(`There is something new from ${listed(fresh)}`) : "Nothing is new.",
    silent.length ? sentence(`Nothing came from ${listed(silent)}`) : "",
  ].join(" ").trim());
}

async function removeClient(client) {
  const gone = await sure(`Remove ${client.name} from this desk, with everything you noted about `
    + "them here? Nothing changes for them, and what you sent them stays with them.", "Remove");
  if (!gone) return;
  await session.store.remove(client.id);
  await showDesk(`${client.name} is no longer on this desk.`);
}

async function removeEverything() {
  const gone = await sure("Remove everybody from this desk, with everything you noted here? "
    + "This cannot be undone.", "Remove everything");
  if (!gone) return;
  await session.store.clear();
  await showDesk("The desk is empty. Nothing of it is kept in this browser.");
}
