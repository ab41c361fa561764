/* Covers the page at once, without asking the server: by its button, or by Escape pressed twice.
   One tap, or a key on it, brings the page back; so it does for anybody, and it is no lock. */
(() => {
  "use strict";

  const TWICE_MS = 600;
  const KEPT = "tending.covered"; // a reload, too, comes back covered
  const BUTTONS = ".st-key-hide_side button, .st-key-hide_bar button";
  const root = document.documentElement;
  let title = "";
  let focused = null;
  let escaped = -Infinity;

  const cover = document.createElement("button");
  cover.id = "tending-cover";
  cover.type = "button";
  cover.textContent = "Go on";

  const hide = () => {
    if ("covered" in root.dataset) return;
    title = document.title;
    focused = document.activeElement;
    root.dataset.covered = "";
    document.title = "Blank";
    sessionStorage.setItem(KEPT, "yes");
    cover.focus({ preventScroll: true });
  };

  const show = () => {
    delete root.dataset.covered;
    sessionStorage.removeItem(KEPT);
    document.title = title || "Tending";
    focused?.focus?.({ preventScroll: true });
  };

  cover.addEventListener("click", show);
  document.addEventListener(
    "click",
    (event) => {
      if (!event.target.closest?.(BUTTONS)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      hide();
    },
    true
  );
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.repeat || event.isComposing) return;
      const twice = event.timeStamp - escaped < TWICE_MS;
      escaped = twice ? -Infinity : event.timeStamp;
      if (twice) hide();
    },
    true
  );
  // The page names itself whenever it is drawn, and may take the focus.
  new MutationObserver(() => {
    if ("covered" in root.dataset && document.title !== "Blank") {
      title = document.title;
      document.title = "Blank";
    }
  }).observe(document.head, { subtree: true, childList: true, characterData: true });

  const begin = () => {
    document.body.append(cover);
    if (sessionStorage.getItem(KEPT)) hide();
  };
  if (document.body) begin();
  else document.addEventListener("DOMContentLoaded", begin);
})();
