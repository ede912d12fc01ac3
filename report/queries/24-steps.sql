-- title: Steps that people open
-- asks: Which steps did people open?
-- kind: items
-- things: step
-- share: opened
-- rest: not-opened
-- says: opened it
-- answer opened: opened
-- answer not-opened: not opened
SELECT aid, unnest(steps) AS item, 'opened' AS answer
FROM given
