// The reply to a file, gathered here and taken away as a file of its own.
function drawReplyBox() {
  const { client, shared, passphrase, pane } = session;
  const left = waitingNow();
  const shown = client.way.kind === "file" && client.desk.may_reply
    && (pane === "write" || pane === "agree");
  byId("desk-reply").hidden = !shown;
  byId("desk-take-reply").hidden = !left.length;
  byId("desk-reply-passphrase-row").hidden = Boolean(client.way.sealed && client.way.sealed.open)
    || Boolean(shared && passphrase);
  byId("desk-reply-count").textContent = left.length
    ? `${counted(left.length, "thing")} you wrote ${left.length === 1 ? "goes" : "go"} into it.`
    : "Nothing waits to be taken away. What you write or note here is gathered for it.";
}

function waitingNow() {
  const { client, shared } = session;
  return waiting(client, shared ? shared.desk.replies : []);
}

async function takeReply() {
  const { client } = session;
  const { sealed } = client.way;
  const typed = session.passphrase || byId("desk-reply-passphrase").value;
  // The same passphrase as the file's, so that whoever made the file can open the reply.
  if (!sealed.open && !session.passphrase) await unsealedText(sealed, typed);
  const replies = waitingNow();
  const file = await replyFile(client.desk.grant, replies, sealed.open ? "" : typed);
  const name = replyFileName(localDay(new Date()));
  saveAs(name, file);
  await changeClient((one) => {
    for (const reply of one.written) reply.taken = reply.taken || new Date().toISOString();
  });
  byId("desk-reply").reset();
  hideTyped();
  drawPanes();
  tell("desk-client-said", `Saved as ${name}. Send it to whoever shared the file with you: they `
    + "bring it in on their page Share, with the passphrase of the file.");
}

function offerTakingReply() {
  byId("desk-reply").addEventListener("submit", (event) => {
    event.preventDefault();
    trying("desk-client-said", event.target, takeReply);
  });
}
