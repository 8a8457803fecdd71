(() => {
  const area = (label, name, value) =>
    line(label, name, value, { paths: stepped({ align: 1 }), fill: colour(name) + "40" });
  const dot = (label, name) => mark(label, name, ms);

  /** The figure in a phase's name, which is shown where there is no room for all of it. */
  const short = (name) => name.split(" ").find((word) => word && isFinite(word)) ?? "";
  /** What is shown where something was made to go wrong. */
  const hatch = (ctx, pixel, left, top, width, height) => {
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, width, height);
    ctx.clip();
    ctx.strokeStyle = colour("over-line");
    ctx.globalAlpha = 0.35;
    ctx.setLineDash([]);
    ctx.beginPath();
    for (let x = left - height; x < left + width; x += 8 * pixel) {
      ctx.moveTo(x, top + height);
      ctx.lineTo(x + height, top);
    }
    ctx.stroke();
    ctx.restore();
  };
  /** Phases: those that are judged shaded, faults hatched, the others begun with a dashed line. */
  const bands = (u) => {
    const { ctx, bbox } = u;
    const pixel = scale * devicePixelRatio;
    ctx.save();
    ctx.font = 10 * pixel + "px system-ui, sans-serif";
    ctx.textAlign = "left";
    ctx.textBaseline = "top";
    ctx.strokeStyle = colour("accent-2");
    ctx.lineWidth = pixel / 2;
    let drawn = 0;
    let faults = 0;
    for (const { name, judged, fault, from, to } of figures.phases) {
      const left = Math.max(bbox.left, u.valToPos(from, "x", true));
      const right = Math.min(bbox.left + bbox.width, u.valToPos(to, "x", true));
      if (right <= left) {
        continue;
      }
      if (judged) {
        ctx.fillStyle = colour("band");
        ctx.fillRect(left, bbox.top, right - left, bbox.height);
      }
      if (fault) {
        hatch(ctx, pixel, left, bbox.top, right - left, bbox.height);
        faults++;
      }
      ctx.setLineDash(judged ? [] : [3 * pixel, 3 * pixel]);
      ctx.beginPath();
      ctx.moveTo(left, bbox.top);
      ctx.lineTo(left, bbox.top + bbox.height);
      ctx.stroke();
      const label = [name, short(name)].find((text) => ctx.measureText(text).width + 6 * pixel <= right - left);
      if (label) {
        ctx.fillStyle = colour(judged ? "ink" : "soft");
        ctx.fillText(label, left + 3 * pixel, bbox.top + 2 * pixel);
      }
      drawn++;
    }
    ctx.restore();
    u.root.dataset.bands = drawn;
    u.root.dataset.faults = faults;
  };

  const seconds = (value) => number(value, 4) + " s";
  const overTime = (columns, series, unit) => {
    const last = figures.seconds || most(columns.slice(0, 1)) || 1;
    const data = columns.map((column) => [...column, column[column.length - 1]]);
    data[0][data[0].length - 1] = Math.max(last, data[0][data[0].length - 2]);
    return {
      data,
      options: {
        scales: { x: { time: false, range: [0, data[0][data[0].length - 1]] }, y: { range: [0, most(data.slice(1)) * (figures.phases.length ? 1.2 : 1.08) || 1] } },
        axes: [xAxis(seconds), yAxis((value) => number(value, 6) + unit)],
        series: [{ label: "from", value: (u, value) => (value == null ? "–" : seconds(value)) }, ...series],
        hooks: { drawClear: [bands] },
      },
    };
  };

  /** Nothing between whole numbers. */
  const whole = (chart) => {
    chart.options.axes[1].incrs = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 1e4, 1e5, 1e6];
    return chart;
  };

  /** Axis of a CurveChart: 1 / (1 - p) at the percentiles that have a name. */
  const percentile = (x) => (x === 1 ? "min" : "p" + number(100 - 100 / x, 8));
  const NAMED = [
    [1e3, [1, 2, 10, 20, 100, 1e3]],
    [1e4, [1, 10, 100, 1e3, 1e4]],
    [1e5, [1, 10, 100, 1e3, 1e5]],
    [1e6, [1, 10, 100, 1e4, 1e6]],
  ];
  const named = (end, narrow) =>
    NAMED.find(([most]) => end <= most)[1].filter((x) => x <= end && !(narrow && [2, 10].includes(x) && end <= 1e3));

  const corners = (budgets) => (u) => {
    const { ctx } = u;
    ctx.save();
    ctx.font = "600 " + 11 * scale * devicePixelRatio + "px system-ui, sans-serif";
    ctx.fillStyle = colour("over-line");
    ctx.strokeStyle = colour("paper");
    ctx.lineWidth = 3 * scale * devicePixelRatio;
    ctx.lineJoin = "round";
    ctx.textAlign = "left";
    ctx.textBaseline = "alphabetic";
    for (const budget of budgets) {
      const x = u.valToPos(budget.x, "x", true);
      const y = u.valToPos(budget.ms, "y", true);
      if (y - 4 > u.bbox.top + 8) {
        const start = Math.max(u.bbox.left + 3 * scale, x - 4 * scale - ctx.measureText(budget.text).width);
        ctx.strokeText(budget.text, start, y - 4 * scale * devicePixelRatio);
        ctx.fillText(budget.text, start, y - 4 * scale * devicePixelRatio);
      }
    }
    ctx.restore();
  };

  const kinds = {
    curve: ({ curve }) => {
      const data = curve.columns;
      const end = data[0][data[0].length - 1];
      const highest = most(data.slice(1));
      const budget = most([curve.budgets.map((each) => each.ms)]);
      const steep = budget > 0 && highest > 12 * budget;
      const top = steep ? highest * 2 : highest * 1.2 || 1;
      const shown = steep ? data.map((c, i) => (i ? c.map((v) => (v == null ? v : Math.max(v, 1))) : c)) : data;
      const series = [
        { label: "percentile", value: (u, x) => (x == null ? "–" : percentile(x)) },
        line("requests", "accent", ms, { paths: stepped({ align: 1 }), width: 2 * scale }),
        line("beyond sample", "accent-2", ms, { paths: stepped({ align: 1 }), dash: [3 * scale, 3 * scale] }),
        line("over budget", "over-line", ms, { paths: stepped({ align: -1 }), width: scale, fill: colour("over"), fillTo: () => top }),
        dot("met", "good"),
        dot("breached", "bad"),
      ];
      const kept = series.map((each, i) => i === 0 || shown[i].some((value) => value != null));
      return {
        data: shown.filter((column, i) => kept[i]),
        options: {
          scales: { x: { time: false, distr: 3, range: [1, end] }, y: steep ? { distr: 3, range: [1, top] } : { range: [0, top] } },
          axes: [
            xAxis(percentile, { splits: (u) => named(end, u.width < 280 * scale), filter: (u, splits) => splits }),
            yAxis((value) => number(value, 6) + " ms"),
          ],
          series: series.filter((each, i) => kept[i]),
          hooks: { draw: [corners(curve.budgets)] },
        },
      };
    },
    latency: ({ time: [x, median, p95, slowest], p95: budget }) => {
      const series = [line("slowest", "accent-2", ms, { width: scale }), line("p95", "accent", ms, { width: 2 * scale }), line("p50", "good", ms)];
      const columns = [x, slowest, p95, median];
      if (x.length < 30) {
        series.forEach((each) => (each.points = { show: true, size: 4 * scale }));
      }
      if (budget != null) {
        series.push(line("budget of p95", "over-line", ms, { dash: [5 * scale, 4 * scale], width: scale }));
        columns.push(x.map(() => budget));
      }
      return overTime(columns, series, " ms");
    },
    rate: ({ time: [x, , , , rate, failed] }) =>
      overTime([x, rate, failed], [area("requests", "accent", perSecond), area("failed", "bad", perSecond)], "/s"),
    throughput: ([x, rate, failed]) =>
      overTime([x, rate, failed], [area("requests", "accent", perSecond), area("failed", "bad", perSecond)], "/s"),
    users: ([x, , , users]) => whole(overTime([x, users], [area("users", "accent", withUnit(""))], "")),
    sizes: ({ sizes }) => {
      const [x, count] = sizes.columns;
      const end = x[x.length - 1];
      const top = most([count]) * 1.15;
      const series = [{ label: "from", value: withUnit(" KB") }, area("bodies", "accent", withUnit("", 9))];
      const hooks = {};
      if (sizes.limit != null) {
        hooks.drawClear = [(u) => {
          const from = u.valToPos(sizes.limit, "x", true);
          u.ctx.fillStyle = colour("over");
          u.ctx.fillRect(from, u.bbox.top, u.bbox.left + u.bbox.width - from, u.bbox.height);
          u.ctx.fillStyle = colour("over-line");
          u.ctx.fillRect(from, u.bbox.top, scale * devicePixelRatio, u.bbox.height);
          u.ctx.font = "600 " + 11 * scale * devicePixelRatio + "px system-ui, sans-serif";
          u.ctx.textAlign = "right";
          u.ctx.textBaseline = "alphabetic";
          u.ctx.fillText("< " + number(sizes.limit, 6) + " KB", from - 4 * scale, u.bbox.top + 12 * scale * devicePixelRatio);
        }];
      }
      return {
        data: [x, count],
        options: {
          scales: { x: { time: false, range: [0, end] }, y: { range: [0, top] } },
          axes: [xAxis((value) => number(value, 4) + " KB"), yAxis((value) => (Number.isInteger(value) ? number(value, 9) : ""))],
          series,
          hooks,
        },
      };
    },
  };

  show(document.querySelectorAll("[data-chart]"), (box) => {
    const source = box.dataset.endpoint < 0 ? figures.run : figures.endpoints[box.dataset.endpoint];
    return kinds[box.dataset.chart](source);
  });
})();
