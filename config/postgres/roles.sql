-- The three roles of the database. Run once, in the database of Broadsheet, by someone who may create roles:
--
--     psql --dbname broadsheet --file config/postgres/roles.sql
--
-- then give each a password (\password broadsheet_job). Running it again does no harm.
--
--   broadsheet_owner   makes the tables and changes them: ./broadsheet check --create
--   broadsheet_job     puts rows in and takes them out; can drop and change nothing: ./broadsheet run
--   broadsheet_reader  reads tables and views: dashboards

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['broadsheet_owner', 'broadsheet_job', 'broadsheet_reader'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', name);
        END IF;
    END LOOP;
    -- Each generation has a schema of its own, made by the owner; nobody else makes any.
    EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO broadsheet_owner', current_database());
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO broadsheet_job, broadsheet_reader', current_database());
END
$$;

-- A panel's query takes some milliseconds; to compile it would take a hundred.
ALTER ROLE broadsheet_reader SET jit = off;

-- What the owner makes from now on, in every schema.
ALTER DEFAULT PRIVILEGES FOR ROLE broadsheet_owner
    GRANT USAGE ON SCHEMAS TO broadsheet_job, broadsheet_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE broadsheet_owner
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO broadsheet_job;
ALTER DEFAULT PRIVILEGES FOR ROLE broadsheet_owner
    GRANT SELECT ON TABLES TO broadsheet_reader;
