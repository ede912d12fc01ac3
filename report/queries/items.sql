-- How a question about several things is counted: of the people with an aid, how many gave each answer about each thing.
-- {question} is the question, from the file of its name: a row for each thing that a person said something about.
-- Everybody else with that aid is in the answer {rest}.
WITH answers AS (
{question}
),
people_of_aid AS (
  SELECT aid, count(*) AS people FROM given GROUP BY aid
),
counted AS (
  SELECT aid, item, answer, count(*) AS people FROM answers GROUP BY aid, item, answer
),
rest AS (
  SELECT counted.aid, counted.item, '{rest}' AS answer, max(people_of_aid.people) - sum(counted.people) AS people
  FROM counted JOIN people_of_aid ON counted.aid = people_of_aid.aid
  GROUP BY counted.aid, counted.item
)
SELECT aid, item, answer, people FROM counted
UNION ALL
SELECT aid, item, answer, people FROM rest
