// Reads a story while it is typed. The words are kept by the server at every pause and at least every second; a page that is
// closed sends what is left. The text area stays the browser's own, so caret, scroll, undo and spelling are never touched.
import { say } from "./app.js";

const PAUSE = 150;
const LONGEST = 800;

class ProofEditor extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector("textarea");
    this.form = this.querySelector("form");
    this.kept = this.querySelector("#kept");
    this.sent = this.area.value;
    this.classList.add("live");
    this.area.addEventListener("input", () => this.typed());
    this.area.addEventListener("htmx:afterRequest", (event) => this.answered(event));
    this.form.addEventListener("submit", () => (this.saving = true));
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.leave());
    this.grow();
  }

  typed() {
    this.grow();
    this.kept.textContent = "…";
    const now = performance.now();
    this.first ??= now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.read(), Math.max(0, Math.min(PAUSE, this.first + LONGEST - now)));
  }

  read() {
    this.first = undefined;
    this.sending = this.area.value;
    this.area.dispatchEvent(new Event("read"));
  }

  answered(event) {
    if (event.detail.successful) {
      this.sent = this.sending;
      this.kept.textContent = "Kept. Not yet saved as a revision.";
    } else {
      this.kept.textContent = "Not kept: starproof does not answer. Do not close this page.";
      say(this.kept.textContent);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.read(), 1000);
    }
  }

  leave() {
    if (this.saving || this.area.value === this.sent) return;
    if (navigator.sendBeacon(`/stories/${this.dataset.story}/draft`, new FormData(this.form))) this.sent = this.area.value;
  }

  grow() {
    this.area.style.height = "auto";
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
  }
}

customElements.define("proof-editor", ProofEditor);
