-- How the answers to a question are counted: for everyone, by language, month and need, and the same within each aid.
-- A row of the result is about the group whose columns are filled; the columns of other ways to group are empty.
-- {question} is the question, from the file of its name. Each group of people stands in exactly one answer.
-- What is yes or no is one number while people are counted, since that halves the work: 1 for the first, 2 for the next, and so on.
WITH answers AS (
{question}
),
collapsed AS (
  SELECT aid, version, language, month, needs, answer, count(*) AS people
  FROM (
    SELECT
      aid, version, language, month, answer,
      CAST(easy_read AS INT) + 2 * CAST(need_larger_type AS INT) + 4 * CAST(need_in_full AS INT)
        + 8 * CAST(need_one_by_one AS INT) + 16 * CAST(need_read_aloud AS INT) + 32 * CAST(need_someone_helped AS INT) AS needs
    FROM answers
  ) AS numbered
  GROUP BY aid, version, language, month, needs, answer
),
told AS (
  SELECT
    aid, version, language, month, answer, people,
    needs % 2 >= 1 AS easy_read,
    needs % 4 >= 2 AS need_larger_type,
    needs % 8 >= 4 AS need_in_full,
    needs % 16 >= 8 AS need_one_by_one,
    needs % 32 >= 16 AS need_read_aloud,
    needs >= 32 AS need_someone_helped
  FROM collapsed
)
SELECT
  aid, version, language, month, easy_read,
  need_larger_type, need_in_full, need_one_by_one, need_read_aloud, need_someone_helped,
  answer, sum(people) AS people
FROM told
GROUP BY GROUPING SETS (
  (answer),
  (language, answer),
  (month, answer),
  (easy_read, answer),
  (need_larger_type, answer),
  (need_in_full, answer),
  (need_one_by_one, answer),
  (need_read_aloud, answer),
  (need_someone_helped, answer),
  (aid, answer),
  (aid, version, answer),
  (aid, language, answer),
  (aid, month, answer),
  (aid, easy_read, answer),
  (aid, need_larger_type, answer),
  (aid, need_in_full, answer),
  (aid, need_one_by_one, answer),
  (aid, need_read_aloud, answer),
  (aid, need_someone_helped, answer)
)
