-- Mentions of pages behind one day up to another, and those of later pages that report facts of such days.
WITH closing AS (SELECT ?::date AS behind, ?::date AS until)
SELECT count(*), coalesce(sum(%s), 0)
FROM closing
CROSS JOIN mention
JOIN page ON page.reference = mention.page
LEFT JOIN fact ON fact.reference = mention.fact
WHERE page.published > closing.behind
  AND (page.published <= closing.until OR fact.day > closing.behind AND fact.day <= closing.until)
