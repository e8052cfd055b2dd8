-- The articles of some pages, where their text is kept and no longer than so many characters.
SELECT page.reference, article.index, article.headline, article.text
FROM page
CROSS JOIN LATERAL jsonb_to_recordset(page.articles) AS article (index integer, headline text, text text)
WHERE page.reference = ANY (?::uuid[]) AND article.text <> '' AND length(article.text) <= ?
