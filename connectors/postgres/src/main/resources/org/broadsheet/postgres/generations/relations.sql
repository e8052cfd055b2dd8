-- Tables and views of a schema: columns with their types, comment, and whether it is a view of a relation of the same name.
SELECT relname,
       (SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum)
        FROM pg_attribute
        WHERE attrelid = relation.oid AND attnum > 0 AND NOT attisdropped),
       coalesce(obj_description(relation.oid, 'pg_class'), ''),
       EXISTS (
           SELECT FROM pg_rewrite AS rule
           JOIN pg_depend AS depends ON depends.classid = 'pg_rewrite'::regclass AND depends.objid = rule.oid
               AND depends.refclassid = 'pg_class'::regclass
           JOIN pg_class AS shown ON shown.oid = depends.refobjid
           WHERE rule.ev_class = relation.oid AND shown.oid <> relation.oid AND shown.relname = relation.relname)
FROM pg_class AS relation
WHERE relnamespace = to_regnamespace(?) AND relkind IN ('r', 'v')
