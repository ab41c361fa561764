// Fills the row of buttons that look closer at the chart of its card; closer.js comes before it.
export default function ({ data: [data], parentElement }) {
  const card = document.querySelector(`.${data.card}`);
  const row = parentElement.querySelector(".closer");
  fillCloser(row, () => card.querySelector(".js-plotly-plot"), data.whole);
}
