"""Make `src/twosource/words/synonyms.json` from the data base of WordNet 3.0 (Debian's wordnet-base).

    python tools/make_synonyms.py /usr/share/wordnet

Each line of the table is one sense: the stems of the words that share it, of words with this sense among their first
three and tagged at least once in WordNet's texts. Irregular forms ("went", "men") stand beside their base form.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from twosource.text.stems import stem

SENSES = 3
OUTPUT = Path(__file__).resolve().parent.parent / "src/twosource/words/synonyms.json"


def senses(wordnet: Path) -> dict[str, set[str]]:
    """The stems of each sense that two stems or more share."""
    counts: Counter[str] = Counter()
    for line in (wordnet / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, _, count = line.split()
        counts[key.split("%")[0]] += int(count)
    found: dict[str, set[str]] = defaultdict(set)
    for part in ("noun", "verb", "adj", "adv"):
        for line in (wordnet / f"index.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            lemma, size = fields[0], int(fields[2])
            if lemma.isalpha() and len(lemma) > 2 and counts[lemma]:
                for sense in fields[-size:][:SENSES]:
                    found[part + sense].add(stem(lemma))
    return {sense: stems for sense, stems in found.items() if len(stems) > 1}


def irregular(wordnet: Path, known: set[str]) -> dict[str, str]:
    """Irregular forms of the known words, each with the stem of its base form."""
    found = {}
    for part in ("noun", "verb", "adj"):
        for line in (wordnet / f"{part}.exc").read_text(encoding="utf-8").splitlines():
            form, base, *_ = line.split()
            if form.isalpha() and stem(form) != stem(base) and stem(base) in known:
                found.setdefault(stem(form), stem(base))
    return found


def main() -> None:
    wordnet = Path(sys.argv[1])
    groups = sorted({tuple(sorted(stems)) for stems in senses(wordnet).values()})
    forms = irregular(wordnet, {stem for group in groups for stem in group})
    table = {
        "note": "Made by tools/make_synonyms.py from WordNet 3.0, Copyright 2006 by Princeton University; see NOTICE.",
        "senses": [" ".join(group) for group in groups],
        "irregular": dict(sorted(forms.items())),
    }
    OUTPUT.write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(groups)} senses, {len(forms)} irregular forms, {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
