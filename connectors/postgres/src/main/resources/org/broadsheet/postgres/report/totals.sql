SELECT (SELECT count(*) FROM page), (SELECT count(*) FROM fact), (SELECT count(*) FROM region_figure)
