-- Which jobs have lost the tables to one that has not written yet: a cluster that stood still must not take them back when it wakes.

ALTER TABLE writer ADD COLUMN replaced text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN writer.replaced IS 'ids of the jobs that have lost the tables since their checkpoint last moved';
