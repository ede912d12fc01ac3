-- title: When it was used
-- asks: Was it used before an appointment, together in it, or after?
-- share: together
-- leave out: not-said
-- says: used it together in the appointment
-- answer prepare: before the appointment
-- answer together: together in it
-- answer after: after it
-- answer not-said: not said
SELECT *, coalesce(used, 'not-said') AS answer
FROM given
