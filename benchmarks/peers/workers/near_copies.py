"""Pairs of near copies by datasketch, rensa, SimHash or TF-IDF cosine, in the form of `twosource reuse`.

The option is the threshold: of Jaccard, of cosine, or for SimHash the number of bits that may differ.
"""

import re
import sys

from worker import serve

LIMIT = float(sys.argv[2])
PERMUTATIONS = 128


def shingles(text):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[n : n + 5]) for n in range(max(1, len(words) - 4))}


def datasketch(texts):
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=LIMIT, num_perm=PERMUTATIONS)
    for b, text in enumerate(texts):
        hashed = MinHash(num_perm=PERMUTATIONS)
        hashed.update_batch([one.encode() for one in shingles(text)])
        yield from ((int(a), b) for a in index.query(hashed))
        index.insert(str(b), hashed)


def rensa(texts):
    from rensa import RMinHash, RMinHashLSH

    # As many rows a band as put the steep part of the curve at the threshold: 2 at .5, 8 at .7.
    bands = {0.7: 16, 0.5: 32}[LIMIT]
    index = RMinHashLSH(threshold=LIMIT, num_perm=PERMUTATIONS, num_bands=bands)
    for b, text in enumerate(texts):
        hashed = RMinHash(num_perm=PERMUTATIONS, seed=1)
        hashed.update(list(shingles(text)))
        yield from ((a, b) for a in index.query(hashed))
        index.insert(b, hashed)


def simhash(texts):
    from simhash import Simhash, SimhashIndex

    index = SimhashIndex([], k=int(LIMIT))
    for b, text in enumerate(texts):
        hashed = Simhash(list(shingles(text)))
        yield from ((int(a), b) for a in index.get_near_dups(hashed))
        index.add(str(b), hashed)


def cosine(texts):
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(sublinear_tf=True).fit_transform(texts)
    pairs = (vectors @ vectors.T).tocoo()
    for a, b, value in zip(pairs.row, pairs.col, pairs.data, strict=True):
        if a < b and value >= LIMIT:
            yield int(a), int(b)


FIND = {"datasketch": datasketch, "rensa": rensa, "simhash": simhash, "scikit-learn": cosine}[sys.argv[1]]


def answer(rows):
    found = FIND([row["text"] for row in rows])
    return [{"a": rows[a]["id"], "b": rows[b]["id"], "kind": "copy"} for a, b in found]


serve(at_once=answer)
