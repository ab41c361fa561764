// Makes a picture of a chart in the browser and hands it over as a file; picture.js draws it.

function handOver(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it only after asking
}

export default function ({ data: [data], parentElement }) {
  const status = parentElement.querySelector("[role=status]");
  const size = `${data.pixelWidth} × ${data.pixelHeight} pixels, ${data.shade}`;
  parentElement.querySelector(".size").textContent = size;
  for (const button of parentElement.querySelectorAll("button")) {
    const format = button.dataset.format;
    button.onclick = async () => {
      status.textContent = "Drawing …";
      try {
        const svg = await draw(data);
        const blob = format === "png" ? await asPng(svg, data) : new Blob([svg], { type: "image/svg+xml" });
        handOver(blob, `${data.stem}.${format}`);
        status.textContent = `${data.stem}.${format} is on its way to your downloads.`;
      } catch {
        status.textContent = "The picture could not be drawn here. Reloading the page may help.";
      }
    };
  }
}
