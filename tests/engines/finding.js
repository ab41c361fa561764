// What a person finds on a page: by what it is and what it is called, in shadow trees, too.
(() => {
  if (window.finding) return;
  const KINDS = {
    button: "button:not([role=radio]), [role=button], summary, input[type=submit]",
    field: "input, textarea, select",
    radio: "[role=radio], input[type=radio]",
    link: "a[href]",
    heading: "h1, h2, h3",
    words: "p, li, h1, h2, h3, label, [role=status], [role=alert]",
  };
  const wrong = [];
  const trees = function* (root) {
    yield root;
    for (const each of root.querySelectorAll("*")) if (each.shadowRoot) yield* trees(each.shadowRoot);
  };
  const all = (selector) => [...trees(document)].flatMap((tree) => [...tree.querySelectorAll(selector)]);
  const seen = (each) => each.checkVisibility({ visibilityProperty: true });
  const plain = (words) => (words ?? "").replace(/\s+/g, " ").trim();
  const words = (each) => {
    const copy = each.cloneNode(true);
    // Its pictures are letters of a font, which nobody reads as words.
    for (const picture of copy.querySelectorAll("[data-testid=stIconMaterial], [aria-hidden=true]")) {
      picture.remove();
    }
    return copy.textContent;
  };
  const called = (each) => plain(
    each.getAttribute("aria-label")
      || (each.labels?.length ? [...each.labels].map((label) => label.innerText).join(" ") : "")
      || words(each)
  );
  const named = (kind, name) => {
    const found = all(KINDS[kind]).filter(seen);
    return found.find((each) => called(each) === name)
      ?? found.find((each) => called(each).startsWith(name)) ?? null;
  };
  const says = (words) => [document.body, ...[...trees(document)].slice(1)].some(
    (tree) => plain(tree.innerText ?? [...tree.children].map((each) => each.innerText ?? "").join(" "))
      .includes(words)
  );
  addEventListener("error", (event) => wrong.push(`${event.message}`), true);
  addEventListener("unhandledrejection", (event) => wrong.push(`${event.reason}`));
  addEventListener("securitypolicyviolation", (event) =>
    wrong.push(`${event.violatedDirective} ${event.blockedURI}`));
  const complain = console.error;
  console.error = (...said) => {
    wrong.push(said.join(" "));
    complain.apply(console, said);
  };
  window.finding = { all, called, named, says, seen, wrong };
})();
