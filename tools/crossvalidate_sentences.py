"""What the features of sentence pairs can tell at best: a model fitted to labelled pairs and judged on those it has not seen.

    pip install scikit-learn
    python tools/crossvalidate_sentences.py paraphrase_dev.jsonl.gz

Ten folds, drawn five times. The sets have no licence for weights learnt from them: the figures are reported, and what is
fitted here is thrown away.
"""

import argparse
import gzip
import json
import warnings
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from twosource.compare.sentence_features import features

# The model that does best on each set: a line where pairs are few, trees where they are many.
MODELS = {
    "mrpc": make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=3000)),
    "pan": HistGradientBoostingClassifier(
        max_iter=250, learning_rate=0.07, max_depth=3, min_samples_leaf=30, random_state=0
    ),
}
DRAWS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    with gzip.open(options.pairs, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for name, model in MODELS.items():
        pairs = [row for row in rows if row["set"] == name]
        same = np.array([row["gold"]["same"] for row in pairs]) == 1
        measured = features([(row["a"], row["b"]) for row in pairs])
        found = []
        for draw in range(DRAWS):
            told = cross_val_predict(model, measured, same, cv=StratifiedKFold(10, shuffle=True, random_state=draw))
            found.append(((told == same).mean(), 2 * (told & same).sum() / (told.sum() + same.sum())))
        accuracy, f1 = np.mean(found, axis=0)
        print(f"{name}: {len(pairs)} pairs, accuracy {accuracy:.4f}, F1 {f1:.4f}")


if __name__ == "__main__":
    main()
