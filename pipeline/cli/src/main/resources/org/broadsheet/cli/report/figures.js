"use strict";
/** The figures, as the command wrote them into the page or the server sends them: rows as lists, whose columns are named here. */
const Figures = (() => {
  const MONTH = -1;
  let held;

  function load(data) {
    const regions = new Map();
    for (const [code, name, level, parent] of data.regions) {
      regions.set(code, { code, name, level, parent, children: [] });
    }
    for (const region of regions.values()) {
      if (region.level !== "zone") {
        regions.get(region.parent)?.children.push(region);
      }
    }
    const metrics = data.metrics.map(([id, zh, en, unit, kind], rank) => ({ id, zh, en, unit, kind, rank }));
    const figure = (row, number) => {
      const [region, metric, scope, day, value, modifier, basis, parts, partsOf, reports] = row;
      return { region: regions.get(region), metric: metrics[metric], scope, day, value, modifier, basis, parts, partsOf, reports, number };
    };
    const figures = data.figures.map(figure).concat(data.months.map((row) => figure(row, MONTH))).filter((one) => one.region && one.metric);
    const newest = figures.reduce((day, figure) => Math.max(day, figure.day), 0);
    held = { regions, metrics, figures, newest, series: seriesOf(figures), totals: data.totals, held: data.held, evidence: data.evidence };
  }

  /** By region, metric and scope, the newest first. */
  function seriesOf(figures) {
    const series = new Map();
    for (const figure of figures) {
      const key = keyOf(figure.region.code, figure.metric.id, figure.scope);
      if (!series.has(key)) {
        series.set(key, []);
      }
      series.get(key).push(figure);
    }
    return series;
  }

  const keyOf = (region, metric, scope) => `${region} ${metric} ${scope}`;
  const series = (region, metric, scope) => held.series.get(keyOf(region, metric, scope)) ?? [];

  /** The figure of a day, or the newest one where no day is named. */
  function at(region, metric, scope, day) {
    const of = series(region, metric, scope);
    return day === undefined ? of[0] : of.find((figure) => figure.day === day);
  }

  /** A region and all that lies in it, zones too. */
  function within(region) {
    const found = new Set([region]);
    for (const part of held.regions.values()) {
      const way = [];
      let at = part;
      while (at !== undefined && !found.has(at)) {
        way.push(at);
        at = held.regions.get(at.parent);
      }
      if (at !== undefined) {
        way.forEach((one) => found.add(one));
      }
    }
    return found;
  }

  /** From the country down to a region. */
  function trail(region) {
    const above = held.regions.get(region.parent);
    return above === undefined ? [region] : [...trail(above), region];
  }

  /** The facts behind a figure with their mentions, or undefined where they are not in the page. */
  function why(figure) {
    const { evidence } = held;
    if (figure.number === MONTH || figure.number >= evidence.why.length) {
      return undefined;
    }
    const facts = evidence.why[figure.number].map((number) => {
      const [region, place, value, modifier, reports] = evidence.facts[number];
      return { region: held.regions.get(region), place, value, modifier, reports, mentions: evidence.mentionsOfFacts[number].map(mention) };
    });
    return { facts, leftOut: evidence.leftOut[figure.number] };
  }

  function mention(number) {
    const [page, place, article, sentence, quote, start, end, fate, rule, read, correction] = held.evidence.mentions[number];
    const [paper, published, key, url, rules] = held.evidence.pages[page];
    const found = held.evidence.articles.find(([of, index]) => of === page && index === article);
    return { number: place, sentence, quote, start, end, fate, rule, read, correction, paper, published, key, url, rules, headline: found?.[2] ?? "", text: found?.[3] ?? "" };
  }

  return {
    load, series, at, within, trail, why, mention,
    all: () => held.figures,
    newest: () => held.newest,
    regions: () => held.regions,
    metrics: () => held.metrics,
    totals: () => held.totals,
    held: () => held.held,
    evidence: () => held.evidence,
    isMonthly: (figure) => figure.number === MONTH,
  };
})();
