// What every element has that keeps typed words on the server, at every pause and at least every second, until they are sent.
const PAUSE = 300;
const LONGEST = 800;

// A subclass says what its words() are, and the data() that is sent of them; data-draft is where to.
export class Keeping extends HTMLElement {
  watch(typedInto, form) {
    this.note = this.querySelector("[data-kept]");
    this.sent = this.words();
    typedInto.addEventListener("input", () => this.typed());
    form.addEventListener("submit", () => (this.saving = true));
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.leave());
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
      const answer = await fetch(this.dataset.draft, { method: "POST", body: this.data() });
      if (!answer.ok) throw new Error(answer.status);
      this.sent = words;
      if (words === this.words()) this.note.textContent = "Kept as you type. Not yet saved.";
    } catch {
      this.failed("Not kept: starproof does not answer. Do not close this page.");
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.keep(), 1000);
    }
  }

  failed(why) {
    this.note.textContent = why;
  }

  leave() {
    const words = this.words();
    if (this.saving || words === this.sent) return;
    if (navigator.sendBeacon(this.dataset.draft, this.data())) this.sent = words;
  }
}
