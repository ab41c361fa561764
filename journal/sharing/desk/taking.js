// The reply to a file, gathered here and taken away as a file of its own.
const MOST_AT_ONCE = 50;

function drawReplyBox() {
  const { client, shared, passphrase, pane } = session;
  const left = waitingNow();
  // Of somebody who gave a link in place of a file, something may be left that was for the file.
  const byLink = client.way.kind === "link" && Boolean(shared) && left.length > 0;
  const shown = client.desk.may_reply && (pane === "write" || pane === "agree");
  byId("desk-reply").hidden = !(shown && client.way.kind === "file");
  byId("desk-left").hidden = !(shown && byLink);
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

// A few at a time, as many as the journal takes at once.
async function sendLeft() {
  const { client, passphrase, shared } = session;
  for (let left = waitingNow(); left.length; left = waitingNow()) {
    shared.desk.replies = await sentReplies(client.way, passphrase, left.slice(0, MOST_AT_ONCE));
    if (waitingNow().length === left.length) break;
  }
  drawPanes();
  tell("desk-client-said", "Sent. It is in their journal now.");
}

function offerTakingReply() {
  byId("desk-send-left").addEventListener("click", guarded("desk-client-said", sendLeft));
  byId("desk-reply").addEventListener("submit", (event) => {
    event.preventDefault();
    trying("desk-client-said", event.target, takeReply);
  });
}
