"""The model of sentence pairs: small trees and a line over the features, trained by `tools/train_sentences.py`."""

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compare.sentence_features import NAMES, Floats
from twosource.errors import LexiconError
from twosource.settings.pairs import EVEN, SLOPE

# Questions that a tree asks before it answers.
_DEPTH = 2


class Model(NamedTuple):
    """A row a tree: the feature each node asks for, the largest value that goes left, where it goes; leaves stay put."""

    feature: NDArray[np.int64]
    limit: Floats
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    weights: Floats
    base: float


@lru_cache(maxsize=1)
def load() -> Model:
    """The trained model; features other than it was trained on raise `LexiconError`."""
    table = json.loads(files("twosource").joinpath("words", "sentence_pairs.json").read_text(encoding="utf-8"))
    if tuple(table["features"]) != NAMES:
        raise LexiconError("sentence_pairs.json was trained on other features; reinstall twosource")
    size = max(len(tree["feature"]) for tree in table["trees"])

    def laid(name: str, kind: type) -> NDArray[Any]:
        return np.array([tree[name] + [0] * (size - len(tree[name])) for tree in table["trees"]], dtype=kind)

    return Model(
        laid("feature", np.int64), laid("limit", np.float64), laid("left", np.int64), laid("right", np.int64),
        np.array(table["weights"]), table["base"],
    )  # fmt: skip


def probabilities(measured: Floats) -> Floats:
    """The score of each row of features, from 0 to 1; `EVEN` stands at one half."""
    model = load()
    trees = np.arange(len(model.feature))
    node = np.zeros((len(measured), len(trees)), dtype=np.int64)
    rows = np.arange(len(measured))[:, None]
    for _ in range(_DEPTH):
        asked, limit = model.feature[trees, node], model.limit[trees, node]
        node = np.where(measured[rows, asked] <= limit, model.left[trees, node], model.right[trees, node])
    total = model.base + measured @ model.weights + model.limit[trees, node].sum(axis=1)
    return 1 / (1 + np.exp(-(total - EVEN) * SLOPE))
