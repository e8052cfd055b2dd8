-- Contents of pages behind one day, up to another.
WITH closing AS (SELECT ?::date AS behind, ?::date AS until)
SELECT count(*), coalesce(sum(%s), 0)
FROM page JOIN closing ON page.published > closing.behind AND page.published <= closing.until
