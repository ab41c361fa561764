// A conversation prepared: what to talk about, own questions, what changed; and printed.
const LONGEST_QUESTION = 500;
const PRINTED_WIDTH = 700;
const PRINTED_HEIGHT = 340;

function sameChoice(one, other) {
  return one.subject === other.subject && one.words === other.words;
}

function isChosen(choice) {
  return session.client.prepared.chosen.some((one) => sameChoice(one, choice));
}

async function choose(choice, wanted) {
  await changeClient(({ prepared }) => {
    prepared.chosen = prepared.chosen.filter((one) => !sameChoice(one, choice));
    if (wanted) prepared.chosen.push(choice);
  });
  drawChosen();
  for (const act of document.querySelectorAll("[data-talk]")) act.refresh();
}

function talkButton(choice) {
  const act = button("Talk about it",
    guarded("desk-client-said", () => choose(choice, !isChosen(choice))),
    { "data-talk": true, "aria-label": `Talk about it: ${choice.title}` });
  act.refresh = () => {
    act.setAttribute("aria-pressed", String(isChosen(choice)));
    act.textContent = isChosen(choice) ? "✓ Talk about it" : "Talk about it";
  };
  act.refresh();
  return act;
}

function drawPrepared() {
  const { client, shared } = session;
  byId("desk-prepared-news").replaceChildren(client.gone ? "" : newsBox(client.news, UNCHANGED));
  byId("desk-choose-first").hidden = Boolean(shared);
  byId("desk-choosing").hidden = !shared;
  byId("desk-choose").replaceChildren(...(shared ? choices(byId("desk-view")) : []));
  byId("desk-printed-for").textContent = client.name;
  byId("desk-printed-on").textContent = dayWords(localDay(new Date()));
  drawChosen();
  drawQuestions();
}

// Every part, its charts and its sentences, as boxes to tick.
function choices(view) {
  return [...view.querySelectorAll("section[data-code]")].map((part) => {
    const title = part.querySelector("h2").textContent;
    const subject = part.dataset.code;
    const charts = [...part.querySelectorAll("figure[data-chart]")].map((figure) => ({
      subject: figure.dataset.chart, title: figure.querySelector("h3").textContent, words: "",
      chart: true,
    }));
    const sentences = [...part.querySelectorAll("p:not(.quiet):not(.subtitle), li, figcaption")]
      .filter((one) => !one.closest(".take, .acts") && /[^:]$/.test(wordsOf(one)))
      .map((one) => ({ subject, title, words: wordsOf(one), chart: false }));
    return made("details", {}, made("summary", {}, title),
      ...[{ subject, title, words: "", chart: false }, ...charts, ...sentences].map(choiceBox));
  });
}

function choiceBox(choice) {
  const box = made("input", { type: "checkbox", "data-talk": true,
    onchange: guarded("desk-client-said", () => choose(choice, box.checked)) });
  box.refresh = () => { box.checked = isChosen(choice); };
  box.refresh();
  const whole = choice.chart ? "The chart" : "All of this part";
  const words = choice.words || `${whole}: ${choice.title}`;
  return made("label", { class: "seen" }, box, made("span", {}, words));
}

function drawChosen() {
  const { chosen } = session.client.prepared;
  // What was taken from a view is shown as long as the view may be.
  const shown = session.client.gone ? [] : chosen;
  byId("desk-no-chosen").hidden = shown.length > 0;
  byId("desk-chosen").replaceChildren(...shown.map((choice) => made("li", {},
    made("p", {}, choice.words ? made("strong", {}, `${choice.title}: `)
      : made("strong", {}, choice.title), choice.words),
    button("Leave out", guarded("desk-client-said", async () => {
      await choose(choice, false);
      byId("desk-pane-prepare").querySelector("h2").focus();
    }),
      { "aria-label": `Leave out: ${(choice.words || choice.title).slice(0, 60)}` }))));
}

function drawQuestions() {
  const { questions } = session.client.prepared;
  byId("desk-no-questions").hidden = questions.length > 0;
  byId("desk-questions").replaceChildren(...questions.map((words, place) => made("li", {},
    made("p", {}, words),
    button("Take out", guarded("desk-client-said", async () => {
      await changeClient(({ prepared }) => {
        prepared.questions = prepared.questions.filter((one, at) => at !== place || one !== words);
      });
      drawQuestions();
      byId("desk-question").focus();
    }), { "aria-label": `Take out: ${words.slice(0, 60)}` }))));
}

async function addQuestion() {
  const words = byId("desk-question").value.trim().slice(0, LONGEST_QUESTION);
  if (!words) throw new Refusal("Please write a question first.", "words");
  await changeClient(({ prepared }) => {
    prepared.questions.push(words);
  });
  byId("desk-ask").reset();
  drawQuestions();
  byId("desk-question").focus();
}

// Charts go on paper in light colours, and are forgotten once they are printed.
async function printPrepared() {
  if (!await look()) return;
  const chosen = session.client.prepared.chosen.filter((one) => one.chart);
  const kept = session.shared ? shownFigures : [];
  const pictures = [];
  for (const { subject, title } of chosen) {
    const figure = kept.find((one) => one.id === subject);
    if (figure) pictures.push(await chartPicture(figure, title));
  }
  byId("desk-print-charts").replaceChildren(...pictures);
  window.print();
  byId("desk-print-charts").replaceChildren();
}

async function chartPicture(kept, title) {
  const { data, layout } = copied(kept.light);
  layout.paper_bgcolor = layout.plot_bgcolor = "#fff";
  const height = Number(chartRoom(kept.id).dataset.height) || PRINTED_HEIGHT;
  const address = await window.Plotly.toImage({ data, layout },
    { format: "svg", width: PRINTED_WIDTH, height });
  const picture = made("img", { src: address, alt: title });
  await picture.decode().catch(() => null);
  return made("div", {}, made("h3", {}, title), picture);
}

function offerPreparing() {
  byId("desk-ask").addEventListener("submit", (event) => {
    event.preventDefault();
    trying("desk-client-said", event.target, addQuestion);
  });
  byId("desk-print").addEventListener("click", (event) => {
    trying("desk-client-said", event.target, printPrepared);
  });
}
