-- title: CollaboRATE
-- asks: Who gave the top score of CollaboRATE: 9 on all three questions about the effort that was made?
-- share: top
-- leave out: not-given
-- least: 25
-- chart: yes
-- compare: yes
-- says: gave the top score of CollaboRATE
-- answer top: top score
-- answer below: below the top score
-- answer not-given: not given, or not complete
SELECT
  *,
  CASE
    WHEN collaborate IS NULL THEN 'not-given'
    WHEN collaborate = 27 THEN 'top'
    ELSE 'below'
  END AS answer
FROM given
