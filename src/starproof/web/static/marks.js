// Ties marks to their notes: pointing at one, or reaching it by keyboard, shows the other.
const TIED = "[data-notes], [data-note], a.ref";

function numbersOf(element) {
  const said = element.dataset.notes ?? element.dataset.note ?? element.hash.match(/n(\d+)$/)?.[1] ?? "";
  return said.split(" ").filter(Boolean);
}

export function show(numbers) {
  for (const one of document.querySelectorAll(TIED)) {
    one.classList.toggle("tied", numbersOf(one).some((number) => numbers.has(number)));
  }
}

function touched(event) {
  if (event.target.id === "text") return;
  const one = event.target.closest?.(TIED);
  show(new Set(one ? numbersOf(one) : []));
}

for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, touched);
