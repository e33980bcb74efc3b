// Draws the table beside it; the table stays for whoever cannot see the lines.
const { uPlot } = window;

const STYLES = [
  { label: "Ready", token: "--sure", dash: [] },
  { label: "Nearly", token: "--amber", dash: [6, 4] },
  { label: "Not yet", token: "--pencil", dash: [2, 3] },
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
        axes: [axis, { ...axis, incrs: [1, 2, 5] }],
        series: [{}, ...STYLES.map((line) => ({ label: line.label, stroke: colour(line.token), width: 2, dash: line.dash, points: { show: true } }))],
      },
      [this.days, ...this.lines],
      this,
    );
  }
}

customElements.define("proof-chart", ProofChart);
