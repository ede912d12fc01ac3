-- title: Question by question
-- asks: Which questions of understanding are answered as the aid answers them?
-- kind: items
-- things: question
-- share: right
-- leave out: no-answer
-- rest: no-answer
-- says: answered it right
-- answer right: right
-- answer otherwise: otherwise
-- answer no-answer: not asked, or no answer
SELECT aid, unnest(understood) AS item, 'right' AS answer
FROM given
UNION ALL
SELECT aid, unnest(understood_otherwise) AS item, 'otherwise' AS answer
FROM given
