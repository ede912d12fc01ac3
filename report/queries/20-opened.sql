-- title: Outcomes that people open
-- asks: Which outcomes did people open to read more?
-- kind: items
-- things: outcome
-- share: opened
-- rest: not-opened
-- says: opened it
-- answer opened: opened
-- answer not-opened: not opened
SELECT aid, unnest(opened) AS item, 'opened' AS answer
FROM given
