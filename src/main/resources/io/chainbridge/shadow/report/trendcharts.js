(() => {
  const DAY = 86400;
  const TALL = 210;
  const MOST_ROWS = 200;
  const STROKES = ["accent", "branch-1", "branch-2", "branch-3", "branch-4", "branch-5", "branch-6", "branch-7"];
  const DASHES = [[], [6, 3], [2, 2], [9, 3, 2, 3], [4, 4], [12, 3], [2, 5], [7, 2, 2, 2]];

  const minute = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ");
  const day = (seconds) => minute(seconds).slice(0, 10);
  const pageOf = (folder) => "../" + folder + "/index.html";

  /** The runs of a chart: place among those of its subject, time, figure, and whether it is a breach. */
  const pointsOf = (chart) => {
    const { times, branch } = figures.subjects[chart.subject];
    const breached = new Set(chart.breached);
    return chart.values
      .map((value, place) => ({ place, value, x: times[place], branch: branch[place], breached: breached.has(place) }))
      .filter(({ value }) => value != null);
  };
  const budgetAt = ([places, budgets] = [[], []]) => (place) =>
    budgets[places.findLastIndex((from) => from <= place)] ?? null;

  /** Where the figures end: single ones that are far beyond all others run out of the chart. */
  const highest = (points) => {
    const values = points.map(({ value }) => value).sort((a, b) => a - b);
    const usual = values[Math.floor((values.length - 1) * 0.95)];
    const top = values[values.length - 1];
    return top > 5 * usual && usual > 0 ? 2 * usual : top;
  };

  const clipped = (u, paint) => {
    const { ctx, bbox } = u;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    paint(ctx, (x) => u.valToPos(x, "x", true), (y) => u.valToPos(y, "y", true), scale * devicePixelRatio);
    ctx.restore();
  };

  const fan = (forecast) => (u) => {
    u.root.dataset.forecast = day(forecast.reached);
    clipped(u, (ctx, x, y, pixel) => {
      const stroke = colour(STROKES[forecast.branch]);
      ctx.beginPath();
      ctx.moveTo(x(forecast.from), y(forecast.at));
      ctx.lineTo(x(forecast.earliest), y(forecast.budget));
      ctx.lineTo(x(forecast.latest), y(forecast.budget));
      ctx.closePath();
      ctx.fillStyle = stroke + "30";
      ctx.fill();
      ctx.beginPath();
      ctx.moveTo(x(forecast.from), y(forecast.at));
      ctx.lineTo(x(forecast.reached), y(forecast.budget));
      ctx.strokeStyle = stroke;
      ctx.lineWidth = 2 * pixel;
      ctx.setLineDash([4 * pixel, 4 * pixel]);
      ctx.stroke();
    });
  };

  const changesOf = (chart, times) => (u) => {
    u.root.dataset.changes = chart.changes.length;
    clipped(u, (ctx, x, y, pixel) => {
      for (const [place, branch] of chart.changes) {
        const at = x(times[place]);
        const { top, height } = u.bbox;
        ctx.strokeStyle = ctx.fillStyle = colour(STROKES[branch]);
        ctx.lineWidth = pixel;
        ctx.setLineDash([2 * pixel, 3 * pixel]);
        ctx.beginPath();
        ctx.moveTo(at, top);
        ctx.lineTo(at, top + height);
        ctx.stroke();
        ctx.beginPath();
        ctx.moveTo(at - 5 * pixel, top);
        ctx.lineTo(at + 5 * pixel, top);
        ctx.lineTo(at, top + 8 * pixel);
        ctx.fill();
      }
    });
  };

  const note = (text) => (u) =>
    clipped(u, (ctx, x, y, pixel) => {
      ctx.font = 10 * pixel + "px system-ui, sans-serif";
      ctx.fillStyle = colour("soft");
      ctx.textAlign = "right";
      ctx.textBaseline = "top";
      ctx.fillText(text, u.bbox.left + u.bbox.width - 3 * pixel, u.bbox.top + 2 * pixel);
    });

  const cross = (u, series) => {
    clipped(u, (ctx, x, y, pixel) => {
      ctx.strokeStyle = colour("bad");
      ctx.lineWidth = 1.5 * pixel;
      const arm = 3 * pixel;
      u.data[0].forEach((time, i) => {
        const value = u.data[series][i];
        if (value != null) {
          const [left, top] = [x(time), Math.max(y(value), u.bbox.top + arm)];
          ctx.beginPath();
          ctx.moveTo(left - arm, top - arm);
          ctx.lineTo(left + arm, top + arm);
          ctx.moveTo(left + arm, top - arm);
          ctx.lineTo(left - arm, top + arm);
          ctx.stroke();
        }
      });
    });
    return null;
  };

  /** From the first run to the last, or to the end of the forecast as far as charts look ahead. */
  const rangeOf = (points, forecast) => {
    const [first, last] = [points[0].x, points[points.length - 1].x];
    if (forecast) {
      return [first, Math.max(last, Math.min(forecast.latest, forecast.until)) + DAY];
    }
    return first === last ? [first - DAY / 2, last + DAY / 2] : [first, last];
  };

  const chartOf = (box) => {
    const chart = figures.charts[box.dataset.trend];
    const { times, branches, commits, pages } = figures.subjects[chart.subject];
    const points = pointsOf(chart);
    const budgets = points.map(({ place }) => place).map(budgetAt(chart.budgets));
    const shown = withUnit(chart.unit, 5);
    const reach = highest(points);
    const budget = most([budgets]);
    const near = chart.forecast || reach <= 0 || budget <= 4 * reach;
    const top = 1.15 * Math.max(reach, near ? budget : 0) || 1;
    const above = points.filter(({ value }) => value > top).length;
    const few = points.length < 80;

    const series = [{
      label: "run",
      value: (u, x, i, at) => (at == null ? "–" : minute(x) + " " + commits[points[at].place]),
    }];
    const data = [points.map(({ x }) => x)];
    const add = (options, column) => {
      if (column.some((value) => value != null)) {
        series.push(options);
        data.push(column);
      }
    };
    branches.forEach((name, branch) =>
      add(
        line(name, STROKES[branch], shown, {
          width: (branch ? 1.2 : 2.4) * scale,
          dash: DASHES[branch].map((length) => length * scale),
          spanGaps: true,
          points: { show: few, size: (branch ? 4 : 5) * scale, fill: colour(STROKES[branch]) },
        }),
        points.map((point) => (point.branch === branch ? point.value : null)),
      ),
    );
    const whose = branches.length > 1 ? " of " + branches[points.length ? Math.min(...points.map((point) => point.branch)) : 0] : "";
    add(line("budget" + whose + (near ? "" : ", higher up"), "over-line", shown, { paths: stepped({ align: 1 }), width: scale }), budgets);
    add(line("breached", "bad", shown, { paths: () => null, points: { show: cross } }), points.map(({ value, breached }) => (breached ? value : null)));

    return {
      data,
      options: {
        height: TALL * scale,
        scales: { x: { time: false, range: rangeOf(points, chart.forecast) }, y: { range: [Math.min(0, ...points.map(({ value }) => value)) * 1.1, top] } },
        axes: [
          xAxis(day, { space: 84 * scale, incrs: [1 / 24, 1 / 4, 1, 2, 7, 14, 30, 60, 90, 180, 365, 730, 1825].map((days) => days * DAY), values: (u, splits, axis, space, incr) => splits.map((split) => (incr < DAY ? minute(split).slice(5) : day(split))) }),
          yAxis((value) => (chart.unit || Number.isInteger(value) ? number(value, 6) + chart.unit : "")),
        ],
        series,
        hooks: {
          drawClear: [(u) => chart.forecast && fan(chart.forecast)(u)],
          draw: [changesOf(chart, times), (u) => above && note(above + " above")(u)],
          setCursor: [(u) => (u.over.style.cursor = pages[points[u.cursor.idx]?.place] ? "pointer" : "")],
          ready: [
            (u) =>
              u.over.addEventListener("click", () => {
                const folder = pages[points[u.cursor.idx]?.place];
                if (folder) {
                  location.href = pageOf(folder);
                }
              }),
          ],
        },
      },
    };
  };

  const element = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more });

  /** A chart's newest figures, for those who cannot see or point at it. */
  const table = (box) => {
    const chart = figures.charts[box.dataset.table];
    const { branches, commits, pages } = figures.subjects[chart.subject];
    const points = pointsOf(chart);
    const rows = points.slice(-MOST_ROWS).reverse();
    const table = element("table", "", { className: "numbers" });
    if (rows.length < points.length) {
      table.append(element("caption", "The newest " + rows.length + " of " + points.length));
    }
    const head = element("tr", "");
    head.append(...["When (UTC)", "Branch", "Commit", "Figure", "Outcome"].map((text) => element("th", text, { scope: "col" })));
    table.append(element("thead", ""), element("tbody", ""));
    table.tHead.append(head);
    for (const { place, x, value, branch, breached } of rows) {
      const row = element("tr", "");
      const when = element("th", pages[place] ? "" : minute(x), { scope: "row" });
      if (pages[place]) {
        when.append(element("a", minute(x), { href: pageOf(pages[place]) }));
      }
      row.append(when, ...[branches[branch], commits[place], number(value, 5) + chart.unit, breached ? "breached" : ""].map((text) => element("td", text)));
      table.tBodies[0].append(row);
    }
    const scroll = element("div", "", { className: "scroll", tabIndex: 0 });
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", box.querySelector("summary").textContent + ": " + box.closest("section").getAttribute("aria-label"));
    scroll.append(table);
    box.append(scroll);
  };

  document.querySelectorAll("[data-table]").forEach((box) =>
    box.addEventListener("toggle", () => box.open && box.querySelector("table") == null && table(box)),
  );
  show(document.querySelectorAll("[data-trend]"), chartOf, true);
})();
