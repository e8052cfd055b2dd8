-- Years may be closed: their pages are refused from then on, and what was counted stays as it is.

CREATE TABLE closed_year (
    year integer PRIMARY KEY CHECK (year BETWEEN 1800 AND 2999),
    pages bigint NOT NULL,
    mentions bigint NOT NULL,
    facts bigint NOT NULL,
    figures bigint NOT NULL
);
COMMENT ON TABLE closed_year IS 'The closings of this generation: of the greatest year and all before it pages are refused, facts and figures stay as they are.';
COMMENT ON COLUMN closed_year.year IS 'the last closed year: 2015';
COMMENT ON COLUMN closed_year.pages IS 'rows of page that were of these years then, and of none closed before';
COMMENT ON COLUMN closed_year.mentions IS 'rows of mention that were frozen: of these pages, and of later ones that report facts of these years';
COMMENT ON COLUMN closed_year.facts IS 'rows of fact that were frozen';
COMMENT ON COLUMN closed_year.figures IS 'rows of region_figure that were frozen';

-- The last closed day, or one before all days.
CREATE VIEW closed_until AS
SELECT coalesce(max(make_date(year, 12, 31)), '-infinity') AS day FROM closed_year;
COMMENT ON VIEW closed_until IS 'The last day of the closed years; -infinity where none is closed.';

COMMENT ON COLUMN mention.fate IS 'counted, reprinted, retold, unplaced, dropped, closed';
COMMENT ON COLUMN mention.fact IS 'reference of the fact it reports, its original''s where reprinted; null where retold, unplaced, dropped or closed';

CREATE OR REPLACE VIEW page_fate AS
SELECT current_page.reference AS page,
       current_page.page_key,
       jsonb_array_length(current_page.mentions) AS mentions,
       count(mention.number) FILTER (WHERE fate = 'counted')::integer AS counted,
       count(mention.number) FILTER (WHERE fate = 'reprinted')::integer AS reprinted,
       count(mention.number) FILTER (WHERE fate = 'retold')::integer AS retold,
       count(mention.number) FILTER (WHERE fate = 'unplaced')::integer AS unplaced,
       count(mention.number) FILTER (WHERE fate = 'dropped')::integer AS dropped,
       count(mention.number) FILTER (WHERE fate = 'closed')::integer AS closed
FROM current_page
LEFT JOIN mention ON mention.page = current_page.reference
GROUP BY current_page.reference, current_page.page_key, current_page.mentions;
COMMENT ON VIEW page_fate IS 'What became of the mentions of every page that holds; law: mentions = counted + reprinted + retold + unplaced + dropped + closed.';
