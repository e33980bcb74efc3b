// Ticking stories: how many are ticked, and all shown at once. Without this every tick and button works all the same.
const list = () => document.getElementById("several");
const boxes = () => [...(list()?.querySelectorAll("input[name=ids]") ?? [])];

function count() {
  const ticked = boxes().filter((box) => box.checked).length;
  const bar = list()?.querySelector(".several");
  if (!bar) return;
  bar.classList.toggle("some", ticked > 0);
  bar.querySelector(".what").textContent = ticked ? `${ticked}` : "all";
  bar.querySelector("#ticked").textContent = `With the ${ticked} ticked:`;
  const every = bar.querySelector("#every");
  every.checked = ticked > 0 && ticked === boxes().length;
  every.indeterminate = ticked > 0 && !every.checked;
}

document.addEventListener("change", (event) => {
  if (event.target.id === "every") for (const box of boxes()) box.checked = event.target.checked;
  if (event.target.id === "every" || event.target.name === "ids") count();
});
document.addEventListener("htmx:afterSettle", count);

// Once all stories are read the list shows how they read; not while some are ticked, which a new list would forget.
document.addEventListener("htmx:afterSettle", () => {
  const read = document.querySelector("#reading[data-read]");
  if (!read || boxes().some((box) => box.checked)) return;
  delete read.dataset.read;
  read.querySelector("a").remove();
  htmx.ajax("GET", location.href, { target: "#list", select: "#list", swap: "outerHTML show:none" });
});
count();
