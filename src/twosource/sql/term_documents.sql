-- How many documents hold each term that more than one holds, and how many of the early ones, by which terms are weighed.
--
-- terms(document, kind, key, count), documents(document, publisher, time, early): integers, early 1 or 0
-- gives (key, documents, early)
select t.key, count(*) as documents, cast(sum(d.early) as bigint) as early
from terms t
join documents d on d.document = t.document
group by t.key
having count(*) >= 2
