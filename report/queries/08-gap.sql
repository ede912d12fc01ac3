-- title: Between patients and clinicians
-- asks: Where two people weighed, how far apart was what mattered to them?
-- share: large
-- leave out: one-person
-- says: had a large gap between the two
-- answer none: close together
-- answer some: some way apart
-- answer large: far apart
-- answer one-person: nobody else weighed, or it was hidden
SELECT *, coalesce(gap, 'one-person') AS answer
FROM given
