-- What the dashboards ask for, so that a panel's SQL stays short and answers at once.

ALTER TABLE region ADD COLUMN longitude double precision, ADD COLUMN latitude double precision;
COMMENT ON COLUMN region.longitude IS 'degrees east (WGS84) of a point inside it; null of the country';
COMMENT ON COLUMN region.latitude IS 'degrees north (WGS84) of the same point';

-- Written by nobody: it follows from mentions, and spares reading them where they are only counted.
ALTER TABLE page ADD COLUMN mention_count integer GENERATED ALWAYS AS (jsonb_array_length(mentions)) STORED;
COMMENT ON COLUMN page.mention_count IS 'how many mentions the page has';

CREATE INDEX page_published ON page (published) INCLUDE (paragraphs, kept, repeated, mention_count);
CREATE INDEX page_corrected ON page (published) WHERE corrected > 0;
CREATE INDEX mention_day ON mention (day, fate);

CREATE VIEW scope AS
SELECT * FROM (VALUES ('current', '现有 current', 1), ('new', '新增 new', 2), ('cumulative', '累计 cumulative', 3))
    AS scope (id, label, rank);
COMMENT ON VIEW scope IS 'The scopes of a figure with their labels, in the order in which they are offered.';

CREATE VIEW region_choice AS
SELECT code AS above, code, '全部 All' AS label FROM region
UNION ALL
SELECT parent, code, name FROM region WHERE parent NOT IN (0, 100000);
COMMENT ON VIEW region_choice IS 'What may be chosen below a region: all of it, under its own code, or a division next below. The code of the region is the least.';

CREATE VIEW region_below AS
SELECT within.region, within.ancestor, region.level, region.parent = within.ancestor AS next
FROM region_within AS within
JOIN region ON region.code = within.region
WHERE within.region <> within.ancestor
UNION ALL
SELECT code, parent, level, true FROM region WHERE level = 'zone';
COMMENT ON VIEW region_below IS 'Every region with each one that it lies in, its level, and whether it is next below it; a zone with the one that holds it.';

CREATE VIEW shown_figure AS
SELECT figure.region,
       figure.region_name,
       figure.region_level,
       figure.region_parent,
       figure.metric,
       figure.scope,
       scope.label AS scope_label,
       figure.day,
       figure.day::timestamp AT TIME ZONE 'Asia/Shanghai' AS time,
       (extract(epoch FROM figure.day::timestamp AT TIME ZONE 'Asia/Shanghai') * 1000)::bigint::text AS at,
       figure.value,
       CASE figure.basis WHEN 'stated' THEN figure.value END AS stated,
       CASE figure.basis WHEN 'parts' THEN figure.value END AS summed,
       CASE figure.modifier WHEN 'over' THEN '≥' WHEN 'about' THEN '≈' WHEN 'under' THEN '≤' ELSE '' END AS sign,
       CASE figure.basis WHEN 'stated' THEN '直述 stated' ELSE '合计 summed' END AS basis,
       CASE WHEN figure.basis = 'stated' THEN ''
            WHEN figure.parts_of = 0 THEN figure.parts || ' 处 places'
            ELSE figure.parts || '/' || figure.parts_of END AS coverage,
       figure.parts,
       figure.parts_of,
       figure.reports,
       point.longitude,
       point.latitude
FROM (
    -- What no chart can draw is left out: a hostile page must not break a panel.
    SELECT region, region_name, region_level, region_parent, metric, scope, day,
           CASE WHEN value < 1e100 THEN value::double precision END AS value,
           modifier, basis, parts, parts_of, reports
    FROM figure
    WHERE isfinite(day)) AS figure
LEFT JOIN scope ON scope.id = figure.scope
LEFT JOIN region AS point ON point.code = figure.region;
COMMENT ON VIEW shown_figure IS 'Figures as dashboards show them: time is the beginning of the day in Shanghai, at the same in milliseconds, stated and summed values apart, coverage 3/10 of a sum.';

CREATE VIEW shown_mention AS
SELECT mention.fact,
       mention.page,
       mention.page_key,
       mention.number,
       mention.page_key || '#' || mention.number AS name,
       mention.metric,
       mention.region,
       mention.scope,
       mention.day,
       CASE WHEN mention.value < 1e100 THEN mention.value::double precision END AS value,
       CASE mention.modifier WHEN 'over' THEN '≥' WHEN 'about' THEN '≈' WHEN 'under' THEN '≤' ELSE '' END AS sign,
       CASE mention.fate WHEN 'counted' THEN '计入 counted' WHEN 'reprinted' THEN '转载 reprinted'
            ELSE mention.fate END AS fate,
       mention.paper,
       mention.published,
       CASE WHEN mention.url ~* '^https?://[^[:space:][:cntrl:]"''<>\\]+$' AND length(mention.url) <= 2000
            THEN mention.url END AS url,
       left(mention.quote, 200) AS quote,
       CASE WHEN length(mention.sentence) > 600 THEN left(mention.sentence, 600) || '…' ELSE mention.sentence END AS sentence,
       mention.rule,
       mention.rules,
       mention.region_why,
       CASE WHEN mention.value_read < 1e100 THEN mention.value_read::double precision END AS value_read,
       left(mention.correction, 200) AS correction
FROM mention_text AS mention;
COMMENT ON VIEW shown_mention IS 'Mentions as dashboards show them: long texts cut, an address only where it is one of the web.';

CREATE VIEW shown_evidence AS
SELECT fact.figure_region,
       fact.metric,
       fact.scope,
       fact.day,
       region.name AS region_name,
       left(fact.place, 100) AS place,
       fact.reports,
       mention.fact,
       mention.page_key,
       mention.name,
       mention.value,
       mention.sign,
       mention.fate,
       mention.paper,
       mention.published,
       mention.url,
       mention.quote,
       mention.sentence,
       mention.rule,
       mention.rules,
       mention.region_why,
       mention.value_read,
       mention.correction
FROM figure_fact AS fact
JOIN shown_mention AS mention ON mention.fact = fact.reference
LEFT JOIN region ON region.code = fact.region;
COMMENT ON VIEW shown_evidence IS 'From each figure to the mentions behind it, as dashboards show them.';

CREATE VIEW figure_neighbour AS
SELECT figure.region, figure.metric, figure.scope, figure.day,
       fact.day AS other_day, fact.day - figure.day AS days_apart, fact.value AS other_value, fact.modifier AS other_modifier,
       'stated' AS other_basis, fact.reports AS other_reports, fact.reference AS other_fact, figure.value
FROM region_figure AS figure
JOIN fact ON fact.region = figure.region AND fact.metric = figure.metric AND fact.scope = figure.scope
    AND fact.day BETWEEN figure.day - 7 AND figure.day + 7 AND fact.place = '' AND fact.value <> figure.value
UNION ALL
SELECT figure.region, figure.metric, figure.scope, figure.day,
       other.day, other.day - figure.day, other.value, other.modifier,
       'parts', other.reports, NULL, figure.value
FROM region_figure AS figure
JOIN region_figure AS other ON other.region = figure.region AND other.metric = figure.metric AND other.scope = figure.scope
    AND other.day BETWEEN figure.day - 7 AND figure.day + 7 AND other.basis = 'parts' AND other.value <> figure.value;
COMMENT ON VIEW figure_neighbour IS 'For every figure what was said of the same region, metric and scope within seven days and disagrees: other statements, and sums of other days.';

CREATE OR REPLACE VIEW page_fate AS
SELECT current_page.reference AS page,
       current_page.page_key,
       current_page.mention_count AS mentions,
       count(mention.number) FILTER (WHERE fate = 'counted')::integer AS counted,
       count(mention.number) FILTER (WHERE fate = 'reprinted')::integer AS reprinted,
       count(mention.number) FILTER (WHERE fate = 'retold')::integer AS retold,
       count(mention.number) FILTER (WHERE fate = 'unplaced')::integer AS unplaced,
       count(mention.number) FILTER (WHERE fate = 'dropped')::integer AS dropped,
       current_page.published
FROM (
    SELECT reference, page_key, mention_count, published
    FROM page
    WHERE NOT withdrawn
      AND NOT EXISTS (
        SELECT FROM page AS later
        WHERE later.page_key = page.page_key
          AND (later.revision, later.corrected, later.content) > (page.revision, page.corrected, page.content))
) AS current_page
LEFT JOIN mention ON mention.page = current_page.reference
GROUP BY current_page.reference, current_page.page_key, current_page.mention_count, current_page.published;
COMMENT ON VIEW page_fate IS 'What became of the mentions of every page that holds; law: mentions = counted + reprinted + retold + unplaced + dropped.';

CREATE VIEW law AS
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
SELECT 'mentions', '提及 mentions = counted + reprinted + retold + unplaced + dropped (最近七天 last 7 days)',
       coalesce(sum(mentions), 0), coalesce(sum(counted + reprinted + retold + unplaced + dropped), 0),
       count(*) FILTER (WHERE mentions <> counted + reprinted + retold + unplaced + dropped)
FROM page_fate
WHERE published > (SELECT max(published) - 7 FROM page);
COMMENT ON VIEW law IS 'The sums of law 1, with how many rows break each. Mentions are counted of the pages of the last seven days of publication; audit looks at all.';
