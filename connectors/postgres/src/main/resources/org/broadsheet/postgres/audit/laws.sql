-- What must add up in every row. One line per broken row: table, key, what is wrong.
SELECT 'page' AS table_name, page_key || ' revision ' || revision AS key,
       'paragraphs ' || paragraphs || ' <> kept ' || kept || ' + repeated ' || repeated AS fault
FROM page
WHERE paragraphs <> kept + repeated
UNION ALL
SELECT 'mention', mention.page || ' ' || number, 'no such fate: ' || fate
FROM mention
WHERE fate NOT IN ('counted', 'reprinted', 'retold', 'unplaced', 'dropped', 'closed')
UNION ALL
SELECT 'mention', mention.page || ' ' || number,
       fate || CASE WHEN fact IS NULL THEN ' without a fact' ELSE ' with a fact' END
FROM mention
WHERE (fate IN ('counted', 'reprinted')) <> (fact IS NOT NULL)
UNION ALL
-- What is frozen stays, whatever becomes of its page.
SELECT 'mention', mention.page || ' ' || number, 'its page does not hold'
FROM mention
WHERE NOT EXISTS (SELECT FROM current_page WHERE current_page.reference = mention.page)
  AND NOT EXISTS (
    SELECT FROM closed_until
    JOIN page ON page.reference = mention.page
    LEFT JOIN fact ON fact.reference = mention.fact
    WHERE page.published <= closed_until.day OR fact.day <= closed_until.day)
UNION ALL
SELECT 'mention', mention.page || ' ' || number, 'its page has no sentence for it'
FROM mention
JOIN page ON page.reference = mention.page
WHERE page.sentences -> (page.mentions -> mention.number ->> 'sentence')::integer IS NULL
UNION ALL
SELECT 'page', page_key, 'mentions ' || mentions || ' <> counted ' || counted || ' + reprinted ' || reprinted
       || ' + retold ' || retold || ' + unplaced ' || unplaced || ' + dropped ' || dropped || ' + closed ' || closed
FROM page_fate
WHERE mentions <> counted + reprinted + retold + unplaced + dropped + closed
UNION ALL
-- What a person says of a mention holds: one that is none is dropped, one of another value has that value.
SELECT 'mention', mention.page || ' ' || number,
       fate || ' with the value ' || mention.value || ' is not as corrected: ' || (said.correction - 'why')::text
FROM mention
JOIN page ON page.reference = mention.page
CROSS JOIN LATERAL (SELECT coalesce(page.mentions -> mention.number -> 'correction', '{}') AS correction) AS said
WHERE (fate = 'dropped') <> (said.correction -> 'dropped' IS NOT NULL)
   OR mention.value <> (said.correction ->> CASE WHEN fate = 'dropped' THEN 'read' ELSE 'value' END)::numeric
UNION ALL
-- Of a closed year nothing is told that was not counted by then: a mention is closed only where some year is.
SELECT 'mention', mention.page || ' ' || number, 'it is closed, but its page is of a closed year or none is closed'
FROM mention
JOIN page ON page.reference = mention.page
CROSS JOIN (SELECT min(make_date(year, 12, 31)) AS first FROM closed_year) AS closed
WHERE fate = 'closed' AND (closed.first IS NULL OR page.published <= closed.first)
UNION ALL
-- A reprint has at least one original that the rule of pairs allows.
SELECT 'mention', reprint.page || ' ' || reprint.number, 'it is a reprint of nothing'
FROM mention AS reprint
JOIN page AS later ON later.reference = reprint.page
WHERE reprint.fate = 'reprinted'
  AND (reprint.day_stated OR NOT EXISTS (
    SELECT FROM mention AS original
    JOIN page AS earlier ON earlier.reference = original.page
    WHERE original.fact = reprint.fact AND original.metric = reprint.metric AND original.region = reprint.region
      AND original.scope = reprint.scope AND original.value = reprint.value
      AND (strpos(original.place, reprint.place) > 0 OR strpos(reprint.place, original.place) > 0)
      AND (earlier.source <> later.source
          OR earlier.source = '' AND later.source = '' AND earlier.page_key <> later.page_key)
      AND later.published - earlier.published BETWEEN 1 AND 30))
UNION ALL
SELECT 'mention', mention.page || ' ' || number, 'its fact is not there: ' || mention.fact
FROM mention
WHERE fact IS NOT NULL AND NOT EXISTS (SELECT FROM fact WHERE fact.reference = mention.fact)
UNION ALL
-- The name of a fact is the first half of the SHA-256 of its columns, each behind its length.
SELECT 'fact', reference::text, 'its reference is not that of its columns'
FROM fact
CROSS JOIN LATERAL (
    SELECT string_agg(int4send(octet_length(convert_to(part, 'UTF8'))) || convert_to(part, 'UTF8'), ''::bytea
        ORDER BY position) AS parts
    FROM unnest(ARRAY[metric, region::text, place, scope, value::text, modifier, (day - date '1970-01-01')::text])
        WITH ORDINALITY AS named (part, position)) AS name
WHERE isfinite(day) AND strpos(place, U&'\FFFD') = 0
  AND reference <> encode(substring(sha256(parts) FROM 1 FOR 16), 'hex')::uuid
UNION ALL
SELECT 'intake', topic || ' ' || partition,
       'next ' || next || ' - first ' || first || ' <> read ' || read || ' + rejected ' || rejected
FROM intake
WHERE next - first <> read + rejected
ORDER BY 1, 2, 3;
