-- title: Between patients and clinicians
-- asks: Where a health professional was there and others weighed too, how far apart were the two who were furthest apart?
-- share: large
-- leave out: one-person, no-professional
-- says: had a large gap between the two
-- answer none: close together
-- answer some: some way apart
-- answer large: far apart
-- answer no-professional: weighed with somebody else, without a health professional
-- answer one-person: nobody else weighed, or it was hidden
SELECT
  *,
  CASE
    WHEN gap IS NULL THEN 'one-person'
    WHEN who = 'with-professional' THEN gap
    ELSE 'no-professional'
  END AS answer
FROM given
