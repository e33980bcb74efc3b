// How many principles were ready, day by day.
import { TableChart, uPlot } from "./table-chart.js";

const DAY = 86400;
const day = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);

const STYLES = [
  { label: "Ready", token: "--sure", legend: "solid", dash: [] },
  { label: "Nearly", token: "--amber", legend: "dashed", dash: [6, 4] },
  { label: "Not yet", token: "--pencil", legend: "dotted", dash: [2, 3] },
];

class ProofChart extends TableChart {
  static height = 240;

  read(rows) {
    this.days = rows.map((row) => Date.parse(row.cells[0].textContent) / 1000);
    this.lines = STYLES.map((_, place) => rows.map((row) => Number(row.cells[place + 1].textContent)));
  }

  picture(colour, axis) {
    const options = {
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
    };
    return [options, [this.days, ...this.lines]];
  }
}

customElements.define("proof-chart", ProofChart);
