-- Pairs of documents that share enough heavy terms to be compared, those of one part of the changed documents with all.
--
-- seeking(key, document, turn, hot, reach), changed(document)
-- gives (a, b), each pair once: a is a changed document that leaves the rest :part when it is divided by :parts
with sought as (
  select s.key, s.document, s.turn, s.hot, case when c.document is null then 0 else 1 end as changed
  from seeking s
  left join changed c on c.document = s.document
),
mine as (
  select key, document, turn, hot
  from sought
  where changed = 1 and document % :parts = :part
),
steps as (
  select distinct turn as step
  from seeking
  where hot = 1 and turn <= :neighbours
  union all
  select distinct -turn as step
  from seeking
  where hot = 1 and turn <= :neighbours and exists (select 1 from sought where changed = 0)
),
neighbours as (
  select m.key, m.document, m.turn + s.step as turn, s.step
  from mine m cross join steps s
  where m.hot = 1
),
met as (
  -- of two changed documents the earlier one looks for the later
  select m.document as a, s.document as b
  from sought s
  join mine m on m.key = s.key
  where m.hot = 0 and s.hot = 0 and (m.turn < s.turn or (s.changed = 0 and m.turn > s.turn))
  union all
  -- a term that very many hold joins each to the next in time alone
  select n.document as a, s.document as b
  from sought s
  join neighbours n on n.key = s.key and n.turn = s.turn
  where s.hot = 1 and (n.step > 0 or s.changed = 0)
)
select a, b
from met
group by a, b
having count(*) >= :shared_terms
