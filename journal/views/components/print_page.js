// Opens the browser's own way to paper or PDF; the style sheet of the page says what goes there.

export default function ({ parentElement }) {
  parentElement.querySelector("button").onclick = () => window.print();
}
