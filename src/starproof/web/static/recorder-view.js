// What the recorder shows and says in each of its states.
import { say } from "./app.js";
import { joins, obstacle } from "./microphone.js";

export const BUSY = ["recording", "paused", "stopping"];
const SPOKEN = [...BUSY, "asking", "cut", "stopped"]; // the recorder has the next step
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, "0")}`;

// Words that are set anew are not read anew where they are the same.
function put(element, words) {
  if (element && element.textContent !== words) element.textContent = words;
}

export class View {
  constructor(home) {
    this.home = home;
    this.piece = (name) => home.querySelector(`[data-piece=${name}]`);
  }

  show() {
    const { state, mime, microphone: { stream } } = this.home;
    const focused = this.focused();
    this.home.dataset.state = state;
    for (const one of this.home.querySelectorAll("[data-when]")) one.hidden = !one.dataset.when.split(" ").includes(state);
    this.piece("check").textContent = stream ? "Switch the microphone off" : "Try the microphone";
    this.piece("check").hidden ||= Boolean(obstacle());
    this.piece("transcribe").hidden ||= !this.home.model.hidden;
    this.piece("microphone").disabled = BUSY.includes(state);
    this.piece("go-on").hidden ||= state === "cut" && (Boolean(obstacle()) || !joins(mime));
    this.piece("meter").hidden = !stream;
    this.listen(["stopped", "heard"].includes(state));
    this.lead();
    this.refocus(focused);
    this.tell();
  }

  // One button of the page stands out: the recorder's next one, or the form's own once there are words.
  lead() {
    const typed = Boolean(this.home.querySelector("textarea").value.trim());
    const spoken = SPOKEN.includes(this.home.state) || (["idle", "hearing"].includes(this.home.state) && !typed);
    const { form } = this.piece("field-recording");
    this.home.querySelector("[data-part=fetch]").classList.toggle("first", this.home.state === "stopped");
    for (const one of form?.querySelectorAll("[data-lead]") ?? []) one.classList.toggle("first", (one.dataset.lead === "voice") === spoken);
  }

  // Whoever pressed a button that is gone now stands on the next one, as soon as there is one.
  focused() {
    const now = document.activeElement;
    if (this.home.contains(now)) return now;
    return now === document.body ? this.lost : null;
  }

  refocus(was) {
    this.lost = was?.matches("button") && !was.checkVisibility() ? was : null;
    if (!this.lost) return;
    const own = this.home.state === "stopped" ? ".deck button" : ".deck [data-do]"; // then a model may be what it waits for
    const there = [...this.home.querySelectorAll(own)].filter((one) => one.checkVisibility());
    const spoken = ["stopped", "heard"].includes(this.home.state);
    const next = there.find((one) => !one.matches(".quiet")) ?? (spoken ? this.home.querySelector("textarea") : null);
    if (!next) return;
    next.focus({ preventScroll: true });
    this.lost = null;
  }

  // A recording that was made in several goes is played part by part: players stop after the first.
  listen(there) {
    const parts = there ? this.home.parts : 0;
    if (parts === this.playing) return;
    this.playing = parts;
    this.piece("sounds").replaceChildren(...Array.from({ length: parts }, (_, part) => this.player(part, parts)));
  }

  player(part, parts) {
    const [line, sound] = [document.createElement("p"), new Audio()];
    const name = parts > 1 ? `Part ${part + 1} of ${parts}` : "";
    [sound.controls, sound.preload, sound.src] = [true, "metadata", `${this.home.dataset.at}/sound${name && `?part=${part}`}`];
    sound.setAttribute("aria-label", name ? `${name} of the recording` : "The recording");
    line.append(...(name ? [name] : []), sound);
    return line;
  }

  meter(share, words) {
    this.piece("level").style.transform = `scaleX(${share.toFixed(2)})`;
    if (words !== undefined) put(this.piece("heard"), words);
  }

  devices(found, now) {
    this.piece("microphone").replaceChildren(...found.map((one) => new Option(one.label, one.deviceId, false, one.deviceId === now)));
    this.piece("devices").hidden = !found.length;
  }

  // How much is done is not known before the first words are there.
  progress(share) {
    const bar = this.piece("progress");
    if (share || matchMedia("(prefers-reduced-motion: reduce)").matches) bar.value = share;
    else bar.removeAttribute("value");
    put(this.piece("share"), share ? `${Math.round(share * 100)} %` : "Beginning");
  }

  explain({ title, what, todo }) {
    const help = this.piece("trouble");
    help.querySelector("h3").textContent = title;
    this.piece("what").textContent = what;
    this.piece("todo").textContent = `${todo} Or type your answer: it counts the same.`;
    help.hidden = false;
    say(`${title}. ${what} ${todo}`);
  }

  hush() {
    this.piece("trouble").hidden = true;
  }

  tell() {
    const { box, elapsed } = this.home;
    const most = Number(this.home.dataset.seconds) || 0;
    put(this.piece("time"), clock(elapsed));
    put(this.piece("over"), most && elapsed >= most + 1 ? `${clock(elapsed - most)} over` : "");
    this.budget(elapsed);
    const words = this.words();
    put(this.piece("state"), words);
    this.piece("state").classList.toggle("failed", box.away || Boolean(box.refusal));
    if (box.away && !this.away) say(words);
    if (!box.away && this.away) say("The app answers again.");
    this.away = box.away;
  }

  words() {
    const { box, state, earlier, elapsed, length } = this.home;
    const kept = `Kept up to ${clock(box.kept)}.`;
    if (box.refusal && BUSY.includes(state)) return `The app cannot keep it: ${box.refusal} ${kept} The rest waits in this page.`;
    if (box.away) return this.awayWords(kept);
    const words = {
      elsewhere: "This answer is open in another tab. Close that one to record here.",
      idle: "Not recording.",
      asking: "The browser asks for the microphone: choose Allow.",
      recording: box.kept ? kept : "Recording.",
      paused: `Paused. ${kept}`,
      cut: `A recording of about ${clock(earlier)} was cut off here. Go on after it, or use what is there.`,
      stopping: `Stopped at ${clock(elapsed)}. The last of it is being kept.`,
      hearing: `${clock(length)} recorded. It is being written down on this machine.`,
      stopped: `${clock(length)} recorded and kept. It is not written down.`,
      heard: `${clock(length)} written down. ${this.piece("keep").checked ? "The recording is kept." : "The recording is deleted once your answer is saved."}`,
    };
    return words[state] ?? "";
  }

  awayWords(kept) {
    const { state } = this.home;
    if (state === "recording") return `The app is not answering; your recording goes on here and will be sent. ${kept}`;
    if (state === "reaching") return "The app is not answering. This page waits for it, and you can type.";
    return `The app is not answering; what you said is safe here and will be sent. ${kept}`;
  }

  // Which section the plan is in by now.
  budget(seconds) {
    const sections = [...this.home.querySelectorAll("[data-piece=budget] li")];
    if (!sections.length) return;
    let until = 0;
    const now = sections.find((one) => seconds < (until += Number(one.dataset.seconds)));
    for (const one of sections) one.classList.toggle("now", one === now && seconds > 0);
    const total = sections.reduce((sum, one) => sum + Number(one.dataset.seconds), 0);
    this.piece("hand").style.left = `${Math.min(100, (100 * seconds) / total).toFixed(1)}%`;
    this.piece("hand").hidden = !seconds;
    const plan = now ? `By plan: ${now.dataset.name} until ${clock(until)}` : "Past the plan: bring it to its end";
    put(this.piece("plan"), seconds && BUSY.includes(this.home.state) ? plan : "The plan for this answer");
  }
}
