// Draws the table beside it; the table stays for whoever cannot see the picture.
export const { uPlot } = window;

export class TableChart extends HTMLElement {
  // What kind of chart it is: read(rows) takes the rows of the table, the oldest first, and picture(colour, axis) gives
  // uPlot's options and data.
  connectedCallback() {
    this.read([...document.getElementById(this.dataset.table).tBodies[0].rows].reverse());
    this.draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    new ResizeObserver(() => this.plot?.setSize(this.size)).observe(this);
  }

  get size() {
    return { width: Math.max(240, this.clientWidth - 34), height: this.constructor.height };
  }

  draw() {
    const style = getComputedStyle(this);
    const colour = (token) => style.getPropertyValue(token).trim();
    const axis = { stroke: colour("--soft"), grid: { stroke: colour("--line") }, ticks: { stroke: colour("--line") } };
    const [options, data] = this.picture(colour, axis);
    this.plot?.destroy();
    this.plot = new uPlot({ ...this.size, ...options }, data, this);
  }
}
