// Asks the journal a link leads to. The secret goes into the body of a request and nowhere else.
//   linkFrom(fragment) -> {secret, asks} or null      asks: it opens with a passphrase
//   askJournal(act, link, passphrase, more) -> Promise of {state, told}
//     state "given":    `told` is what was answered
//     state "declined": the link is open and does not allow it; `told.said` is why
//     state "refused":  the link opens nothing, for whatever reason
//     state "lost":     no answer came
const LINK = /^#?([A-Za-z0-9_-]{43})(\.p)?$/;

function linkFrom(fragment) {
  const found = LINK.exec(fragment.trim());
  return found && { secret: found[1], asks: Boolean(found[2]) };
}

async function askJournal(act, link, passphrase, more = {}) {
  const body = JSON.stringify({ secret: link.secret, passphrase, ...more });
  try {
    const answer = await fetch(`./shared/${act}`, {
      method: "POST", body, headers: { "content-type": "application/json" },
      cache: "no-store", credentials: "omit", redirect: "error", referrerPolicy: "no-referrer",
    });
    if (answer.status === 404) return { state: "refused", told: {} };
    if (answer.status === 204) return { state: "given", told: {} };
    const told = await answer.json();
    if (answer.status === 409) return { state: "declined", told };
    return { state: answer.ok ? "given" : "lost", told };
  } catch {
    return { state: "lost", told: {} };
  }
}
