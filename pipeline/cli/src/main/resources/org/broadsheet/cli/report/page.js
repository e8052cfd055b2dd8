"use strict";
/** The page: chooses, draws, and, where it is served, looks for newer figures. */
const Page = (() => {
  const LOOK_MILLISECONDS = 2000;
  const PRINTED = [{ width: 680, height: 340 }, { width: 680, height: 220 }];
  const { find, make, fill } = Elements;
  let tag = "";
  let shown = "";

  function words() {
    document.querySelectorAll("[data-text]").forEach((element) => { element.textContent = Language.text(element.dataset.text); });
    find("search").placeholder = Language.text("searchHint");
    find("language").textContent = Language.isChinese() ? "English" : "中文";
    find("language").lang = Language.isChinese() ? "en" : "zh-CN";
    document.title = `${Language.text("title")} · Broadsheet`;
    const { pages, facts, figures } = Figures.totals();
    const made = document.documentElement.dataset.made.slice(0, 10);
    const day = Format.day(Date.parse(made) / 86400000);
    find("dateline").textContent = Language.text("dateline", day, ...[pages, facts, figures].map(Format.number));
    const held = Figures.held();
    find("held").textContent = held.figures === figures && held.explained === figures
      ? Language.text("heldAll", Format.number(figures), Format.number(held.explained))
      : Language.text("heldSome", Format.number(figures), Format.day(held.since), ...[held.figures, held.explained, held.months].map(Format.number));
    find("nothing").hidden = figures > 0;
  }

  function choices() {
    const figures = Figures.all();
    const metrics = new Set(figures.map(({ metric }) => metric));
    options("metric", Figures.metrics().map((metric) => [metric.id, Format.metric(metric), !metrics.has(metric)]), Selection.metric()?.id);
    const scopes = new Set(figures.filter(({ metric }) => metric === Selection.metric()).map(({ scope }) => scope));
    options("scope", ["current", "new", "cumulative"].filter((scope) => scopes.has(scope)).map((scope) => [scope, Format.scope(scope)]), Selection.scope());
    const days = [...new Set(figures.filter(({ metric, scope }) => metric === Selection.metric() && scope === Selection.scope()).map(({ day }) => day))].sort((a, b) => b - a);
    options("day", [["", Language.text("latest")], ...days.map((day) => [day, Format.iso(day)])], Selection.day() ?? "");
  }

  function options(id, entries, chosen) {
    fill(find(id), ...entries.map(([value, text, isEmpty]) => make("option", { value, selected: String(value) === String(chosen), disabled: isEmpty === true }, text)));
  }

  function draw() {
    words();
    choices();
    Lists.draw();
    RegionMap.draw();
    Course.draw();
    FigureTable.draw();
  }

  /** Draws again only where something is new: who tabs through the page stays where they are. */
  function show(data) {
    if (data !== shown) {
      shown = data;
      Figures.load(JSON.parse(data));
      Selection.again();
      find("news").textContent = Language.text("arrived", Figures.totals().figures);
    }
  }

  async function look() {
    try {
      const answer = await fetch("figures.json", { headers: tag === "" ? {} : { "If-None-Match": tag }, cache: "no-store" });
      if (answer.status === 200) {
        tag = answer.headers.get("ETag") ?? "";
        show(await answer.text());
      }
    } catch {
      find("news").textContent = Language.text("lost");
    }
    setTimeout(look, LOOK_MILLISECONDS);
  }

  function theme() {
    const root = document.documentElement;
    const isDark = root.dataset.theme === "dark" || (root.dataset.theme === undefined && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.theme = isDark ? "light" : "dark";
    draw();
  }

  function resize([map, course] = []) {
    RegionMap.resize(map);
    Course.resize(course);
  }

  /** Paper is white, whatever the screen is; afterwards all is as it was. */
  function onPaper() {
    const { dataset } = document.documentElement;
    const before = dataset.theme;
    dataset.theme = "light";
    draw();
    resize(PRINTED);
    addEventListener("afterprint", () => {
      if (before === undefined) {
        delete dataset.theme;
      } else {
        dataset.theme = before;
      }
      draw();
      resize();
    }, { once: true });
  }

  function begin() {
    shown = find("figures").textContent;
    Figures.load(JSON.parse(shown));
    find("language").addEventListener("click", () => {
      Language.choose(Language.isChinese() ? "en" : "zh");
      draw();
    });
    find("theme").addEventListener("click", theme);
    find("print").addEventListener("click", () => print());
    find("metric").addEventListener("change", ({ target }) => Selection.choose({ metric: target.value, day: undefined }));
    find("scope").addEventListener("change", ({ target }) => Selection.choose({ scope: target.value, day: undefined }));
    find("day").addEventListener("change", ({ target }) => Selection.choose({ day: target.value === "" ? undefined : Number(target.value) }));
    [Evidence, FigureTable, MapKeys, Search].forEach((part) => part.begin());
    addEventListener("resize", () => resize());
    addEventListener("beforeprint", onPaper);
    addEventListener("hashchange", () => Selection.begin());
    Selection.changed(draw);
    Selection.begin();
    if (document.documentElement.dataset.mode === "live") {
      look();
    }
  }

  return { begin };
})();
Page.begin();
