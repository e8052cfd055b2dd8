-- The three roles of the database. Run once, in the database of Broadsheet, by its superuser:
--
--     psql --dbname broadsheet --file config/postgres/roles.sql
--
-- then give each a password (\password broadsheet_job). Running it again does no harm; after an upgrade it takes away what
-- older versions granted. Whoever may create roles and owns the database can run it, too; the lines on languages and large
-- objects then only warn.
--
--   broadsheet_owner   makes the tables and changes them: check --create, promote, close, generations --drop
--   broadsheet_job     puts rows in and takes them out; can drop, change and promote nothing: run, stop, replay
--   broadsheet_reader  reads tables and views: dashboards, figures, report, audit
--
-- What the last two may do with each table stands in connectors/postgres, afterMigrate__rights.sql: check --create grants it.

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['broadsheet_owner', 'broadsheet_job', 'broadsheet_reader'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', name);
        END IF;
    END LOOP;
    -- The three and nobody else.
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC, broadsheet_job, broadsheet_reader', current_database());
    -- Each generation has a schema of its own, made by the owner; nobody else makes any.
    EXECUTE format('GRANT CONNECT, CREATE, TEMPORARY ON DATABASE %I TO broadsheet_owner', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO broadsheet_job', current_database());
    -- audit recomputes the figures in temporary tables.
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO broadsheet_reader', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- Nobody but the owner makes functions, not even temporary ones.
GRANT USAGE ON LANGUAGE plpgsql, sql TO broadsheet_owner;
REVOKE USAGE ON LANGUAGE plpgsql, sql FROM PUBLIC;

-- Large objects belong to whoever makes them, and fill the disk: nobody makes any.
REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC;

-- A panel's query takes some milliseconds; to compile it would take a hundred.
ALTER ROLE broadsheet_reader SET jit = off;

-- Nothing comes by itself with what the owner makes; older versions granted it all.
ALTER DEFAULT PRIVILEGES FOR ROLE broadsheet_owner REVOKE ALL ON SCHEMAS FROM broadsheet_job, broadsheet_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE broadsheet_owner REVOKE ALL ON TABLES FROM broadsheet_job, broadsheet_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE broadsheet_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;
