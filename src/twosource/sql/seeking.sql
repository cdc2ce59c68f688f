-- The terms by which documents look for others, the heaviest of each, in order of time.
--
-- signatures(document, key, kind, documents, weight, place), documents(document, publisher, time)
-- gives (key, document, turn, hot): hot is 1 where very many documents hold the term
select
  s.key, s.document,
  cast(row_number() over (partition by s.key order by d.time nulls last, s.document) as bigint) as turn,
  cast(case when s.documents > :hot_term then 1 else 0 end as bigint) as hot
from signatures s
join documents d on d.document = s.document
where s.place <= :seeking
