-- The terms by which documents look for others, the heaviest of each, in order of time.
--
-- signatures(document, key, documents, weight, place), documents(document, publisher, time)
-- gives (key, document, turn, hot, reach): hot is 1 where very many documents hold the term, and reach then the last of the
-- documents that one is compared with, -1 where none comes so much later
with placed as (
  select
    s.key, s.document,
    cast(row_number() over (partition by s.key order by d.time nulls last, s.document) as bigint) as turn,
    cast(lead(s.document, :neighbours) over (partition by s.key order by d.time nulls last, s.document) as bigint) as reach,
    cast(case when s.documents > :hot_term then 1 else 0 end as bigint) as hot
  from signatures s
  join documents d on d.document = s.document
  where s.place <= :seeking
)
select key, document, turn, hot, case when hot = 1 then coalesce(reach, -1) else -1 end as reach
from placed
