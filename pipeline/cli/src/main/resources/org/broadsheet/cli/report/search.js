"use strict";
/** Finds regions, metrics and sentences by a few characters: 迎泽, 核酸, 采样人员. */
const Search = (() => {
  const MOST = 12;
  const { find, make, fill } = Elements;

  function look() {
    const asked = find("search").value.trim().toLowerCase();
    const place = find("found");
    place.hidden = asked === "";
    if (asked === "") {
      return;
    }
    const groups = [
      ["regionsFound", regions(asked)],
      ["metricsFound", metrics(asked)],
      ["sentencesFound", sentences(asked)],
    ].filter(([, found]) => found.length > 0);
    const count = groups.reduce((sum, [, found]) => sum + found.length, 0);
    fill(place, make("p", { role: "status" }, count === 0 ? Language.text("foundNone") : Language.text("found", count)),
      ...groups.map(([name, found]) => make("div", {}, make("h2", {}, Language.text(name)), make("ul", {}, ...found.map((one) => make("li", {}, one))))));
  }

  function regions(asked) {
    const withFigures = new Set(Figures.all().map(({ region }) => region));
    return [...Figures.regions().values()]
      .filter(({ name, code }) => name.toLowerCase().includes(asked) || String(code).startsWith(asked))
      .sort((a, b) => withFigures.has(b) - withFigures.has(a) || a.code - b.code)
      .slice(0, MOST)
      .map((region) => choice(Figures.trail(region).slice(1).map(({ name }) => name).join(" › ") || region.name, () => Selection.choose({ region: region.code })));
  }

  function metrics(asked) {
    return Figures.metrics()
      .filter(({ id, zh, en }) => [id, zh, en].some((name) => name.toLowerCase().includes(asked)))
      .slice(0, MOST)
      .map((metric) => choice(Format.metric(metric), () => Selection.choose({ metric: metric.id })));
  }

  /** A sentence leads to the figure of the lowest region that it is behind. */
  function sentences(asked) {
    const { mentions, mentionsOfFacts, why } = Figures.evidence();
    const found = mentions.flatMap(([, , , sentence], number) => (sentence.toLowerCase().includes(asked) ? [number] : [])).slice(0, MOST);
    return found.map((number) => {
      const figures = Figures.all().filter((figure) => figure.number >= 0 && why[figure.number]?.some((fact) => mentionsOfFacts[fact].includes(number)));
      const figure = figures.sort((a, b) => b.region.code % 10000 - a.region.code % 10000)[0];
      const sentence = mentions[number][3];
      const at = Math.max(0, sentence.toLowerCase().indexOf(asked) - 12);
      return choice(`${at > 0 ? "…" : ""}${sentence.slice(at, at + 48)}${sentence.length > at + 48 ? "…" : ""}`, () => figure && Evidence.open(figure));
    });
  }

  const choice = (text, act) => make("button", { type: "button", class: "link", onclick: () => {
    close();
    act();
  } }, text);

  function close() {
    find("found").hidden = true;
    find("search").value = "";
  }

  function begin() {
    find("search").addEventListener("input", look);
    find("search").addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        close();
      } else if (event.key === "Enter") {
        find("found").querySelector("button")?.click();
      } else if (event.key === "ArrowDown") {
        find("found").querySelector("button")?.focus();
        event.preventDefault();
      }
    });
    document.addEventListener("click", (event) => {
      if (!event.target.closest(".found, .search")) {
        find("found").hidden = true;
      }
    });
  }

  return { begin, look };
})();
