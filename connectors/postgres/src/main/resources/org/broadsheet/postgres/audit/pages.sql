-- What the pages say of their mentions: JSON is opened a page at a time, not a mention at a time.
CREATE TEMPORARY TABLE audit_page ON COMMIT DROP AS
SELECT reference, jsonb_array_length(mentions) AS mentions
FROM page;

-- Of those mentions the few that no sentence holds, and those that somebody has corrected.
CREATE TEMPORARY TABLE audit_word ON COMMIT DROP AS
SELECT page, number, lost, correction
FROM (SELECT reference, mentions, jsonb_array_length(sentences) AS sentences FROM page OFFSET 0) AS held
CROSS JOIN LATERAL jsonb_array_elements(held.mentions) WITH ORDINALITY AS word (said, position)
CROSS JOIN LATERAL (
    SELECT held.reference AS page, (position - 1)::integer AS number,
           (said ->> 'sentence')::integer BETWEEN 0 AND held.sentences - 1 IS NOT TRUE AS lost,
           said -> 'correction' AS correction) AS told
WHERE lost OR correction IS NOT NULL;

ANALYZE audit_page, audit_word;
