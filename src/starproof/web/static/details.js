// Keeps what is typed into the fields of a form on the server until it is sent.
import { say } from "./app.js";
import { Keeping } from "./keeping.js";

class KeptForm extends Keeping {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.watch(this.form, this.form);
    addEventListener("pageshow", () => (this.saving = false));
  }

  data() {
    return new FormData(this.form);
  }

  words() {
    return new URLSearchParams(this.data()).toString();
  }

  failed(why) {
    super.failed(why);
    say(why);
  }
}

customElements.define("kept-form", KeptForm);
