SELECT concat_ws('|', page_key, revision, content, withdrawn, source, coalesce(published::text, ''), home, paragraphs, kept,
                 repeated, corrected)
FROM page
