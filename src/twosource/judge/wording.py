"""How the values of a claim are written in the sentences that explain a verdict."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from twosource.compare.measured import Measured
from twosource.records import Document, Figure
from twosource.settings.claims import SHORT_DESCRIPTION

_BEFORE = {
    "about": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "up to ",
}


def written(figure: Figure) -> str:
    """The number as a reader would write it: with its hedge, and "one" where a single person is told of without a number."""
    if figure.rule.startswith(("single", "singular")) or not any(mark.isalnum() for mark in figure.text):
        return "one" if figure.point == 1 else f"{figure.point:,.10g}"
    text = " ".join(figure.text.split())
    if text.isdigit() and figure.point is not None and figure.point != int(text):
        text = f"{figure.point:,.12g}"  # the 400 of "from 400 to 340 million"
    return _BEFORE.get(figure.bound, "") + text


def forms(items: Iterable[Measured]) -> list[str]:
    """One form a value, unit and hedge, the commonest way of writing it, by size."""
    ways: dict[tuple[float, str, str], Counter[str]] = {}
    for item in items:
        key = item.value.point, item.figure.unit or item.figure.kind, item.figure.bound
        ways.setdefault(key, Counter())[written(item.figure)] += 1
    best = {key: min(found, key=lambda form: (-found[form], form)) for key, found in ways.items()}
    return list(dict.fromkeys(best[key] for key in sorted(best)))


def in_time(items: Sequence[Measured], documents: Mapping[str, Document]) -> list[str]:
    """One form a value, in the order in which reports first gave them."""
    first: dict[float, tuple[str, float]] = {}
    for item in items:
        published = documents[item.figure.document].published or ""
        when = published, item.value.point
        first[item.value.point] = min(first.get(item.value.point, when), when)
    forms_of = {value: forms(i for i in items if i.value.point == value)[0] for value in first}
    return list(dict.fromkeys(forms_of[value] for value in sorted(first, key=lambda value: first[value])))


def with_speakers(items: Iterable[Measured]) -> list[str]:
    """One form a value, with those who are named for it: "40,000 litres (Ilse Brandt)"."""
    by_value: dict[float, list[Measured]] = {}
    for item in sorted(items, key=lambda item: item.figure.id):
        by_value.setdefault(item.value.point, []).append(item)
    return [forms(found)[0] + _speakers(found) for _, found in sorted(by_value.items())]


def _speakers(items: Iterable[Measured]) -> str:
    """The speakers of a value in parentheses: those named, or else one who is described, as "organisers" are."""
    told = [item for item in items if item.speaker]
    named = sorted({item.speaker or "" for item in told if item.named}, key=lambda name: (len(name), name))
    described = {_lowered(item.speaker or "") for item in told if not item.named}
    names = named[:2] or sorted(name for name in described if len(name.split()) <= SHORT_DESCRIPTION)[:1]
    return f" ({', '.join(names)})" if names else ""


def _lowered(description: str) -> str:
    """A description as it stands inside a sentence: "the union" for "The union"."""
    article, space, rest = description.partition(" ")
    return f"{article.lower()}{space}{rest}" if article in ("The", "A", "An", "Its", "His", "Her") else description


def listed(parts: Sequence[str], conjunction: str = "and") -> str:
    """The parts as a sentence has them: "a, b and c"."""
    return f" {conjunction} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
