// Draws one column of the table beside it; the table stays for whoever cannot see the picture.
const { uPlot } = window;
const HEIGHT = 220;

class PracticeChart extends HTMLElement {
  connectedCallback() {
    const { table, column } = this.dataset;
    const rows = [...document.getElementById(table).tBodies[0].rows].reverse();
    this.names = rows.map((row) => row.cells[0].textContent);
    this.values = rows.map((row) => Number(row.cells[Number(column)].textContent));
    this.draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    new ResizeObserver(() => this.plot?.setSize({ width: this.inner(), height: HEIGHT })).observe(this);
  }

  inner() {
    return Math.max(240, this.clientWidth - 34);
  }

  draw() {
    const style = getComputedStyle(this);
    const colour = (token) => style.getPropertyValue(token).trim();
    const axis = { stroke: colour("--soft"), grid: { stroke: colour("--line") }, ticks: { stroke: colour("--line") } };
    const bars = this.dataset.kind === "bars";
    const drawn = bars
      ? { paths: uPlot.paths.bars({ size: [0.6, 48] }), fill: colour("--action-tint"), stroke: colour("--action"), points: { show: false } }
      : { paths: () => null, stroke: colour("--blue"), points: { show: true, size: 8, fill: colour("--blue") } };
    this.plot?.destroy();
    this.plot = new uPlot(
      {
        width: this.inner(),
        height: HEIGHT,
        scales: { x: { time: false, range: [-0.6, this.values.length - 0.4] }, y: { range: (_, __, most) => [0, Math.max(most, 1) * 1.1] } },
        axes: [{ ...axis, grid: { show: false }, incrs: [1, 2, 5, 10], space: bars ? 84 : 30, values: (_, splits) => splits.map((at) => this.names[at] ?? "") }, axis],
        legend: { live: false },
        padding: [null, 24, null, null],
        series: [{ label: bars ? "Week" : "Naming" }, { label: this.dataset.series, width: 2, ...drawn }],
      },
      [this.values.map((_, at) => at), this.values],
      this,
    );
  }
}

customElements.define("practice-chart", PracticeChart);
