// What is known of a client, and what of it is new. Works on plain records; shows nothing.
// A client is: id, name (given here), way ({kind: "link", secret, asks} or {kind: "file", sealed}),
// desk (what the view said of itself when it was last read, without its words), seen (of each part
// its title and digest when somebody last looked, or null), answers (of each reply what was known
// then), looked and before (instants), written (replies not sent by link), prepared, gone.
function newClient(name) {
  const bytes = window.crypto.getRandomValues(new Uint8Array(12));
  return {
    id: [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    name,
    way: null,
    desk: null,
    seen: null,
    answers: {},
    looked: null,
    news: null,
    written: [],
    prepared: { chosen: [], questions: [] },
    gone: false,
  };
}

// What a view says of itself, without what it says.
function summary(desk) {
  return {
    grant: desk.grant, made_on: desk.made_on, span: desk.span, completeness: desk.completeness,
    ends_at: desk.ends_at, parts: desk.parts, may_reply: desk.may_reply, kinds: desk.kinds,
    answers: answersOf(desk),
  };
}

function answersOf(desk) {
  return Object.fromEntries(desk.replies.map((reply) =>
    [reply.id, [reply.answered_at, reply.taken_at]]));
}

function arrived(client, way, desk) {
  client.way = way;
  client.desk = summary(desk);
  client.gone = false;
}

// What is new since somebody last looked: titles of parts, and counts.
function newsOf(client) {
  const { desk, seen } = client;
  if (!desk || !seen) return null;
  const now = new Set(desk.parts.map((part) => part.code));
  const fresh = Object.entries(desk.answers);
  const known = (id) => client.answers[id] || ["", ""];
  return {
    since: client.looked,
    changed: desk.parts.filter((part) => seen[part.code]
      && seen[part.code].digest !== part.digest).map((part) => part.title),
    added: desk.parts.filter((part) => !seen[part.code]).map((part) => part.title),
    ended: Object.entries(seen).filter(([code]) => !now.has(code)).map(([, part]) => part.title),
    answered: fresh.filter(([id, [at]]) => at && at !== known(id)[0]).length,
    taken: fresh.filter(([id, [, at]]) => at && at !== known(id)[1]).length,
  };
}

function anyNews(news) {
  return Boolean(news && (news.changed.length || news.added.length || news.ended.length
    || news.answered || news.taken));
}

function newsWords(news) {
  const said = [];
  if (news.changed.length) said.push(`Changed: ${quoted(news.changed)}.`);
  if (news.added.length) said.push(`Not there before: ${quoted(news.added)}.`);
  if (news.ended.length) said.push(`No longer shared: ${quoted(news.ended)}.`);
  if (news.answered) said.push(`${counted(news.answered, "new answer")} to what you wrote.`);
  if (news.taken) said.push(`${counted(news.taken, "agreed thing")} became an intention.`);
  return said;
}

// Somebody looked. What was new stays to be read until something else is.
function looked(client, at) {
  const news = newsOf(client);
  if (anyNews(news)) client.news = news;
  client.seen = Object.fromEntries(client.desk.parts.map((part) =>
    [part.code, { title: part.title, digest: part.digest }]));
  client.answers = client.desk.answers;
  client.looked = at;
}

function wayWords(client) {
  if (client.way.kind === "link") {
    return client.way.asks ? "By a link that asks for a passphrase" : "By a link";
  }
  return client.way.sealed.open ? "By a file that is open" : "By a file that is sealed";
}

function endWords(client, now) {
  const at = client.desk.ends_at;
  if (!at) return client.way.kind === "link" ? "Without an end." : "";
  return new Date(at) <= now ? `Ended on ${instantWords(at)}.` : `Ends on ${instantWords(at)}.`;
}

function spanWords(span) {
  return span ? `${dayWords(span[0])} to ${dayWords(span[1])}` : "No days";
}

function asksForPassphrase(client) {
  return client.way.kind === "link" ? client.way.asks : !client.way.sealed.open;
}

// Two replies that say the same of the same are one.
function sameReply(one, other) {
  return ["kind", "words", "date", "subject", "moment"].every((name) =>
    (one[name] || "") === (other[name] || ""));
}

// Written for a file and, as far as this desk knows, not in the journal yet.
function waiting(client, replies) {
  return client.written.filter((one) => !replies.some((reply) => sameReply(one, reply)));
}
