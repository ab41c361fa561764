/* Says so when the connection to the journal is gone, and that nothing entered now is kept.
   Besides that, lets a tap that leaves a field wait for the field, and mends a role and names that
   Streamlit sets wrongly. */
(() => {
  "use strict";

  const PATIENCE_MS = 1000; // A page change may look like a lost connection for a moment.
  const FAREWELL_MS = 4000;
  const LATE_MS = 10000; // A page that has not run by then is opened anew.
  const LOST = "Not connected. What you enter now is not saved.";
  const FINDING = "Connecting again …";
  const FOUND = "Connected again.";

  let banner = null;
  let waiting = null;
  let wasConnected = false;

  const draw = (text, lost) => {
    if (!banner) {
      banner = document.createElement("div");
      banner.id = "tending-connection";
      document.body.append(banner);
    }
    banner.setAttribute("role", lost ? "alert" : "status");
    banner.dataset.lost = String(lost);
    banner.textContent = text;
  };

  const remove = () => {
    banner?.remove();
    banner = null;
  };

  // A server that was started anew does not know this page: it would take a tap and save nothing,
  // until the page has run once more. So the page takes none until then. Streamlit offers no other
  // way to ask for a run than its key.
  const runAgain = () => {
    const app = document.querySelector("[data-testid=stApp]");
    const state = () => app.getAttribute("data-test-script-state");
    let running = false;
    const done = () => {
      running ||= state() !== "notRunning";
      if (!running || state() !== "notRunning") return;
      watch.disconnect();
      clearTimeout(late);
      app.inert = false;
      draw(FOUND, false);
      setTimeout(() => banner?.dataset.lost === "false" && remove(), FAREWELL_MS);
    };
    const watch = new MutationObserver(done);
    const late = setTimeout(() => location.reload(), LATE_MS);
    app.inert = true;
    watch.observe(app, { attributes: true, attributeFilter: ["data-test-script-state"] });
    const key = { key: "r", code: "KeyR", keyCode: 82, bubbles: true };
    for (const kind of ["keydown", "keyup"]) document.dispatchEvent(new KeyboardEvent(kind, key));
  };

  const connected = () => {
    clearTimeout(waiting);
    waiting = null;
    wasConnected = true;
    if (banner?.dataset.lost === "true") {
      draw(FINDING, false);
      runAgain();
    }
  };

  const disconnected = () => {
    if (!wasConnected || waiting || banner?.dataset.lost === "true") return;
    waiting = setTimeout(() => draw(LOST, true), PATIENCE_MS);
  };

  // The place to drop a file is called presentational, yet has a name and takes the focus.
  const mend = () => {
    for (const place of document.querySelectorAll(
      "[data-testid=stFileUploaderDropzone][role=presentation]"
    )) {
      place.setAttribute("role", "group");
    }
    // The name of a row or a box is read aloud with the signs of its Markdown; its words are meant.
    for (const row of document.querySelectorAll(
      "[data-testid=stButtonGroup], [data-testid=stCheckbox]"
    )) {
      const words = row.querySelector("[data-testid=stWidgetLabel]")?.textContent.trim();
      const named = row.querySelector(":is([role], input)[aria-label]");
      if (words && named && named.getAttribute("aria-label") !== words) {
        named.setAttribute("aria-label", words);
      }
    }
  };

  // What happens at one moment, Streamlit sends as if it all belonged to the same part of the page.
  // A tap that leaves a field would redraw the field's part alone: what was tapped would be kept
  // and not say so, or be lost where only its part of the page would have seen it. So such a tap
  // waits until the field is sent.
  const FIELDS = "input:not([type=radio], [type=checkbox]), textarea";
  let leaving = false;
  const leave = ({ target }) => {
    if (!target.matches?.(FIELDS)) return;
    leaving = true;
    setTimeout(() => (leaving = false));
  };
  const wait = (event) => {
    if (!leaving || !event.isTrusted || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // The innermost one, which may be a drawing or lie inside a component.
    const tapped = event.composedPath()[0];
    const again = new MouseEvent("click", { bubbles: true, cancelable: true, composed: true });
    setTimeout(() => tapped.dispatchEvent(again));
  };
  document.addEventListener("blur", leave, true);
  document.addEventListener("click", wait, true);

  // The day form that follows the first minute opens at its top, not where its last button stood.
  let welcoming = false;
  const fromTheTop = () => {
    const now = document.querySelector(".st-key-welcome-begin") !== null;
    if (welcoming && !now) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    welcoming = now;
  };

  const look = () => {
    mend();
    fromTheTop();
    const state = document
      .querySelector("[data-testid=stApp]")
      ?.getAttribute("data-test-connection-state");
    if (!state) return;
    (state === "CONNECTED" ? connected : disconnected)();
  };

  new MutationObserver(look).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-test-connection-state"],
  });
  look();
})();
