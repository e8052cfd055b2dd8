-- A person may correct a mention: the page is sent again with its corrections. And stocks carried forward.

ALTER TABLE page
    ADD COLUMN corrected bigint NOT NULL DEFAULT 0,
    ADD COLUMN corrections jsonb NOT NULL DEFAULT '[]';
ALTER TABLE page ALTER COLUMN corrected DROP DEFAULT, ALTER COLUMN corrections DROP DEFAULT;
ALTER TABLE staged_page ADD COLUMN corrected bigint, ADD COLUMN corrections jsonb;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['page', 'staged_page'] LOOP
        EXECUTE format('COMMENT ON COLUMN %I.corrected IS %L', name,
            'how many corrections were made of this revision, undoing included; of one revision the greatest holds');
        EXECUTE format('COMMENT ON COLUMN %I.corrections IS %L', name,
            'those in force: [{quote, start, metric, value or dropped, why, mentions, unmatched}]; start and metric where they matter; mentions by number');
        EXECUTE format('COMMENT ON COLUMN %I.mentions IS %L', name,
            'words of each mention, by its number: [{article, sentence, start, end, quote, rule, region_why, correction}]; offsets in the decoded page; correction, where there is one, is {read, value or dropped, why}');
    END LOOP;
END
$$;
COMMENT ON COLUMN page.content IS 'SHA-256 of value and headers, 64 hexadecimal digits; of one revision and as many corrections the greatest holds';
COMMENT ON COLUMN mention.fate IS 'counted, reprinted, retold, unplaced, dropped';
COMMENT ON COLUMN mention.value IS 'in the base unit of the metric; where a person has changed it, that value';
COMMENT ON COLUMN mention.fact IS 'reference of the fact it reports, its original''s where reprinted; null where retold, unplaced or dropped';

CREATE OR REPLACE VIEW current_page AS
SELECT page.*
FROM page
WHERE NOT withdrawn
  AND NOT EXISTS (
    SELECT FROM page AS later
    WHERE later.page_key = page.page_key
      AND (later.revision, later.corrected, later.content) > (page.revision, page.corrected, page.content));
COMMENT ON VIEW current_page IS 'The content that holds of every page: the greatest by revision, corrections and content; withdrawn pages are out.';

CREATE OR REPLACE VIEW page_conflict AS
SELECT page_key, revision, count(DISTINCT content)::integer AS contents, min(content) AS least, max(content) AS holds,
       corrected
FROM page
GROUP BY page_key, revision, corrected
HAVING count(DISTINCT content) > 1;
COMMENT ON VIEW page_conflict IS 'Pages sent with two contents under one key, revision and number of corrections; the greatest holds.';

CREATE OR REPLACE VIEW mention_text AS
SELECT mention.*,
       page.source AS paper,
       page.published,
       page.page_key,
       page.revision,
       page.url,
       page.rules,
       (page.mentions -> mention.number ->> 'article')::integer AS article,
       page.sentences -> (page.mentions -> mention.number ->> 'sentence')::integer ->> 'text' AS sentence,
       (page.mentions -> mention.number ->> 'start')::integer AS start_offset,
       (page.mentions -> mention.number ->> 'end')::integer AS end_offset,
       page.mentions -> mention.number ->> 'quote' AS quote,
       page.mentions -> mention.number ->> 'rule' AS rule,
       page.mentions -> mention.number ->> 'region_why' AS region_why,
       (page.mentions -> mention.number -> 'correction' ->> 'read')::numeric AS value_read,
       page.mentions -> mention.number -> 'correction' ->> 'why' AS correction
FROM mention
JOIN page ON page.reference = mention.page;
COMMENT ON VIEW mention_text IS 'Every mention with its words, its paper and its day of publication; where a person has corrected it, with the value as it was read and the reason.';

CREATE OR REPLACE VIEW evidence AS
SELECT figure.region,
       figure.region_name,
       figure.metric,
       figure.label_zh,
       figure.label_en,
       figure.scope,
       figure.day,
       figure.value,
       figure.modifier,
       figure.basis,
       figure_fact.reference AS fact,
       figure_fact.region AS fact_region,
       fact_region.name AS fact_region_name,
       figure_fact.place AS fact_place,
       figure_fact.value AS fact_value,
       figure_fact.modifier AS fact_modifier,
       figure_fact.reports AS fact_reports,
       mention_text.page,
       mention_text.number,
       mention_text.fate,
       mention_text.paper,
       mention_text.published,
       mention_text.page_key,
       mention_text.revision,
       mention_text.url,
       mention_text.article,
       mention_text.sentence,
       mention_text.quote,
       mention_text.start_offset,
       mention_text.end_offset,
       mention_text.rule,
       mention_text.region_why,
       mention_text.rules,
       mention_text.value_read,
       mention_text.correction
FROM figure
JOIN figure_fact ON figure_fact.figure_region = figure.region
    AND figure_fact.metric = figure.metric AND figure_fact.scope = figure.scope AND figure_fact.day = figure.day
JOIN mention_text ON mention_text.fact = figure_fact.reference
LEFT JOIN region AS fact_region ON fact_region.code = figure_fact.region;
COMMENT ON VIEW evidence IS 'From each figure to its facts, their mentions, the sentence, the paper, the day, the rules and a person''s correction.';

CREATE OR REPLACE VIEW page_fate AS
SELECT current_page.reference AS page,
       current_page.page_key,
       jsonb_array_length(current_page.mentions) AS mentions,
       count(mention.number) FILTER (WHERE fate = 'counted')::integer AS counted,
       count(mention.number) FILTER (WHERE fate = 'reprinted')::integer AS reprinted,
       count(mention.number) FILTER (WHERE fate = 'retold')::integer AS retold,
       count(mention.number) FILTER (WHERE fate = 'unplaced')::integer AS unplaced,
       count(mention.number) FILTER (WHERE fate = 'dropped')::integer AS dropped
FROM current_page
LEFT JOIN mention ON mention.page = current_page.reference
GROUP BY current_page.reference, current_page.page_key, current_page.mentions;
COMMENT ON VIEW page_fate IS 'What became of the mentions of every page that holds; law: mentions = counted + reprinted + retold + unplaced + dropped.';

CREATE VIEW page_correction AS
SELECT said.page_key,
       said.revision,
       said.correction ->> 'quote' AS quote,
       (said.correction ->> 'start')::integer AS start_offset,
       coalesce(said.correction ->> 'metric', '') AS metric,
       (said.correction ->> 'value')::numeric AS value,
       said.correction ->> 'why' AS why,
       ARRAY(SELECT jsonb_array_elements_text(said.correction -> 'mentions')::integer) AS mentions,
       CASE
           WHEN holds.reference = said.page THEN CASE WHEN said.correction -> 'unmatched' IS NOT NULL THEN 'unmatched' ELSE 'in force' END
           WHEN holds.revision = said.revision THEN 'undone'
           ELSE 'superseded'
       END AS standing
FROM (
    SELECT DISTINCT ON (page.page_key, page.revision, correction - 'mentions' - 'unmatched')
           page.page_key, page.revision, page.reference AS page, correction
    FROM page
    CROSS JOIN LATERAL jsonb_array_elements(page.corrections) AS correction
    WHERE page.corrected > 0
    ORDER BY page.page_key, page.revision, correction - 'mentions' - 'unmatched', page.corrected DESC, page.content DESC
) AS said
LEFT JOIN current_page AS holds ON holds.page_key = said.page_key;
COMMENT ON VIEW page_correction IS 'Every correction that a person ever made: in force, unmatched (the page has no such mention), undone, or superseded by a later revision of the page, which is read anew without it.';

-- What a stock was on a day: every part's last statement by then, the outermost ones alone.
CREATE VIEW stock_part AS
WITH told AS (
    SELECT region_figure.region, region_figure.metric, region_figure.scope, region_figure.day
    FROM region_figure
    JOIN metric ON metric.id = region_figure.metric
    WHERE metric.kind = 'stock'
)
SELECT told.region,
       told.metric,
       told.scope,
       told.day,
       part.region AS part_region,
       part.place AS part_place,
       part.value,
       part.modifier,
       part.reports,
       part.day AS stated_on,
       told.day - part.day AS age
FROM told
CROSS JOIN LATERAL (
    -- of each region and place the last statement, of that day the largest
    SELECT DISTINCT ON (fact.region, fact.place) fact.*
    FROM region_within
    JOIN fact ON fact.region = region_within.region
        AND fact.metric = told.metric AND fact.scope = told.scope AND fact.day <= told.day
    WHERE region_within.ancestor = told.region
    ORDER BY fact.region, fact.place, fact.day DESC, fact.value DESC,
        array_position(ARRAY['over', 'exact', 'about', 'under'], fact.modifier), fact.reports DESC
) AS part
WHERE NOT EXISTS (
    -- what a region around it, or the region itself for a place in it, states takes its place
    SELECT FROM region_within AS up
    JOIN region_within AS down ON down.region = up.ancestor AND down.ancestor = told.region
    JOIN fact AS around ON around.region = up.ancestor AND around.place = ''
        AND around.metric = told.metric AND around.scope = told.scope AND around.day <= told.day
    WHERE up.region = part.region AND (up.ancestor <> part.region OR part.place <> ''))
  AND NOT EXISTS (
    SELECT FROM fact AS around
    WHERE part.place <> '' AND around.region = part.region AND around.place <> '' AND around.place <> part.place
        AND starts_with(part.place, around.place)
        AND around.metric = told.metric AND around.scope = told.scope AND around.day <= told.day);
COMMENT ON VIEW stock_part IS 'The parts of every stock on every day that has a figure: the last statement of each by then, with its day and its age in days. A region''s own statement hides what its parts say.';

CREATE VIEW stock AS
WITH total AS (
    SELECT region, metric, scope, day,
           sum(value) AS value,
           bool_and(part_region = region AND part_place = '') AS stated,
           count(*)::integer AS parts,
           bool_and(modifier = 'exact') AS all_exact,
           bool_or(modifier = 'about') AS any_about,
           bool_or(modifier = 'over') AS any_over,
           bool_or(modifier = 'under') AS any_under,
           min(reports) AS reports,
           min(stated_on) AS oldest,
           max(age) AS age,
           array_agg(part_region) FILTER (WHERE part_place = '') AS whole_regions,
           array_agg(part_region) AS part_regions
    FROM stock_part
    GROUP BY region, metric, scope, day
)
SELECT total.region,
       region.name AS region_name,
       total.metric,
       total.scope,
       total.day,
       total.value,
       CASE
           WHEN NOT stated AND uncovered.regions > 0 THEN 'over'
           WHEN all_exact THEN 'exact'
           WHEN any_about OR (any_over AND any_under) THEN 'about'
           WHEN any_over THEN 'over'
           ELSE 'under'
       END AS modifier,
       CASE WHEN stated THEN 'stated' ELSE 'parts' END AS basis,
       CASE WHEN stated THEN 0 ELSE total.parts END AS parts,
       CASE WHEN stated THEN 0 ELSE uncovered.regions END AS uncovered,
       total.reports,
       total.oldest,
       total.age
FROM total
LEFT JOIN region ON region.code = total.region
CROSS JOIN LATERAL (
    -- the lowest divisions of the region in which no part lies, and which lie in none
    SELECT count(*)::integer AS regions
    FROM region_within AS lowest
    JOIN region AS division ON division.code = lowest.region AND division.level <> 'zone'
    WHERE lowest.ancestor = total.region AND NOT stated
      AND NOT EXISTS (SELECT FROM region AS child WHERE child.parent = lowest.region AND child.level <> 'zone')
      AND NOT EXISTS (
        SELECT FROM region_within AS up
        WHERE up.region = lowest.region
          AND (up.ancestor = ANY (total.whole_regions)
              OR up.ancestor = lowest.region AND up.ancestor = ANY (total.part_regions)))
) AS uncovered;
COMMENT ON VIEW stock IS 'What every stock was on every day that has a figure, each part''s last statement carried forward: parts summed, lowest divisions not covered, the day and the age in days of the oldest part.';
