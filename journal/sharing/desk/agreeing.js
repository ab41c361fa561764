// What the two agreed on: short things, which may become intentions in the journal.
function drawAgreed() {
  const { client } = session;
  byId("desk-agree").hidden = !mayWrite();
  byId("desk-no-agree").hidden = mayWrite();
  byId("desk-no-agree").textContent = whyNot();
  byId("desk-send-agreed").textContent = client.way.kind === "file" ? "Add to the reply" : "Send";
  drawKinds(client.desk.kinds);
  const agreed = repliesOf("agreed");
  byId("desk-no-agreed").hidden = agreed.length > 0;
  byId("desk-agreed").replaceChildren(...agreed.map((reply) => agreedItem(reply, client)));
}

function drawKinds(kinds) {
  const select = byId("desk-agreed-kind");
  const chosen = select.value;
  const named = Object.entries(kinds).sort(([, one], [, other]) => one.localeCompare(other));
  select.replaceChildren(made("option", { value: "" }, "None in particular"),
    ...named.map(([code, name]) => made("option", { value: code }, name)));
  select.value = kinds[chosen] ? chosen : "";
  byId("desk-agreed-kind-row").hidden = !named.length;
}

function agreedItem(reply, client) {
  const kind = client.desk.kinds[reply.moment];
  return made("li", { class: "card" },
    made("p", {}, reply.words),
    made("p", { class: "quiet" },
      [kind ? `Kind of moment: ${kind}.` : "", stateWords(reply)].filter(Boolean).join(" ")),
    reply.answer ? made("div", { class: "answer" },
      made("p", { class: "quiet" }, `Answered on ${instantWords(reply.answered_at)}`),
      made("p", {}, reply.answer)) : null,
    reply.id ? null : removeWritten(reply));
}

async function agree() {
  const words = byId("desk-agreed-words").value.trim();
  if (!words) throw new Refusal("Please write what was agreed first.", "words");
  const said = await writeReply({ kind: "agreed", words, date: "", subject: "", title: "",
    moment: byId("desk-agreed-kind").value });
  byId("desk-agree").reset();
  tell("desk-client-said", said);
  byId("desk-agreed-words").focus();
}

function offerAgreeing() {
  byId("desk-agree").addEventListener("submit", (event) => {
    event.preventDefault();
    trying("desk-client-said", event.target, agree);
  });
}
