-- The terms of parts of documents under the numbers that the documents have in the corpus.
--
-- terms(part, position, kind, key, count), places(part, position, document)
-- gives (document, kind, key, count)
select p.document, t.kind, t.key, t.count
from terms t
join places p on p.part = t.part and p.position = t.position
