SELECT concat_ws('|', metric, region, place, scope, value, modifier, day, reports, mentions, first_published, last_published)
FROM fact
