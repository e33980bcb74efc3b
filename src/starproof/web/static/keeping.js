// What every element has that keeps typed words on the server, at every pause and at least every second, until they are sent.
import { arrived, note, order, takeUp, typedEarly, unkept } from "./typed.js";

const PAUSE = 300;
const LONGEST = 800;
export const TYPED_BEFORE = "You typed this before and had not saved it.";
const KEPT = "Kept as you type.";

// A subclass says what its words() are, and the data() that is sent of them; data-draft is where to.
export class Keeping extends HTMLElement {
  watch(typedInto, form) {
    this.note = this.querySelector("[data-kept]");
    this.sent = this.words();
    typedInto.addEventListener("input", () => {
      this.takenUp = false;
      this.typed();
    });
    form.addEventListener("submit", () => this.save());
    form.addEventListener("formdata", ({ formData }) => this.saving && formData.set("order", order()));
    addEventListener("pageshow", () => (this.saving = false));
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.leave());
    this.takenUp = takeUp(this.dataset.draft, form);
    const early = !this.takenUp && typedEarly(typedInto);
    if (early) this.sent = null;
    if (early || this.takenUp) this.typed();
    if (!this.takenUp) return;
    this.note.textContent = TYPED_BEFORE;
  }

  typed() {
    const now = performance.now();
    this.first ??= now;
    this.unsent = note(this.dataset.draft, this.data());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), Math.max(0, Math.min(PAUSE, this.first + LONGEST - now)));
  }

  // What is kept while the form is under way would be there again once it is saved.
  save() {
    this.saving = true;
    clearTimeout(this.timer);
  }

  async keep() {
    this.first = undefined;
    const [words, unsent] = [this.words(), this.unsent];
    let answer;
    try {
      answer = await fetch(this.dataset.draft, { method: "POST", body: unsent });
      if (!answer.ok) throw new Error(answer.status);
      arrived(this.dataset.draft, unsent);
      this.sent = words;
      if (words === this.words()) this.note.textContent = this.takenUp ? `${TYPED_BEFORE} ${KEPT}` : `${KEPT} Not yet saved.`;
    } catch {
      if (this.saving) return;
      this.failed(unkept(answer));
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
    const data = this.data();
    note(this.dataset.draft, data);
    if (navigator.sendBeacon(this.dataset.draft, data)) this.sent = words;
  }
}
