-- What the pages say of their mentions: each page's JSON is opened once, not once a mention.
CREATE TEMPORARY TABLE audit_page ON COMMIT DROP AS
SELECT reference, jsonb_array_length(mentions) AS mentions
FROM page;

-- Of those mentions the few that no sentence holds, and those that somebody has corrected.
CREATE TEMPORARY TABLE audit_word ON COMMIT DROP AS
SELECT held.reference AS page, (word.position - 1)::integer AS number,
       (word.said ->> 'sentence')::integer BETWEEN 0 AND held.sentences - 1 IS NOT TRUE AS lost,
       word.said -> 'correction' AS correction
FROM (SELECT reference, mentions, jsonb_array_length(sentences) AS sentences FROM page OFFSET 0) AS held
CROSS JOIN LATERAL jsonb_array_elements(held.mentions) WITH ORDINALITY AS word (said, position)
WHERE word.said -> 'correction' IS NOT NULL
   OR (word.said ->> 'sentence')::integer BETWEEN 0 AND held.sentences - 1 IS NOT TRUE;

ANALYZE audit_page, audit_word;
