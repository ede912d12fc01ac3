-- title: Ready to decide
-- asks: Was everything fine at the end that people were asked about being ready, and was it before?
-- share: became, stayed, fine
-- leave out: not-said
-- compare: yes
-- says: said that all they were asked about being ready was fine
-- answer became: all fine, and not so before
-- answer stayed: all fine, as before
-- answer fine: all fine, and not asked before
-- answer not-yet: something not yet fine
-- answer no-longer: something no longer fine
-- answer not-said: not said
SELECT
  *,
  CASE
    WHEN ready_after IS NULL THEN 'not-said'
    WHEN ready_after AND ready_before IS NULL THEN 'fine'
    WHEN ready_after AND ready_before THEN 'stayed'
    WHEN ready_after THEN 'became'
    WHEN ready_before THEN 'no-longer'
    ELSE 'not-yet'
  END AS answer
FROM given
