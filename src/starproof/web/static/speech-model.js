// What is still needed to write answers down on this machine: the packages, or a model. A model is fetched only when its
// owner, told its size and where it comes from, presses the button.
import { say } from "./app.js";

const AT = "/api/v1/speech";
const OFTEN = 500; // milliseconds
const size = (bytes) => `${Math.round(bytes / 1e6)} MB`;

async function ask(path, method = "GET", body) {
  const headers = body && { "content-type": "application/json" };
  const answer = await fetch(AT + path, { method, headers, body: body && JSON.stringify(body) });
  const said = await answer.json();
  if (!answer.ok) throw new Error([said.detail, said.hint].filter(Boolean).join(" "));
  return said;
}

class SpeechModel extends HTMLElement {
  connectedCallback() {
    this.bit = (name) => this.querySelector(`[data-part=${name}]`);
    this.bit("fetch").addEventListener("click", () => this.fetch());
    this.bit("cancel").addEventListener("click", () => this.cancel());
    this.looked = this.look();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  // Whether recordings can be written down now.
  async able() {
    await this.looked;
    if (!this.speech?.ready) await this.look();
    return this.speech?.ready ?? true; // an app that does not tell is asked all the same, and says why not
  }

  async look() {
    try {
      this.speech = await ask("");
    } catch {
      if (this.model?.fetch?.state === "running") this.later(); // an app that was away for a moment still fetches
      return;
    }
    this.model = this.speech.models.find((one) => one.fetch?.state === "running") ?? this.speech.models.find((one) => one.name === this.speech.usual) ?? this.speech.models[0];
    this.show();
  }

  show() {
    const { ready, installed, install } = this.speech;
    this.hidden = ready;
    this.dispatchEvent(new Event("looked", { bubbles: true }));
    if (ready) return;
    const { name, bytes, address, fetch } = this.model;
    const running = installed && fetch?.state === "running";
    this.bit("says").textContent = installed
      ? `To write answers down, starproof needs a speech model on this machine: ${name}, ${size(bytes)}, fetched once from ${new URL(address).host}. What you say is never sent anywhere. Recording and typing work without it.`
      : "Recording works here. To write answers down, install the packages for speech and start starproof anew; typing counts the same.";
    this.bit("install").textContent = install;
    this.bit("fetch").textContent = `Fetch it (${size(bytes)})`;
    this.reveal({ install: !installed, fetch: installed && !running, fetching: running, cancel: running, problem: Boolean(fetch?.problem) });
    this.bit("problem").textContent = [fetch?.problem?.detail, fetch?.problem?.hint].filter(Boolean).join(" ");
    this.progress(fetch?.share ?? 0);
    if (running) this.later();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.follow(), OFTEN);
  }

  reveal(parts) {
    const was = document.activeElement;
    for (const [name, there] of Object.entries(parts)) this.bit(name).hidden = !there;
    if (this.contains(was) && !was.checkVisibility()) this.querySelector("button:not([hidden])")?.focus();
  }

  progress(share) {
    this.bit("bar").value = share;
    this.bit("share").textContent = `${Math.round(share * 100)} %`;
  }

  async fetch() {
    say(`Fetching ${size(this.model.bytes)}.`);
    await this.act(() => ask(`/models/${this.model.name}/fetch`, "POST", { bytes: this.model.bytes }));
  }

  async cancel() {
    await this.act(() => ask(`/models/${this.model.name}/fetch`, "DELETE"));
    say("Stopped. What has come is used when it goes on.");
  }

  async act(asked) {
    clearTimeout(this.timer);
    try {
      this.model = await asked();
      this.show();
    } catch (error) {
      this.bit("problem").textContent = error.message;
      this.bit("problem").hidden = false;
      say(error.message);
    }
  }

  async follow() {
    const focused = this.contains(document.activeElement);
    await this.look();
    if (this.speech.ready) {
      say("The model is here.");
      if (focused) [...this.parentElement.querySelectorAll("button")].find((one) => one.checkVisibility())?.focus();
      this.dispatchEvent(new Event("ready"));
    } else if (this.model.fetch?.state === "failed") say(this.bit("problem").textContent);
  }
}

customElements.define("speech-model", SpeechModel);
