// Keeps what is typed into a text area on the server until its form is sent, and offers what was typed before.
import { Keeping, TYPED_BEFORE } from "./keeping.js";

class KeptText extends Keeping {
  connectedCallback() {
    this.area = this.querySelector("textarea");
    this.watch(this.area, this.querySelector("form"));
    if (!this.area.value) this.offer();
  }

  async offer() {
    const answer = await fetch(this.dataset.draft).catch(() => null); // an app that is away has nothing to offer
    const words = answer?.status === 200 ? await answer.text() : "";
    if (!words || this.area.value) return;
    this.area.value = this.sent = words;
    this.note.textContent = TYPED_BEFORE;
  }

  words() {
    return this.area.value;
  }

  data() {
    const data = new FormData();
    data.set("text", this.words());
    return data;
  }
}

customElements.define("kept-text", KeptText);
