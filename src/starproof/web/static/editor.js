// Reads a story while it is typed. The words are kept by the server at every pause and at least every second; a page that is
// closed sends what is left. The text area stays the browser's own, so caret, scroll, undo and spelling are never touched;
// the marks lie under it and move along with the words until the next reading puts them right.
import { say } from "./app.js";
import { show } from "./marks.js";
import { arrived, note, order, takeUp, typedEarly, unkept } from "./typed.js";

const PAUSE = 90;
const LONGEST = 800;

class ProofEditor extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector("textarea");
    this.form = this.querySelector("form");
    this.kept = this.querySelector("#kept");
    this.ink = this.querySelector("#ink");
    this.proofs = document.getElementById("proofs");
    this.sent = this.inked = this.area.defaultValue.replace(/\r\n?/g, "\n");
    this.classList.add("live");
    this.area.addEventListener("input", () => this.typed());
    this.proofs.addEventListener("htmx:beforeSwap", () => this.remember());
    this.proofs.addEventListener("htmx:afterSwap", () => this.swapped());
    this.ink.addEventListener("htmx:oobAfterSwap", () => this.fresh());
    this.area.addEventListener("htmx:afterRequest", (event) => this.answered(event.detail.xhr.status));
    this.area.addEventListener("htmx:sendError", () => this.failed());
    this.area.addEventListener("htmx:configRequest", (event) => (event.detail.parameters.order = this.going.get("order")));
    this.form.addEventListener("submit", () => this.save());
    this.form.addEventListener("formdata", ({ formData }) => this.saving && formData.set("order", order()));
    addEventListener("pageshow", () => (this.saving = false));
    document.addEventListener("selectionchange", () => this.pointed());
    this.proofs.addEventListener("click", (event) => this.followed(event));
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.leave());
    this.grow();
    if (takeUp(this.dataset.draft, this.form) || typedEarly(this.area)) this.typed();
    else this.sent = this.area.value;
  }

  typed() {
    this.grow();
    this.reink();
    this.tell("Keeping …");
    const now = performance.now();
    this.first ??= now;
    this.unsent = note(this.dataset.draft, new FormData(this.form));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.read(), Math.max(0, Math.min(PAUSE, this.first + LONGEST - now)));
  }

  read() {
    this.first = undefined;
    [this.sending, this.going] = [this.area.value, this.unsent];
    this.area.dispatchEvent(new Event("read"));
  }

  // Nothing is said of a request that a later one has replaced.
  answered(status) {
    if (status >= 400) this.failed(true);
    if (status < 200 || status >= 300) return;
    arrived(this.dataset.draft, this.going);
    this.sent = this.sending;
    if (this.sent === this.area.value) this.tell("Kept. Not yet saved as a revision.");
  }

  save() {
    this.saving = true;
    clearTimeout(this.timer);
  }

  failed(answered) {
    if (this.saving) return;
    this.tell(unkept(answered), true);
    say(this.kept.textContent);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.read(), 1000);
  }

  tell(words, failed = false) {
    this.kept.textContent = words;
    this.kept.classList.toggle("failed", failed);
  }

  leave() {
    if (this.saving || this.area.value === this.sent) return;
    const data = new FormData(this.form);
    note(this.dataset.draft, data);
    if (navigator.sendBeacon(this.dataset.draft, data)) this.sent = this.area.value;
  }

  // The panel beside stays where the reader had scrolled it, with what was unfolded unfolded.
  remember() {
    this.scrolled = this.proofs.scrollTop;
    this.unfolded = [...this.proofs.querySelectorAll("details")].map((one) => one.open);
  }

  swapped() {
    this.proofs.querySelectorAll("details").forEach((one, at) => (one.open = this.unfolded?.[at] ?? false));
    this.proofs.scrollTop = this.scrolled;
    this.pointed();
  }

  fresh() {
    this.inked = this.sending;
    this.reink();
  }

  // What was typed since the last reading goes into the ink at its place, so that the marks stay under their words.
  reink() {
    const [was, is] = [this.inked, this.area.value];
    if (was === is || this.ink.textContent.length < was.length) return;
    let [start, end] = [0, 0];
    const most = Math.min(was.length, is.length);
    while (start < most && was[start] === is[start]) start++;
    while (end < most - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end++;
    this.replace(start, was.length - end, is.slice(start, is.length - end));
    this.inked = is;
  }

  replace(start, end, words) {
    const walker = document.createTreeWalker(this.ink, NodeFilter.SHOW_TEXT);
    for (let at = 0, put = false, node; (node = walker.nextNode()); ) {
      const [from, to, length] = [Math.max(start - at, 0), Math.min(end - at, node.data.length), node.data.length];
      at += length;
      if (from > length || to < 0 || (put && to <= 0)) continue;
      node.replaceData(from, Math.max(to - from, 0), put ? "" : words);
      put = true;
      if (at >= end) return;
    }
  }

  // The mark that the caret stands in shows its note.
  pointed() {
    if (document.activeElement !== this.area) return;
    const caret = this.area.selectionStart;
    const here = this.marks().find(([, start, end]) => start <= caret && caret <= end);
    show(new Set(here ? here[0].dataset.notes.split(" ") : []));
  }

  // The number of a note leads to its words.
  followed(event) {
    const link = event.target.closest("a.back, a[href^='#s-n']");
    if (!link?.classList.contains("back")) return;
    const number = link.closest("[data-note]").dataset.note;
    const mark = this.marks().find(([one]) => one.dataset.notes.split(" ").includes(number));
    if (!mark) return;
    event.preventDefault();
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(mark[1], mark[2]);
    mark[0].scrollIntoView({ block: "center" });
  }

  marks() {
    const range = document.createRange();
    return [...this.ink.querySelectorAll("mark")].map((mark) => {
      range.setStart(this.ink, 0);
      range.setEndBefore(mark);
      const start = range.toString().length;
      return [mark, start, start + mark.textContent.length];
    });
  }

  grow() {
    if (CSS.supports("field-sizing", "content")) return;
    const at = scrollY;
    this.area.style.height = "auto";
    this.area.style.height = `${this.area.scrollHeight + 2}px`;
    scrollTo(scrollX, at);
  }
}

customElements.define("proof-editor", ProofEditor);
