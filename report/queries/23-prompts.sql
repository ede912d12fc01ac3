-- title: Ready, prompt by prompt
-- asks: What was fine at the end, and what was not yet?
-- kind: items
-- things: prompt
-- share: fine
-- leave out: not-said
-- rest: not-said
-- says: said that it was fine
-- answer fine: fine
-- answer not-yet: not yet
-- answer not-said: not said
SELECT aid, unnest(fine) AS item, 'fine' AS answer
FROM given
UNION ALL
SELECT aid, unnest(not_yet) AS item, 'not-yet' AS answer
FROM given
