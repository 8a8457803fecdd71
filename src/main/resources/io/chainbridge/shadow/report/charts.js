"use strict";
const figures = JSON.parse(document.getElementById("figures").textContent);
const root = document.documentElement;
const HEIGHT = 150;
/** How much larger charts are drawn for print, which then scales them down. */
const PRINT = 3;
const { stepped } = uPlot.paths;
let scale = 1;

const colour = (name) => getComputedStyle(root).getPropertyValue("--" + name).trim();
const number = (value, digits = 3) =>
  value.toLocaleString("en-GB", { maximumSignificantDigits: digits });
const withUnit = (unit, digits) => (u, value) =>
  value == null ? "–" : number(value, digits) + unit;
const ms = withUnit(" ms", 5);
const perSecond = withUnit("/s");
const most = (columns) => columns.flat().reduce((a, b) => Math.max(a, b ?? 0), 0);

const line = (label, name, value, more) =>
  ({ label, value, stroke: colour(name), width: 1.5 * scale, points: { show: false }, ...more });
const mark = (label, name, value, size = 8) =>
  line(label, name, value, { paths: () => null, points: { show: true, size: size * scale, fill: colour(name), stroke: colour("paper"), width: 1.5 * scale } });

const axis = (values, more) => ({
  stroke: colour("soft"),
  font: 11 * scale + "px system-ui, sans-serif",
  gap: 4 * scale,
  space: 40 * scale,
  grid: { stroke: colour("line"), width: scale },
  ticks: { stroke: colour("line"), width: scale, size: 4 * scale },
  values: (u, splits) => splits.map((split) => (split == null ? "" : values(split))),
  ...more,
});
const xAxis = (values, more) => axis(values, { size: 26 * scale, space: 56 * scale, grid: { show: false }, ...more });
const yAxis = (values, more) => axis(values, { size: 58 * scale, space: 26 * scale, ...more });

/**
 * Draws the chart of each box, and again when colours, widths or paper change.
 *
 * @param chartOf gives a box's data and options
 * @param lazily only once they come near what is seen, for pages of many charts
 */
const show = (boxes, chartOf, lazily = false) => {
  const drawn = new Map();

  const draw = (box) => {
    drawn.get(box)?.();
    const { data, options } = chartOf(box);
    const width = () => (scale === 1 ? Math.max(200, Math.floor(box.clientWidth)) : 240 * scale);
    const chart = new uPlot(
      { width: width(), height: HEIGHT * scale, padding: [10 * scale, 22 * scale, 0, 0], cursor: { drag: { x: false, y: false } }, legend: { markers: { width: 0, fill: (u, i) => u.series[i].stroke(u, i) } }, ...options },
      data,
      box,
    );
    const observer = new ResizeObserver(() => {
      if (scale === 1 && box.clientWidth > 0 && chart.width !== width()) {
        chart.setSize({ width: width(), height: chart.height });
      }
    });
    observer.observe(box);
    drawn.set(box, () => {
      observer.disconnect();
      chart.destroy();
    });
  };

  const near = new IntersectionObserver(
    (entries) =>
      entries
        .filter(({ target, isIntersecting }) => isIntersecting && !drawn.has(target))
        .forEach(({ target }) => draw(target)),
    { rootMargin: "400px" },
  );
  const print = (printing) => () => {
    scale = printing ? PRINT : 1;
    root.classList.toggle("print", printing);
    boxes.forEach(draw);
  };

  root.classList.add("drawn");
  boxes.forEach(lazily ? (box) => near.observe(box) : draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => [...drawn.keys()].forEach(draw));
  addEventListener("beforeprint", print(true));
  addEventListener("afterprint", print(false));
};
