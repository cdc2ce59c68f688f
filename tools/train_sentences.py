r"""Train the model of sentence pairs, `src/twosource/words/sentence_pairs.json`.

    pip install scikit-learn
    python tools/train_sentences.py --kjv kjv.imp --web web.imp --prose TDavid.imp MHCC.imp \
        --gum statements_gum.jsonl.gz --wordnet /usr/share/wordnet

Trees of three questions over the features of `twosource.compare.sentence_features`, of which each may only ever raise the
score or only lower it, and a line over the same features: the sum of both stays right where texts are unlike those of the
training, better than either. Texts and rewrites:
`sentence_texts.py`, `sentence_pairs.py`. No pair of a benchmark is read.
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sentence_pairs import Pair, change_fact, clause_of, drop_clause, rewrite, sharing_a_clause
from sentence_texts import content_stems, documents, prose, synonym_table, verses
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from twosource.compare.sentence_features import NAMES, features

HERE = Path(__file__).resolve().parent
SEED = 5
VERSES = 4000
FOUND = 10_000

# How much a pair of each kind counts. A changed fact counts nothing: reports that differ in a figure mostly tell one
# thing all the same, what differs is found by comparing figures and names, and a copy with a changed number is a copy.
# Sentences that share a clause and go on differently are the hardest to keep apart.
WEIGHTS = {"fact": 0.0, "clause": 2.0}

# Pairs made of GUM count in full where so large a share of their words are names and numbers, as in news, and else so much:
# a sentence of common words that shares a clause with another is more often a rewording of it.
THICK = 0.12
THIN_WEIGHT = 0.3

# A pair of sentences is found by so many words with a meaning in common, which may be this share of the shorter.
WORDS_FOUND = 4
SHARE_FOUND = 0.6

# Of the squares of the slopes, in the loss of the line.
PENALTY = 10.0

LOWERING = (
    "weight left", "longest stretch left", "names left", "numbers left", "negation", "numbers differ", "names differ",
)  # fmt: skip
FREE = ("length", "stretches", "names told", "numbers told", "words apart")

# Whether more of a feature may only raise the score (1), only lower it (-1), or do either (0): what is shared never speaks
# against saying the same.
SIGNS = [0 if name.startswith(FREE) else -1 if name.startswith(LOWERING) else 1 for name in NAMES]


def told_pairs(told: list[tuple[str, str]], rng: random.Random, table: dict[str, list[str]]) -> Iterator[Pair]:
    """Pairs of verses: the two translations, further reworded; the verse after; the verse most alike; a shared clause."""
    order = rng.sample(range(len(told) - 4), 3 * VERSES)
    for n in order[:VERSES]:
        one, other = told[n]
        yield Pair(one, other, True, "translation")
        yield Pair(one, rewrite(other, rng, table, rng.choice((0.1, 0.3, 0.6))), True, "reworded")
        yield Pair(one, told[n + rng.choice((1, 1, 2, 3))][1], False, "next")
    vectors = TfidfVectorizer(sublinear_tf=True, min_df=2, max_df=0.05)
    modern = vectors.fit_transform([other for _, other in told])
    alike = (vectors.transform([told[n][0] for n in order[:VERSES]]) @ modern.T).tocsr()
    for row, n in enumerate(order[:VERSES]):
        found = alike[row]
        best = sorted(zip(-found.data, found.indices.tolist(), strict=True))[:8]
        near = [m for score, m in best if m != n and -score < 0.6][:4]
        if near:
            yield Pair(told[n][0], told[rng.choice(near)][1], False, "alike")


def news_pairs(texts: list[list[str]], rng: random.Random, table: dict[str, list[str]]) -> Iterator[Pair]:
    """Pairs of sentences of GUM: rewritten, cut, with a changed fact, a neighbour, one as long, and sharing a clause."""
    names = sorted(
        {word for text in texts for s in text for word in s.split()[1:] if word.isalpha() and word.istitle()}
    )
    by_length = defaultdict(list)
    for sentence in (sentence for text in texts for sentence in text):
        by_length[len(sentence.split())].append(sentence)
    for text in texts:
        for n, sentence in enumerate(text):

            def near(n: int = n, text: list[str] = text) -> str:
                return text[(n + rng.choice((-3, -2, -1, 1, 2, 3))) % len(text)]

            yield Pair(
                sentence, rewrite(sentence, rng, table, rng.choice((0.0, 0.1, 0.2, 0.3, 0.5))), True, "rewritten"
            )
            yield Pair(sentence, near(), False, "near")
            yield Pair(sentence, rng.choice(by_length[len(sentence.split())]), False, "length")
            cut = drop_clause(sentence, rng)
            yield Pair(sentence, rewrite(cut, rng, table, rng.choice((0.0, 0.1, 0.3))), True, "cut")
            for _ in range(2):
                shared = clause_of(sentence, rng) if rng.random() < 0.6 else sentence
                yield Pair(*sharing_a_clause(shared, near(), near(), rng, table), False, "clause")
            if changed := change_fact(sentence, rng, names):
                yield Pair(sentence, rewrite(changed, rng, table, rng.choice((0.0, 0.1, 0.3))), False, "fact")


def found_pairs(texts: list[str], rng: random.Random) -> Iterator[Pair]:
    """Sentences of old prose that a search for words in common finds, long ones mostly, and that tell different things."""
    vectors = CountVectorizer(binary=True, min_df=2, analyzer=content_stems)
    held = vectors.fit_transform(texts).astype(np.int16)
    size = np.asarray(held.sum(axis=1)).ravel()
    for _ in range(10):
        asked = np.array(rng.sample(range(len(texts)), 1000))
        met = (held[asked] @ held.T).tocoo()
        one, other, shared = asked[met.row], met.col, met.data
        kept = (shared >= WORDS_FOUND) & (shared <= SHARE_FOUND * np.minimum(size[one], size[other])) & (one != other)
        for n in rng.sample(np.flatnonzero(kept).tolist(), FOUND // 10):
            yield Pair(texts[one[n]], texts[other[n]], False, "found")


def trees_of(model: HistGradientBoostingClassifier) -> list[dict[str, list[float]]]:
    """Each tree as four lists, by node: the feature asked for, the largest value that goes left, the two ways; a leaf leads
    to itself and its value stands in the place of the limit."""
    found = []
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        leaf = nodes["is_leaf"].astype(bool)
        found.append(
            {
                "feature": np.where(leaf, 0, nodes["feature_idx"]).tolist(),
                "limit": [float(f"{x:.4g}") for x in np.where(leaf, nodes["value"], nodes["num_threshold"])],
                "left": np.where(leaf, np.arange(len(nodes)), nodes["left"]).tolist(),
                "right": np.where(leaf, np.arange(len(nodes)), nodes["right"]).tolist(),
            }
        )
    return found


def line_of(measured: np.ndarray, same: np.ndarray, weights: np.ndarray, signs: list[int]) -> tuple[np.ndarray, float]:
    """The slopes and the intercept of a logistic line with each slope's sign given, by feature."""
    middle, spread = measured.mean(axis=0), measured.std(axis=0) + 1e-9
    scaled = np.column_stack([(measured - middle) / spread, np.ones(len(measured))])

    def loss(slopes: np.ndarray) -> tuple[float, np.ndarray]:
        total = scaled @ slopes
        error = (1 / (1 + np.exp(-total)) - same) * weights
        penalty = PENALTY * slopes * (np.arange(len(slopes)) < len(signs))
        value = np.sum(weights * (np.logaddexp(0, total) - same * total)) + penalty @ slopes / 2
        return value, scaled.T @ error + penalty

    bounds = [{1: (0, None), -1: (None, 0), 0: (None, None)}[sign] for sign in signs] + [(None, None)]
    found = minimize(
        loss, np.zeros(len(bounds)), jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 2000}
    ).x
    slopes = found[:-1] / spread
    return slopes, float(found[-1] - slopes @ middle)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--kjv", "--web", "--gum", "--wordnet"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--prose", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, default=HERE.parent / "src/twosource/words/sentence_pairs.json")
    options = parser.parse_args()
    table, rng = synonym_table(options.wordnet), random.Random(SEED)
    told = list(told_pairs(verses(options.kjv, options.web), rng, table))
    news = list(news_pairs(documents(options.gum), rng, table))
    found = list(found_pairs([text for path in options.prose for text in prose(path)], rng))
    pairs = [*told, *news, *found]
    measured = features([(pair.a, pair.b) for pair in pairs])
    same = np.array([pair.same for pair in pairs])
    weights = np.array([WEIGHTS.get(pair.made, 1.0) for pair in pairs])
    thin = measured[:, [NAMES.index("names told"), NAMES.index("numbers told")]].sum(axis=1) < THICK
    of_gum = slice(len(told), len(told) + len(news))
    weights[of_gum] *= np.where(thin[of_gum], THIN_WEIGHT, 1)
    model = HistGradientBoostingClassifier(
        max_iter=150, learning_rate=0.07, max_depth=3, min_samples_leaf=50, l2_regularization=1,
        monotonic_cst=SIGNS, random_state=SEED, early_stopping=False,
    ).fit(measured, same, sample_weight=weights)  # fmt: skip
    slopes, intercept = line_of(measured, same, weights, SIGNS)
    base = float(model._baseline_prediction.ravel()[0]) + intercept
    note = (
        "Trained by tools/train_sentences.py on the King James and World English Bible, the Treasury of David, "
        "Matthew Henry's Concise Commentary (public domain) and GUM (CC BY)."
    )
    tables = {"note": note, "pairs": len(pairs), "features": NAMES, "base": round(base, 6)}
    tables["weights"] = [round(float(slope), 6) for slope in slopes]
    options.output.write_text(
        json.dumps({**tables, "trees": trees_of(model)}, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    print(f"{len(pairs)} pairs, {model.score(measured, same):.3f} right in training")


if __name__ == "__main__":
    main()
