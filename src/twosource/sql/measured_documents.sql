-- The documents with what the links between them need of each: the length of its signature and how many numbers it holds.
--
-- documents(document, publisher, time), signatures(document, key, documents, weight, place),
-- terms(document, kind, key, count)
-- gives (document, publisher, time, square, numbers)
with lengths as (
  select document, sum(weight * weight) as square
  from signatures
  group by document
),
numbers as (
  select document, count(*) as numbers
  from terms
  where kind = 1
  group by document
)
select
  d.document, d.publisher, d.time,
  cast(l.square as double) as square,
  coalesce(n.numbers, 0) as numbers
from documents d
join lengths l on l.document = d.document
left join numbers n on n.document = d.document
