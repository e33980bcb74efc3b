// The browser's recorder with the time that it has run: pieces come out of it second by second.
const PIECE = 1000; // milliseconds
const BITS = 64000; // a second: speech is as clear to the ear and to the engine as at twice that
const BEAT = 250; // milliseconds between two looks at the time

export class Tape {
  // `piece(data)`: what was recorded since the last one. `ran()`: time has passed. `ended()`: it was stopped, or the
  // microphone went away.
  constructor(stream, mime, { piece, ran, ended }) {
    [this.spent, this.since, this.ran] = [0, 0, ran];
    this.recorder = new MediaRecorder(stream, { mimeType: mime, audioBitsPerSecond: BITS });
    this.recorder.addEventListener("dataavailable", ({ data }) => data.size && piece(data));
    this.recorder.addEventListener("stop", () => {
      this.tock();
      ended();
    });
    this.recorder.start(PIECE);
    this.tick();
  }

  get seconds() {
    return this.spent + (this.since ? (performance.now() - this.since) / 1000 : 0);
  }

  tick() {
    this.since = performance.now();
    clearInterval(this.beat);
    this.beat = setInterval(this.ran, BEAT);
  }

  tock() {
    [this.spent, this.since] = [this.seconds, 0];
    clearInterval(this.beat);
    this.ran();
  }

  // The time goes and stands still at once: a page with much to do hears late that its recorder began, paused or stopped.
  pause() {
    this.recorder.requestData();
    this.recorder.pause();
    this.tock();
  }

  resume() {
    this.recorder.resume();
    this.tick();
  }

  // Gives what it has by now, for a page that is about to be closed.
  flush() {
    if (this.recorder.state === "recording") this.recorder.requestData();
  }

  stop() {
    if (this.recorder.state === "inactive") return;
    this.recorder.stop();
    this.tock();
  }
}
