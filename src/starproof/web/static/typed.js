// What was typed and has not reached the app yet. This browser keeps it, so that neither an app that is away nor a tab that
// dies loses any; and each sending says of which page it is and the how manieth, so that an earlier one that comes late does
// not stand in the place of a later one.
const PLACE = "starproof-typed:";
const PAGE = Math.random().toString(36).slice(2);
const UNWANTED = [400, 404, 405, 410, 413, 422]; // what it was typed for is gone
let number = 0;
let here = false;

export const order = () => `${PAGE} ${++number}`;

// A browser that keeps nothing, as some do in private windows, sends all the same.
function noted(act) {
  try {
    return act();
  } catch {
    return null;
  }
}

// Keeps the fields of a form here, and returns them as they are to be sent.
export function note(draft, data) {
  data.set("order", order());
  const words = new URLSearchParams(data);
  here = noted(() => localStorage.setItem(PLACE + draft, words) === undefined) ?? false;
  return words;
}

// What is said while the app is away, or answers that it could not keep them.
export function unkept(answered) {
  const [why, until] = answered ? ["cannot write them down", "can"] : ["does not answer", "does"];
  const todo = here ? `This browser holds your words until it ${until}.` : "Do not close this page.";
  return `Not kept: starproof ${why}. ${todo}`;
}

export function arrived(draft, words) {
  const here = PLACE + draft;
  noted(() => localStorage.getItem(here) === `${words}` && localStorage.removeItem(here));
}

// Puts what is kept here for a form into its fields; tells whether that changed any.
export function takeUp(draft, form) {
  const kept = noted(() => localStorage.getItem(PLACE + draft));
  if (kept === null) return false;
  const words = new URLSearchParams(kept);
  let changed = false;
  for (const one of [...form.elements].filter((one) => one.name && words.has(one.name))) {
    if (one.type === "checkbox") continue;
    const value = words.get(one.name).replaceAll("\r\n", "\n");
    changed ||= one.type !== "hidden" && one.value !== value;
    one.value = value;
  }
  for (const one of form.querySelectorAll("input[type=checkbox]")) {
    const checked = words.getAll(one.name).includes(one.value);
    changed ||= one.checked !== checked;
    one.checked = checked;
  }
  return changed;
}

// Whether somebody typed into an area, or the fields of a form, before the script of the page was there. What the browser
// itself put back, as on the way back to a page, was kept when it was typed.
export function typedEarly(into) {
  if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") return false;
  const plain = (words) => words.replace(/[\r\n]/g, "");
  const fields = into.matches("textarea") ? [into] : [...into.querySelectorAll("input:not([type=hidden]), textarea")];
  return fields.some((one) => plain(one.value) !== plain(one.defaultValue) || one.checked !== one.defaultChecked);
}

// The draft that a form throws away; null for every other form.
function thrown(form, button) {
  const to = button?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
  return to.endsWith("/draft/forget") ? to.slice(0, -"/forget".length) : null;
}

// What is thrown away is neither kept here any longer nor sent as the page is left, and nothing on its way brings it back.
document.addEventListener("submit", ({ target, submitter }) => {
  const draft = thrown(target, submitter);
  if (draft === null) return;
  noted(() => localStorage.removeItem(PLACE + draft));
  document.querySelector(`[data-draft="${CSS.escape(draft)}"]`)?.save();
});
document.addEventListener("formdata", ({ target, formData }) => thrown(target) !== null && formData.set("order", order()));

// What an address answers; null where nothing does, or where the page is left meanwhile: the next one may be asked for
// before the words arrive, and would hold neither them nor what this browser has already let go.
async function answered(address, body) {
  const left = new AbortController();
  let leaving = false;
  addEventListener("beforeunload", () => (leaving = true), { signal: left.signal });
  const answer = await fetch(address, { method: "POST", body }).catch(() => null);
  left.abort();
  return leaving ? null : answer;
}

// Sends what is kept here for other pages than this one.
export async function sendLeft() {
  for (const place of noted(() => Object.keys(localStorage)) ?? []) {
    const draft = place.slice(PLACE.length);
    if (!place.startsWith(PLACE) || document.querySelector(`[data-draft="${CSS.escape(draft)}"]`)) continue;
    const words = noted(() => localStorage.getItem(place));
    if (words === null) continue;
    const answer = await answered(draft, new URLSearchParams(words));
    if (answer?.ok || UNWANTED.includes(answer?.status)) arrived(draft, words);
  }
}
