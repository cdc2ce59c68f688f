-- The terms by which documents are compared: the heaviest of each.
--
-- terms(document, kind, key, count), term_documents(key, documents, early)
-- rarity(early, weight), frequency(count, weight): the two scales, as integers
-- gives (document, key, documents, weight, place), place 1 the heaviest
with weighed as (
  select t.document, t.key, d.documents, r.weight * f.weight as weight
  from terms t
  join term_documents d on d.key = t.key
  join rarity r on r.early = d.early
  join frequency f on f.count = t.count
),
placed as (
  select
    document, key, documents, weight,
    cast(row_number() over (partition by document order by weight desc, key) as bigint) as place
  from weighed
)
select document, key, documents, weight, place
from placed
where place <= :signature
