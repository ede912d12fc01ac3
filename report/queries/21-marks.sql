-- title: Outcomes that people mark
-- asks: What did people say of each outcome?
-- kind: items
-- things: outcome
-- share: matters, worries
-- rest: no-mark
-- says: said that it matters a lot or worries them
-- answer matters: matters a lot
-- answer worries: worries them
-- answer does-not-matter: does not matter
-- answer no-mark: no mark
SELECT aid, unnest(matters) AS item, 'matters' AS answer
FROM given
UNION ALL
SELECT aid, unnest(worries) AS item, 'worries' AS answer
FROM given
UNION ALL
SELECT aid, unnest(does_not_matter) AS item, 'does-not-matter' AS answer
FROM given
