SELECT concat_ws('|', page_key, revision, (SELECT content FROM page WHERE reference = mention_text.page), number, article,
                 metric, value, modifier, region, place, scope, day, start_offset, end_offset, quote, fate)
FROM mention_text
