-- What the dashboards ask for, so that a panel's SQL stays short and answers at once.

ALTER TABLE region ADD COLUMN longitude double precision, ADD COLUMN latitude double precision;
COMMENT ON COLUMN region.longitude IS 'degrees east (WGS84) of a point inside it; null of the country';
COMMENT ON COLUMN region.latitude IS 'degrees north (WGS84) of the same point';

-- The way up from every region, kept as rows: looked up for each fact behind a figure. Whoever writes regions writes it, too.
CREATE TABLE region_ancestor (
    region integer NOT NULL,
    ancestor integer NOT NULL,
    steps integer NOT NULL,
    PRIMARY KEY (region, ancestor)
);
CREATE INDEX region_ancestor_ancestor ON region_ancestor (ancestor, region);
COMMENT ON TABLE region_ancestor IS 'Every region with itself and each region it is summed into; follows from region.';
COMMENT ON COLUMN region_ancestor.region IS 'code of the region';
COMMENT ON COLUMN region_ancestor.ancestor IS 'its own code, or that of a region it lies in';
COMMENT ON COLUMN region_ancestor.steps IS 'how many steps up; 0 for itself';

CREATE VIEW region_way AS
WITH RECURSIVE way AS (
    SELECT code AS region, code AS ancestor, 0 AS steps, CASE level WHEN 'zone' THEN 0 ELSE parent END AS next FROM region
    UNION ALL
    SELECT way.region, way.next, way.steps + 1, above.parent
    FROM way JOIN region AS above ON above.code = way.next
)
SELECT region, ancestor, steps FROM way;
COMMENT ON VIEW region_way IS 'What region_ancestor must hold.';

INSERT INTO region_ancestor SELECT region, ancestor, steps FROM region_way;

CREATE OR REPLACE VIEW region_within AS SELECT region, ancestor, steps FROM region_ancestor;
COMMENT ON VIEW region_within IS 'Every region with itself and each region it is summed into, and how many steps up that is.';

CREATE OR REPLACE VIEW figure_fact AS
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
        JOIN region_figure AS between_them ON between_them.region = up.ancestor
            AND between_them.metric = figure.metric AND between_them.scope = figure.scope
            AND between_them.day = figure.day
        WHERE up.region = fact.region AND up.steps < region_within.steps AND between_them.basis = 'stated'
            AND NOT (up.steps = 0 AND fact.place = ''))
    END;
COMMENT ON VIEW figure_fact IS 'The facts behind each figure: the statements about its region, or those about its parts.';

-- Written by nobody: it follows from mentions, and spares reading them where they are only counted.
ALTER TABLE page ADD COLUMN mention_count integer GENERATED ALWAYS AS (jsonb_array_length(mentions)) STORED;
COMMENT ON COLUMN page.mention_count IS 'how many mentions the page has';

CREATE INDEX page_published ON page (published) INCLUDE (paragraphs, kept, repeated, mention_count);
CREATE INDEX page_corrected ON page (published) WHERE corrected > 0;
CREATE INDEX mention_not_counted ON mention (day, fate) WHERE fate <> 'counted';

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

CREATE VIEW latest_shown AS
SELECT below.ancestor,
       below.level,
       below.next,
       calendar.as_of,
       below.region,
       -- of what is asked for, not of what is found: so only that is looked up
       metric.id AS metric,
       scope.id AS scope,
       shown.region_name,
       shown.region_level,
       shown.scope_label,
       shown.day,
       shown.at,
       shown.value,
       shown.stated,
       shown.summed,
       shown.sign,
       shown.basis,
       shown.coverage,
       shown.reports,
       shown.longitude,
       shown.latitude
FROM region_below AS below
CROSS JOIN metric
CROSS JOIN scope
CROSS JOIN (SELECT date '1980-01-01' + generate_series(0, 55000) AS as_of) AS calendar
CROSS JOIN LATERAL (
    SELECT *
    FROM shown_figure
    WHERE shown_figure.region = below.region AND shown_figure.metric = metric.id AND shown_figure.scope = scope.id
      AND shown_figure.day <= calendar.as_of
    ORDER BY shown_figure.day DESC
    LIMIT 1) AS shown;
COMMENT ON VIEW latest_shown IS 'The last figure, on any day as_of, of every region that lies in another. Ask for an ancestor, a metric, scopes and one day: 140000, test_sites, current, 2022-11-30.';

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

CREATE VIEW figure_neighbour AS
SELECT figure.region,
       figure.metric,
       figure.scope,
       figure.day,
       figure.value::double precision AS value,
       other.day AS other_day,
       other.day - figure.day AS days_apart,
       other.value::double precision AS other_value,
       other.modifier AS other_modifier,
       other.basis AS other_basis,
       other.reports AS other_reports
FROM region_figure AS figure
CROSS JOIN LATERAL (
    SELECT fact.day, fact.value, fact.modifier, '直述 stated' AS basis, fact.reports
    FROM fact
    WHERE fact.region = figure.region AND fact.metric = figure.metric AND fact.scope = figure.scope
      AND fact.day BETWEEN figure.day - 7 AND figure.day + 7 AND fact.place = ''
    UNION ALL
    SELECT summed.day, summed.value, summed.modifier, '合计 summed', summed.reports
    FROM region_figure AS summed
    WHERE summed.region = figure.region AND summed.metric = figure.metric AND summed.scope = figure.scope
      AND summed.day BETWEEN figure.day - 7 AND figure.day + 7 AND summed.basis = 'parts') AS other
WHERE other.value <> figure.value AND other.value < 1e100 AND figure.value < 1e100 AND isfinite(figure.day);
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
       count(mention.number) FILTER (WHERE fate = 'closed')::integer AS closed,
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
COMMENT ON VIEW page_fate IS 'What became of the mentions of every page that holds; law: mentions = counted + reprinted + retold + unplaced + dropped + closed.';

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
SELECT 'mentions', '提及 mentions = counted + reprinted + retold + unplaced + dropped + closed (最近七天 last 7 days)',
       coalesce(sum(mention_count), 0), coalesce(sum(fates), 0), count(*) FILTER (WHERE mention_count <> fates)
FROM page
CROSS JOIN LATERAL (SELECT count(*) AS fates FROM mention WHERE mention.page = page.reference) AS told
WHERE published > (SELECT max(published) - 7 FROM page)
  AND NOT withdrawn
  AND NOT EXISTS (
    SELECT FROM page AS later
    WHERE later.page_key = page.page_key
      AND (later.revision, later.corrected, later.content) > (page.revision, page.corrected, page.content));
COMMENT ON VIEW law IS 'The sums of law 1, with how many rows break each. Mentions are counted of the pages of the last seven days of publication; audit looks at all.';
