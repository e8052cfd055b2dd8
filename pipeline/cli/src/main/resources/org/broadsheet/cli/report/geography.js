"use strict";
/** Outlines as ECharts wants them, of the parts of one region: those of 140000 are its eleven cities. */
const Geography = (() => {
  let boundaries;
  const known = new Map();

  function layers() {
    boundaries ??= JSON.parse(Elements.find("boundaries").textContent);
    return boundaries;
  }

  /** The points of a line in degrees; its numbers are deltas. */
  function line(layer, number) {
    const deltas = layer.lines[number < 0 ? ~number : number];
    const points = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i < deltas.length; i += 2) {
      x += deltas[i];
      y += deltas[i + 1];
      points.push([layer.origin[0] + x * layer.scale[0], layer.origin[1] + y * layer.scale[1]]);
    }
    return number < 0 ? points.reverse() : points;
  }

  const joined = (layer, numbers) => numbers.flatMap((number, at) => line(layer, number).slice(at === 0 ? 0 : 1));

  function outline(code) {
    const { county, prefecture, province } = layers();
    const layer = [county, prefecture, province].find((one) => one.shapes[code] !== undefined);
    return layer && layer.shapes[code].map((polygon) => polygon.map((ring) => joined(layer, ring)));
  }

  function feature(region) {
    const coordinates = outline(region.code);
    return coordinates && { type: "Feature", properties: { name: String(region.code) }, geometry: { type: "MultiPolygon", coordinates } };
  }

  function dashes() {
    const layer = layers().dashes;
    const coordinates = Object.values(layer.shapes).flatMap((lines) => lines.map((numbers) => joined(layer, numbers)));
    return { type: "Feature", properties: { name: "dashes" }, geometry: { type: "MultiLineString", coordinates } };
  }

  /** The parts of a region that have outlines. */
  const parts = (region) => region.children.map(feature).filter((one) => one !== undefined);

  /** Registers the map of a region, once; its name, how it is drawn, and where its parts are. */
  function map(region) {
    const name = `region-${region.code}`;
    if (!known.has(name)) {
      const features = parts(region);
      const aspect = middle(features);
      const centres = new Map(features.map((one) => [Number(one.properties.name), centre(one, aspect)]));
      if (region.level === "country") {
        features.push(dashes());
      }
      echarts.registerMap(name, { geoJSON: { type: "FeatureCollection", features } });
      known.set(name, { name, aspect, centres });
    }
    return known.get(name);
  }

  /** The middle of the largest piece: [east, north] as the map draws it. */
  function centre({ geometry: { coordinates } }, aspect) {
    const boxes = coordinates.map(([ring]) => {
      const [x, y] = [0, 1].map((axis) => ring.map((point) => point[axis]));
      return [x, y].map((of) => [of.reduce((a, b) => Math.min(a, b)), of.reduce((a, b) => Math.max(a, b))]);
    });
    const size = ([x, y]) => (x[1] - x[0]) * (y[1] - y[0]);
    const [x, y] = boxes.reduce((a, b) => (size(a) >= size(b) ? a : b));
    return [((x[0] + x[1]) / 2) * aspect, (y[0] + y[1]) / 2];
  }

  /** How much narrower a degree of longitude is than one of latitude, in the middle of these outlines. */
  function middle(features) {
    const latitudes = features.flatMap(({ geometry }) => geometry.coordinates.flat(geometry.type === "MultiPolygon" ? 2 : 1).map((point) => point[1]));
    if (latitudes.length === 0) {
      return 1;
    }
    const least = latitudes.reduce((a, b) => Math.min(a, b));
    const most = latitudes.reduce((a, b) => Math.max(a, b));
    return Math.cos(((least + most) / 2) * (Math.PI / 180));
  }

  return { map };
})();
