-- title: SURE
-- asks: Who answered yes to all four questions of SURE? With three or fewer, conflict about the decision is likely.
-- share: all-four
-- leave out: not-given
-- chart: yes
-- compare: yes
-- says: answered yes to all of SURE
-- answer all-four: yes to all four
-- answer fewer: yes to three or fewer
-- answer not-given: not given, or not complete
SELECT
  *,
  CASE
    WHEN sure IS NULL THEN 'not-given'
    WHEN sure = 4 THEN 'all-four'
    ELSE 'fewer'
  END AS answer
FROM given
