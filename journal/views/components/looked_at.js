// Tells the server which words have been in front of her: their end was in view, on a page that is
// neither covered nor behind another. Where they end is looked for by its class; Streamlit may draw
// it after this, and draw it anew.

const TOGETHER = 400; // milliseconds in view; what comes into view meanwhile is told along
const BAR = 72; // pixels that the bar of pages may hide at the bottom
const watched = new WeakMap();

const isOpen = () =>
  document.visibilityState === "visible" && !("covered" in document.documentElement.dataset);

function watch(ends, told) {
  const ids = new WeakMap(); // by the piece of the page that is watched
  const inView = new Set();
  let timer = 0;
  const tell = () => {
    clearTimeout(timer);
    if (!inView.size || !isOpen()) return;
    timer = setTimeout(() => isOpen() && inView.size && told([...inView]), TOGETHER);
  };
  const seeing = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        inView[isIntersecting ? "add" : "delete"](ids.get(target));
      tell();
    },
    { rootMargin: `0px 0px -${BAR}px 0px` }
  );
  const look = () => {
    for (const [id, name] of Object.entries(ends)) {
      const end = document.querySelector(`.${name}`);
      if (!end || ids.has(end)) continue;
      ids.set(end, id);
      seeing.observe(end);
    }
  };
  const drawing = new MutationObserver(look);
  const covering = new MutationObserver(tell);
  drawing.observe(document.body, { childList: true, subtree: true });
  covering.observe(document.documentElement, { attributeFilter: ["data-covered"] });
  document.addEventListener("visibilitychange", tell);
  look();
  return () => {
    clearTimeout(timer);
    for (const observer of [seeing, drawing, covering]) observer.disconnect();
    document.removeEventListener("visibilitychange", tell);
  };
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const mark = parentElement.querySelector("span");
  watched.get(mark)?.();
  const end = watch(data.ends, (ids) => setTriggerValue("seen", ids));
  watched.set(mark, end);
  return end;
}
