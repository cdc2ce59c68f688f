"""The model of sentence pairs: small trees and a line over the features, trained by `tools/train_sentences.py`."""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compare.sentence_features import NAMES
from twosource.compare.sentence_words import Floats
from twosource.errors import LexiconError
from twosource.settings.pairs import EVEN, SLOPE

# Rows that all trees are asked about at once, so that what is held stays in the processor's cache.
_ROWS = 128

# How many questions lead to an answer.
QUESTIONS = 3


class Model(NamedTuple):
    """A column a tree of three questions: the first, the two that may follow, the four after those, and eight answers.

    A question is the feature asked for and the largest value that goes left; the answers lie from the left to the right.
    """

    feature: NDArray[np.int64]
    limit: Floats
    answers: Floats
    weights: Floats
    base: float


@lru_cache(maxsize=1)
def load() -> Model:
    """The trained model; features other than it was trained on raise `LexiconError`."""
    table = json.loads(files("twosource").joinpath("words", "sentence_pairs.json").read_text(encoding="utf-8"))
    if tuple(table["features"]) != NAMES:
        raise LexiconError("sentence_pairs.json was trained on other features; reinstall twosource")
    feature, limit, answers = zip(*map(laid, table["trees"]), strict=True)
    return Model(np.array(feature).T, np.array(limit).T, np.array(answers).T, np.array(table["weights"]), table["base"])


def laid(tree: dict[str, list[Any]]) -> tuple[list[int], list[float], list[float]]:
    """The questions of a tree, level by level, and its answers; a leaf in the place of a question gives one answer either way."""
    asked, level = [], [0]
    for _ in range(QUESTIONS):
        asked += level
        level = [after for node in level for after in (tree["left"][node], tree["right"][node])]
    return [tree["feature"][n] for n in asked], [tree["limit"][n] for n in asked], [tree["limit"][n] for n in level]


def probabilities(measured: Floats) -> Floats:
    """The score of each row of features, from 0 to 1; `EVEN` stands at one half."""
    model = load()
    total = model.base + measured @ model.weights
    for start in range(0, len(measured), _ROWS):
        part = slice(start, start + _ROWS)
        left = measured[part].T[model.feature] <= model.limit[:, :, None]
        found = model.answers[:, :, None]
        for level in reversed(range(QUESTIONS)):
            found = np.where(left[2**level - 1 : 2 ** (level + 1) - 1], found[::2], found[1::2])
        total[part] += found[0].sum(axis=0)
    return 1 / (1 + np.exp(-(total - EVEN) * SLOPE))
