-- Pairs of documents that share enough heavy terms to be compared, those of one part of the documents with all.
--
-- seeking(key, document, turn, hot)
-- gives (a, b), a before b in time, where a leaves the rest :part when it is divided by :parts
with mine as (
  select key, document, turn, hot
  from seeking
  where document % :parts = :part
),
steps as (
  select distinct turn as step
  from seeking
  where hot = 1 and turn <= :neighbours
),
neighbours as (
  select m.key, m.document, m.turn + s.step as turn
  from mine m cross join steps s
  where m.hot = 1
),
met as (
  select m.document as a, s.document as b
  from seeking s
  join mine m on m.key = s.key
  where m.hot = 0 and s.hot = 0 and m.turn < s.turn
  union all
  -- a term that very many hold joins each to the next in time alone
  select n.document as a, s.document as b
  from seeking s
  join neighbours n on n.key = s.key and n.turn = s.turn
  where s.hot = 1
)
select a, b
from met
group by a, b
having count(*) >= :shared_terms
