-- Each statement about a region itself, and each about an outermost place in it: the largest one of that day.
-- Of equal values the modifier in the order over, exact, about, under; then the most reports.
CREATE TEMPORARY TABLE audit_stated ON COMMIT DROP AS
SELECT DISTINCT ON (region, metric, scope, day) region, metric, scope, day, value, modifier, reports
FROM fact
WHERE place = ''
ORDER BY region, metric, scope, day, value DESC, array_position(ARRAY['over', 'exact', 'about', 'under'], modifier),
    reports DESC;

CREATE TEMPORARY TABLE audit_place ON COMMIT DROP AS
SELECT DISTINCT ON (region, metric, scope, day, place) region, metric, scope, day, place, value, modifier, reports
FROM fact
WHERE place <> ''
  AND NOT EXISTS (
    SELECT FROM fact AS around
    WHERE around.region = fact.region AND around.metric = fact.metric
      AND around.scope = fact.scope AND around.day = fact.day
      AND around.place <> '' AND around.place <> fact.place
      AND starts_with(fact.place, around.place))
ORDER BY region, metric, scope, day, place, value DESC,
    array_position(ARRAY['over', 'exact', 'about', 'under'], modifier), reports DESC;

CREATE TEMPORARY TABLE audit_child ON COMMIT DROP AS
SELECT parent, code AS child
FROM region
WHERE level IN ('country', 'province', 'prefecture', 'county') AND parent <> 0;

CREATE TEMPORARY TABLE audit_figure (LIKE region_figure) ON COMMIT DROP;
