-- What dashboards read.

CREATE VIEW current_page AS
SELECT page.*
FROM page
WHERE NOT withdrawn
  AND NOT EXISTS (
    SELECT FROM page AS later
    WHERE later.page_key = page.page_key
      AND (later.revision, later.content) > (page.revision, page.content));
COMMENT ON VIEW current_page IS 'The content that holds of every page: the greatest by revision and content; withdrawn pages are out.';

CREATE VIEW page_conflict AS
SELECT page_key, revision, count(DISTINCT content)::integer AS contents, min(content) AS least, max(content) AS holds
FROM page
GROUP BY page_key, revision
HAVING count(DISTINCT content) > 1;
COMMENT ON VIEW page_conflict IS 'Pages sent with two contents under one key and revision; the greatest holds.';

CREATE VIEW figure AS
SELECT region_figure.region,
       region.name AS region_name,
       region.level AS region_level,
       region.parent AS region_parent,
       region_figure.metric,
       metric.label_zh,
       metric.label_en,
       metric.unit,
       metric.kind,
       region_figure.scope,
       region_figure.day,
       region_figure.value,
       region_figure.modifier,
       region_figure.basis,
       region_figure.parts,
       region_figure.parts_of,
       region_figure.reports
FROM region_figure
LEFT JOIN region ON region.code = region_figure.region
LEFT JOIN metric ON metric.id = region_figure.metric;
COMMENT ON VIEW figure IS 'Figures with the names of their regions and metrics.';

CREATE VIEW latest_figure AS
SELECT figure.*
FROM figure
WHERE NOT EXISTS (
    SELECT FROM region_figure AS later
    WHERE later.region = figure.region
      AND later.metric = figure.metric
      AND later.scope = figure.scope
      AND later.day > figure.day);
COMMENT ON VIEW latest_figure IS 'The figure of the last day of each region, metric and scope.';

CREATE VIEW region_within AS
SELECT code AS region, code AS ancestor FROM region
UNION ALL
SELECT code, parent FROM region WHERE level <> 'zone' AND parent <> 0
UNION ALL
SELECT region.code, above.parent
FROM region JOIN region AS above ON above.code = region.parent
WHERE region.level <> 'zone' AND above.parent <> 0
UNION ALL
SELECT region.code, higher.parent
FROM region JOIN region AS above ON above.code = region.parent JOIN region AS higher ON higher.code = above.parent
WHERE region.level <> 'zone' AND higher.parent <> 0;
COMMENT ON VIEW region_within IS 'Every region with itself and each region it is summed into.';

CREATE VIEW figure_fact AS
SELECT figure.region AS figure_region, fact.*
FROM region_figure AS figure
JOIN region_within ON region_within.ancestor = figure.region
JOIN fact ON fact.region = region_within.region
    AND fact.metric = figure.metric AND fact.scope = figure.scope AND fact.day = figure.day
WHERE CASE figure.basis
    WHEN 'stated' THEN fact.region = figure.region AND fact.place = ''
    ELSE NOT EXISTS (
        -- what a region between the two states hides what its parts say
        SELECT FROM region_within AS up
        JOIN region_within AS down ON down.region = up.ancestor AND down.ancestor = figure.region
        JOIN region_figure AS between_them ON between_them.region = up.ancestor
            AND between_them.metric = figure.metric AND between_them.scope = figure.scope
            AND between_them.day = figure.day
        WHERE up.region = fact.region AND up.ancestor <> figure.region AND between_them.basis = 'stated'
            AND NOT (up.ancestor = fact.region AND fact.place = ''))
    END;
COMMENT ON VIEW figure_fact IS 'The facts behind each figure: the statements about its region, or those about its parts.';

CREATE VIEW evidence AS
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
       mention.page,
       mention.number,
       mention.fate,
       page.source AS paper,
       page.published,
       page.page_key,
       page.revision,
       page.url,
       mention.article,
       page.sentences -> mention.sentence ->> 'text' AS sentence,
       mention.quote,
       mention.start_offset,
       mention.end_offset,
       mention.rule,
       mention.region_why,
       page.rules
FROM figure
JOIN figure_fact ON figure_fact.figure_region = figure.region
    AND figure_fact.metric = figure.metric AND figure_fact.scope = figure.scope AND figure_fact.day = figure.day
JOIN mention ON mention.fact = figure_fact.reference
JOIN page ON page.reference = mention.page
LEFT JOIN region AS fact_region ON fact_region.code = figure_fact.region;
COMMENT ON VIEW evidence IS 'From each figure to its facts, their mentions, the sentence, the paper, the day and the rules.';
