-- What the writers of the sink put down between two checkpoints, until the committer merges it. Logged: a batch that
-- belongs to a completed checkpoint must outlive a crash of the database.

CREATE TABLE batch (
    id uuid PRIMARY KEY,
    restored bigint NOT NULL,
    subtask integer NOT NULL,
    chunks integer NOT NULL,
    superseded boolean NOT NULL
);
COMMENT ON TABLE batch IS 'One row for what one writer put down for one checkpoint.';
COMMENT ON COLUMN batch.id IS 'names the batch';
COMMENT ON COLUMN batch.restored IS 'the checkpoint its attempt was restored from; 0 where from none';
COMMENT ON COLUMN batch.subtask IS 'the writer, from 0';
COMMENT ON COLUMN batch.chunks IS 'how many chunks were put down; a key may be in several, the last one holds';
COMMENT ON COLUMN batch.superseded IS 'whether a later attempt found it left over';

CREATE TABLE staged_page AS SELECT NULL::uuid AS batch, 0 AS chunk, false AS deleted, page.* FROM page WITH NO DATA;
CREATE TABLE staged_mention AS SELECT NULL::uuid AS batch, 0 AS chunk, false AS deleted, mention.* FROM mention WITH NO DATA;
CREATE TABLE staged_fact AS SELECT NULL::uuid AS batch, 0 AS chunk, false AS deleted, fact.* FROM fact WITH NO DATA;
CREATE TABLE staged_region_figure AS SELECT NULL::uuid AS batch, 0 AS chunk, false AS deleted, region_figure.* FROM region_figure WITH NO DATA;
CREATE TABLE staged_intake AS SELECT NULL::uuid AS batch, 0 AS chunk, false AS deleted, intake.* FROM intake WITH NO DATA;

CREATE INDEX ON staged_page (batch);
CREATE INDEX ON staged_mention (batch);
CREATE INDEX ON staged_fact (batch);
CREATE INDEX ON staged_region_figure (batch);
CREATE INDEX ON staged_intake (batch);

-- Comments as on the columns they go to; and a vacuum that follows what is put in, not what is there.
DO $$
DECLARE
    name text;
    target record;
BEGIN
    FOREACH name IN ARRAY ARRAY['page', 'mention', 'fact', 'region_figure', 'intake'] LOOP
        EXECUTE format('COMMENT ON TABLE staged_%s IS %L', name, 'Changes of ' || name || ' on their way.');
        EXECUTE format('COMMENT ON COLUMN staged_%s.batch IS %L', name, 'its batch');
        EXECUTE format('COMMENT ON COLUMN staged_%s.chunk IS %L', name, 'its chunk in the batch, from 0');
        EXECUTE format('COMMENT ON COLUMN staged_%s.deleted IS %L', name, 'whether the row of this key is to go; only the key is set then');
        EXECUTE format('ALTER TABLE staged_%s SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50000)', name);
        FOR target IN
            SELECT attname, col_description(attrelid, attnum) AS comment FROM pg_attribute
            WHERE attrelid = format('%I.%I', current_schema(), name)::regclass AND attnum > 0
        LOOP
            EXECUTE format('COMMENT ON COLUMN staged_%s.%I IS %L', name, target.attname, target.comment);
        END LOOP;
    END LOOP;
END
$$;
