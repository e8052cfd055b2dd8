-- Of the days before: of each region above the counties the last figure of each month, as many whole months as have at
-- most so many together.
WITH last_of_month AS (
    SELECT DISTINCT ON (region, metric, scope, date_trunc('month', day)) *, date_trunc('month', day) AS month
    FROM figure
    WHERE day < ? AND region_level IN ('country', 'province', 'prefecture')
    ORDER BY region, metric, scope, date_trunc('month', day), day DESC
), months AS (
    SELECT month, sum(count(*)) OVER (ORDER BY month DESC) AS up_to
    FROM last_of_month
    GROUP BY month
)
SELECT region, coalesce(region_name, ''), metric, coalesce(label_zh, ''), scope, day, value,
       modifier, basis, parts, parts_of, reports
FROM last_of_month
WHERE month IN (SELECT month FROM months WHERE up_to <= ?)
ORDER BY day DESC, region, metric, scope
