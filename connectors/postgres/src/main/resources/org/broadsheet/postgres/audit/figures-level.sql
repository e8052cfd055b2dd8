-- The figures of one level (its regions are in audit_level), where those of the levels below are there already.
INSERT INTO audit_figure (region, metric, scope, day, value, modifier, basis, parts, parts_of, reports)
WITH part AS (
    SELECT child.parent AS region, below.metric, below.scope, below.day, below.value, below.modifier, below.reports
    FROM audit_figure AS below
    JOIN audit_child AS child ON child.child = below.region
    JOIN audit_level AS level ON level.region = child.parent
    UNION ALL
    SELECT place.region, place.metric, place.scope, place.day, place.value, place.modifier, place.reports
    FROM audit_place AS place
    JOIN audit_level AS level ON level.region = place.region
), total AS (
    SELECT region, metric, scope, day,
           sum(value) AS value,
           count(*) AS parts,
           bool_and(modifier = 'exact') AS all_exact,
           bool_or(modifier = 'about') AS any_about,
           bool_or(modifier = 'over') AS any_over,
           bool_or(modifier = 'under') AS any_under,
           min(reports) AS reports
    FROM part
    GROUP BY region, metric, scope, day
), children AS (
    SELECT parent AS region, count(*) AS parts_of FROM audit_child GROUP BY parent
), figures AS (
    SELECT region, metric, scope, day, value, modifier, 'stated' AS basis, 0 AS parts, reports
    FROM audit_stated JOIN audit_level AS level USING (region)
    UNION ALL
    SELECT region, metric, scope, day, total.value,
           CASE
               WHEN parts < coalesce(parts_of, 0) AND (metric.kind = 'stock' OR scope = 'cumulative') THEN 'over'
               WHEN all_exact THEN 'exact'
               WHEN any_about OR (any_over AND any_under) THEN 'about'
               WHEN any_over THEN 'over'
               ELSE 'under'
           END,
           'parts', parts, total.reports
    FROM total
    LEFT JOIN children USING (region)
    LEFT JOIN metric ON metric.id = total.metric
    WHERE NOT EXISTS (
        SELECT FROM audit_stated AS stated
        WHERE stated.region = total.region AND stated.metric = total.metric
          AND stated.scope = total.scope AND stated.day = total.day)
)
SELECT region, metric, scope, day, value, modifier, basis, parts, coalesce(parts_of, 0), reports
FROM figures LEFT JOIN children USING (region);
