SELECT concat_ws('|', region, metric, scope, day, value, modifier, basis, parts, parts_of, reports)
FROM region_figure
