-- The words of a mention stand in its page's row, written once by what read the page; the table mention holds what the
-- keyed steps know of it, and may be written again when its fate changes.

DROP VIEW evidence;
DROP VIEW current_page;

ALTER TABLE page ADD COLUMN mentions jsonb NOT NULL DEFAULT '[]';
ALTER TABLE page ALTER COLUMN mentions DROP DEFAULT;
ALTER TABLE staged_page ADD COLUMN mentions jsonb;
COMMENT ON COLUMN page.mentions IS 'words of each mention, by its number: [{article, sentence, start, end, quote, rule, region_why}]; offsets in the decoded page';
COMMENT ON COLUMN staged_page.mentions IS 'words of each mention, by its number: [{article, sentence, start, end, quote, rule, region_why}]; offsets in the decoded page';

ALTER TABLE mention
    DROP COLUMN article, DROP COLUMN sentence, DROP COLUMN start_offset, DROP COLUMN end_offset,
    DROP COLUMN quote, DROP COLUMN rule, DROP COLUMN region_why;
ALTER TABLE staged_mention
    DROP COLUMN article, DROP COLUMN sentence, DROP COLUMN start_offset, DROP COLUMN end_offset,
    DROP COLUMN quote, DROP COLUMN rule, DROP COLUMN region_why;
COMMENT ON COLUMN mention.fact IS 'reference of the fact it reports, its original''s where reprinted; null where retold or unplaced';

CREATE VIEW current_page AS
SELECT page.*
FROM page
WHERE NOT withdrawn
  AND NOT EXISTS (
    SELECT FROM page AS later
    WHERE later.page_key = page.page_key
      AND (later.revision, later.content) > (page.revision, page.content));
COMMENT ON VIEW current_page IS 'The content that holds of every page: the greatest by revision and content; withdrawn pages are out.';

CREATE VIEW mention_text AS
SELECT mention.*,
       page.source AS paper,
       page.published,
       page.page_key,
       page.revision,
       page.url,
       page.rules,
       (page.mentions -> mention.number ->> 'article')::integer AS article,
       page.sentences -> (page.mentions -> mention.number ->> 'sentence')::integer ->> 'text' AS sentence,
       (page.mentions -> mention.number ->> 'start')::integer AS start_offset,
       (page.mentions -> mention.number ->> 'end')::integer AS end_offset,
       page.mentions -> mention.number ->> 'quote' AS quote,
       page.mentions -> mention.number ->> 'rule' AS rule,
       page.mentions -> mention.number ->> 'region_why' AS region_why
FROM mention
JOIN page ON page.reference = mention.page;
COMMENT ON VIEW mention_text IS 'Every mention with its words, its paper and its day of publication.';

CREATE VIEW evidence AS
SELECT figure.region,
       figure.region_name,
       figure.metric,
       figure.label_zh,
       figure.label_en,
       figure.scope,
       figure.day,
       figure.value,
       figure.modifier,
       figure.basis,
       figure_fact.reference AS fact,
       figure_fact.region AS fact_region,
       fact_region.name AS fact_region_name,
       figure_fact.place AS fact_place,
       figure_fact.value AS fact_value,
       figure_fact.modifier AS fact_modifier,
       figure_fact.reports AS fact_reports,
       mention_text.page,
       mention_text.number,
       mention_text.fate,
       mention_text.paper,
       mention_text.published,
       mention_text.page_key,
       mention_text.revision,
       mention_text.url,
       mention_text.article,
       mention_text.sentence,
       mention_text.quote,
       mention_text.start_offset,
       mention_text.end_offset,
       mention_text.rule,
       mention_text.region_why,
       mention_text.rules
FROM figure
JOIN figure_fact ON figure_fact.figure_region = figure.region
    AND figure_fact.metric = figure.metric AND figure_fact.scope = figure.scope AND figure_fact.day = figure.day
JOIN mention_text ON mention_text.fact = figure_fact.reference
LEFT JOIN region AS fact_region ON fact_region.code = figure_fact.region;
COMMENT ON VIEW evidence IS 'From each figure to its facts, their mentions, the sentence, the paper, the day and the rules.';

CREATE VIEW page_fate AS
SELECT current_page.reference AS page,
       current_page.page_key,
       jsonb_array_length(current_page.mentions) AS mentions,
       count(mention.number) FILTER (WHERE fate = 'counted')::integer AS counted,
       count(mention.number) FILTER (WHERE fate = 'reprinted')::integer AS reprinted,
       count(mention.number) FILTER (WHERE fate = 'retold')::integer AS retold,
       count(mention.number) FILTER (WHERE fate = 'unplaced')::integer AS unplaced
FROM current_page
LEFT JOIN mention ON mention.page = current_page.reference
GROUP BY current_page.reference, current_page.page_key, current_page.mentions;
COMMENT ON VIEW page_fate IS 'What became of the mentions of every page that holds; law: mentions = counted + reprinted + retold + unplaced.';
