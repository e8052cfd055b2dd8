-- The sums of law 1 by the pages of seven days alone, where all pages were joined with themselves.

CREATE OR REPLACE VIEW law AS
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
  -- Counted, not asked for by EXISTS: the database would join all pages with themselves.
  AND 0 = (
    SELECT count(*)
    FROM page AS later
    WHERE later.page_key = page.page_key
      AND (later.revision, later.corrected, later.content) > (page.revision, page.corrected, page.content));
COMMENT ON VIEW law IS 'The sums of law 1, with how many rows break each. Mentions are counted of the pages of the last seven days of publication; audit looks at all.';
