"""Stories as connected components over TF-IDF cosine; the option is the cosine from which two documents are linked."""

import sys
from collections import defaultdict

from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import TfidfVectorizer
from worker import serve


def answer(rows):
    texts = [f"{row.get('title') or ''}\n{row['text']}" for row in rows]
    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)
    links = vectors @ vectors.T >= float(sys.argv[2])
    _, labels = connected_components(links, directed=False)
    stories = defaultdict(list)
    for row, label in zip(rows, labels, strict=True):
        stories[label].append(row["id"])
    return [{"documents": documents} for documents in stories.values()]


serve(at_once=answer)
