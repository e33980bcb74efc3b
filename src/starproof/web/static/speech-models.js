// How far the fetching of speech models is, as it goes on; when one is over the page is loaded anew.
import { say } from "./app.js";

class SpeechModels extends HTMLElement {
  connectedCallback() {
    this.bars = [...this.querySelectorAll("progress")];
    if (this.bars.length) this.timer = setInterval(() => this.look(), 700);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  async look() {
    const answer = await fetch("/api/v1/speech").catch(() => null);
    if (!answer?.ok) return;
    const { models } = await answer.json();
    for (const bar of this.bars) this.tell(bar, models.find((one) => one.name === bar.dataset.model));
  }

  tell(bar, { name, here, fetch }) {
    if (fetch?.state === "running") {
      bar.value = fetch.share;
      bar.closest("p").querySelector(".share").textContent = `${Math.round(fetch.share * 100)} %`;
      return;
    }
    clearInterval(this.timer);
    if (here) say(`${name} is here.`);
    location.reload();
  }
}

customElements.define("speech-models", SpeechModels);
