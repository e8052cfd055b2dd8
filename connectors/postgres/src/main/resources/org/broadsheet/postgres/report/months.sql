-- Of the days before: of each region above the counties the last figure of each month, as many whole months as have at
-- most so many together. Where not one month has so few, those of the provinces and the country alone.
WITH room AS (
    SELECT ?::date AS before, ?::integer AS most
), last_of_month AS (
    SELECT DISTINCT ON (region, metric, scope, date_trunc('month', day)) *, date_trunc('month', day) AS month
    FROM figure
    WHERE day < (SELECT before FROM room) AND region_level IN ('country', 'province', 'prefecture')
    ORDER BY region, metric, scope, date_trunc('month', day), day DESC
), months AS (
    SELECT month,
           sum(count(*)) OVER newest_first AS up_to,
           sum(count(*) FILTER (WHERE region_level <> 'prefecture')) OVER newest_first AS wide_up_to
    FROM last_of_month
    GROUP BY month
    WINDOW newest_first AS (ORDER BY month DESC)
), held AS (
    SELECT coalesce(min(up_to) <= (SELECT most FROM room), false) AS whole FROM months
)
SELECT region, coalesce(region_name, ''), metric, coalesce(label_zh, ''), scope, day, value,
       modifier, basis, parts, parts_of, reports
FROM last_of_month
CROSS JOIN held
CROSS JOIN room
WHERE month IN (SELECT month FROM months WHERE CASE WHEN held.whole THEN up_to ELSE wide_up_to END <= room.most)
  AND (held.whole OR region_level <> 'prefecture')
ORDER BY day DESC, region, metric, scope
