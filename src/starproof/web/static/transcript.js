// What was heard goes into the text area, to be corrected there. Words that somebody typed are never replaced unasked.
import { say } from "./app.js";
import { clock } from "./recorder-view.js";

const UNSURE = 0.45;
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

  // Unsure words in their surroundings, neighbours as one. Each leads to its place in the text.
  list() {
    const runs = this.runs().sort((one, other) => one.sure - other.sure).slice(0, MOST);
    this.piece("doubts").replaceChildren(...runs.sort((one, other) => one.from - other.from).map((run) => this.line(run)));
    this.narrow();
  }

  runs() {
    const runs = [];
    this.heard.words.forEach(({ text, sure }, at) => {
      if (sure === null || sure >= UNSURE || !bare(text)) return;
      const last = runs.at(-1);
      if (last?.to !== at) return runs.push({ from: at, to: at + 1, sure });
      [last.to, last.sure] = [at + 1, Math.min(last.sure, sure)];
    });
    return runs;
  }

  line({ from, to }) {
    const { words } = this.heard;
    const told = (start, end) => words.slice(Math.max(0, start), end).map((one) => one.text).join(" ");
    const [before, doubted, after] = [told(from - AROUND, from), told(from, to), told(to, to + AROUND)];
    const item = document.createElement("li");
    [item.dataset.phrase, item.dataset.word] = [`${before} ${doubted}`.trim(), doubted];
    const [button, strong, time] = ["button", "strong", "span"].map((name) => document.createElement(name));
    [button.type, button.className, time.className] = ["button", "doubt", "at"];
    [strong.textContent, time.textContent] = [doubted, clock(words[from].start)];
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
