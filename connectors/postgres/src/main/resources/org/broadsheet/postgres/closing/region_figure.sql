-- Those of days behind one day, up to another.
WITH closing AS (SELECT ?::date AS behind, ?::date AS until)
SELECT count(*), coalesce(sum(%s), 0)
FROM region_figure JOIN closing ON region_figure.day > closing.behind AND region_figure.day <= closing.until
