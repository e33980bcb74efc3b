// Pieces of a recording on their way to the app. Each is kept in this browser until the app says that it has it, so that
// neither an app that is away nor a tab that is closed loses any. They go one after the other, so that no gap can arise.
const WAITS = [200, 500, 1000];
const PATIENCE = 10000;
const LENGTH = "starproof-seconds:";
const PLACE_TAKEN = ["E-REC-005", "E-REC-008"]; // the recording ended before it, or went on without it

const opened = new Promise((resolve) => {
  try {
    const asked = indexedDB.open("starproof-recordings", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("pieces", { keyPath: ["at", "number"] });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = asked.onblocked = () => resolve(null);
  } catch {
    resolve(null);
  }
});

// A browser that keeps nothing, as some do in private windows, has the pieces in memory alone.
async function held(mode, act) {
  const base = await opened;
  if (!base) return undefined;
  return new Promise((resolve) => {
    try {
      const asked = act(base.transaction("pieces", mode).objectStore("pieces"));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });
}

function noted(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

const all = (at) => IDBKeyRange.bound([at, -Infinity], [at, Infinity]);
const only = (at) => at.replace(/\/([^/]+)$/, "?id=$1");
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

export class Refused extends Error {
  constructor(problem) {
    super([problem.detail, problem.hint].filter(Boolean).join(" "));
    this.status = problem.status;
    this.code = problem.code;
  }
}

async function problemOf(answer) {
  try {
    return { ...(await answer.json()), status: answer.status };
  } catch {
    return { status: answer.status, detail: `The app answered ${answer.status}.`, hint: "" };
  }
}

// Asks once. An app that does not answer, or fails, is away: `undefined`. What it refuses is thrown in its own words.
async function ask(address, options) {
  let answer;
  try {
    answer = await fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return undefined;
  }
  if (answer.ok) return answer.status === 204 ? {} : answer.json().catch(() => undefined);
  if ([500, 502, 503, 504].includes(answer.status)) return undefined;
  throw new Refused(await problemOf(answer));
}

export const sending = (method, body) => ({ method, body: JSON.stringify(body), headers: { "content-type": "application/json" } });

export class Outbox extends EventTarget {
  constructor(at) {
    super();
    this.at = at;
    this.queue = [];
    this.kept = 0; // seconds that the app has
    this.away = false;
    this.refusal = "";
    this.mime = "";
    this.begun = false;
    this.adding = Promise.resolve();
    addEventListener("online", () => this.hurry?.());
  }

  ask(path, options) {
    return this.insist(this.at + path, options);
  }

  // What the app knows of the recording; `null` where it was not begun. Asked as a list, so that none is no error.
  async known() {
    const [found] = await this.insist(only(this.at), {});
    return found ?? null;
  }

  // Where the app had been away, asks again and again until it answers.
  async insist(address, options) {
    for (let tried = 0; ; tried++) {
      const answer = await ask(address, options);
      this.note(answer === undefined, "");
      if (answer !== undefined) return answer;
      await this.wait(tried);
    }
  }

  wait(tried) {
    const soon = new Promise((resolve) => (this.hurry = resolve));
    return Promise.race([soon, pause(WAITS[Math.min(tried, WAITS.length - 1)])]);
  }

  add(number, blob, until) {
    this.pending = (this.pending ?? 0) + 1;
    this.adding = this.adding.then(async () => {
      const piece = { at: this.at, number, until, mime: this.mime, data: await blob.arrayBuffer() };
      this.queue.push(piece);
      this.pending--;
      held("readwrite", (store) => store.put(piece));
      this.pump();
    });
  }

  get empty() {
    return !this.queue.length && !this.pending;
  }

  // What an earlier visit could not send any more. Returns the number after its last piece.
  async recover() {
    const left = (await held("readonly", (store) => store.getAll(all(this.at)))) ?? [];
    this.mime ||= left[0]?.mime ?? "";
    this.queue.push(...left);
    this.pump();
    return left.length ? left.at(-1).number + 1 : 0;
  }

  async pump() {
    if (this.pumping) return;
    this.pumping = true;
    for (let tried = 0; this.queue.length; ) {
      const piece = this.queue[0];
      this.sending = this.send(piece);
      const sent = await this.sending;
      if (this.queue[0] !== piece) continue; // thrown away meanwhile
      if (!sent) {
        await this.wait(tried++);
        continue;
      }
      tried = 0;
      this.queue.shift();
      this.remember(piece.until);
      held("readwrite", (store) => store.delete([piece.at, piece.number]));
      this.note(false, "");
    }
    this.pumping = false;
    this.dispatchEvent(new Event("change"));
  }

  async send(piece) {
    try {
      if (!this.begun) this.begun = (await ask(this.at, sending("PUT", { mime: piece.mime }))) !== undefined;
      const body = { method: "PUT", body: piece.data, headers: { "content-type": "application/octet-stream" } };
      const answer = this.begun ? await ask(`${this.at}/chunks/${piece.number}`, body) : undefined;
      if (answer === undefined) this.note(true, "");
      return answer !== undefined;
    } catch (refused) {
      if (PLACE_TAKEN.includes(refused.code)) return true;
      this.begun &&= refused.status !== 404;
      this.note(false, refused.message);
      return false;
    }
  }

  // How many seconds the app has is known here alone: its pieces do not say how long they are.
  remember(until) {
    this.kept = Math.max(this.kept, until);
    noted(() => localStorage.setItem(LENGTH + this.at, this.kept));
  }

  remembered() {
    return noted(() => Number(localStorage.getItem(LENGTH + this.at)) || undefined);
  }

  note(away, refusal) {
    if (away === this.away && refusal === this.refusal && (away || refusal)) return;
    [this.away, this.refusal] = [away, refusal];
    this.dispatchEvent(new Event("change"));
  }

  // Resolves once the app has every piece.
  async settled() {
    await this.adding;
    while (!this.empty) await new Promise((resolve) => this.addEventListener("change", resolve, { once: true }));
  }

  async drop() {
    await this.adding;
    this.queue.length = 0;
    await this.sending; // what is under way belongs to what is thrown away
    [this.kept, this.refusal, this.begun] = [0, "", false];
    noted(() => localStorage.removeItem(LENGTH + this.at));
    await held("readwrite", (store) => store.delete(all(this.at)));
  }
}

// Other recordings whose last pieces this browser still has are sent too, unless another tab is at it.
export async function sendLeft(but) {
  const left = (await held("readonly", (store) => store.getAllKeys())) ?? [];
  for (const at of new Set(left.map(([one]) => one))) {
    if (at === but) continue;
    await navigator.locks?.request(at, { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      const known = await ask(only(at), {}).catch(() => undefined);
      if (known?.length === 0) await held("readwrite", (store) => store.delete(all(at)));
      if (!known?.length) return;
      const box = new Outbox(at);
      box.begun = true;
      await box.recover();
      await Promise.race([box.settled(), pause(PATIENCE)]);
    });
  }
}
