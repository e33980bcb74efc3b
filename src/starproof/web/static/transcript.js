// What was heard goes into the text area, to be corrected there. Words that somebody typed are never replaced unasked.
import { say } from "./app.js";
import { clock } from "./recorder-view.js";

const UNSURE = 0.5;
const MOST = 24;
const AROUND = 3; // words shown on either side of an unsure one

const bare = (word) => word.replace(/^[^\p{L}\p{N}$€£%]+|[^\p{L}\p{N}%]+$/gu, "");
export class Transcript {
  constructor(home) {
    this.home = home;
    this.area = home.querySelector("textarea");
    this.piece = (name) => home.querySelector(`[data-piece=${name}]`);
    this.area.addEventListener("input", () => this.narrow());
  }

  show(transcript) {
    this.heard = transcript;
    const text = transcript.text;
    if (!text) return this.nothing();
    const own = this.own() && this.area.value.trim() !== text;
    if (!own) this.fill(text);
    this.piece("empty").hidden = true;
    this.piece("choice").hidden = !own;
    this.piece("beside").textContent = text;
    this.list();
    say(own ? "Written down. Your own words were left as they are." : "Written down. You can correct it.");
  }

  // Whether somebody typed or corrected what stands there.
  own() {
    return Boolean(this.area.value.trim()) && this.area.value !== this.filled;
  }

  nothing() {
    this.piece("choice").hidden = true;
    this.piece("empty").hidden = false;
    say("No words were heard.");
  }

  put(below) {
    const typed = this.area.value;
    this.fill(below ? `${this.area.value.trimEnd()}\n\n${this.heard.text}` : this.heard.text);
    if (below && typed.trim()) this.filled = undefined;
    this.piece("choice").hidden = true;
    this.list();
    this.area.focus();
  }

  fill(text) {
    this.area.value = this.filled = text;
    this.area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  clear() {
    this.heard = null;
    if (!this.own()) this.fill("");
    for (const name of ["choice", "empty", "unsure"]) this.piece(name).hidden = true;
  }

  // Unsure words in their surroundings. Each leads to its place in the text.
  list() {
    const words = this.heard.words;
    const unsure = words.map((word, at) => ({ ...word, at })).filter((word) => word.sure !== null && word.sure < UNSURE && bare(word.text));
    const worst = [...unsure].sort((one, other) => one.sure - other.sure).slice(0, MOST);
    const shown = worst.sort((one, other) => one.at - other.at).map((word) => this.line(words, word));
    this.piece("doubts").replaceChildren(...shown);
    this.narrow();
  }

  line(words, word) {
    const around = (from, to) => words.slice(Math.max(0, from), to).map((one) => one.text).join(" ");
    const [before, after] = [around(word.at - AROUND, word.at), around(word.at + 1, word.at + 1 + AROUND)];
    const item = document.createElement("li");
    item.dataset.phrase = `${before} ${word.text}`.trim();
    item.dataset.word = word.text;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "doubt";
    const strong = document.createElement("strong");
    strong.textContent = word.text;
    const time = document.createElement("span");
    time.className = "at";
    time.textContent = clock(word.start);
    button.append(time, ` ${before} `, strong, ` ${after}`);
    button.addEventListener("click", () => this.point(item));
    item.append(button);
    return item;
  }

  place(item) {
    const at = this.area.value.indexOf(item.dataset.phrase);
    return at < 0 ? -1 : at + item.dataset.phrase.length - item.dataset.word.length;
  }

  point(item) {
    const at = this.place(item);
    if (at < 0) return;
    this.area.focus();
    this.area.setSelectionRange(at, at + item.dataset.word.length);
  }

  // A doubt whose words were changed is settled.
  narrow() {
    if (!this.heard) return;
    const items = [...this.piece("doubts").children];
    for (const item of items) item.hidden = this.place(item) < 0;
    this.piece("unsure").hidden = items.every((item) => item.hidden);
  }
}
