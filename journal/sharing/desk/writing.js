// What is said back: sent at once by a link, gathered for a reply file otherwise.
//   offerActs(view)         puts buttons beside every part and chart of a view
//   writeReply(reply)       sends or gathers one; resolves to what to say of it
//   drawWritten()           the pane of comments
const WHOLE = "";

function subjectsIn(view) {
  return [...view.querySelectorAll("section[data-code], figure[data-chart]")].map((place) => ({
    place,
    chart: place.tagName === "FIGURE",
    subject: place.dataset.chart || place.dataset.code,
    title: (place.querySelector("h2, h3") || place).textContent,
  }));
}

// A finding is named by its sentence; its subject is the part it stands in.
function findingsOf(view) {
  return [...view.querySelectorAll("section[data-code]")].flatMap((part) =>
    findingsIn(part).map((place, number) => ({
      place, subject: part.dataset.code, value: `${part.dataset.code} ${number}`,
      title: wordsOf(place),
    })));
}

function offerActs(view) {
  for (const { place, subject, title, chart } of subjectsIn(view)) {
    const heading = place.querySelector("h2, h3");
    if (!heading) continue;
    const acts = made("div", { class: "acts" });
    if (session.shared.desk.may_reply) {
      acts.append(button("Comment", () => commentOn(subject),
        { "aria-label": `Comment on ${title}` }));
    }
    acts.append(talkButton({ subject, title, words: "", chart }));
    if (chart) place.append(acts);
    else heading.after(acts);
    if (!chart && isNews(title)) heading.after(made("p", { class: "changed" }, newSince()));
  }
  if (!session.shared.desk.may_reply) return;
  for (const { place, value, title } of findingsOf(view)) {
    place.append(made("div", { class: "acts" },
      button("Comment", () => commentOn(value), { "aria-label": `Comment on ${title}` })));
  }
}

function isNews(title) {
  const { news } = session.client;
  return Boolean(news) && (news.changed.includes(title) || news.added.includes(title));
}

function newSince() {
  return `New since you looked on ${instantWords(session.client.news.since)}`;
}

function commentOn(subject) {
  showPane("write");
  byId("desk-about").value = subject;
  byId("desk-words").focus();
}

async function writeReply(reply) {
  const { client, passphrase, shared } = session;
  if (client.way.kind === "file") {
    await changeClient((one) => {
      if (!one.written.some((other) => sameReply(other, reply))) one.written.push(reply);
    });
    drawPanes();
    return "It is kept here, for the reply you take away below.";
  }
  try {
    shared.desk.replies = await sentReplies(client.way, passphrase, [reply]);
  } catch (refused) {
    if (refused instanceof Gone) await withdrawn();
    throw refused;
  }
  await changeClient((one) => {
    one.desk.answers = answersOf(shared.desk);
    one.answers = one.desk.answers;
  });
  drawPanes();
  return "Sent. It is in their journal now.";
}

function repliesOf(kind) {
  const arrivedOnes = session.shared ? session.shared.desk.replies : [];
  return [...arrivedOnes, ...waiting(session.client, arrivedOnes)]
    .filter((reply) => reply.kind === kind);
}

function mayWrite() {
  const { client, shared } = session;
  return client.desk.may_reply && (client.way.kind === "file" || Boolean(shared));
}

function whyNot() {
  return session.client.desk.may_reply
    ? "Open the view first, to read and write here."
    : "Whoever shared this takes no replies by it.";
}

function drawWritten() {
  const { client, shared } = session;
  byId("desk-comment").hidden = !mayWrite();
  byId("desk-no-comment").hidden = mayWrite();
  byId("desk-no-comment").textContent = whyNot();
  byId("desk-send-comment").textContent = client.way.kind === "file" ? "Add to the reply" : "Send";
  drawAbout(shared);
  const [first, last] = client.desk.span || ["", ""];
  Object.assign(byId("desk-about-day"), { min: first, max: last, disabled: !first });
  const comments = repliesOf("comment");
  byId("desk-comments").replaceChildren(...comments.map(commentItem));
  byId("desk-no-comments").hidden = comments.length > 0;
}

function drawAbout(shared) {
  const select = byId("desk-about");
  const chosen = select.value;
  const found = shared ? subjectsIn(byId("desk-view"))
    : session.client.desk.parts.map((part) => ({ subject: part.code, title: part.title }));
  const option = (one) => made("option",
    { value: one.value || one.subject, "data-subject": one.subject }, one.title);
  select.replaceChildren(made("option", { value: WHOLE }, "All of it"),
    made("optgroup", { label: "A part" }, ...found.filter((one) => !one.chart).map(option)));
  const charts = found.filter((one) => one.chart);
  if (charts.length) select.append(made("optgroup", { label: "A chart" }, ...charts.map(option)));
  const findings = shared ? findingsOf(byId("desk-view")) : [];
  if (findings.length) {
    select.append(made("optgroup", { label: "A finding" }, ...findings.map(option)));
  }
  select.value = [...select.options].some((one) => one.value === chosen) ? chosen : WHOLE;
}

function aboutWords(reply) {
  const day = reply.date ? dayWords(reply.date) : "";
  return [reply.title, day].filter(Boolean).join(", ") || "All of it";
}

function commentItem(reply) {
  return made("li", { class: "card" },
    made("p", { class: "quiet" }, `On: ${aboutWords(reply)}. ${stateWords(reply)}`),
    made("p", {}, reply.words),
    reply.answer ? made("div", { class: "answer" },
      made("p", { class: "quiet" }, `Answered on ${instantWords(reply.answered_at)}`),
      made("p", {}, reply.answer)) : null,
    reply.id ? null : removeWritten(reply));
}

function stateWords(reply) {
  if (reply.taken_at) return `Became an intention on ${instantWords(reply.taken_at)}.`;
  if (reply.id) {
    return reply.made_at ? `In their journal since ${instantWords(reply.made_at)}.` : "";
  }
  if (session.client.way.kind === "link") return "Not sent yet.";
  return reply.taken ? `Taken away in a reply on ${instantWords(reply.taken)}.`
    : "Waits to be taken away.";
}

function removeWritten(reply) {
  return button("Take it out", guarded("desk-client-said", async () => {
    await changeClient((one) => {
      one.written = one.written.filter((other) => !sameReply(other, reply));
    });
    drawPanes();
    tell("desk-client-said", "Taken out of the reply.");
    byId(`desk-pane-${session.pane}`).querySelector("h2").focus();
  }), { "aria-label": `Take it out: ${reply.words.slice(0, 60)}` });
}

async function comment() {
  const words = byId("desk-words").value.trim();
  if (!words) throw new Refusal("Please write something first.", "words");
  const about = byId("desk-about");
  const chosen = about.selectedOptions[0];
  const said = await writeReply({
    kind: "comment", words, date: byId("desk-about-day").value,
    subject: chosen.dataset.subject || WHOLE,
    title: about.value ? chosen.textContent.slice(0, 200) : "", moment: "",
  });
  byId("desk-comment").reset();
  tell("desk-client-said", said);
  byId("desk-words").focus();
}

function offerWriting() {
  byId("desk-comment").addEventListener("submit", (event) => {
    event.preventDefault();
    trying("desk-client-said", event.target, comment);
  });
}
