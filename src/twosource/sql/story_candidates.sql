-- Pairs of documents that share enough heavy terms to be compared.
--
-- signatures(document, key, kind, documents, weight, place), documents(document, publisher, time)
-- gives (a, b), a < b
with seeking as (
  select
    s.key, s.document, s.documents,
    row_number() over (partition by s.key order by d.time nulls last, s.document) as turn
  from signatures s
  join documents d on d.document = s.document
  where s.place <= :seeking
),
met as (
  select
    case when a.document < b.document then a.document else b.document end as a,
    case when a.document < b.document then b.document else a.document end as b
  from seeking a
  join seeking b on b.key = a.key and a.turn < b.turn
  -- a term that very many hold joins each to its neighbours in time alone
  where a.documents <= :hot_term or b.turn - a.turn <= :neighbours
)
select a, b
from met
group by a, b
having count(*) >= :shared_terms
