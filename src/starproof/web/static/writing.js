// Has a recording written down: begun, followed, called off, and told when it is done or why it is not.
const OFTEN = 300; // milliseconds
const ON = ["none", "waiting", "running"];
const AT = "/transcription";

export class Writing {
  constructor(home) {
    this.home = home;
  }

  // `again`: what was begun before the page was left, or else anew.
  async hear(again) {
    const { home } = this;
    home.view.hush();
    if (!(await home.model.able())) return home.go("stopped");
    home.go("hearing");
    try {
      const job = await this.over(again ? await this.job() : await this.begin());
      if (job.state === "done") return this.wrote(job);
      if (job.state === "failed") this.unheard(job.problem);
    } catch (refused) {
      this.unheard({ detail: refused.message });
    }
    home.go("stopped");
  }

  async over(job) {
    while (ON.includes(job.state)) {
      if (job.state === "none") job = await this.begin(); // the app was started anew
      this.home.view.progress(job.share);
      await new Promise((resolve) => setTimeout(resolve, OFTEN));
      job = await this.job();
    }
    return job;
  }

  begin() {
    this.home.view.progress(0);
    return this.home.box.ask(`${AT}${this.home.gaps ? "?as_far=true" : ""}`, { method: "POST" });
  }

  job() {
    return this.home.box.ask(AT, {});
  }

  cancel() {
    return this.home.box.ask(AT, { method: "DELETE" }).catch(() => {});
  }

  unheard({ detail, hint }) {
    this.home.view.explain({
      title: "It could not be written down",
      what: [detail, hint].filter(Boolean).join(" "),
      todo: "Your recording is kept until you decide what becomes of it.",
    });
  }

  wrote(job) {
    const { home } = this;
    home.length = job.transcript.seconds;
    home.fill();
    home.go("heard");
    home.transcript.show(job.transcript);
    home.dispatchEvent(new CustomEvent("heard", { bubbles: true, detail: { recording: home.dataset.recording, ...job } }));
  }
}
