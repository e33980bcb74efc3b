// Keeps what is typed into a text area on the server, at every pause and at least every second, until its form is sent.
const PAUSE = 300;
const LONGEST = 800;

class KeptText extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector("textarea");
    this.note = this.querySelector("[data-kept]");
    this.sent = this.area.value;
    this.area.addEventListener("input", () => this.typed());
    this.querySelector("form").addEventListener("submit", () => (this.saving = true));
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.leave());
    if (!this.sent) this.offer();
  }

  async offer() {
    const answer = await fetch(this.dataset.draft);
    const words = answer.status === 200 ? await answer.text() : "";
    if (!words || this.area.value) return;
    this.area.value = this.sent = words;
    this.note.textContent = "You typed this before and had not saved it.";
  }

  typed() {
    const now = performance.now();
    this.first ??= now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), Math.max(0, Math.min(PAUSE, this.first + LONGEST - now)));
  }

  async keep() {
    this.first = undefined;
    const words = this.area.value;
    try {
      const answer = await fetch(this.dataset.draft, { method: "POST", body: this.data(words) });
      if (!answer.ok) throw new Error(answer.status);
      this.sent = words;
      this.note.textContent = "Kept as you type. Not yet saved.";
    } catch {
      this.note.textContent = "Not kept: starproof does not answer. Do not close this page.";
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.keep(), 1000);
    }
  }

  leave() {
    if (this.saving || this.area.value === this.sent) return;
    if (navigator.sendBeacon(this.dataset.draft, this.data(this.area.value))) this.sent = this.area.value;
  }

  data(words) {
    const data = new FormData();
    data.set("text", words);
    return data;
  }
}

customElements.define("kept-text", KeptText);
