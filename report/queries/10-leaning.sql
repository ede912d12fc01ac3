-- title: Leaning
-- asks: Did people lean to an option? Which one is never given.
-- share: option
-- leave out: not-said
-- says: leaned to an option
-- answer option: to an option
-- answer undecided: undecided
-- answer more-time: need more time
-- answer please-advise: want advice
-- answer not-said: not said
SELECT *, coalesce(leaning, 'not-said') AS answer
FROM given
