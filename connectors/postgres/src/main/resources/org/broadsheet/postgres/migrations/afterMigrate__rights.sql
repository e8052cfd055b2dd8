-- What the two roles of config/postgres/roles.sql may do in this schema: exactly this, whatever was granted before. Flyway runs
-- it after every migration, ServedViews for the schema of the views. Where a role was not made, it gets nothing; what belongs
-- to others is left alone.
DO $$
DECLARE
    role text;
    relation record;
    rights text;
BEGIN
    IF NOT pg_has_role((SELECT nspowner FROM pg_namespace WHERE nspname = current_schema()), 'USAGE') THEN
        RETURN;
    END IF;
    FOR role IN SELECT rolname FROM pg_roles WHERE rolname IN ('broadsheet_job', 'broadsheet_reader') LOOP
        EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC, %I', current_schema(), role);
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role);
        FOR relation IN
            SELECT relname AS name, relkind AS kind
            FROM pg_class
            WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'v') AND pg_has_role(relowner, 'USAGE')
        LOOP
            SELECT right_list INTO rights
            FROM (VALUES
                -- Rows of pages are added, never changed.
                ('broadsheet_job', 'page', 'SELECT, INSERT'),
                ('broadsheet_job', 'mention', 'SELECT, INSERT, UPDATE, DELETE'),
                ('broadsheet_job', 'fact', 'SELECT, INSERT, UPDATE, DELETE'),
                ('broadsheet_job', 'region_figure', 'SELECT, INSERT, UPDATE, DELETE'),
                ('broadsheet_job', 'intake', 'SELECT, INSERT, UPDATE, DELETE'),
                -- The fence has its one row from the beginning.
                ('broadsheet_job', 'writer', 'SELECT, UPDATE'),
                ('broadsheet_job', 'batch', 'SELECT, INSERT, UPDATE, DELETE'),
                ('broadsheet_job', 'staged_%', 'SELECT, INSERT, DELETE'),
                -- Names are brought up to date when a job starts; nothing is ever taken out.
                ('broadsheet_job', 'region', 'SELECT, INSERT, UPDATE'),
                ('broadsheet_job', 'region_ancestor', 'SELECT, INSERT, DELETE'),
                ('broadsheet_job', 'metric', 'SELECT, INSERT, UPDATE'),
                ('broadsheet_job', 'paper', 'SELECT, INSERT, UPDATE'),
                -- What no checkpoint has completed is nobody's to read.
                ('broadsheet_reader', 'batch', ''),
                ('broadsheet_reader', 'staged_%', '')) AS listed (who, pattern, right_list)
            WHERE who = role AND relation.kind = 'r' AND relation.name LIKE replace(pattern, '_', '\_');
            EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, %I', relation.name, role);
            IF rights IS NULL OR rights <> '' THEN
                -- Whatever is not listed, all views among it, may be read.
                EXECUTE format('GRANT %s ON %I TO %I', coalesce(rights, 'SELECT'), relation.name, role);
            END IF;
        END LOOP;
    END LOOP;
END
$$;
