"use strict";
/** The course of one region's figures over the days: solid points are stated, hollow ones summed; a click opens the evidence. */
const Course = (() => {
  const DAY = 86400000;
  let chart;

  function draw() {
    const region = Selection.region();
    const metric = Selection.metric();
    const place = Elements.find("course");
    const series = [...Selection.series(region)].reverse();
    const label = metric ? Format.metric(metric) : "";
    Elements.find("course-title").textContent = Language.text("course", region.name, label);
    place.setAttribute("aria-label", Language.text("courseLabel", region.name, label, series.length));
    place.parentElement.hidden = series.length === 0;
    if (series.length === 0) {
      return;
    }
    chart ??= begin(place);
    chart.clear();
    chart.resize();
    chart.setOption(option(series, metric));
  }

  function option(series, metric) {
    const ink = Elements.colour("ink");
    const line = Elements.colour("line");
    const accent = Elements.colour("accent");
    const isFlow = metric.kind === "flow";
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 24, top: 32, bottom: 8, containLabel: true },
      tooltip: { confine: true, className: "tip", formatter: tip, backgroundColor: Elements.colour("paper"), borderColor: line, textStyle: { color: ink } },
      xAxis: { type: "time", minInterval: DAY, axisLabel: { color: ink, hideOverlap: true, formatter: axisDay }, min: ({ min }) => min - 2 * DAY, max: ({ max }) => max + 2 * DAY, axisLine: { lineStyle: { color: ink } }, splitLine: { show: false } },
      yAxis: {
        type: "value", name: Language.unit(metric.unit), nameTextStyle: { color: ink, align: "right" }, min: 0,
        axisLabel: { color: ink, formatter: Format.short }, splitLine: { lineStyle: { color: line } },
      },
      series: isFlow ? [bars(series, accent)] : [joined(series.filter(isStated), accent), points(series.filter((figure) => !isStated(figure)), accent)],
    };
  }

  const isStated = (figure) => figure.basis === "stated";

  function item(figure, accent) {
    const color = isStated(figure) ? accent : Elements.colour("paper");
    return { value: [Format.time(figure.day), Number(figure.value)], figure, itemStyle: { color, borderColor: accent, borderWidth: 1.5 } };
  }

  /** A statement of a stock holds until the next: steps. Sums are not joined: on another day other parts told theirs. */
  const points = (figures, accent) => ({ type: "scatter", symbolSize: 10, data: figures.map((figure) => item(figure, accent)) });
  const joined = (figures, accent) => ({ type: "line", step: "end", symbol: "circle", symbolSize: 9, lineStyle: { color: accent, width: 1.5 }, data: figures.map((figure) => item(figure, accent)) });
  const bars = (figures, accent) => ({ type: "bar", barMaxWidth: 24, data: figures.map((figure) => item(figure, accent)) });

  function axisDay(time) {
    const date = new Date(time);
    const day = `${date.getUTCMonth() + 1}-${String(date.getUTCDate()).padStart(2, "0")}`;
    return date.getUTCMonth() === 0 && date.getUTCDate() === 1 ? `${date.getUTCFullYear()}` : day;
  }

  function tip({ data: { figure } }) {
    return Elements.make("div", {}, Elements.make("strong", {}, Format.day(figure.day)), " ",
      `${Format.value(figure)} ${Language.unit(figure.metric.unit)} · ${Format.basis(figure)}`);
  }

  function begin(place) {
    const made = echarts.init(place, null, { renderer: "svg", useUTC: true });
    made.on("click", ({ data }) => data?.figure && Evidence.open(data.figure));
    return made;
  }

  /** At once: what is printed does not wait for the next frame. */
  function resize(size) {
    chart?.resize(size);
    chart?.getZr().flush();
  }

  return { draw, resize };
})();
