// A month or a year of the journal as a calendar. The server says what every field shows and what
// it is called; here it is drawn, walked through by keyboard, and tapped.

const SCALE = [0, 1, 2, 3, 6, 8]; // of the theme's ten steps: each bears readable text
const PALE_TEXT_FROM = 4; // on these steps the text takes the colour of the page
const wanted = new WeakMap(); // the date to focus once its month has arrived

function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Strokes for the amount of bleeding: they differ in number and form, not in colour alone. */
function strokes(bleeding) {
  if (!bleeding) return null;
  const marks = Array.from({ length: bleeding.strokes }, () => make("i"));
  return make("span", { class: `bleeding ${bleeding.form}`, "aria-hidden": "true" }, ...marks);
}

function dots(moments) {
  if (!moments) return null;
  const few = Array.from({ length: Math.min(moments, 3) }, () => make("i"));
  return make("span", { class: "moments", "aria-hidden": "true" }, ...few);
}

/** Where a day stands: apart from the field of what was recorded, and told by form as well. */
function foot(standing) {
  if (!standing) return null;
  const { number, phase, basis, likely, ovulation } = standing;
  return make(
    "span",
    { class: "foot", "aria-hidden": "true" },
    number ? make("small", {}, `${number}`) : null,
    phase ? make("i", { class: `band ${phase} ${basis}` }) : null,
    likely ? make("i", { class: "likely" }) : null,
    ovulation ? make("i", { class: `ovulation ${ovulation}` }) : null,
  );
}

function look(day) {
  const names = ["field", day.state];
  if (day.step !== null) names.push(`step-${day.step}`, day.step >= PALE_TEXT_FROM ? "pale" : "deep");
  if (day.today) names.push("today");
  return names.join(" ");
}

const number = (day) => make("b", { class: "rating", "aria-hidden": "true" }, `${day.rating ?? ""}`);

function dayButton(day, tapped) {
  const button = make(
    "button",
    {
      type: "button",
      class: look(day),
      id: `day-${day.iso}`,
      "aria-current": day.today ? "date" : null,
      disabled: day.state === "future" ? "" : false,
      tabindex: "-1",
    },
    make("span", { class: "aloud" }, day.label),
    make("span", { class: "number", "aria-hidden": "true" }, `${day.number}`),
    dots(day.moments),
    number(day),
    strokes(day.bleeding),
  );
  button.onclick = () => tapped(day.iso);
  return button;
}

function monthTable(data, send) {
  const heads = data.heads.map(({ short, long }) =>
    make("th", { scope: "col", "aria-label": long }, short),
  );
  const rows = data.weeks.map((week) =>
    make("tr", {}, ...week.map((day) => make("td", {}, ...(day ? [dayButton(day, send), foot(day.foot)].filter(Boolean) : [])))),
  );
  const head = make("thead", {}, make("tr", {}, ...heads));
  const standing = data.standing.length ? "standing" : null;
  const attributes = { role: "grid", class: standing, "aria-labelledby": "title" };
  return make("table", attributes, head, make("tbody", {}, ...rows));
}

function miniMonth(month, send) {
  const fields = month.weeks.flat().map((day) =>
    day ? make("span", { class: look(day) }, number(day), strokes(day.bleeding)) : make("span"),
  );
  const name = make("span", { class: "name", "aria-hidden": "true" }, month.name);
  const days = make("span", { class: "days", "aria-hidden": "true" }, ...fields);
  const attributes = {
    type: "button",
    class: "month",
    id: `month-${month.iso}`,
    disabled: month.future ? "" : false,
  };
  const button = make("button", attributes, make("span", { class: "aloud" }, month.label), name, days);
  button.onclick = () => send(month.iso);
  return make("li", {}, button);
}

/** Walk the days with the keys of a grid; past its edges lies the next month. */
function walk(root, data, go) {
  const days = [...root.querySelectorAll("td button:not(:disabled)")];
  const today = days.find((day) => day.classList.contains("today"));
  const first = today ?? days[0];
  if (first) first.tabIndex = 0;
  const focus = (day) => {
    days.forEach((each) => (each.tabIndex = each === day ? 0 : -1));
    day.focus();
  };
  const moved = (iso, by) => {
    const date = new Date(`${iso}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + by);
    return date.toISOString().slice(0, 10);
  };
  root.querySelector("table").onkeydown = (event) => {
    const held = event.target.closest("td button");
    if (!held) return;
    const iso = held.id.slice(4);
    const row = [...held.closest("tr").querySelectorAll("button:not(:disabled)")];
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    let target = null;
    if (event.key === "Home") target = row[0];
    else if (event.key === "End") target = row.at(-1);
    else if (by) target = root.querySelector(`#day-${moved(iso, by)}`);
    else if (event.key !== "PageUp" && event.key !== "PageDown") return;
    event.preventDefault();
    if (target) {
      if (!target.disabled) focus(target);
      return;
    }
    const back = event.key === "PageUp" || by < 0;
    const month = back ? data.previous : data.next;
    if (month && month <= data.today) go(month, by ? moved(iso, by) : month.slice(0, 8) + iso.slice(8));
  };
  return focus;
}

/** Take the ten steps of the theme's one sequential scale. */
function colour(root) {
  const listed = getComputedStyle(root).getPropertyValue("--st-chart-sequential-colors");
  const steps = listed.match(/#[0-9a-f]{3,8}|[a-z]+\([^)]*\)/gi) ?? [];
  if (steps.length < 10) return;
  SCALE.forEach((from, step) => root.style.setProperty(`--step-${step}`, steps[from]));
}

function standingLegend(items) {
  return items.map((item) => make("li", {}, foot(item.foot), item.words));
}

function legend(items) {
  return items.map((item) => {
    const day = { state: "empty", step: null, rating: null, bleeding: null, ...item.sample };
    const sample = make("span", { class: look(day), "aria-hidden": "true" });
    sample.append(...[dots(day.moments), number(day), strokes(day.bleeding)].filter(Boolean));
    return make("li", {}, sample, item.words);
  });
}

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".calendar");
  const find = (id) => root.querySelector(`#${id}`);
  const held = parentElement.activeElement?.id;
  const go = (month, day = null) => {
    wanted.set(root, day);
    setTriggerValue("go", month);
  };
  colour(root);
  root.classList.toggle("year", data.kind === "year");
  find("title").textContent = data.title;
  for (const [id, target] of [["previous", data.previous], ["next", data.next], ["now", data.now]]) {
    const button = find(id);
    button.setAttribute("aria-label", data.names[id]);
    button.disabled = !target;
    button.onclick = () => go(target);
  }
  find("now").textContent = data.names.now;
  find("legend").replaceChildren(...legend(data.legend));
  find("standing").replaceChildren(...standingLegend(data.standing ?? []));
  find("standing").hidden = !data.standing?.length;
  const body = find("body");
  if (data.kind === "month") {
    body.replaceChildren(monthTable(data, (iso) => setTriggerValue("day", iso)));
    const focus = walk(root, data, go);
    const arrived = wanted.get(root) && root.querySelector(`#day-${wanted.get(root)}`);
    wanted.delete(root);
    if (arrived && !arrived.disabled) return focus(arrived);
    if (arrived) return root.querySelector("td button:not(:disabled)")?.focus();
  } else {
    const send = (iso) => setTriggerValue("month", iso);
    body.replaceChildren(make("ul", { class: "months" }, ...data.months.map((month) => miniMonth(month, send))));
  }
  // What was focused has been drawn anew.
  if (held && !parentElement.activeElement) find(held)?.focus();
}
