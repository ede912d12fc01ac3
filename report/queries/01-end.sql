-- title: How far people got
-- asks: Who reached the end and said where the decision stands, and where did the others stop?
-- share: finished
-- compare: yes
-- says: reached the end
-- answer finished: reached the end
-- answer nowhere: answered nothing
-- answer about: stopped at About
-- answer what-matters: stopped at What matters
-- answer choice: stopped at The choice
-- answer options: stopped at Your options
-- answer compare: stopped at Compare
-- answer weigh: stopped at Weigh up
-- answer fit: stopped at How they fit
-- answer ready: stopped at Ready?
-- answer decide: stopped at Decide
-- answer summary: stopped at Summary
SELECT
  *,
  CASE
    WHEN finished THEN 'finished'
    WHEN stopped IS NULL THEN 'nowhere'
    ELSE stopped
  END AS answer
FROM given
