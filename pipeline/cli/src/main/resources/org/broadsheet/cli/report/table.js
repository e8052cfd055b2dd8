"use strict";
/** The figures of a region and of all in it, sorted as one likes, and as a file for a spreadsheet. */
const FigureTable = (() => {
  const STEP = 50;
  const { find, make, fill } = Elements;
  const COLUMNS = [
    { name: "day", of: (figure) => figure.day },
    { name: "region", of: (figure) => figure.region.code },
    { name: "metric", of: (figure) => figure.metric.id },
    { name: "scope", of: (figure) => figure.scope },
    { name: "value", of: (figure) => Number(figure.value) },
    { name: "basis", of: (figure) => figure.basis },
    { name: "reports", of: (figure) => figure.reports },
  ];
  let sorted = { column: COLUMNS[0], down: true };
  let shown = STEP;
  let everyMetric = true;

  function rows() {
    const region = Selection.region();
    const metric = Selection.metric();
    const scope = Selection.scope();
    const day = Selection.day();
    const within = Figures.within(region);
    const direction = sorted.down ? -1 : 1;
    const keyOf = sorted.column.of;
    return Figures.all()
      .filter((figure) => (everyMetric || (figure.metric === metric && figure.scope === scope)) && (day === undefined || figure.day === day) && within.has(figure.region))
      .sort((a, b) => {
        const x = keyOf(a);
        const y = keyOf(b);
        return (x < y ? -1 : x > y ? 1 : 0) * direction || b.day - a.day || a.region.code - b.region.code || a.metric.rank - b.metric.rank;
      });
  }

  function draw() {
    const found = rows();
    find("table-title").textContent = `${Language.text("table", Selection.region().name)} (${Format.number(found.length)})`;
    fill(find("table").tHead, make("tr", {}, ...COLUMNS.map(heading)));
    fill(find("table").tBodies[0], ...found.slice(0, shown).map(row));
    find("more").hidden = found.length <= shown;
  }

  function heading(column) {
    const isSorted = sorted.column === column;
    return make("th", { scope: "col", "aria-sort": isSorted ? (sorted.down ? "descending" : "ascending") : "none", class: column.name },
      make("button", {
        type: "button", class: "link", "aria-label": Language.text("sortBy", Language.text(column.name)),
        onclick: () => {
          sorted = { column, down: isSorted ? !sorted.down : true };
          draw();
          find("table").tHead.querySelector(`th.${column.name} button`).focus();
        },
      }, Language.text(column.name), isSorted ? (sorted.down ? " ▾" : " ▴") : ""));
  }

  function row(figure) {
    return make("tr", {},
      make("td", { class: "day" }, Format.iso(figure.day)),
      make("th", { scope: "row" }, figure.region.name, " ", make("small", {}, String(figure.region.code))),
      make("td", {}, Format.metric(figure.metric)),
      make("td", {}, Format.scope(figure.scope)),
      make("td", { class: "value" }, Lists.value(figure), " ", make("small", {}, Language.unit(figure.metric.unit))),
      make("td", {}, Format.basis(figure)),
      make("td", { class: "reports" }, String(figure.reports)));
  }

  /** Cells that a spreadsheet would take for a formula begin with an apostrophe. */
  function cell(value) {
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  /** The columns of `figures --csv`, with a byte-order mark: else a spreadsheet takes 迎泽区 for Latin. */
  function csv() {
    const lines = rows().map((figure) => [
      figure.region.code, figure.region.name, figure.metric.id, figure.metric.zh, figure.scope, Format.iso(figure.day), figure.value, figure.modifier,
      figure.basis, figure.parts, figure.partsOf, figure.reports,
    ].map(cell).join(","));
    return `\uFEFF${["region,name,metric,label,scope,day,value,modifier,basis,parts,parts_of,reports", ...lines].join("\r\n")}\r\n`;
  }

  function download() {
    const address = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    const link = make("a", { href: address, download: `figures-${Selection.region().code}.csv` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address));
  }

  function begin() {
    find("every-metric").checked = everyMetric;
    find("every-metric").addEventListener("change", ({ target }) => {
      everyMetric = target.checked;
      draw();
    });
    find("csv").addEventListener("click", download);
    find("more").addEventListener("click", () => {
      shown += 4 * STEP;
      draw();
    });
  }

  return { begin, draw, csv, shown: () => rows().slice(0, shown) };
})();
