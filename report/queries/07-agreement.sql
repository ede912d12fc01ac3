-- title: Values and choice in agreement
-- asks: Did the option that people chose go with what they said matters to them?
-- share: yes
-- leave out: not-known
-- compare: yes
-- says: chose an option that no other clearly fits better
-- answer yes: in agreement
-- answer no: another option fits clearly better
-- answer not-separated: no option is clearly in front
-- answer not-known: nothing weighed, nothing chosen, or facts only
SELECT *, coalesce(fits, 'not-known') AS answer
FROM given
