-- title: Understanding
-- asks: Of those who tried the questions of understanding, who answered all of them right?
-- share: all
-- leave out: not-tried, not-asked
-- compare: yes
-- says: answered every question of understanding right
-- answer all: all right
-- answer some: some right
-- answer none: none right
-- answer not-tried: asked, and not answered
-- answer not-asked: not asked
SELECT
  *,
  CASE
    WHEN asked = 0 THEN 'not-asked'
    WHEN answered_right = asked THEN 'all'
    WHEN answered_right > 0 THEN 'some'
    WHEN answered_otherwise > 0 THEN 'none'
    ELSE 'not-tried'
  END AS answer
FROM given
