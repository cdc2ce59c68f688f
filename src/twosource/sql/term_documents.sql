-- How many documents hold each term that more than one holds.
--
-- terms(document, kind, key, count): integers
-- gives (key, documents)
select key, count(*) as documents
from terms
group by key
having count(*) >= 2
