// The clock of a session, grades by key, naming a story against time, counting words. Without it every form still works.
import { say } from "./app.js";

const two = (number) => String(number).padStart(2, "0");
const shown = (seconds) => `${Math.floor(seconds / 60)}:${two(Math.floor(seconds) % 60)}`;
const spoken = (seconds) => (seconds >= 60 ? `${Math.round(seconds / 60)} minutes` : `${Math.round(seconds)} seconds`);

// Counts from what the server has counted; says a word at few moments only, and never every second.
class PracticeClock extends HTMLElement {
  connectedCallback() {
    this.piece = (name) => this.querySelector(`[data-piece=${name}]`);
    this.used = Number(this.dataset.used) || 0;
    this.plan = Number(this.dataset.plan) || 0;
    this.strict = "strict" in this.dataset;
    this.told = this.used;
    if (!("held" in this.dataset)) this.start();
  }

  disconnectedCallback() {
    clearInterval(this.beat);
  }

  start(from = performance.now()) {
    this.from = from;
    this.beat = setInterval(() => this.tick(), 200);
    this.tick();
  }

  stop() {
    clearInterval(this.beat);
  }

  get now() {
    return this.used + (performance.now() - this.from) / 1000;
  }

  tick() {
    const now = this.now;
    this.put(shown(this.strict ? Math.max(0, Math.ceil(this.plan - now)) : now));
    const share = this.plan ? Math.min(1, now / this.plan) : 0;
    if (this.piece("line")) this.piece("line").style.width = `${(100 * share).toFixed(1)}%`;
    if (this.piece("ring")) this.piece("ring").style.strokeDashoffset = (100 * share).toFixed(1);
    this.classList.toggle("past", this.plan > 0 && now > this.plan);
    this.tell(now);
    if (this.plan && now >= this.plan && !this.over) this.ended();
  }

  put(words) {
    const time = this.piece("time");
    if (time.textContent !== words) time.textContent = words;
  }

  // At the half, a minute before the end and at the end: enough to steer by.
  tell(now) {
    if (!this.plan || "held" in this.dataset) return;
    const passed = (moment) => this.told < moment && now >= moment;
    if (passed(this.plan)) say(this.strict ? "Time is up." : `The ${spoken(this.plan)} planned are over.`);
    else if (this.plan > 150 && passed(this.plan - 60)) say("One minute left.");
    else if (this.plan >= 60 && passed(this.plan / 2)) say("Half of the time is over.");
    this.told = now;
  }

  ended() {
    this.over = true;
    this.dispatchEvent(new CustomEvent("over", { bubbles: true }));
    if (this.dataset.over) moveOn(document.getElementById(this.dataset.over));
  }
}

// Time is up: what was typed or spoken goes along. A recording is brought to its end and written down first.
function moveOn(form) {
  const send = () => form.requestSubmit(form.querySelector("[data-over]"));
  const recorder = form.querySelector("sp-recorder");
  const settled = () => !["asking", "recording", "paused", "stopping", "hearing"].includes(recorder.state);
  if (!recorder || settled()) return send();
  if (["recording", "paused"].includes(recorder.state)) recorder.stop();
  recorder.addEventListener("recorder", () => settled() && setTimeout(send, 0));
}

// Keys 1 to 4 while the focus is among the grades.
class PracticeGrades extends HTMLElement {
  connectedCallback() {
    const buttons = [...this.querySelectorAll("button")];
    this.addEventListener("keydown", (event) => {
      const chosen = buttons[Number(event.key) - 1];
      if (chosen && !event.ctrlKey && !event.metaKey && !event.altKey) chosen.click();
    });
    this.focus({ preventScroll: true });
  }
}

const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// The time runs from the frame in which the question is seen to the key that names a story, by the page's own clock.
class StoryNaming extends HTMLElement {
  connectedCallback() {
    this.piece = (name) => this.querySelector(`[data-piece=${name}]`);
    this.form = this.querySelector("form");
    this.question = document.querySelector(".to-name");
    this.clock = document.querySelector("practice-clock");
    this.seconds = Number(this.dataset.seconds);
    this.options = [...this.querySelectorAll(".to-choose label")].map((label) => ({ label, input: label.querySelector("input"), words: plain(label.textContent) }));
    this.type = this.piece("type");
    this.type.addEventListener("input", () => this.narrow());
    this.type.addEventListener("keydown", (event) => this.keyed(event));
    for (const kind of ["keydown", "pointerdown", "click"]) this.addEventListener(kind, (event) => this.touched(event), true);
    this.form.addEventListener("submit", (event) => this.send(event));
    this.show();
  }

  show() {
    this.type.focus({ preventScroll: true });
    const seen = this.seenBefore();
    if (seen !== undefined) this.begin(seen);
    requestAnimationFrame(() => {
      this.question.classList.add("shown");
      if (seen === undefined) requestAnimationFrame(() => this.begin(performance.now())); // the frame before it is on the screen
    });
  }

  // The style sheet shows the question where this script is late: since when it was seen.
  seenBefore() {
    const over = this.question.getAnimations().find((one) => one.playState === "finished");
    return over && over.startTime + over.effect.getComputedTiming().endTime;
  }

  begin(seen) {
    this.painted = seen;
    this.clock?.start(seen);
    this.timer = setTimeout(() => this.late(), this.seconds * 1000 - (performance.now() - seen));
    this.dispatchEvent(new CustomEvent("asked", { bubbles: true, detail: { at: this.painted } }));
  }

  touched(event) {
    if (event.type !== "keydown" || event.key === "Enter" || event.key === " ") this.last = event.timeStamp;
  }

  narrow() {
    const wanted = plain(this.type.value).split(/\s+/).filter(Boolean);
    for (const { label, words } of this.options) label.hidden = !wanted.every((word) => words.includes(word));
    const seen = this.seen();
    if (wanted.length && seen.length) this.choose(seen[0]);
    else for (const { input } of this.options) input.checked = false;
    clearTimeout(this.saying);
    this.saying = setTimeout(() => say(seen.length ? `${seen.length} of your stories. ${this.chosen()?.label.textContent.trim() ?? ""}` : "None of your stories."), 500);
  }

  seen() {
    return this.options.filter(({ label }) => !label.hidden);
  }

  chosen() {
    return this.options.find(({ input }) => input.checked);
  }

  choose(option) {
    option.input.checked = true;
    option.label.scrollIntoView({ block: "nearest" });
  }

  keyed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const seen = this.seen();
    if (step && seen.length) {
      const at = seen.indexOf(this.chosen());
      this.choose(seen[Math.max(0, Math.min(seen.length - 1, at < 0 && step < 0 ? seen.length - 1 : at + step))]);
      say(this.chosen().label.textContent.trim());
      event.preventDefault();
    }
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (this.chosen()) this.form.requestSubmit(this.piece("name"));
    else say("Choose a story first.");
  }

  send(event) {
    if (event.submitter?.value === "named" && !this.chosen() && !this.isLate) {
      event.preventDefault();
      return say("Choose a story first.");
    }
    clearTimeout(this.timer);
    this.clock?.stop();
    const end = this.isLate ? performance.now() : this.last ?? performance.now();
    this.piece("milliseconds").value = Math.max(0, end - (this.painted ?? end)).toFixed(1);
  }

  late() {
    this.isLate = true;
    for (const { input } of this.options) input.checked = false;
    say("Time is up.");
    this.form.requestSubmit(this.piece("name"));
  }
}

class PracticeWords extends HTMLElement {
  connectedCallback() {
    const area = document.getElementById(this.dataset.of);
    const count = () => (this.querySelector("[data-piece=words]").textContent = (area.value.match(/\S+/g) ?? []).length.toLocaleString("en"));
    area.addEventListener("input", count);
    count();
  }
}

// The clock runs already, so whoever works by keys types at once; under a finger the question stays in sight instead.
const area = document.querySelector("#step textarea#text");
if (area && document.activeElement === document.body && matchMedia("(pointer: fine)").matches) {
  area.focus({ preventScroll: true });
  area.setSelectionRange(area.value.length, area.value.length);
}

customElements.define("practice-clock", PracticeClock);
customElements.define("practice-grades", PracticeGrades);
customElements.define("story-naming", StoryNaming);
customElements.define("practice-words", PracticeWords);
