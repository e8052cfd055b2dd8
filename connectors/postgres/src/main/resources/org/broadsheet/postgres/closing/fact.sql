-- Those of days behind one day, up to another.
WITH closing AS (SELECT ?::date AS behind, ?::date AS until)
SELECT count(*), coalesce(sum(%s), 0)
FROM fact JOIN closing ON fact.day > closing.behind AND fact.day <= closing.until
