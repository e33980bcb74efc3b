// Ties marks to their notes: pointing at one, or reaching it by keyboard, shows the other.
const numbersOf = (element) => (element.dataset.notes ?? element.dataset.note ?? "").split(" ").filter(Boolean);

function touched(target) {
  const one = target.closest?.("[data-notes], [data-note]");
  return one ? new Set(numbersOf(one)) : new Set();
}

export function show(numbers) {
  for (const one of document.querySelectorAll("[data-notes], [data-note]")) {
    one.classList.toggle("tied", numbersOf(one).some((number) => numbers.has(number)));
  }
}

for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => event.target.id !== "text" && show(touched(event.target)));
}
