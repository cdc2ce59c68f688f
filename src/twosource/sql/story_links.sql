-- How near two documents are: the cosine of their terms, less where days lie between, 0 where one is a template.
--
-- pairs(a, b), signatures(document, key, kind, documents, weight, place), terms(document, kind, key, count)
-- documents(document, publisher, time): time in microseconds
-- gives (a, b, nearness), nearness in millionths
-- Every sum is of integers, so that all engines agree to the bit.
with lengths as (
  select document, sum(weight * weight) as square
  from signatures
  group by document
),
products as (
  select p.a, p.b, sum(s.weight * t.weight) as product
  from pairs p
  join signatures s on s.document = p.a
  join signatures t on t.document = p.b and t.key = s.key
  group by p.a, p.b
),
cosines as (
  select
    p.a, p.b, p.product / sqrt(cast(x.square as double) * cast(y.square as double)) as cosine,
    cast(abs(d.time - e.time) as double) / 8.64e10 as days,
    case when d.publisher = e.publisher then 1 else 0 end as same_publisher
  from products p
  join lengths x on x.document = p.a
  join lengths y on y.document = p.b
  join documents d on d.document = p.a
  join documents e on e.document = p.b
),
near as (
  select
    a, b, cosine, days, same_publisher,
    case when days is null then cosine else cosine * (:lasting + (1e0 - :lasting) / (1e0 + days / :decay_days)) end as nearness
  from cosines
  where cosine >= :linked
),
numbers as (
  select document, count(*) as numbers
  from terms
  where kind = 1
  group by document
),
alike as (
  select n.a, n.b, count(*) as numbers
  from near n
  join terms s on s.document = n.a and s.kind = 1
  join terms t on t.document = n.b and t.kind = 1 and t.key = s.key
  where n.cosine >= :template and n.days >= :template_days
  group by n.a, n.b
)
select
  n.a, n.b,
  case
    -- days that are not known make no template
    when coalesce(n.days, 0e0) < :template_days then cast(floor(n.nearness * 1e6) as bigint)
    when n.cosine >= :furniture and n.same_publisher = 1 then 0
    when n.cosine >= :template
      and coalesce(k.numbers, 0) < :template_numbers * case when x.numbers < y.numbers then x.numbers else y.numbers end
      then 0
    else cast(floor(n.nearness * 1e6) as bigint)
  end as nearness
from near n
left join numbers x on x.document = n.a
left join numbers y on y.document = n.b
left join alike k on k.a = n.a and k.b = n.b
where n.nearness >= :linked
