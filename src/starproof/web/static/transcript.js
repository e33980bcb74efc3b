// What was heard goes into the text area, to be corrected there. Words that somebody typed are never replaced unasked.
import { say } from "./app.js";
import { clock } from "./recorder-view.js";

const UNSURE = 0.45;
const MOST = 24;
const AROUND = 3; // words shown on either side of an unsure one

const bare = (word) => word.replace(/^[^\p{L}\p{N}$€£%]+|[^\p{L}\p{N}%]+$/gu, "");
const lettered = (sign) => /[\p{L}\p{N}]/u.test(sign);

// Where each word of what was heard begins in its text.
function wordStarts({ text, words }) {
  let at = 0;
  return words.map((word) => {
    const start = Math.max(at, text.indexOf(word.text, at));
    at = start + word.text.length;
    return start;
  });
}

// Where a stretch of the text stands after the one change that made the other text of it and left the caret where it is.
// What is written at its end belongs to it while it is open.
function movedBy(before, after, caret) {
  const most = Math.min(before.length, after.length);
  const rest = after.slice(caret);
  let left = before.endsWith(rest) ? Math.min(rest.length, most) : 0;
  let same = 0;
  while (same < most - left && before[same] === after[same]) same += 1;
  while (left < most - same && before.at(-1 - left) === after.at(-1 - left)) left += 1;
  const [until, longer] = [before.length - left, after.length - before.length];
  return (start, end, open) => [
    start >= until ? start + longer : Math.min(start, same),
    end > same || (open && end === same) ? Math.max(end, until) + longer : end,
  ];
}

export class Transcript {
  constructor(home) {
    this.home = home;
    this.area = home.querySelector("textarea");
    this.known = "";
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
    this.locate();
    this.narrow();
  }

  // Where each doubt stands. What was heard may say the same words twice; once corrected it is sought phrase by phrase.
  locate() {
    const text = (this.known = this.area.value);
    const whole = text.lastIndexOf(this.heard.text);
    const starts = wordStarts(this.heard);
    let after = 0;
    for (const item of this.piece("doubts").children) {
      const { phrase, word, first } = item.dataset;
      const at = text.indexOf(phrase, whole < 0 ? after : whole + starts[first]);
      item.end = at < 0 ? -1 : (after = at + phrase.length);
      item.start = item.end - word.length;
    }
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
    Object.assign(item.dataset, { phrase: `${before} ${doubted}`.trim(), word: doubted, first: Math.max(0, from - AROUND) });
    const [button, strong, time] = ["button", "strong", "span"].map((name) => document.createElement(name));
    [button.type, button.className, time.className] = ["button", "doubt", "at"];
    [strong.textContent, time.textContent] = [doubted, clock(words[from].start)];
    button.append(time, ` ${before} `, strong, ` ${after}`);
    button.addEventListener("click", () => this.point(item));
    item.append(button);
    return item;
  }

  stands({ start, end, dataset }) {
    const text = this.area.value;
    const cut = lettered(text.charAt(start - 1)) || lettered(text.charAt(end)); // a letter more is another word
    return end >= 0 && !cut && text.slice(start, end) === dataset.word;
  }

  point(item) {
    if (!this.stands(item)) return;
    this.area.focus();
    this.area.setSelectionRange(item.start, item.end);
  }

  // A doubt whose words were changed is settled; the others keep their places, whatever is written before them.
  narrow() {
    if (!this.heard) return;
    const items = [...this.piece("doubts").children];
    const moved = movedBy(this.known, this.area.value, this.area.selectionEnd);
    this.known = this.area.value;
    for (const item of items) {
      if (item.end >= 0) [item.start, item.end] = moved(item.start, item.end, item.hidden);
      item.hidden = !this.stands(item);
    }
    this.piece("unsure").hidden = items.every((item) => item.hidden);
  }
}
