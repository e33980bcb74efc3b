// One column of the log of practice: bars by week, or points by naming.
import { TableChart, uPlot } from "./table-chart.js";

class PracticeChart extends TableChart {
  static height = 220;

  read(rows) {
    this.names = rows.map((row) => row.cells[0].textContent);
    this.values = rows.map((row) => Number(row.cells[Number(this.dataset.column)].textContent));
  }

  picture(colour, axis) {
    const bars = this.dataset.kind === "bars";
    const drawn = bars
      ? { paths: uPlot.paths.bars({ size: [0.6, 48] }), fill: colour("--action-tint"), stroke: colour("--action"), points: { show: false } }
      : { paths: () => null, stroke: colour("--blue"), points: { show: true, size: 8, fill: colour("--blue") } };
    const options = {
      scales: { x: { time: false, range: [-0.6, this.values.length - 0.4] }, y: { range: (_, __, most) => [0, Math.max(most, 1) * 1.1] } },
      axes: [{ ...axis, grid: { show: false }, incrs: [1, 2, 5, 10], space: bars ? 84 : 30, values: (_, splits) => splits.map((at) => this.names[at] ?? "") }, axis],
      legend: { live: false },
      padding: [null, 24, null, null],
      series: [{ label: bars ? "Week" : "Naming" }, { label: this.dataset.series, width: 2, ...drawn }],
    };
    return [options, [this.values.map((_, at) => at), this.values]];
  }
}

customElements.define("practice-chart", PracticeChart);
