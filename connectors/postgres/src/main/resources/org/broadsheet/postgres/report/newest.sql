-- The figures of the newest days: as many whole days as have at most so many figures together. Of a newest day that
-- alone has more, those of the widest regions.
WITH days AS (
    SELECT day, sum(count(*)) OVER (ORDER BY day DESC) AS up_to
    FROM region_figure
    GROUP BY day
)
SELECT region, coalesce(region_name, ''), metric, coalesce(label_zh, ''), scope, day, value,
       modifier, basis, parts, parts_of, reports
FROM figure
WHERE day >= (SELECT coalesce(min(day) FILTER (WHERE up_to <= ?), max(day)) FROM days)
ORDER BY day DESC, array_position(ARRAY['country', 'province', 'prefecture', 'county', 'zone'], region_level),
         region, metric, scope
LIMIT ?
