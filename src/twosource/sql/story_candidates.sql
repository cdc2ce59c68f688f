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
hot as (
  select key, document, turn
  from seeking
  where documents > :hot_term
),
steps as (
  select distinct turn as step
  from hot
  where turn <= :neighbours
),
neighbours as (
  select h.key, h.document, h.turn + s.step as turn
  from hot h cross join steps s
),
met as (
  select a.document as one, b.document as other
  from seeking a
  join seeking b on b.key = a.key and a.turn < b.turn
  where a.documents <= :hot_term and b.documents <= :hot_term
  union all
  -- a term that very many hold joins each to its neighbours in time alone
  select n.document as one, h.document as other
  from neighbours n
  join hot h on h.key = n.key and h.turn = n.turn
)
select
  case when one < other then one else other end as a,
  case when one < other then other else one end as b
from met
group by 1, 2
having count(*) >= :shared_terms
