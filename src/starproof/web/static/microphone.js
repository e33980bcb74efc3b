// The microphone: how it is asked for, what is in the way, which there are, and how loud it is.
const PLAIN = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
const CHOSEN = "starproof-microphone";
const KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

// Two recordings of these kinds, one after the other, play as one.
export const joins = (mime) => /^audio\/(webm|ogg)/.test(mime) && MediaRecorder.isTypeSupported(mime);
export const kind = () => KINDS.find((one) => MediaRecorder.isTypeSupported(one)) ?? "";

export const chosen = () => {
  try {
    return localStorage.getItem(CHOSEN) ?? "";
  } catch {
    return "";
  }
};

export function choose(id) {
  try {
    localStorage.setItem(CHOSEN, id);
  } catch {
    // The choice then holds for this page alone.
  }
}

export function open(id) {
  return navigator.mediaDevices.getUserMedia({ audio: id ? { ...PLAIN, deviceId: { ideal: id } } : PLAIN });
}

export async function microphones() {
  const found = await navigator.mediaDevices.enumerateDevices();
  return found.filter((one) => one.kind === "audioinput" && one.label && one.deviceId);
}

// What keeps a page from recording at all, before anybody is asked.
export function obstacle() {
  if (!isSecureContext || !navigator.mediaDevices) {
    const here = `http://localhost:${location.port || 80}`;
    return {
      title: "This address may not use the microphone",
      what: "Browsers lend the microphone only to pages of this machine itself, or over https.",
      todo: `On the machine where starproof runs, open ${here} instead.`,
    };
  }
  if (!window.MediaRecorder || !kind()) {
    return {
      title: "This browser cannot record",
      what: "It has no recorder that starproof can use.",
      todo: "Use a current Firefox, Chrome, Edge or Safari.",
    };
  }
  return null;
}

async function permission() {
  try {
    return (await navigator.permissions.query({ name: "microphone" })).state;
  } catch {
    return "unknown";
  }
}

// Why the microphone was not lent, and what to do about it.
export async function trouble(error) {
  if (error.name === "NotFoundError" || error.name === "OverconstrainedError") {
    return {
      title: "No microphone was found",
      what: "The browser sees none on this machine.",
      todo: "Plug one in, or switch it on in the system's sound settings, and press Record again.",
    };
  }
  if (error.name === "NotReadableError" || error.name === "AbortError") {
    return {
      title: "The microphone is in use",
      what: "Another program holds it, or the system did not start it.",
      todo: "Close calls and other recorders, or choose another microphone, and press Record again.",
    };
  }
  if (error.name === "NotAllowedError" && /system/i.test(error.message)) {
    return {
      title: "The system keeps the microphone from the browser",
      what: "This page may use it, but the browser itself may not.",
      todo: "Allow the browser in the system's privacy settings under Microphone, and press Record again.",
    };
  }
  if (error.name === "NotAllowedError" || error.name === "SecurityError") {
    return (await permission()) === "prompt"
      ? {
          title: "The question was closed",
          what: "The browser asked whether this page may use the microphone, and got no answer.",
          todo: "Press Record again and choose Allow.",
        }
      : {
          title: "The microphone is blocked for this page",
          what: "The browser was told not to lend it.",
          todo: "Open the sign left of the address, set the microphone to Allow, and press Record again.",
        };
  }
  return { title: "The microphone did not start", what: error.message, todo: "Press Record again, or choose another microphone." };
}

const QUIETEST = -60; // dB below full scale: an empty meter

// Shows how loud it is: as a bar that moves, or once a second where people want nothing to move, and in words.
export class Level {
  constructor(stream, show) {
    this.context = new AudioContext();
    this.context.resume().catch(() => {});
    this.ears = this.context.createAnalyser();
    this.ears.fftSize = 2048;
    this.context.createMediaStreamSource(stream).connect(this.ears);
    this.samples = new Float32Array(this.ears.fftSize);
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.show = show;
    [this.recent, this.ever, this.peak, this.began, this.spoke] = [QUIETEST, false, 0, performance.now(), 0];
    this.timer = setInterval(() => this.look(), 100);
  }

  look() {
    this.ears.getFloatTimeDomainData(this.samples);
    let [sum, peak] = [0, 0];
    for (const one of this.samples) {
      sum += one * one;
      peak = Math.max(peak, Math.abs(one));
    }
    const loud = Math.max(QUIETEST, 10 * Math.log10(sum / this.samples.length + 1e-9));
    this.recent = Math.max(loud, this.recent - 1.5);
    this.peak = Math.max(peak, this.peak - 0.02);
    this.ever ||= loud > -45;
    const now = performance.now();
    const second = now - this.spoke >= 1000;
    if (second) this.spoke = now;
    if (second || !this.still.matches) this.show(1 - this.recent / QUIETEST, second ? this.words(now) : undefined);
  }

  words(now) {
    if (!this.ever) return now - this.began > 4000 ? "Nothing is heard yet. Is the microphone muted, or is it another one?" : "Listening.";
    if (this.peak > 0.985) return "Very loud: move back a little.";
    return this.recent < -42 ? "Quiet." : "Heard well.";
  }

  end() {
    clearInterval(this.timer);
    this.context.close();
  }
}
