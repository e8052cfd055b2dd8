-- The passwords of the roles, from the environment, and who may connect. docker-compose.yml runs it after roles.sql on the
-- first start; by hand, also to change a password (the superuser, with the three variables set):
--
--     psql --dbname broadsheet --set ON_ERROR_STOP=1 --file config/postgres/access.sql

\getenv owner_password BROADSHEET_OWNER_PASSWORD
\getenv job_password BROADSHEET_JOB_PASSWORD
\getenv reader_password BROADSHEET_READER_PASSWORD

ALTER ROLE broadsheet_owner PASSWORD :'owner_password';
ALTER ROLE broadsheet_job PASSWORD :'job_password';
ALTER ROLE broadsheet_reader PASSWORD :'reader_password';

-- Nobody else, here or in the databases that came with the server.
REVOKE ALL ON DATABASE :"DBNAME", postgres, template1 FROM PUBLIC;
