-- title: Ways of weighing
-- asks: How did people say what matters to them?
-- share: pairs, swing, ranking, points, best-worst
-- says: weighed what matters
-- answer pairs: in pairs
-- answer swing: by the most important change
-- answer ranking: in an order
-- answer points: with points
-- answer best-worst: by the most and the least
-- answer nothing-weighed: nothing weighed
SELECT *, coalesce(method, 'nothing-weighed') AS answer
FROM given
