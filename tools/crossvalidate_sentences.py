"""What the features of sentence pairs can tell at best: a model fitted to labelled pairs and judged on those it has not seen.

    pip install scikit-learn
    python tools/crossvalidate_sentences.py paraphrase_dev.jsonl.gz

Ten folds, drawn five times: each set for itself, then both as one with one threshold, held to what the shipped model is held
to: what is shared may not speak against saying the same. The sets have no licence for weights learnt from them: the figures are reported, and what is
fitted here is thrown away.
"""

import argparse
import gzip
import json
import warnings
from pathlib import Path

import numpy as np
from sklearn.base import ClassifierMixin
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from train_sentences import SIGNS

from twosource.compare.sentence_features import features

# The model that does best on each set: a line where pairs are few, trees where they are many.
MODELS = {
    "mrpc": make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=3000)),
    "pan": HistGradientBoostingClassifier(
        max_iter=250, learning_rate=0.07, max_depth=3, min_samples_leaf=30, random_state=0
    ),
}
HELD = HistGradientBoostingClassifier(
    max_iter=250, learning_rate=0.07, max_depth=3, min_samples_leaf=30, monotonic_cst=SIGNS, random_state=0
)
DRAWS = 5


def draws(model: ClassifierMixin, measured: np.ndarray, same: np.ndarray) -> list[np.ndarray]:
    """Which pairs are told to be the same by models that have not seen them, by draw."""
    folds = [StratifiedKFold(10, shuffle=True, random_state=draw) for draw in range(DRAWS)]
    return [cross_val_predict(model, measured, same, cv=fold) for fold in folds]


def show(name: str, told: list[np.ndarray], same: np.ndarray) -> None:
    """Print the accuracy and F1 of the draws."""
    accuracy = np.mean([(draw == same).mean() for draw in told])
    f1 = np.mean([2 * (draw & same).sum() / (draw.sum() + same.sum()) for draw in told])
    print(f"{name}: {len(same)} pairs, accuracy {accuracy:.4f}, F1 {f1:.4f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    with gzip.open(options.pairs, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["set"] in MODELS]
    measured = features([(row["a"], row["b"]) for row in rows])
    same = np.array([row["gold"]["same"] == 1 for row in rows])
    sets = {name: np.array([row["set"] == name for row in rows]) for name in MODELS}
    for name, model in MODELS.items():
        show(name, draws(model, measured[sets[name]], same[sets[name]]), same[sets[name]])
    told = draws(HELD, measured, same)
    for name, kept in sets.items():
        show(f"{name} of both, held", [draw[kept] for draw in told], same[kept])


if __name__ == "__main__":
    main()
