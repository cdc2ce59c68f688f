-- How near two documents are: the cosine of their terms, less where days lie between, 0 where one is a template.
--
-- pairs(a, b), of one part of the changed documents as in story_candidates, changed(document),
-- signatures(document, key, documents, weight, place)
-- terms(document, kind, key, count), documents(document, publisher, time, square, numbers): time in microseconds
-- gives (a, b, nearness) for pairs as given, nearness in millionths
-- Every sum is of integers, so that all engines agree to the bit.
with mine as (
  select s.document, s.key, s.weight
  from signatures s
  join changed c on c.document = s.document
  where s.document % :parts = :part
),
products as (
  select p.a, p.b, sum(s.weight * t.weight) as product
  from signatures t
  join pairs p on p.b = t.document
  join mine s on s.document = p.a and s.key = t.key
  group by p.a, p.b
),
cosines as (
  select
    p.a, p.b, p.product / sqrt(d.square * e.square) as cosine,
    cast(abs(d.time - e.time) as double) / 8.64e10 as days,
    case when d.publisher = e.publisher then 1 else 0 end as same_publisher,
    case when d.numbers < e.numbers then d.numbers else e.numbers end as fewer_numbers
  from products p
  join documents d on d.document = p.a
  join documents e on e.document = p.b
),
near as (
  select
    a, b, cosine, days, same_publisher, fewer_numbers,
    case when days is null then cosine else cosine * (:lasting + (1e0 - :lasting) / (1e0 + days / :decay_days)) end as nearness
  from cosines
  where cosine >= :linked
),
alike as (
  select n.a, n.b, count(*) as numbers
  from terms t
  join near n on n.b = t.document
  join terms s on s.document = n.a and s.key = t.key
  where t.kind = 1 and s.kind = 1 and s.document % :parts = :part
    and n.cosine >= :template and n.days >= :template_days
  group by n.a, n.b
)
select
  n.a, n.b,
  case
    -- days that are not known make no template
    when coalesce(n.days, 0e0) < :template_days then cast(floor(n.nearness * 1e6) as bigint)
    when n.cosine >= :furniture and n.same_publisher = 1 then 0
    when n.cosine >= :template and coalesce(k.numbers, 0) < :template_numbers * n.fewer_numbers then 0
    else cast(floor(n.nearness * 1e6) as bigint)
  end as nearness
from near n
left join alike k on k.a = n.a and k.b = n.b
where n.nearness >= :linked
