-- Pairs of documents that share enough keys to be aligned: what `twosource.meetings` finds without an engine.
--
-- documents(document, publisher, shelf, day, turn, size, dense): integers; publisher and day may be null; shelf is the
--   number of documents of the publisher, size that of the document's keys as written, dense is 1 where all its keys were kept
--   and 0 where a sample of them
-- keys(document, kind, key): kind 0 words as written, kind 1 sorted content words
-- gives (a, b, as_written, fresh, printed), a < b, in order: keys as written in common; of those, the ones that
--   no common publisher prints in a good part of its documents, and those that it prints in several
with held as (
  select k.document, k.kind, k.key, d.publisher, d.shelf, d.day, d.turn, d.size
  from keys k join documents d on d.document = k.document
),
recurring as (
  -- what a publisher prints again and again, on several days where days are known
  select publisher, kind, key
  from held
  where publisher is not null
  group by publisher, kind, key
  having count(*) >= :furniture_documents and (count(distinct day) >= :furniture_days or count(day) = 0)
),
versions as (
  -- of which most recurs, or little is left: versions of a report, or forms filled in again, but no report with furniture
  select h.document
  from held h left join recurring r on r.publisher = h.publisher and r.kind = h.kind and r.key = h.key
  group by h.document
  having 2 * count(r.key) > count(*) or count(*) - count(r.key) < :report_keys
),
furniture as (
  select r.publisher, r.kind, r.key
  from recurring r
  join held h on h.publisher = r.publisher and h.kind = r.kind and h.key = r.key
  left join versions v on v.document = h.document
  where v.document is null
  group by r.publisher, r.kind, r.key
  having count(*) >= :furniture_documents
),
again as (
  -- most keys stand in one document: the rest is little to put in order
  select kind, key from keys group by kind, key having count(*) > 1
),
holders as (
  select
    h.kind, h.key, h.document, h.publisher, h.shelf,
    count(*) over (partition by h.kind, h.key) as holders,
    count(*) over (partition by h.publisher, h.kind, h.key) as printed,
    row_number() over (partition by h.kind, h.key order by h.turn) as place
  from held h
  join again g on g.kind = h.kind and g.key = h.key
  left join furniture f on f.publisher = h.publisher and f.kind = h.kind and f.key = h.key
  -- a text shorter than this is the form itself: its lines stand in longer reports of its publisher too
  where f.key is null or h.size < :report_keys
),
shared as (
  select
    a.document as earlier,
    b.document as later,
    count(case when a.kind = 0 then 1 end) as as_written,
    count(case when a.kind = 1 then 1 end) as content,
    count(case when a.holders <= :hot_key then 1 end) as cold,
    count(case when a.publisher = b.publisher and a.printed >= :furniture_documents
      and a.printed >= :furniture_share * a.shelf then null when a.kind = 0 then 1 end) as fresh,
    count(case when a.publisher = b.publisher and a.printed >= :furniture_documents and a.kind = 0 then 1 end) as printed
  from holders a
  join holders b on b.kind = a.kind and b.key = a.key and a.place < b.place
  -- a key that very many hold joins each to the earliest holders and to its neighbours in time, so that cost stays linear
  where a.holders <= :hot_key or a.place <= :earliest_holders or b.place - a.place <= :neighbours_in_time
  group by 1, 2
),
enough as (
  select
    s.earlier, s.later, s.as_written, s.cold, s.fresh, s.printed,
    row_number() over (
      partition by s.later, case when s.cold = 0 then 0 else 1 end
      order by s.as_written + s.content desc, a.turn
    ) as turn
  from shared s join documents a on a.document = s.earlier join documents b on b.document = s.later
  where s.content >= :shared_content_keys
    or s.as_written >= case when a.dense + b.dense = 2 then :passage_keys else :shared_keys end
)
select
  case when earlier < later then earlier else later end as a,
  case when earlier < later then later else earlier end as b,
  as_written, fresh, printed
from enough
-- and no document meets more than a key does, however many of its sentences others hold too
where turn <= case when cold = 0 then :earliest_holders + :neighbours_in_time else :hot_key end
order by 1, 2
