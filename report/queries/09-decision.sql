-- title: Where the decision stands
-- asks: Was it decided?
-- share: made
-- leave out: not-said
-- says: had decided
-- answer made: decided
-- answer in-progress: still talking
-- answer withdrawn: decided before, and no longer
-- answer not-said: not said
SELECT *, coalesce(decision, 'not-said') AS answer
FROM given
