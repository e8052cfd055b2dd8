-- The tables of one generation. Every name is looked up in the generation's own schema.
-- Days are days of Asia/Shanghai, without any zone; values are plain decimals in the metric's base unit;
-- regions are six-digit codes of GB/T 2260 as of 2022, 0 where unknown; offsets count UTF-16 units.
-- Only the books (intake, writer, batch) know of partitions and checkpoints.

CREATE TABLE region (
    code integer PRIMARY KEY,
    name text NOT NULL,
    level text NOT NULL,
    parent integer NOT NULL
);
CREATE INDEX region_parent ON region (parent);
COMMENT ON TABLE region IS 'Divisions of GB/T 2260 as of 2022: 140106 is 迎泽区.';
COMMENT ON COLUMN region.code IS 'six digits; 100000 is the country';
COMMENT ON COLUMN region.name IS 'full name: 迎泽区';
COMMENT ON COLUMN region.level IS 'country, province, prefecture, county, or zone, which is never summed';
COMMENT ON COLUMN region.parent IS 'code of the next division above, placeholders skipped; 0 above the country';

CREATE TABLE metric (
    id text COLLATE "C" PRIMARY KEY,
    label_zh text NOT NULL,
    label_en text NOT NULL,
    unit text NOT NULL,
    kind text NOT NULL
);
COMMENT ON TABLE metric IS 'The catalogue: what is counted.';
COMMENT ON COLUMN metric.id IS 'test_sites';
COMMENT ON COLUMN metric.label_zh IS '核酸检测点';
COMMENT ON COLUMN metric.label_en IS 'nucleic-acid test sites';
COMMENT ON COLUMN metric.unit IS 'base unit of every value: site';
COMMENT ON COLUMN metric.kind IS 'stock (holds until the next statement) or flow (happened that day)';

CREATE TABLE paper (
    name text COLLATE "C" PRIMARY KEY,
    home integer NOT NULL
);
COMMENT ON TABLE paper IS 'Newspapers and where they are at home.';
COMMENT ON COLUMN paper.name IS '太原晚报';
COMMENT ON COLUMN paper.home IS 'code of its home region; 0 where unknown';

CREATE TABLE page (
    reference uuid PRIMARY KEY,
    page_key text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    content text COLLATE "C" NOT NULL,
    withdrawn boolean NOT NULL,
    source text COLLATE "C" NOT NULL,
    published date,
    home integer NOT NULL,
    url text NOT NULL,
    inferred text[] NOT NULL,
    rules text NOT NULL,
    paragraphs integer NOT NULL,
    kept integer NOT NULL,
    repeated integer NOT NULL,
    repeats jsonb NOT NULL,
    articles jsonb NOT NULL,
    sentences jsonb NOT NULL
);
-- A hash, since a key may be longer than a row of a tree may be.
CREATE INDEX page_page_key ON page USING hash (page_key);
COMMENT ON TABLE page IS 'Every content of every page, with what was read and removed. Rows are added, never changed; the view current_page says which content holds.';
COMMENT ON COLUMN page.reference IS 'follows from key, revision, content and rules';
COMMENT ON COLUMN page.page_key IS 'names the page: 太原晚报/2022-11-22/003';
COMMENT ON COLUMN page.revision IS 'the greatest holds';
COMMENT ON COLUMN page.content IS 'SHA-256 of value and headers, 64 hexadecimal digits; of one revision the greatest holds';
COMMENT ON COLUMN page.withdrawn IS 'whether this revision takes the page back';
COMMENT ON COLUMN page.source IS 'the paper; empty where nobody said';
COMMENT ON COLUMN page.published IS 'day of publication; null where withdrawn';
COMMENT ON COLUMN page.home IS 'code of the home region of the paper; 0 where unknown';
COMMENT ON COLUMN page.url IS 'where the page can be seen; empty where nobody said';
COMMENT ON COLUMN page.inferred IS 'which of source, published, home were read off the text, sorted';
COMMENT ON COLUMN page.rules IS 'version of rules, catalogue, papers and gazetteer';
COMMENT ON COLUMN page.paragraphs IS 'paragraphs found; law: paragraphs = kept + repeated';
COMMENT ON COLUMN page.kept IS 'paragraphs that stayed, whole or in part';
COMMENT ON COLUMN page.repeated IS 'paragraphs of which nothing stayed';
COMMENT ON COLUMN page.repeats IS 'what was removed: [{article, text, times, removed, kind}]';
COMMENT ON COLUMN page.articles IS '[{index, kind, headline, region, text}]; text is empty where only sentences are kept';
COMMENT ON COLUMN page.sentences IS 'sentences with a mention: [{article, text, start, end}]; start and end are offsets in the decoded page';

CREATE TABLE mention (
    page uuid NOT NULL,
    number integer NOT NULL,
    article integer NOT NULL,
    sentence integer NOT NULL,
    metric text COLLATE "C" NOT NULL,
    value numeric NOT NULL,
    modifier text NOT NULL,
    region integer NOT NULL,
    place text COLLATE "C" NOT NULL,
    scope text COLLATE "C" NOT NULL,
    day date NOT NULL,
    day_stated boolean NOT NULL,
    start_offset integer NOT NULL,
    end_offset integer NOT NULL,
    quote text NOT NULL,
    rule text NOT NULL,
    region_why text NOT NULL,
    fate text NOT NULL,
    fact uuid,
    PRIMARY KEY (page, number)
);
CREATE INDEX mention_fact ON mention (fact) WHERE fact IS NOT NULL;
COMMENT ON TABLE mention IS 'Statements of the pages that hold: one sentence says that a region has a number of something.';
COMMENT ON COLUMN mention.page IS 'reference of its page';
COMMENT ON COLUMN mention.number IS 'place in the page, from 0';
COMMENT ON COLUMN mention.article IS 'index of its article in the page';
COMMENT ON COLUMN mention.sentence IS 'index into page.sentences';
COMMENT ON COLUMN mention.metric IS 'id in the catalogue';
COMMENT ON COLUMN mention.value IS 'in the base unit of the metric';
COMMENT ON COLUMN mention.modifier IS 'over (at least), exact, about, under (at most)';
COMMENT ON COLUMN mention.region IS 'code of the region it is about; 0 where unplaced';
COMMENT ON COLUMN mention.place IS 'below the region, widest first: 锦纶街道乐平社区; empty for the whole region';
COMMENT ON COLUMN mention.scope IS 'current, new, cumulative';
COMMENT ON COLUMN mention.day IS 'the day it is true of';
COMMENT ON COLUMN mention.day_stated IS 'whether the text names the day';
COMMENT ON COLUMN mention.start_offset IS 'offset of the first character of the quote in the decoded page';
COMMENT ON COLUMN mention.end_offset IS 'offset behind the last character of the quote in the decoded page';
COMMENT ON COLUMN mention.quote IS 'number, modifier and noun: 795个检测采样点';
COMMENT ON COLUMN mention.rule IS 'the rule that spoke';
COMMENT ON COLUMN mention.region_why IS 'how the region was found';
COMMENT ON COLUMN mention.fate IS 'counted, reprinted, retold, unplaced';
COMMENT ON COLUMN mention.fact IS 'reference of the fact it reports; null where retold or unplaced';

CREATE TABLE fact (
    reference uuid PRIMARY KEY,
    metric text COLLATE "C" NOT NULL,
    region integer NOT NULL,
    place text COLLATE "C" NOT NULL,
    scope text COLLATE "C" NOT NULL,
    value numeric NOT NULL,
    modifier text NOT NULL,
    day date NOT NULL,
    reports integer NOT NULL,
    mentions integer NOT NULL,
    first_published date NOT NULL,
    last_published date NOT NULL
);
CREATE INDEX fact_figure ON fact (region, metric, scope, day);
-- No fact twice. What no tree can hold, or was mended to fit a table (U+FFFD), is left to the audit: a hostile page
-- must not stop the job.
CREATE UNIQUE INDEX fact_natural ON fact (metric, region, place, scope, value, modifier, day)
    WHERE length(place) <= 200 AND strpos(place, U&'\FFFD') = 0 AND value < 1e100;
COMMENT ON TABLE fact IS 'What one or more mentions report.';
COMMENT ON COLUMN fact.reference IS 'follows from metric, region, place, scope, value, modifier and day';
COMMENT ON COLUMN fact.metric IS 'id in the catalogue';
COMMENT ON COLUMN fact.region IS 'code of the region';
COMMENT ON COLUMN fact.place IS 'below the region; empty for the whole region';
COMMENT ON COLUMN fact.scope IS 'current, new, cumulative';
COMMENT ON COLUMN fact.value IS 'in the base unit of the metric';
COMMENT ON COLUMN fact.modifier IS 'over (at least), exact, about, under (at most)';
COMMENT ON COLUMN fact.day IS 'the day it is true of';
COMMENT ON COLUMN fact.reports IS 'papers that report it';
COMMENT ON COLUMN fact.mentions IS 'mentions that report it, reprints included';
COMMENT ON COLUMN fact.first_published IS 'earliest day of publication among them';
COMMENT ON COLUMN fact.last_published IS 'latest day of publication among them';

CREATE TABLE region_figure (
    region integer NOT NULL,
    metric text COLLATE "C" NOT NULL,
    scope text COLLATE "C" NOT NULL,
    day date NOT NULL,
    value numeric NOT NULL,
    modifier text NOT NULL,
    basis text NOT NULL,
    parts integer NOT NULL,
    parts_of integer NOT NULL,
    reports integer NOT NULL,
    PRIMARY KEY (region, metric, scope, day)
);
CREATE INDEX region_figure_metric ON region_figure (metric, day);
COMMENT ON TABLE region_figure IS 'One figure per region, metric, scope and day.';
COMMENT ON COLUMN region_figure.region IS 'code of the region';
COMMENT ON COLUMN region_figure.metric IS 'id in the catalogue';
COMMENT ON COLUMN region_figure.scope IS 'current, new, cumulative';
COMMENT ON COLUMN region_figure.day IS 'the day it is true of';
COMMENT ON COLUMN region_figure.value IS 'in the base unit of the metric';
COMMENT ON COLUMN region_figure.modifier IS 'over (at least), exact, about, under (at most)';
COMMENT ON COLUMN region_figure.basis IS 'stated (about the region itself) or parts (summed)';
COMMENT ON COLUMN region_figure.parts IS 'how many parts were summed; 0 where stated';
COMMENT ON COLUMN region_figure.parts_of IS 'how many child regions the region has';
COMMENT ON COLUMN region_figure.reports IS 'papers that report the statement; of a sum the fewest that report one of its parts';

CREATE TABLE intake (
    topic text COLLATE "C" NOT NULL,
    partition integer NOT NULL,
    first bigint NOT NULL,
    next bigint NOT NULL,
    read bigint NOT NULL,
    rejected bigint NOT NULL,
    PRIMARY KEY (topic, partition)
);
COMMENT ON TABLE intake IS 'The books of what came in; law: next - first = read + rejected. Not part of the checksums.';
COMMENT ON COLUMN intake.topic IS 'articles';
COMMENT ON COLUMN intake.partition IS 'partition of the topic, from 0';
COMMENT ON COLUMN intake.first IS 'the first offset seen';
COMMENT ON COLUMN intake.next IS 'the offset behind the last one seen';
COMMENT ON COLUMN intake.read IS 'pages read, withdrawals included';
COMMENT ON COLUMN intake.rejected IS 'pages sent to the dead letters';

CREATE TABLE writer (
    name text COLLATE "C" PRIMARY KEY,
    job text NOT NULL,
    checkpoint bigint NOT NULL
);
COMMENT ON TABLE writer IS 'The fence: which job may write these tables, and which of its checkpoints they show.';
COMMENT ON COLUMN writer.name IS 'the sink: tables';
COMMENT ON COLUMN writer.job IS 'id of the job that may write; empty before the first';
COMMENT ON COLUMN writer.checkpoint IS 'the checkpoint whose state the tables show; 0 before the first';
INSERT INTO writer VALUES ('tables', '', 0);
