"use strict";
/** The figure of the region itself, the ranking of its parts, and the latest of each metric. */
const Lists = (() => {
  const RANKED = 40;
  const { find, make, fill } = Elements;

  function draw() {
    trail();
    lead();
    ranking();
    tiles();
  }

  function trail() {
    const nav = find("trail");
    nav.setAttribute("aria-label", Language.text("trail"));
    const regions = Figures.trail(Selection.region());
    fill(nav, make("ol", {}, ...regions.map((region, at) => make("li", {},
      at === regions.length - 1
        ? make("span", { "aria-current": "location" }, region.name)
        : make("button", { type: "button", class: "link", onclick: () => Selection.choose({ region: region.code }) }, region.name)))));
  }

  function lead() {
    const region = Selection.region();
    const metric = Selection.metric();
    const figure = Selection.figure(region);
    find("lead-title").textContent = metric ? `${region.name} · ${Format.metric(metric)}` : region.name;
    fill(find("lead"), figure === undefined ? make("p", { class: "none" }, Language.text("noFigureLong")) : leadFigure(figure));
  }

  function leadFigure(figure) {
    return make("button", { type: "button", class: `big ${figure.basis}`, onclick: () => Evidence.open(figure) },
      make("span", { class: "number" }, Format.value(figure)),
      make("span", { class: "unit" }, Language.unit(figure.metric.unit)),
      make("span", { class: "meta" }, `${Format.scope(figure.scope)} · ${Format.day(figure.day)} · ${Format.basis(figure)} · ${Language.text("reportsOf", figure.reports)}`),
      make("span", { class: "go" }, Language.text("why")));
  }

  function ranking() {
    const region = Selection.region();
    find("ranking-title").textContent = Language.text("ranking", region.name);
    const ranked = region.children.map((part) => Selection.figure(part)).filter((figure) => figure !== undefined)
      .sort((a, b) => Number(b.value) - Number(a.value)).slice(0, RANKED);
    const most = Math.max(...ranked.map(({ value }) => Number(value)));
    fill(find("ranking"), ...ranked.map((figure) => rank(figure, most)));
    if (ranked.length === 0) {
      fill(find("ranking"), make("li", { class: "none" }, Language.text("rankingNone")));
    }
  }

  function rank(figure, most) {
    const bar = make("span", { class: `bar ${figure.basis}`, "aria-hidden": "true" });
    bar.style.width = `${most > 0 ? Math.max(1, (Number(figure.value) / most) * 100) : 1}%`;
    const name = make("button", {
      type: "button", class: "name link", "aria-label": Language.text("openRegion", figure.region.name),
      onclick: () => Selection.choose({ region: figure.region.code }),
    }, figure.region.name);
    return make("li", {}, name, make("span", { class: "track" }, bar), value(figure), make("small", { class: "when" }, Format.shortDay(figure.day)));
  }

  /** A figure as a button that opens its sentence. */
  function value(figure) {
    const sum = figure.basis === "stated" ? "" : make("small", { class: "coverage" }, Format.coverage(figure));
    return make("button", {
      type: "button", class: `value ${figure.basis}`, onclick: () => Evidence.open(figure),
      "aria-label": `${figure.region.name} ${Format.metric(figure.metric)} ${Format.day(figure.day)} ${Format.value(figure)} ${Format.basis(figure)}, ${Language.text("why")}`,
    }, Format.value(figure), sum);
  }

  function tiles() {
    const region = Selection.region();
    find("tiles-title").textContent = Language.text("tiles", region.name);
    const latest = Figures.metrics().flatMap((metric) => ["current", "new", "cumulative"].map((scope) => Figures.at(region.code, metric.id, scope)))
      .filter((figure) => figure !== undefined).sort((a, b) => b.day - a.day || a.metric.rank - b.metric.rank);
    find("tiles").parentElement.hidden = latest.length === 0;
    fill(find("tiles"), ...latest.map((figure) => make("li", {},
      make("button", { type: "button", class: `tile ${figure.basis}`, onclick: () => Evidence.open(figure) },
        make("span", { class: "label" }, `${Format.metric(figure.metric)} · ${Format.scope(figure.scope)}`),
        make("span", { class: "number" }, Format.value(figure), make("small", {}, ` ${Language.unit(figure.metric.unit)}`)),
        make("span", { class: "meta" }, `${Format.day(figure.day)} · ${Format.shortBasis(figure)}`)))));
  }

  return { draw, value };
})();
