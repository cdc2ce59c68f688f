"""How alike two sentences are, by the cosine of their character 4-grams."""

from sklearn.feature_extraction.text import TfidfVectorizer
from worker import serve


def answer(rows):
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 4))
    vectorizer.fit([text for row in rows for text in (row["a"], row["b"])])
    a, b = (vectorizer.transform([row[side] for row in rows]) for side in "ab")
    scores = a.multiply(b).sum(axis=1)
    return [{"id": row["id"], "score": float(scores[n, 0])} for n, row in enumerate(rows)]


serve(at_once=answer)
