-- title: Closer to a decision
-- asks: Were people further along with the decision afterwards than before?
-- share: closer
-- leave out: not-said
-- compare: yes
-- says: were closer to a decision afterwards
-- answer closer: closer than before
-- answer same: where they were
-- answer further: further away than before
-- answer not-said: not said before and after
SELECT
  *,
  CASE
    WHEN stage_before IS NULL OR stage_after IS NULL THEN 'not-said'
    WHEN stage_after > stage_before THEN 'closer'
    WHEN stage_after = stage_before THEN 'same'
    ELSE 'further'
  END AS answer
FROM given
