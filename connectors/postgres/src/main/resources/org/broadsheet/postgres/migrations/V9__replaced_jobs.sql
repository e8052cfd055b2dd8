-- Which jobs have lost the tables to another: a cluster that stood still must not take them back when it wakes.

ALTER TABLE writer ADD COLUMN replaced text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN writer.replaced IS 'ids of the jobs that have lost the tables to another, the latest last, at most 64';
