"use strict";
/** The course of one region's figures over the days: solid points are stated, hollow ones summed; a click opens the evidence. */
const Course = (() => {
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
      xAxis: { type: "time", minInterval: 86400000, axisLabel: { color: ink, hideOverlap: true, formatter: axisDay }, axisLine: { lineStyle: { color: ink } }, splitLine: { show: false } },
      yAxis: {
        type: "value", name: Language.unit(metric.unit), nameTextStyle: { color: ink, align: "right" }, scale: !isFlow,
        axisLabel: { color: ink, formatter: Format.short }, splitLine: { lineStyle: { color: line } },
      },
      series: [{
        type: isFlow ? "bar" : "line", barMaxWidth: 24, symbolSize: 9, showSymbol: true, lineStyle: { color: accent, width: 1.5 }, step: false,
        data: series.map((figure) => ({
          value: [Format.time(figure.day), Number(figure.value)], figure, symbol: "circle",
          itemStyle: { color: figure.basis === "stated" ? accent : Elements.colour("paper"), borderColor: accent, borderWidth: 1.5 },
        })),
      }],
    };
  }

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

  return { draw, resize: (size) => chart?.resize(size) };
})();
