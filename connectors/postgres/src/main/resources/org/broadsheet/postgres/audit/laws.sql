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
-- What is frozen stays, whatever becomes of its page. First the few whose page does not hold, then why.
SELECT 'mention', mention.page || ' ' || number, 'its page does not hold'
FROM (
    SELECT * FROM mention
    WHERE NOT EXISTS (SELECT FROM current_page WHERE current_page.reference = mention.page)
    OFFSET 0) AS mention
WHERE NOT EXISTS (
    SELECT FROM closed_until
    JOIN page ON page.reference = mention.page
    LEFT JOIN fact ON fact.reference = mention.fact
    WHERE page.published <= closed_until.day OR fact.day <= closed_until.day)
UNION ALL
SELECT 'mention', mention.page || ' ' || number, 'its page has no sentence for it'
FROM mention
JOIN audit_page ON audit_page.reference = mention.page
WHERE number NOT BETWEEN 0 AND audit_page.mentions - 1
UNION ALL
SELECT 'mention', mention.page || ' ' || number, 'its page has no sentence for it'
FROM mention
JOIN audit_word AS word USING (page, number)
WHERE word.lost
UNION ALL
SELECT 'page', page_key, 'mentions ' || audit_page.mentions || ' <> counted ' || coalesce(counted, 0)
       || ' + reprinted ' || coalesce(reprinted, 0) || ' + retold ' || coalesce(retold, 0)
       || ' + unplaced ' || coalesce(unplaced, 0) || ' + dropped ' || coalesce(dropped, 0)
       || ' + closed ' || coalesce(closed, 0)
FROM current_page
JOIN audit_page ON audit_page.reference = current_page.reference
LEFT JOIN (
    SELECT page,
           count(*) FILTER (WHERE fate = 'counted') AS counted,
           count(*) FILTER (WHERE fate = 'reprinted') AS reprinted,
           count(*) FILTER (WHERE fate = 'retold') AS retold,
           count(*) FILTER (WHERE fate = 'unplaced') AS unplaced,
           count(*) FILTER (WHERE fate = 'dropped') AS dropped,
           count(*) FILTER (WHERE fate = 'closed') AS closed
    FROM mention
    GROUP BY page) AS fate ON fate.page = current_page.reference
WHERE audit_page.mentions <> coalesce(counted + reprinted + retold + unplaced + dropped + closed, 0)
UNION ALL
-- What a person says of a mention holds: one that is none is dropped, one of another value has that value.
SELECT 'mention', mention.page || ' ' || number,
       fate || ' with the value ' || mention.value || ' is not as corrected: '
       || (coalesce(correction, '{}') - 'why')::text
FROM mention
LEFT JOIN audit_word AS word USING (page, number)
WHERE (fate = 'dropped') <> (correction -> 'dropped' IS NOT NULL)
   OR mention.value <> (correction ->> CASE WHEN fate = 'dropped' THEN 'read' ELSE 'value' END)::numeric
UNION ALL
-- Of a closed year nothing is told that was not counted by then: a mention is closed only where some year is.
SELECT 'mention', mention.page || ' ' || number, 'it is closed, but its page is of a closed year or none is closed'
FROM mention
JOIN page ON page.reference = mention.page
CROSS JOIN (SELECT min(make_date(year, 12, 31)) AS first FROM closed_year) AS closed
WHERE fate = 'closed' AND (closed.first IS NULL OR page.published <= closed.first)
UNION ALL
-- A reprint names no day, and has at least one original that the rule of pairs allows.
SELECT 'mention', page || ' ' || number, 'it is a reprint of nothing'
FROM mention
WHERE fate = 'reprinted' AND day_stated
UNION ALL
SELECT 'mention', reprint.page || ' ' || reprint.number, 'it is a reprint of nothing'
FROM mention AS reprint
JOIN page AS later ON later.reference = reprint.page
WHERE reprint.fate = 'reprinted' AND NOT reprint.day_stated
  AND NOT EXISTS (
    SELECT FROM mention AS original
    JOIN page AS earlier ON earlier.reference = original.page
    WHERE original.fact = reprint.fact AND original.metric = reprint.metric AND original.region = reprint.region
      AND original.scope = reprint.scope AND original.value = reprint.value
      AND (strpos(original.place, reprint.place) > 0 OR strpos(reprint.place, original.place) > 0)
      AND (earlier.source <> later.source
          OR earlier.source = '' AND later.source = '' AND earlier.page_key <> later.page_key)
      AND later.published - earlier.published BETWEEN 1 AND 30)
UNION ALL
SELECT 'mention', mention.page || ' ' || number, 'its fact is not there: ' || mention.fact
FROM mention
WHERE fact IS NOT NULL AND NOT EXISTS (SELECT FROM fact WHERE fact.reference = mention.fact)
UNION ALL
-- The name of a fact is the first half of the SHA-256 of its columns, each behind its length.
SELECT 'fact', reference::text, 'its reference is not that of its columns'
FROM (
    SELECT reference,
           convert_to(metric, 'UTF8') AS metric,
           convert_to(region::text, 'UTF8') AS region,
           convert_to(place, 'UTF8') AS place,
           convert_to(scope, 'UTF8') AS scope,
           convert_to(value::text, 'UTF8') AS value,
           convert_to(modifier, 'UTF8') AS modifier,
           convert_to((day - date '1970-01-01')::text, 'UTF8') AS day
    FROM fact
    WHERE isfinite(day) AND strpos(place, U&'\FFFD') = 0) AS said
WHERE reference <> encode(substring(sha256(
        int4send(octet_length(metric)) || metric ||
        int4send(octet_length(region)) || region ||
        int4send(octet_length(place)) || place ||
        int4send(octet_length(scope)) || scope ||
        int4send(octet_length(value)) || value ||
        int4send(octet_length(modifier)) || modifier ||
        int4send(octet_length(day)) || day) FROM 1 FOR 16), 'hex')::uuid
UNION ALL
SELECT 'intake', topic || ' ' || partition,
       'next ' || next || ' - first ' || first || ' <> read ' || read || ' + rejected ' || rejected
FROM intake
WHERE next - first <> read + rejected
ORDER BY 1, 2, 3;
