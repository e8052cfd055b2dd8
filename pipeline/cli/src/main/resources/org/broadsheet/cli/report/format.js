"use strict";
/** Numbers and days as people read them: 1.33亿 for 132555000, 2022年11月22日. */
const Format = (() => {
  const MILLISECONDS_A_DAY = 86400000;
  /** Made once: to make one takes longer than to write a table's column. */
  const PLAIN = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });
  const SIGNS = { over: "≥", about: "≈", under: "≤", exact: "" };

  /** A value too long for a number comes as text and stays as it is. */
  function number(value) {
    return typeof value === "string" ? value : PLAIN.format(value);
  }

  function short(value) {
    const size = Number(value);
    if (!Language.isChinese()) {
      return size.toLocaleString("en-US", { notation: "compact", maximumFractionDigits: 1 });
    }
    for (const [unit, least] of [["亿", 1e8], ["万", 1e4]]) {
      if (Math.abs(size) >= least) {
        return `${(size / least).toLocaleString("en-US", { maximumFractionDigits: 2 })}${unit}`;
      }
    }
    return number(size);
  }

  const value = (figure) => SIGNS[figure.modifier] + number(figure.value);
  const iso = (day) => new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);

  function day(epochDay) {
    const date = new Date(epochDay * MILLISECONDS_A_DAY);
    return Language.isChinese()
      ? `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
      : date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }

  /** 11月22日, or with its year where that is not this page's newest. */
  function shortDay(epochDay) {
    const year = (of) => new Date(of * MILLISECONDS_A_DAY).getUTCFullYear();
    if (year(epochDay) !== year(Figures.newest())) {
      return iso(epochDay);
    }
    const date = new Date(epochDay * MILLISECONDS_A_DAY);
    return Language.isChinese()
      ? `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
      : date.toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
  }

  const metric = (of) => (Language.isChinese() ? of.zh : of.en);
  const scope = (name) => (Language.has(name) ? Language.text(name) : name);

  /** 报道原数, or 合计 3/10 个下级地区. */
  function basis(figure) {
    return figure.basis === "stated" ? Language.text("stated") : `${Language.text("summed")} ${parts(figure)}`;
  }

  /** 报道原数, or 合计 3/10 where there is little room. */
  function shortBasis(figure) {
    return figure.basis === "stated" ? Language.text("stated") : `${Language.text("summed")} ${coverage(figure)}`;
  }

  const coverage = (figure) => (figure.partsOf === 0 ? String(figure.parts) : `${figure.parts}/${figure.partsOf}`);

  function parts(figure) {
    return figure.partsOf === 0 ? Language.text("parts", figure.parts) : Language.text("partsOf", figure.parts, figure.partsOf);
  }

  return { number, short, value, iso, day, shortDay, metric, scope, basis, shortBasis, coverage, parts, time: (epochDay) => epochDay * MILLISECONDS_A_DAY };
})();
