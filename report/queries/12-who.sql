-- title: Who was there
-- asks: Did people use it on their own, with someone, or with a professional?
-- share: with-professional
-- leave out: not-said
-- says: used it with a professional
-- answer alone: on their own
-- answer with-someone: with someone
-- answer with-professional: with a professional
-- answer not-said: not said
SELECT *, coalesce(who, 'not-said') AS answer
FROM given
