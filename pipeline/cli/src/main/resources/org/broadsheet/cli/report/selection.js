"use strict";
/** What is looked at: region, metric, scope, day. It stands in the address behind #, so that a view can be sent to somebody. */
const Selection = (() => {
  const COUNTRY = 100000;
  const listeners = [];
  let chosen = { region: COUNTRY, metric: "", scope: "", day: undefined };

  function choose(change) {
    chosen = settled({ ...chosen, ...change });
    try {
      history.replaceState(null, "", `#${new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== undefined))}`);
    } catch {
      // A file that is shown inside another page has no address of its own.
    }
    listeners.forEach((listener) => listener());
  }

  /** Where what is asked for is not there, the metric that papers state most often. */
  function settled(asked) {
    const region = Figures.regions().has(asked.region) ? asked.region : COUNTRY;
    const stated = new Map();
    const scopesOf = new Map();
    for (const { metric: { id }, scope, basis } of Figures.all()) {
      stated.set(id, (stated.get(id) ?? 0) + (basis === "stated" ? 1 : 0));
      scopesOf.set(id, (scopesOf.get(id) ?? new Set()).add(scope));
    }
    const [most = ""] = [...stated].sort((a, b) => b[1] - a[1]).map(([id]) => id);
    const metric = Figures.metrics().some(({ id }) => id === asked.metric) ? asked.metric : most;
    const scopes = ["current", "new", "cumulative"].filter((scope) => scopesOf.get(metric)?.has(scope));
    const scope = scopes.includes(asked.scope) ? asked.scope : (scopes[0] ?? "current");
    return { region, metric, scope, day: asked.day };
  }

  function fromAddress() {
    const asked = new URLSearchParams(location.hash.slice(1));
    const day = asked.get("day");
    return { region: Number(asked.get("region") ?? COUNTRY), metric: asked.get("metric") ?? "", scope: asked.get("scope") ?? "", day: day === null ? undefined : Number(day) };
  }

  return {
    choose,
    begin: () => choose(fromAddress()),
    again: () => choose({}),
    changed: (listener) => listeners.push(listener),
    region: () => Figures.regions().get(chosen.region),
    metric: () => Figures.metrics().find(({ id }) => id === chosen.metric),
    scope: () => chosen.scope,
    day: () => chosen.day,
    figure: (region) => Figures.at(region.code, chosen.metric, chosen.scope, chosen.day),
    series: (region) => Figures.series(region.code, chosen.metric, chosen.scope),
  };
})();
