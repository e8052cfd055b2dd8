-- A year and more of generated rows: ${days} days from 1 January 2022. Every county tells one metric every day, in two facts (the
-- county itself, and a place in it); cities, provinces and the country are summed; the other metrics are told by every
-- twentieth county. Ten facts a page, a mention each. All of it follows from numbers, none from chance.

CREATE TEMPORARY TABLE county AS
SELECT code, parent, name, row_number() OVER (ORDER BY code) - 1 AS number FROM region WHERE level = 'county';

CREATE TEMPORARY TABLE told AS
SELECT row_number() OVER (ORDER BY days.day, county.number, kinds.metric, kinds.place) - 1 AS number,
       kinds.metric, county.code AS region, county.name || '设立了' AS begun, kinds.place, days.day,
       10 + (county.number * 31 + extract(doy FROM days.day)::integer * 7) % 990 AS value
FROM (SELECT date '2022-01-01' + generate_series(0, ${days} - 1) AS day) AS days
CROSS JOIN county
JOIN (
    SELECT 'test_sites' AS metric, place, 1 AS every FROM unnest(ARRAY['', '第一街道']) AS place
    UNION ALL
    SELECT id, '', 80 FROM metric WHERE id <> 'test_sites') AS kinds
    ON (county.number + extract(doy FROM days.day)::integer) % kinds.every = 0;

INSERT INTO fact
SELECT md5('fact ' || number)::uuid, metric, region, place, 'current', CASE place WHEN '' THEN value ELSE 5 END, 'exact', day, 1, 1, day, day
FROM told;

INSERT INTO region_figure
SELECT region, metric, 'current', day, value, 'exact', 'stated', 0, 0, 1 FROM told WHERE place = '';

INSERT INTO region_figure
SELECT above.ancestor, told.metric, 'current', told.day, sum(told.value), 'over', 'parts', count(*), count(*) + 1, 1
FROM told
JOIN region_within AS above ON above.region = told.region AND above.ancestor <> told.region
WHERE told.place = ''
GROUP BY above.ancestor, told.metric, told.day;

INSERT INTO mention
SELECT md5('page ' || number / 10)::uuid, (number % 10)::integer, metric, CASE place WHEN '' THEN value ELSE 5 END, 'exact', region, place,
       'current', day, true, CASE number % 7 WHEN 6 THEN 'reprinted' ELSE 'counted' END, md5('fact ' || number)::uuid
FROM told;

INSERT INTO page (reference, page_key, revision, content, withdrawn, source, published, home, url, inferred, rules, paragraphs, kept,
    repeated, repeats, articles, sentences, mentions, corrected, corrections)
SELECT md5('page ' || number / 10)::uuid, '日报/' || min(day) || '/' || number / 10, 0, md5('page ' || number / 10), false,
       '第' || number / 10 % 300 || '日报', min(day), 140100, 'https://example.org/' || number / 10, '{}', 'made', 40, 38, 2, '[]', '[]',
       jsonb_agg(jsonb_build_object('article', 0, 'text', begun || value || '个检测采样点,方便居民就近采样。', 'start', 0, 'end', 30)
           ORDER BY number),
       jsonb_agg(jsonb_build_object('article', 0, 'sentence', number % 10, 'start', 0, 'end', 9, 'quote', value || '个检测采样点',
           'rule', 'count', 'region_why', 'subject') ORDER BY number),
       0, '[]'
FROM told
GROUP BY number / 10;

INSERT INTO intake VALUES ('articles', 0, 0, 100, 99, 1), ('articles', 1, 0, 100, 99, 1);
DROP TABLE told, county;
