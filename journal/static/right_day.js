/* Lets a tap reach the day whose date stands above the form.

   On her way to another day the page is drawn anew from its top. Until that is done, rows of the
   day she leaves stand below the new date, and what is tapped in them would be kept with that day.
   Such a tap waits here, and is made in the same row of the new day once that is there. */
(() => {
  "use strict";

  const LATE_MS = 10000; // What has not come by then, and is not being drawn, does not come.
  const ONE_DAY_MS = 86_400_000;
  const OLDEST = "1950-01-01"; // As the field to go to a day has it.
  // Streamlit makes classes of the keys of what is drawn; these are those of pages/today.py.
  const BEFORE = ".st-key-today-before button:enabled";
  const AFTER = ".st-key-today-after button:enabled";
  const DATE = '[class*="st-key-today-jump-"]';
  const ROW = /^st-key-(?:rating|choice)_/; // Those of views/day_rows.py have names of their own.
  const OF_A_DAY = /^st-key-today-(\d{4}-\d\d-\d\d)-/;
  const TAPPED = "button, [role=radio], [role=checkbox], input[type=checkbox]";

  const waiting = []; // What was tapped, in that order, each with the day it is meant for.
  let pressed = null; // The day she is on her way to by the buttons, until its date is there.
  let late = null;
  let busy = false; // With one of those that wait.
  let making = false;

  const words = (control) => control.getAttribute("aria-label") ?? control.textContent.trim();

  const keyed = (element, pattern) => {
    for (let at = element; at instanceof Element; at = at.parentElement) {
      const name = [...at.classList].find((each) => pattern.test(each));
      if (name) return name;
    }
    return null;
  };

  const dayOf = (element) => keyed(element, OF_A_DAY)?.match(OF_A_DAY)[1] ?? null;

  // The one before may still stand beside the new one.
  const dateField = () => {
    const fields = [...document.querySelectorAll(DATE)];
    return fields.find((field) => field.dataset.stale !== "true") ?? fields[0];
  };

  const dateShown = () => keyed(dateField(), /^st-key-today-jump-/)?.slice(-10) ?? null;

  const today = () => new Date().toLocaleDateString("sv"); // as 2026-11-23

  // What she typed is sent as she leaves the field: with the tap that may be the next thing.
  const dateTyped = () => {
    const typed = dateField()?.querySelector("input[type=date]")?.value ?? "";
    return typed >= OLDEST && typed <= today() ? typed : null;
  };

  const wanted = () => waiting.at(-1)?.day ?? pressed ?? dateTyped() ?? dateShown();

  const isTooEarly = (element) => {
    const [day, going] = [dayOf(element), wanted()];
    return day !== null && going !== null && day !== going;
  };

  const sameRow = ({ row, own, day }) =>
    row
      ? document.querySelector(`.${row} [class*="st-key-today-${day}-"]`)
      : document.querySelector(`.${own.replace(OF_A_DAY, `st-key-today-${day}-`)}`);

  // The same control of its day; undefined as long as it may still come.
  const sameControl = (tap) => {
    if (tap.steps) return pressed === null ? document.querySelector(tap.button) : undefined;
    const controls = [...(sameRow(tap)?.querySelectorAll(TAPPED) ?? [])];
    const same = controls.find((control) => words(control) === tap.words);
    const only = controls.length === 1 ? controls[0] : undefined;
    const drawn = document.querySelector(`.st-key-today-${tap.day}-undo_last`); // It comes last.
    return same ?? only ?? (drawn ? null : undefined);
  };

  const rest = () => {
    watch.disconnect();
    clearTimeout(late);
  };

  const drawing = () => {
    const { testScriptState, testConnectionState } =
      document.querySelector("[data-testid=stApp]")?.dataset ?? {};
    return testScriptState === "running" && testConnectionState === "CONNECTED";
  };

  const forget = () => {
    if (drawing()) {
      start();
      return;
    }
    waiting.length = 0;
    pressed = null;
    rest();
  };

  const make = () => {
    const control = waiting.length ? sameControl(waiting[0]) : undefined;
    if (control === undefined) {
      busy = false;
      return;
    }
    const { steps, day } = waiting.shift();
    if (steps) pressed = day;
    making = true;
    control?.click();
    making = false;
    start();
    setTimeout(() => {
      busy = false;
      look();
    });
  };

  // One after the other, each when the one before is sent: of what happens at one moment, Streamlit
  // redraws the part of the page alone that the last of it belongs to.
  const look = () => {
    if (pressed !== null && dateShown() === pressed) pressed = null;
    if (!waiting.length && pressed === null) rest();
    if (!waiting.length || busy) return;
    busy = true;
    setTimeout(make);
  };

  const watch = new MutationObserver(look);
  const start = () => {
    clearTimeout(late);
    late = setTimeout(forget, LATE_MS);
    watch.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
  };

  // A tap that is stopped is tried again by what was tapped; that one is not hers.
  const hold = (event, tap) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.isTrusted || tap === null) return;
    waiting.push(tap);
    start();
  };

  // Two presses of a button that Streamlit has not answered yet would be one to it.
  const press = (event, button, steps) => {
    const next = Date.parse(wanted()) + steps * ONE_DAY_MS;
    const day = new Date(next).toISOString().slice(0, 10);
    if (day > today()) return; // The button is not yet drawn as the end of the way.
    if (pressed !== null || waiting.length) hold(event, { button, steps, day });
    else {
      pressed = day;
      start();
    }
  };

  const tap = (event) => {
    const control = event.target.closest(TAPPED);
    const row = keyed(control, ROW);
    const own = keyed(control, OF_A_DAY);
    const early = { row, own, day: wanted(), words: control && words(control) };
    hold(event, control && early);
  };

  const tapped = (event) => {
    if (making) return;
    if (event.target.closest(BEFORE)) press(event, BEFORE, -1);
    else if (event.target.closest(AFTER)) press(event, AFTER, 1);
    else if (isTooEarly(event.target)) tap(event);
  };

  // Nor is anything typed into a field of the day she leaves.
  const entered = (event) => isTooEarly(event.target) && event.preventDefault();

  document.addEventListener("click", tapped, true);
  document.addEventListener("mousedown", entered, true);
})();
