-- A year: half of the counties each day, two metrics each, of each two facts and sentences and a page of 800 characters each; and all sums.
CREATE TEMPORARY TABLE told AS
SELECT county.code AS region, county.name, day::date AS day, metric.id AS metric, which, md5(county.code || ' ' || day::date)::uuid AS page
FROM (SELECT *, row_number() OVER (ORDER BY code) AS n FROM region WHERE level = 'county') AS county
CROSS JOIN generate_series(date '2022-01-01', date '2022-12-31', interval '1 day') WITH ORDINALITY AS days (day, d)
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS metrics FROM metric) AS metric ON true
JOIN generate_series(0, 1) AS which ON metric.n = (county.n * 7 + d + which) % metric.metrics
WHERE (county.n + d) % 2 = 0;

INSERT INTO page (reference, page_key, revision, content, withdrawn, source, published, home, url, inferred, rules, paragraphs, kept, repeated, repeats,
                  articles, sentences, mentions, corrected, corrections)
SELECT page, '晚报/' || day || '/' || region, 0, page::text, false, '晚报', day, region, 'https://example.org/' || page, '{}', '1', 1, 1, 0, '[]',
       jsonb_build_array(jsonb_build_object('index', 0, 'kind', 'article', 'headline', name || '的消息', 'region', region, 'text',
           repeat('连日来各单位各部门迅速行动起来，把服务居民的事情办好办实。', 24) || (SELECT string_agg(name || '第' || n || '街道有' || n * 100 || '个。', '') FROM generate_series(0, 3) AS n))),
       (SELECT jsonb_agg(jsonb_build_object('article', 0, 'text', name || '第' || n || '街道有' || n * 100 || '个。', 'start', n * 20, 'end', n * 20 + 15)) FROM generate_series(0, 3) AS n),
       (SELECT jsonb_agg(jsonb_build_object('article', 0, 'sentence', n, 'start', n * 20 + 8, 'end', n * 20 + 12, 'quote', n * 100 || '个', 'rule', 'noun-after', 'region_why', 'stated')) FROM generate_series(0, 3) AS n),
       0, '[]'
FROM told
WHERE which = 0;

INSERT INTO fact
SELECT md5(page::text || metric || n)::uuid, metric, region, CASE n WHEN 0 THEN '' ELSE '第' || n || '街道' END, 'current', 1 + n * 100, 'exact', day, 1, 1, day, day
FROM told CROSS JOIN generate_series(0, 1) AS n;

INSERT INTO mention
SELECT page, which * 2 + n, metric, 1 + n * 100, 'exact', region, CASE n WHEN 0 THEN '' ELSE '第' || n || '街道' END, 'current', day, true, 'counted', md5(page::text || metric || n)::uuid
FROM told CROSS JOIN generate_series(0, 1) AS n;

INSERT INTO region_figure
SELECT region_within.ancestor, metric, 'current', day, count(*), CASE WHEN region_within.ancestor = told.region THEN 'exact' ELSE 'over' END,
       CASE WHEN region_within.ancestor = told.region THEN 'stated' ELSE 'parts' END, count(*), 10, 1
FROM told JOIN region_within ON region_within.region = told.region
GROUP BY region_within.ancestor, metric, day, region_within.ancestor = told.region;
