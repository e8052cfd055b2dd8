"use strict";
/** The map: parts of the region in five shades of its figures; a click goes down, on a county that is looked at it opens the evidence. */
const RegionMap = (() => {
  const SHADES = 5;
  let chart;

  function shades(figures) {
    const values = figures.map(({ value }) => Number(value)).sort((a, b) => a - b);
    const limits = [];
    for (let shade = 1; shade < SHADES; shade++) {
      limits.push(values[Math.floor((shade * values.length) / SHADES)]);
    }
    return (figure) => 1 + limits.filter((limit) => Number(figure.value) >= limit).length;
  }

  function draw() {
    const region = around(Selection.region());
    const metric = Selection.metric();
    const shown = region.children;
    const figures = new Map(shown.map((part) => [part, Selection.figure(part)]).filter(([, figure]) => figure !== undefined));
    const place = Elements.find("map");
    Elements.find("map-title").textContent = metric ? Language.text("map", region.name, Format.metric(metric)) : region.name;
    chart ??= begin(place);
    const { name, aspect, centres } = Geography.map(region);
    const shade = shades([...figures.values()]);
    chart.clear();
    chart.setOption(option(name, aspect, shown, figures, shade));
    legend(figures, shade);
    MapKeys.show(shown, (part) => `${part.name}: ${told(figures.get(part))}`, centres, { open, up, point });
  }

  /** A county is shown among its neighbours. */
  const around = (region) => (region.children.length === 0 ? (Figures.regions().get(region.parent) ?? region) : region);

  function option(name, aspect, shown, figures, shade) {
    const ink = Elements.colour("ink");
    const data = shown.map((part) => {
      const figure = figures.get(part);
      return {
        name: String(part.code),
        value: figure === undefined ? NaN : Number(figure.value),
        itemStyle: {
          areaColor: Elements.colour(figure === undefined ? "shade-0" : `shade-${shade(figure)}`),
          borderType: figure?.basis === "parts" ? "dashed" : "solid",
          ...(part === Selection.region() ? { borderColor: ink, borderWidth: 2 } : {}),
        },
      };
    });
    data.push({ name: "dashes", itemStyle: { borderColor: Elements.colour("quiet"), borderWidth: 1.5 }, tooltip: { show: false } });
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      tooltip: { confine: true, renderMode: "html", className: "tip", formatter: tip, backgroundColor: Elements.colour("paper"), borderColor: Elements.colour("line"), textStyle: { color: ink } },
      series: [{
        type: "map", map: name, aspectScale: aspect, data, roam: false, selectedMode: false, layoutCenter: ["50%", "50%"], layoutSize: "98%",
        itemStyle: { borderColor: Elements.colour("border"), borderWidth: 0.7 },
        emphasis: { label: { show: true, color: ink, formatter: nameOf }, itemStyle: { areaColor: Elements.colour("hover"), borderColor: ink, borderWidth: 2, borderType: "solid" } },
        label: { show: true, color: ink, fontSize: 11, textBorderColor: Elements.colour("paper"), textBorderWidth: 2.5, formatter: (item) => (shown.length <= 40 && figures.has(regionOf(item)) ? nameOf(item) : "") },
        labelLayout: { hideOverlap: true },
      }],
    };
  }

  const regionOf = ({ name }) => Figures.regions().get(Number(name));
  const nameOf = (item) => regionOf(item)?.name ?? "";

  function tip(item) {
    const region = regionOf(item);
    const figure = region && Selection.figure(region);
    return Elements.make("div", {},
      Elements.make("strong", {}, region?.name ?? ""), " ", told(figure));
  }

  /** 795 个 · 报道原数 · 2022年11月22日 */
  const told = (figure) => (figure === undefined ? Language.text("noFigure") : `${Format.value(figure)} ${Language.unit(figure.metric.unit)} · ${Format.basis(figure)} · ${Format.day(figure.day)}`);

  function begin(place) {
    const made = echarts.init(place, null, { renderer: "svg" });
    made.on("click", (item) => {
      const region = regionOf(item);
      if (region !== undefined) {
        open(region);
      }
    });
    return made;
  }

  /** Down into a part; of the one that is looked at already, the evidence. */
  function open(region) {
    const figure = Selection.figure(region);
    if (region !== Selection.region()) {
      Selection.choose({ region: region.code });
    } else if (figure !== undefined) {
      Evidence.open(figure);
    }
  }

  /** Out of the map that is shown; the region that it was the map of. */
  function up() {
    const left = around(Selection.region());
    const above = Figures.regions().get(left.parent);
    if (above !== undefined) {
      Selection.choose({ region: above.code });
    }
    return above && left;
  }

  /** Shows a part as a pointer above it would; no part: none. */
  function point(part) {
    chart.dispatchAction({ type: "downplay", seriesIndex: 0 });
    chart.dispatchAction({ type: "hideTip" });
    if (part !== undefined) {
      const name = String(part.code);
      chart.dispatchAction({ type: "highlight", seriesIndex: 0, name });
      chart.dispatchAction({ type: "showTip", seriesIndex: 0, name });
    }
  }

  /** Which shade stands for what, and that there is one for none. */
  function legend(figures, shade) {
    const ranges = new Map();
    for (const figure of figures.values()) {
      const range = ranges.get(shade(figure)) ?? [Infinity, -Infinity];
      ranges.set(shade(figure), [Math.min(range[0], figure.value), Math.max(range[1], figure.value)]);
    }
    const entries = [...ranges].sort((a, b) => a[0] - b[0]).map(([number, [least, most]]) =>
      entry(number, least === most ? Format.short(least) : `${Format.short(least)} – ${Format.short(most)}`));
    Elements.fill(Elements.find("legend"), entry(0, Language.text("legendNone")), ...entries);
  }

  const entry = (number, text) => Elements.make("span", { class: "legend-entry" }, Elements.make("i", { class: `swatch shade-${number}` }), text);

  /** At once: what is printed does not wait for the next frame. */
  function resize(size) {
    chart?.resize(size);
    chart?.getZr().flush();
  }

  return { draw, resize };
})();
