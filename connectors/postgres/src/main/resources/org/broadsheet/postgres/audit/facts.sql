-- Every fact again from the mentions: those counted say what it is, those counted or reprinted how often.
CREATE TEMPORARY TABLE audit_fact ON COMMIT DROP AS
WITH report AS (
    SELECT mention.fact,
           count(DISTINCT CASE WHEN page.source = '' THEN 'page ' || page.page_key ELSE 'paper ' || page.source END)
               AS reports,
           count(*) AS mentions,
           min(page.published) AS first_published,
           max(page.published) AS last_published
    FROM mention
    JOIN page ON page.reference = mention.page
    WHERE mention.fate IN ('counted', 'reprinted') AND mention.fact IS NOT NULL
    GROUP BY mention.fact
), said AS (
    SELECT DISTINCT fact, metric, region, place, scope, value, modifier, day
    FROM mention
    WHERE fate = 'counted' AND fact IS NOT NULL
)
SELECT said.fact AS reference, metric, region, place, scope, value, modifier, day,
       reports::integer, mentions::integer, first_published, last_published
FROM said JOIN report USING (fact);
