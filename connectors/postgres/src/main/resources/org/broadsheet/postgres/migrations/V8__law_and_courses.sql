-- The sums of law 1 look at the pages of seven days alone, where all pages were joined with themselves; the course of a stock in
-- one pass over its facts.

CREATE OR REPLACE VIEW law AS
SELECT 'offsets' AS law, '偏移 offsets passed = read + rejected' AS label,
       coalesce(sum(next - first), 0)::double precision AS whole,
       coalesce(sum(read + rejected), 0)::double precision AS parts,
       count(*) FILTER (WHERE next - first <> read + rejected) AS broken
FROM intake
UNION ALL
SELECT 'paragraphs', '段落 paragraphs = kept + repeated',
       coalesce(sum(paragraphs), 0), coalesce(sum(kept + repeated), 0),
       count(*) FILTER (WHERE paragraphs <> kept + repeated)
FROM page
UNION ALL
SELECT 'mentions', '提及 mentions = counted + reprinted + retold + unplaced + dropped + closed (最近七天 last 7 days)',
       coalesce(sum(mention_count), 0), coalesce(sum(fates), 0), count(*) FILTER (WHERE mention_count <> fates)
FROM page
CROSS JOIN LATERAL (SELECT count(*) AS fates FROM mention WHERE mention.page = page.reference) AS told
WHERE published > (SELECT max(published) - 7 FROM page)
  AND NOT withdrawn
  -- Counted, not asked for by EXISTS: the database would join all pages with themselves.
  AND 0 = (
    SELECT count(*)
    FROM page AS later
    WHERE later.page_key = page.page_key
      AND (later.revision, later.corrected, later.content) > (page.revision, page.corrected, page.content));
COMMENT ON VIEW law IS 'The sums of law 1, with how many rows break each. Mentions are counted of the pages of the last seven days of publication; audit looks at all.';

CREATE VIEW stock_course AS
SELECT region.code AS region, metric.id AS metric, scope.id AS scope, course.day, course.value, course.parts
FROM region
CROSS JOIN metric
CROSS JOIN scope
CROSS JOIN LATERAL (
    WITH said AS MATERIALIZED (
        -- of each region and place on each day the largest statement
        SELECT fact.region, fact.place, fact.day, max(fact.value) AS value
        FROM region_within AS within
        JOIN fact ON fact.region = within.region AND fact.metric = metric.id AND fact.scope = scope.id
        WHERE within.ancestor = region.code AND isfinite(fact.day)
        GROUP BY fact.region, fact.place, fact.day
    ), part AS (
        SELECT said.region, said.place, min(said.day) AS since
        FROM said
        GROUP BY said.region, said.place
    ), hidden AS (
        -- from what day on the statements about what is around a part take its place
        SELECT part.region, part.place, min(around.since) AS day
        FROM part
        JOIN region_within AS up ON up.region = part.region
        JOIN part AS around ON around.region = up.ancestor
        WHERE CASE WHEN around.place = '' THEN up.ancestor <> part.region OR part.place <> ''
                   ELSE up.ancestor = part.region AND around.place <> part.place
                       AND starts_with(part.place, around.place) END
        GROUP BY part.region, part.place
    ), held AS (
        SELECT said.day,
               said.value,
               lag(said.value) OVER of_part AS before,
               lead(said.day) OVER of_part AS next,
               hidden.day AS until
        FROM said
        LEFT JOIN hidden ON hidden.region = said.region AND hidden.place = said.place
        WINDOW of_part AS (PARTITION BY said.region, said.place ORDER BY said.day)
    ), step AS (
        SELECT held.day, held.value - coalesce(held.before, 0) AS more, (held.before IS NULL)::integer AS parts
        FROM held
        WHERE held.until IS NULL OR held.day < held.until
        UNION ALL
        SELECT held.until, -held.value, -1
        FROM held
        WHERE held.day < held.until AND (held.next IS NULL OR held.next >= held.until)
    )
    SELECT step.day,
           sum(sum(step.more)) OVER (ORDER BY step.day) AS value,
           (sum(sum(step.parts)) OVER (ORDER BY step.day))::integer AS parts
    FROM step
    GROUP BY step.day) AS course
WHERE metric.kind = 'stock';
COMMENT ON VIEW stock_course IS 'How a stock went on: what the view stock has, on each day that anything was said of the region or its parts, in one pass. Ask for a region, a metric and a scope: 140100, test_sites, current.';
