// What every page needs: says aloud what a swap changed, keeps the focus where the reader was, and sends what other pages could
// not send any more.
import { sendLeft } from "./typed.js";

const said = document.getElementById("said");

export function say(words) {
  if (said) said.textContent = words;
}

let focused = null;

document.addEventListener("htmx:beforeSwap", (event) => {
  focused = document.activeElement?.id || null;
  // Errors come with their own words and are shown where the answer would have been.
  if (event.detail.xhr.status >= 400 && event.detail.xhr.getResponseHeader("content-type")?.includes("text/html")) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

document.addEventListener("htmx:afterSettle", (event) => {
  const words = event.detail.xhr?.getResponseHeader("x-said");
  if (words) say(decodeURIComponent(words));
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
});

document.addEventListener("htmx:sendError", () => say("starproof does not answer. Is it still running?"));

// Ctrl or ⌘ with Enter or S sends the form that one types into: nobody who saves their words means to save the web page.
document.addEventListener("keydown", (event) => {
  if (!["Enter", "s"].includes(event.key) || !(event.ctrlKey || event.metaKey)) return;
  if (event.altKey || event.shiftKey || event.isComposing) return;
  const typed = event.target.closest("form[method=post]:has(textarea)");
  const form = typed ?? (event.key === "s" ? document.querySelector("proof-editor form") : null);
  const button = form?.querySelector("button:is(.first, [data-lead=words]):not([type=button])");
  if (!button) return;
  event.preventDefault();
  button.click();
});

// On a phone the pages stand in one row; the one of now is to be seen in it.
const pages = document.querySelector(".pages");
const now = pages?.querySelector("[aria-current]");
if (now && pages.scrollLeft === 0 && now.offsetLeft + now.offsetWidth > pages.clientWidth) pages.scrollLeft = now.offsetLeft - 80;

sendLeft();
