// Brings itself into view when it appears; a page that is only drawn again is left where it is.

const come = new WeakSet();

export default function ({ parentElement }) {
  const mark = parentElement.querySelector("span");
  if (come.has(mark)) return;
  come.add(mark);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  mark.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
}
