// Keeps what is typed into the fields of a form on the server, at every pause and at least every second, until it is sent.
import { say } from "./app.js";

const PAUSE = 300;
const LONGEST = 800;

class KeptForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.note = this.querySelector("[data-kept]");
    this.sent = this.words();
    this.form.addEventListener("input", () => this.typed());
    this.form.addEventListener("submit", () => (this.saving = true));
    addEventListener("pagehide", () => this.leave());
    addEventListener("pageshow", () => (this.saving = false));
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.leave());
  }

  words() {
    return new URLSearchParams(new FormData(this.form)).toString();
  }

  typed() {
    const now = performance.now();
    this.first ??= now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), Math.max(0, Math.min(PAUSE, this.first + LONGEST - now)));
  }

  async keep() {
    this.first = undefined;
    const words = this.words();
    try {
      const answer = await fetch(this.dataset.draft, { method: "POST", body: new FormData(this.form) });
      if (!answer.ok) throw new Error(answer.status);
      this.sent = words;
      if (words === this.words()) this.note.textContent = "Kept as you type. Not yet saved.";
    } catch {
      this.note.textContent = "Not kept: starproof does not answer. Do not close this page.";
      say(this.note.textContent);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.keep(), 1000);
    }
  }

  leave() {
    if (this.saving || this.words() === this.sent) return;
    if (navigator.sendBeacon(this.dataset.draft, new FormData(this.form))) this.sent = this.words();
  }
}

customElements.define("kept-form", KeptForm);
