-- Pairs of documents that share enough keys to be aligned.
--
-- documents(document, publisher, day, time): integers; publisher, day and time may be null
-- keys(document, kind, key): kind 0 words as written, kind 1 sorted content words
-- gives (a, b, shared), a < b, in order
with furniture as (
  -- what a publisher prints again and again, on several days where days are known, is its furniture
  select d.publisher, k.kind, k.key
  from keys k join documents d on d.document = k.document
  where d.publisher is not null
  group by d.publisher, k.kind, k.key
  having count(*) >= :furniture_documents and (count(distinct d.day) >= :furniture_days or count(d.day) = 0)
),
holders as (
  select
    k.kind, k.key, k.document,
    count(*) over (partition by k.kind, k.key) as holders,
    row_number() over (partition by k.kind, k.key order by d.time nulls last, k.document) as place
  from keys k
  join documents d on d.document = k.document
  left join furniture f on f.publisher = d.publisher and f.kind = k.kind and f.key = k.key
  where f.key is null
),
shared as (
  select
    case when a.document < b.document then a.document else b.document end as a,
    case when a.document < b.document then b.document else a.document end as b,
    sum(case when a.kind = 0 then 1 else 0 end) as as_written,
    sum(case when a.kind = 1 then 1 else 0 end) as content
  from holders a
  join holders b on b.kind = a.kind and b.key = a.key and a.place < b.place
  -- a key that very many hold joins each to the earliest holders and to its neighbours in time, so that cost stays linear
  where a.holders <= :hot_key or a.place <= :earliest_holders or b.place - a.place <= :neighbours_in_time
  group by 1, 2
)
select a, b, as_written + content as shared
from shared
where as_written >= :shared_keys or content >= :shared_content_keys
order by a, b
