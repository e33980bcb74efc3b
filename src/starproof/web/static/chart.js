// Draws the table beside it; the table stays for whoever cannot see the lines.
const { uPlot } = window;

const DAY = 86400;
const day = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);

const STYLES = [
  { label: "Ready", token: "--sure", legend: "solid", dash: [] },
  { label: "Nearly", token: "--amber", legend: "dashed", dash: [6, 4] },
  { label: "Not yet", token: "--pencil", legend: "dotted", dash: [2, 3] },
];

class ProofChart extends HTMLElement {
  connectedCallback() {
    const rows = [...document.getElementById(this.dataset.table).tBodies[0].rows].reverse();
    this.days = rows.map((row) => Date.parse(row.cells[0].textContent) / 1000);
    this.lines = STYLES.map((_, place) => rows.map((row) => Number(row.cells[place + 1].textContent)));
    this.draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    new ResizeObserver(() => this.plot?.setSize({ width: this.inner(), height: 240 })).observe(this);
  }

  inner() {
    return Math.max(240, this.clientWidth - 34);
  }

  draw() {
    const style = getComputedStyle(this);
    const colour = (token) => style.getPropertyValue(token).trim();
    const axis = { stroke: colour("--soft"), grid: { stroke: colour("--line") }, ticks: { stroke: colour("--line") } };
    this.plot?.destroy();
    this.plot = new uPlot(
      {
        width: this.inner(),
        height: 240,
        scales: { y: { range: (_, __, most) => [0, Math.max(most, 1) + 0.5] } },
        // Days as the table has them, whatever the clock of the reader.
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
        axes: [
          { ...axis, incrs: [1, 2, 7, 14, 28, 91, 182, 364].map((days) => days * DAY), space: 90, values: (_, splits) => splits.map(day) },
          { ...axis, incrs: [1, 2, 5] },
        ],
        legend: { live: false, markers: { dash: (_, place) => STYLES[place - 1]?.legend } },
        padding: [null, 36, null, null],
        series: [{ label: "Day" }, ...STYLES.map((line) => ({ label: line.label, stroke: colour(line.token), width: 2, dash: line.dash, points: { show: true } }))],
      },
      [this.days, ...this.lines],
      this,
    );
  }
}

customElements.define("proof-chart", ProofChart);
