// Moves stories between places, by keyboard or by dragging. The forms and links of each place do the same without this.
import { say } from "./app.js";

class LoopBoard extends HTMLElement {
  connectedCallback() {
    this.taken = null;
    for (const seat of this.querySelectorAll("[data-seat]")) this.equip(seat);
    this.addEventListener("keydown", (event) => event.key === "Escape" && this.taken && this.leave());
  }

  equip(seat) {
    const button = document.createElement("button");
    button.className = "quiet move";
    button.type = "button";
    button.addEventListener("click", () => (this.taken ? this.put(seat) : this.take(seat)));
    seat.querySelector(".hold").append(button);
    seat.addEventListener("dragover", (event) => this.taken && event.preventDefault());
    seat.addEventListener("drop", (event) => (event.preventDefault(), this.put(seat)));
    if (seat.dataset.story) {
      seat.draggable = true;
      seat.addEventListener("dragstart", (event) => (event.dataTransfer.setData("text/plain", seat.dataset.title), this.take(seat)));
      seat.addEventListener("dragend", () => this.taken && this.leave());
    }
    this.label(seat);
  }

  label(seat) {
    const button = seat.querySelector(".move");
    const own = this.taken === seat;
    const words = !this.taken ? "Move it" : own ? "Leave it here" : "Put it here";
    const about = !this.taken ? seat.dataset.title : own ? seat.dataset.title : `${this.taken.dataset.title}, ${seat.dataset.place}`;
    button.textContent = words;
    button.setAttribute("aria-label", `${words}: ${about}`);
    button.hidden = !this.taken && !seat.dataset.story;
    seat.classList.toggle("taken", own);
  }

  relabel() {
    this.classList.toggle("moving", Boolean(this.taken));
    for (const seat of this.querySelectorAll("[data-seat]")) this.label(seat);
  }

  take(seat) {
    this.taken = seat;
    this.relabel();
    say(`${seat.dataset.title} is taken up. Go to another place and put it there; Escape leaves it.`);
  }

  leave() {
    const { title } = this.taken.dataset;
    this.taken.querySelector(".move").focus();
    this.taken = null;
    this.relabel();
    say(`${title} stays where it was.`);
  }

  async put(seat) {
    if (seat === this.taken) return this.leave();
    const { story, title } = this.taken.dataset;
    const { interviewer, principle, place } = seat.dataset;
    this.taken = null;
    const values = { interviewer, principle, seat: seat.dataset.seat, story };
    await window.htmx.ajax("POST", "/loop/lock", { values, source: this, target: "#board", select: "#board", swap: "outerHTML show:none" });
    const now = [...document.querySelectorAll("#board [data-seat]")].find((one) => one.dataset.place === place);
    now?.querySelector(".move").focus();
    if (now?.dataset.story === story) say(`${title} is held for ${place}. The rest is planned anew.`);
  }
}

customElements.define("loop-board", LoopBoard);
