// The moments a partner adds: today's or yesterday's, each of which can be taken back from here.
//   offerMoments(desk, ask)    `ask(act, more)` returns what `askJournal` does
//   withdrawMoments()
const ADDED = "tending.added";
let momentsAsk = null;
let momentsDesk = null;

function offerMoments(desk, ask) {
  [momentsAsk, momentsDesk] = [ask, desk];
  const kinds = Object.entries(desk.kinds).map(([code, name]) => made("option", { value: code }, name));
  byId("moment-kind").replaceChildren(...kinds);
  const days = [["Today", desk.made_on], ["Yesterday", dayBefore(desk.made_on)]];
  byId("moment-days").replaceChildren(...days.map(([name, day], place) => made("label", { class: "seen" },
    made("input", { type: "radio", name: "moment-day", value: day, checked: place === 0 }),
    made("span", {}, `${name}, ${dayWords(day)}`))));
  byId("moment").hidden = false;
  showAdded();
}

function dayBefore(day) {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
}

async function addMoment() {
  const date = document.querySelector("input[name=moment-day]:checked").value;
  const { state, told } = await momentsAsk("moment", { kind: byId("moment-kind").value, date });
  sayOfMoment({ given: "Added. It stands in the journal as yours.", declined: told.said,
    refused: "", lost: "It could not be added: the journal did not answer." }[state]);
  if (state === "given") keepAdded([...added(), told]);
}

async function takeBack(moment) {
  const { state, told } = await momentsAsk("take-back", { id: moment.id });
  const gone = "It was no longer there, or is too long ago to be taken back from here.";
  sayOfMoment({ given: told.gone ? "Taken back." : gone, declined: told.said, refused: "",
    lost: "It could not be taken back: the journal did not answer." }[state]);
  if (state !== "given") return;
  keepAdded(added().filter(({ id }) => id !== moment.id));
  // The button that had the focus is gone.
  (byId("moment-list").querySelector("button") || byId("moment-add")).focus();
}

function sayOfMoment(words) {
  byId("moment-said").textContent = words;
}

function added() {
  const kept = JSON.parse(heldFor(ADDED) || "{}");
  return momentsDesk && kept.grant === momentsDesk.grant ? kept.moments : [];
}

function keepAdded(moments) {
  if (!momentsDesk) return;
  hold(ADDED, JSON.stringify({ grant: momentsDesk.grant, moments }));
  showAdded();
}

function showAdded() {
  const list = byId("moment-list");
  list.replaceChildren(...added().map((moment) => {
    const words = `${momentsDesk.kinds[moment.kind] || moment.kind}, ${dayWords(moment.date)}`;
    const back = button("Take back", () => takeBack(moment), { "aria-label": `Take back: ${words}` });
    return made("li", { class: "row" }, made("span", {}, words), back);
  }));
  byId("moment-added").hidden = !list.children.length;
}

function withdrawMoments() {
  [momentsAsk, momentsDesk] = [null, null];
  for (const place of ["moment-kind", "moment-days", "moment-list"]) byId(place).replaceChildren();
  byId("moment").hidden = true;
  sayOfMoment("");
}

byId("moment-form").addEventListener("submit", (event) => {
  event.preventDefault();
  addMoment();
});
