-- Figures that differ between two generations; the schemas %1$s and %2$s, quoted.
SELECT key.region,
       coalesce(region.name, ''),
       key.metric,
       key.scope,
       key.day,
       before.value,
       before.modifier,
       before.basis,
       before.parts,
       before.reports,
       after.value,
       after.modifier,
       after.basis,
       after.parts,
       after.reports
FROM (
    SELECT coalesce(one.region, two.region) AS region,
           coalesce(one.metric, two.metric) AS metric,
           coalesce(one.scope, two.scope) AS scope,
           coalesce(one.day, two.day) AS day
    FROM %1$s.region_figure AS one
    FULL JOIN %2$s.region_figure AS two
        ON two.region = one.region AND two.metric = one.metric AND two.scope = one.scope AND two.day = one.day
    WHERE (one.value, one.modifier, one.basis, one.parts, one.reports)
        IS DISTINCT FROM (two.value, two.modifier, two.basis, two.parts, two.reports)) AS key
LEFT JOIN %1$s.region_figure AS before USING (region, metric, scope, day)
LEFT JOIN %2$s.region_figure AS after USING (region, metric, scope, day)
LEFT JOIN %2$s.region AS region ON region.code = key.region
ORDER BY key.region, key.metric, key.scope, key.day
