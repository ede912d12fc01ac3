-- How the answers to a question are counted: for everyone, by language, month and need, and the same within each aid.
-- A row of the result is about the group whose columns are filled; the columns of other ways to group are empty.
-- {question} is the question, from the file of its name. Each group of people stands in exactly one answer.
WITH answers AS (
{question}
),
collapsed AS (
  SELECT
    aid, version, language, month, easy_read,
    need_larger_type, need_in_full, need_one_by_one, need_read_aloud, need_someone_helped,
    answer, count(*) AS people
  FROM answers
  GROUP BY
    aid, version, language, month, easy_read,
    need_larger_type, need_in_full, need_one_by_one, need_read_aloud, need_someone_helped,
    answer
)
SELECT
  aid, version, language, month, easy_read,
  need_larger_type, need_in_full, need_one_by_one, need_read_aloud, need_someone_helped,
  answer, sum(people) AS people
FROM collapsed
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
