// Records an answer and has it written down. What is said goes to the app second by second, so that a crash of the app, the
// tab or the browser takes a second or two at most; whoever comes back finds it and goes on. Typing works at any time.
import { say } from "./app.js";
import { Lent } from "./lent.js";
import { kind, obstacle, trouble } from "./microphone.js";
import { OneTab } from "./one-tab.js";
import { Outbox, sending, sendLeft } from "./outbox.js";
import "./speech-model.js";
import { BUSY, clock, View } from "./recorder-view.js";
import { Tape } from "./tape.js";
import { Transcript } from "./transcript.js";
import { Writing } from "./writing.js";

const PIECE = 1; // seconds, about

class Recorder extends HTMLElement {
  connectedCallback() {
    this.piece = (name) => this.querySelector(`[data-piece=${name}]`);
    this.box = new Outbox(this.dataset.at);
    this.view = new View(this);
    this.transcript = new Transcript(this);
    this.writing = new Writing(this);
    this.model = this.querySelector("speech-model");
    this.model.addEventListener("ready", () => this.state === "stopped" && this.transcribe());
    this.microphone = new Lent(this.view);
    this.tab = new OneTab(this.dataset.at);
    this.earlier = this.length = this.next = 0; // seconds of earlier parts and of the whole; the next piece's number
    this.addEventListener("click", (event) => this.pressed(event));
    this.addEventListener("input", () => this.view.lead());
    this.addEventListener("looked", () => this.view.show());
    this.piece("microphone").addEventListener("change", (event) => this.changed(event.target.value));
    this.piece("keep").addEventListener("change", (event) => this.keep(event.target.checked));
    this.box.addEventListener("change", () => this.view.tell());
    this.outside = new AbortController();
    const { signal } = this.outside;
    navigator.mediaDevices?.addEventListener("devicechange", () => this.microphone.list(), { signal });
    addEventListener("beforeunload", (event) => (BUSY.includes(this.state) || !this.box.empty) && event.preventDefault(), { signal });
    addEventListener("pagehide", () => this.tape?.flush(), { signal });
    document.addEventListener("submit", (event) => this.sent(event), { capture: true, signal });
    this.start();
  }

  // A form that is sent in the middle of a recording ends it first, so that the answer is sent with all that was said.
  sent(event) {
    if (event.target !== this.piece("field-recording").form || !BUSY.includes(this.state)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.submitter = event.submitter;
    if (this.state !== "stopping") this.stop();
  }

  // Taken out of the page, it lets go of the microphone and of the recording; what was said is still sent.
  disconnectedCallback() {
    this.outside.abort();
    this.tab.leave();
    this.tape?.stop();
    this.release();
  }

  async start() {
    this.go("reaching");
    await this.tab.take(() => this.go("elsewhere"));
    this.look();
  }

  // Where this recording stands, from what the app and this browser still have of it.
  async look() {
    const left = await this.box.recover();
    const known = await this.known();
    this.next = Math.max(left, known?.next ?? 0);
    this.box.kept = known ? this.box.remembered() ?? known.chunks * PIECE : 0;
    this.earlier = Math.max(this.box.kept, this.box.queue.at(-1)?.until ?? 0);
    this.mime = known?.mime || this.box.mime;
    this.box.begun = Boolean(known);
    if (known) this.piece("keep").checked = known.kept;
    sendLeft(this.dataset.at);
    this.microphone.list();
    if (known?.finished) return this.resume(known);
    if (this.next) return this.go("cut");
    const against = obstacle();
    if (against) this.view.explain(against);
    this.go(against ? "typing" : "idle");
  }

  async known() {
    try {
      return await this.box.known();
    } catch (refused) {
      this.view.explain({ title: "The recording cannot be reached", what: refused.message, todo: "Load this page again." });
      return null;
    }
  }

  async resume(known) {
    this.closed(known);
    await this.writing.hear(true);
  }

  pressed(event) {
    const act = event.target.closest("[data-do]")?.dataset.do;
    if (act) this[act]();
  }

  // --- The microphone -------------------------------------------------------------------------------------------------

  async check() {
    if (this.microphone.stream) return this.release();
    const from = this.state;
    this.go("asking");
    await this.microphone.take();
    this.go(from);
    if (this.microphone.stream) say("The microphone is on. Nothing is recorded yet.");
  }

  release() {
    this.microphone.release();
    this.go(this.state);
  }

  async changed(id) {
    await this.microphone.change(id);
    this.go(this.state);
  }

  // --- Recording ------------------------------------------------------------------------------------------------------

  async record() {
    const from = this.state;
    if (!this.microphone.stream) {
      this.go("asking");
      await this.microphone.take();
    }
    if (!this.microphone.stream) return this.go(from);
    try {
      this.roll();
    } catch (error) {
      this.release();
      this.view.explain(await trouble(error));
      return this.go(from);
    }
    this.go("recording");
    say("Recording.");
  }

  roll() {
    this.box.mime = this.mime = this.next ? this.mime : kind();
    this.stopped = false;
    this.tape = new Tape(this.microphone.stream, this.mime, {
      piece: (data) => this.box.add(this.next++, data, this.elapsed),
      ran: () => this.view.tell(),
      ended: () => this.ended(),
    });
  }

  get elapsed() {
    return this.earlier + (this.tape?.seconds ?? 0);
  }

  pause() {
    this.tape.pause();
    this.go("paused");
    say(`Paused at ${clock(this.elapsed)}.`);
  }

  go_on() {
    if (this.state === "cut") return this.record();
    this.tape.resume();
    this.go("recording");
    say("Recording goes on.");
  }

  stop() {
    this.stopped = true;
    this.go("stopping");
    this.tape?.stop();
  }

  // The recorder stops because it was told to, or because the microphone went away.
  ended() {
    this.earlier = this.elapsed;
    this.tape = null;
    this.release();
    if (!this.isConnected) return;
    if (this.stopped) return this.finish();
    this.view.explain({
      title: "The microphone went away",
      what: `What you said up to ${clock(this.earlier)} is kept.`,
      todo: "Plug it in again, or choose another, and go on.",
    });
    this.go("cut");
  }

  use() {
    this.view.hush();
    this.go("stopping");
    this.finish();
  }

  async finish() {
    await this.box.settled();
    try {
      this.closed(await this.box.ask("/finish", sending("POST", { chunks: this.next })));
      await this.box.ask("/keep", sending("PUT", { kept: this.piece("keep").checked }));
    } catch (refused) {
      this.view.explain({ title: "The recording could not be closed", what: refused.message, todo: "Use what is there once more." });
      return this.go("cut");
    }
    if (this.submitter === undefined) return this.transcribe();
    this.go("stopped");
    this.piece("field-recording").form.requestSubmit(this.submitter);
    this.submitter = undefined;
  }

  closed(known) {
    [this.length, this.gaps, this.parts] = [this.earlier, known.missing.length > 0, known.parts];
    this.fill();
  }

  // The form that is sent says which recording the words come from.
  fill() {
    for (const [name, value] of [["recording", this.dataset.recording], ["seconds", this.length.toFixed(3)]]) {
      const field = this.piece(`field-${name}`);
      field.value = value;
      field.disabled = false;
    }
  }

  async discard() {
    if (!confirm(`Throw away ${clock(this.earlier || this.length)} of recording? What you typed stays.`)) return;
    this.view.hush();
    await this.box.drop();
    await this.box.ask("", { method: "DELETE" }).catch(() => {});
    this.earlier = this.length = this.next = 0;
    for (const name of ["recording", "seconds"]) this.piece(`field-${name}`).disabled = true;
    this.transcript.clear();
    this.go("idle");
    say("Thrown away.");
  }

  async keep(kept) {
    if (this.box.begun) await this.box.ask("/keep", sending("PUT", { kept })).catch((refused) => say(refused.message));
    this.view.tell();
  }

  // --- Writing it down ------------------------------------------------------------------------------------------------

  transcribe() {
    return this.writing.hear(false);
  }

  cancel() {
    return this.writing.cancel();
  }

  put_below() {
    this.transcript.put(true);
  }

  put_instead() {
    this.transcript.put(false);
  }

  go(state) {
    const moved = state !== this.state;
    this.state = state;
    this.view.show();
    if (moved) this.dispatchEvent(new CustomEvent("recorder", { bubbles: true, detail: { state, recording: this.dataset.recording, seconds: this.elapsed } }));
  }
}

customElements.define("sp-recorder", Recorder);
