// What was handed over, as it arrives: a link that was pasted, a file that was chosen. Both were
// written by somebody else, so each is taken apart and only what is known is taken. After
// reader/ask.js.
//   pastedLink(pasted) -> {secret, asks}; throws a Refusal that says what is wrong
//   sealedFrom(file) -> Promise of the sealed document in a file
//   sharedFrom(parsed) -> {html, figures, desk}, safe to show
//   Refusal(words, of)   what is wrong, in words; `of` names the field to go on with
class Refusal extends Error {
  constructor(words, of = "") {
    super(words);
    this.of = of;
  }
}

const LARGEST_FILE = 100 * 1024 * 1024;
const LONGEST_CODE = 80;

function pastedLink(pasted) {
  let address = null;
  try {
    address = new URL(pasted.trim());
  } catch {
    throw new Refusal("That is no link. Paste it whole, from http to its last letter.", "link");
  }
  const link = linkFrom(address.hash);
  if (!link || !/^\/shared\/?$/.test(address.pathname)) {
    throw new Refusal("That is no link to a shared view. Paste it whole, to its last letter.",
      "link");
  }
  if (address.origin !== window.location.origin) {
    throw new Refusal(`This desk opens links to ${window.location.host} only, and that one leads `
      + `to ${address.host}. Open it by itself, or use the desk there: ${address.origin}/desk`,
    "link");
  }
  return link;
}

async function sealedFrom(file) {
  if (file.size > LARGEST_FILE) throw new Refusal("That file is far larger than a shared view.");
  const page = new DOMParser().parseFromString(await file.text(), "text/html");
  const kept = page.getElementById("sealed");
  let sealed = null;
  try {
    sealed = JSON.parse(kept.textContent);
  } catch {
    sealed = null;
  }
  if (!sealed || sealed.app !== "Tending" || !Number.isInteger(sealed.format)) {
    throw new Refusal("That file is no view shared from Tending. Its name usually begins with "
      + "tending-shared and ends with .html.", "file");
  }
  if (sealed.format > 1) throw newer("This file");
  return sealed;
}

function sharedFrom(shared) {
  if (!shared.desk) {
    throw new Refusal("This view was made by an older Tending, which knew no desk. Open it by "
      + "itself, and ask for a new one.");
  }
  if (shared.desk.format > 1) throw newer("This view");
  return {
    html: onlyWords(String(shared.html)),
    figures: Array.isArray(shared.figures) ? shared.figures : [],
    desk: deskOf(shared.desk),
  };
}

function newer(what) {
  return new Refusal(`${what} was made by a newer Tending than this desk belongs to. It opens by `
    + "itself; or ask whoever looks after this desk to bring it up to date.");
}

function texts(said, ...names) {
  return Object.fromEntries(names.map((name) => [name, said[name] ? String(said[name]) : ""]));
}

function listOf(said) {
  return Array.isArray(said) ? said.filter((one) => one && typeof one === "object") : [];
}

function deskOf(said) {
  const span = Array.isArray(said.span) && said.span.length === 2 ? said.span.map(String) : null;
  return {
    ...texts(said, "grant", "made_on", "completeness", "ends_at"),
    span,
    parts: listOf(said.parts).map((part) => texts(part, "code", "title", "digest")),
    may_reply: said.may_reply === true,
    kinds: Object.fromEntries(Object.entries(said.kinds || {})
      .filter(([code]) => code.length <= LONGEST_CODE).map(([code, name]) => [code, String(name)])),
    replies: listOf(said.replies).map((reply) => texts(reply, "id", "kind", "words", "date",
      "subject", "title", "moment", "made_at", "answer", "answered_at", "taken_at")),
  };
}

// Tending writes these and escapes every word of hers. A file may have been changed since, so
// whatever else it brings is left out: no link, no frame, no form, no script, no style.
const ELEMENTS = new Set(("H1 H2 H3 H4 P UL OL LI DL DT DD SECTION DIV SPAN FIGURE FIGCAPTION "
  + "TABLE CAPTION THEAD TBODY TR TH TD STRONG EM BR HR").split(" "));
const ATTRIBUTES = /^(class|role|scope|colspan|rowspan|tabindex|data-[a-z-]+|aria-[a-z]+)$/;
// Names of its own; one of the page around it must not be taken for another.
const OWN_ID = /^(?!desk-|config$|library$)[a-z][a-z0-9_-]*$/;

function onlyWords(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of [...body.querySelectorAll("*")]) {
    if (!ELEMENTS.has(element.tagName)) element.remove();
    else for (const { name, value } of [...element.attributes]) {
      const passes = ATTRIBUTES.test(name) || (name === "id" && OWN_ID.test(value));
      if (!passes) element.removeAttribute(name);
    }
  }
  // The heading of the page is the name of the client.
  for (const title of body.querySelectorAll("h1")) {
    title.replaceWith(made("h2", { class: "title" }, ...title.childNodes));
  }
  return body.innerHTML;
}
