// The microphone while it is lent to this page: taken, listened to, changed for another, given back.
import { choose, chosen, Level, microphones, open, trouble } from "./microphone.js";

export class Lent {
  constructor(view) {
    this.view = view;
    this.stream = this.level = null;
  }

  // Asks for it; where it is not lent, the view says why.
  async take() {
    this.view.hush();
    try {
      this.stream = await open(chosen());
    } catch (error) {
      this.view.explain(await trouble(error));
      return;
    }
    this.list();
    this.level = new Level(this.stream, (share, words) => this.view.meter(share, words));
  }

  release() {
    this.level?.end();
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = this.level = null;
    this.view.meter(0, "");
  }

  // Shows which there are, and which of them it is.
  async list() {
    if (!navigator.mediaDevices) return;
    const stream = this.stream;
    const found = await microphones();
    const now = stream?.getAudioTracks()[0]?.getSettings().deviceId ?? chosen();
    this.view.devices(found, now);
  }

  async change(id) {
    choose(id);
    if (!this.stream) return;
    this.release();
    await this.take();
  }
}
