// Asks for a view: of the server that has the journal, for a link; of the file itself, for a file.
//   viewOf(way, passphrase) -> Promise of {html, figures, desk}
//   stillOpen(way, passphrase) -> Promise, kept while a link may still be shown
//   sentReplies(way, passphrase, replies) -> Promise of all replies by this link
// Each throws a Refusal that says what is wrong; a Gone where a link opens nothing. After
// reader/ask.js and reader/unseal.js.
class Gone extends Refusal {}

const GONE = "This link opens nothing. It may have ended or been withdrawn, its passphrase may be "
  + "another one, or the journal it leads to is locked for the moment.";

const LOST = "The journal does not answer just now. Please try again later.";

async function asked(act, way, passphrase, more) {
  const { state, told } = await askJournal(act, way, passphrase, more);
  if (state === "refused") throw new Gone(GONE, "passphrase");
  if (state === "lost") {
    throw new Refusal(LOST);
  }
  if (state === "declined") throw new Refusal(told.said);
  return told;
}

async function viewOf(way, passphrase) {
  if (way.kind === "link") {
    if (way.asks && !passphrase.trim()) {
      throw new Refusal("This link asks for its passphrase.", "passphrase");
    }
    return sharedFrom(await asked("open", way, passphrase));
  }
  return sharedFrom(JSON.parse(await unsealedText(way.sealed, passphrase)));
}

async function unsealedText(sealed, passphrase) {
  if (!sealed.open) {
    if (!canUnseal()) {
      throw new Refusal("This browser opens no seals here. Please use a current Chrome, Edge, "
        + "Firefox or Safari.");
    }
    if (!passphrase.trim()) {
      throw new Refusal("This file is sealed: please type its passphrase.", "passphrase");
    }
  }
  try {
    return await unsealed(sealed, passphrase);
  } catch {
    throw new Refusal("That passphrase does not open this file. Small and capital letters count; "
      + "blanks around it do not.", "passphrase");
  }
}

async function stillOpen(way, passphrase) {
  await asked("still", way, passphrase);
}

async function sentReplies(way, passphrase, replies) {
  // Only what a reply has; what this desk notes of it stays here.
  const sent = replies.map(({ kind, words, date, subject, title, moment }) =>
    ({ kind, words, date: date || null, subject, title, moment }));
  return deskOf(await asked("reply", way, passphrase, { replies: sent })).replies;
}
