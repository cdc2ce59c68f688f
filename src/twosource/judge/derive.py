"""What derives from what: the kind of each shared text, and its direction where there are grounds."""

from collections.abc import Iterable, Mapping, Sequence

from twosource.compare.inheritance import Inherited
from twosource.compare.passages import Aligned
from twosource.judge.times import first_of, hours_apart, in_words
from twosource.records import Credit, Document, Reuse
from twosource.settings.reuse import (
    COPIED,
    CREDITED_FIGURES,
    CREDITED_SHARE,
    DERIVES,
    FORMULA_HOURS,
    FORMULA_NUMBERS,
    FRESH,
    INHERITED_FIGURES,
    INHERITED_PROSE,
    INHERITED_QUOTES,
    INHERITED_SHARE,
    LONG_PASSAGE,
    MOSTLY,
    QUOTED_WORDS,
    REWRITTEN_WORDS,
    SHORTEST_PASSAGE,
    UPDATE_HOURS,
)
from twosource.text.names import normal_name, same_name

DERIVED = ("copy", "rewrite", "excerpt")
BOTH_CREDIT = "both credit"
# Credits for a text; that an outlet reported something first may stand in any report.
OF_TEXT = ("dateline", "byline", "tag", "release", "link", "metadata")
# Those that are for the whole text; a statement of some office may be told of beside other things.
WHOLE_TEXT = ("dateline", "byline", "tag", "metadata")


def relate(
    documents: Mapping[str, Document],
    aligned: Iterable[Aligned],
    credits: Mapping[str, Sequence[Credit]],
    inherited: Mapping[tuple[str, str], Inherited],
) -> list[Reuse]:
    """Each pair of documents that share text, with its kind and direction, in order of their ids."""
    found = (_reuse(pair, documents, credits, inherited.get((pair.a, pair.b))) for pair in aligned)
    return sorted(filter(None, found), key=lambda pair: (pair.a, pair.b))


def _reuse(
    pair: Aligned,
    documents: Mapping[str, Document],
    credits: Mapping[str, Sequence[Credit]],
    inherited: Inherited | None,
) -> Reuse | None:
    """What a pair shares and which was first; None where it shares too little to be told."""
    credited = credits_other(pair.a, pair.b, documents, credits)
    kind = kind_of(pair, documents[pair.a], documents[pair.b], credited=credited)
    kept = inherited if kind not in DERIVED and inherited and _inherits(pair, inherited, credited) else None
    if kept:
        kind = "rewrite"
    if kind is None:
        return None
    derived = kind in DERIVED
    parent, direction, grounds = direction_of(pair, documents, credits) if derived else (None, "unknown", [])
    return Reuse(
        a=pair.a,
        b=pair.b,
        kind=kind,  # type: ignore[arg-type]
        parent=parent,  # type: ignore[arg-type]
        direction=direction,  # type: ignore[arg-type]
        score=round(_score(pair, kept, derived=derived), 4),
        coverage_a=pair.coverage_a,
        coverage_b=pair.coverage_b,
        quote_coverage_a=pair.quote_coverage_a,
        quote_coverage_b=pair.quote_coverage_b,
        passages=pair.passages,
        grounds=(*_extent(pair), *_kept(kept), *grounds),
    )


def _score(pair: Aligned, kept: Inherited | None, *, derived: bool) -> float:
    """The larger share that one document has of the other: of its figures, its words or its quotations."""
    if kept:
        return kept.common / min(kept.of_a, kept.of_b)
    return max(pair.coverage_a, pair.coverage_b) if derived else max(pair.quote_coverage_a, pair.quote_coverage_b)


def kind_of(pair: Aligned, a: Document, b: Document, *, credited: bool = False) -> str | None:
    """What kind of shared text a pair is, of which one may credit the other; None where it shares too little to be told."""
    if not pair.passages:
        return None
    if pair.framed:
        return "formula"
    more, less = max(pair.coverage_a, pair.coverage_b), min(pair.coverage_a, pair.coverage_b)
    if _filled_in_again(pair, a, b):
        return "formula"
    if a.publisher and a.publisher == b.publisher and pair.fresh < FRESH:
        return "formula"
    if more >= DERIVES:
        if pair.equal >= COPIED:
            return "copy" if less >= MOSTLY else "excerpt"
        if pair.prose >= (SHORTEST_PASSAGE if credited else REWRITTEN_WORDS):
            return "rewrite"
    if pair.longest >= LONG_PASSAGE:
        return "excerpt"
    quoted = max(pair.quote_coverage_a, pair.quote_coverage_b)
    if quoted > 0 and quoted >= more * QUOTED_WORDS:
        return "quotation_only"
    # Two short sentences on one event resemble each other and prove nothing; words that are the same are set phrases.
    return None if all(passage.kind == "reworded" for passage in pair.passages) else "formula"


def _filled_in_again(pair: Aligned, a: Document, b: Document) -> bool:
    """Whether two texts are one form with other numbers: far apart in time, for an update keeps most numbers."""
    hours = hours_apart(a, b)
    if hours <= FORMULA_HOURS or pair.numbers is None:
        return False
    if pair.printed or hours > UPDATE_HOURS:
        return not pair.same_numbers if pair.printed else pair.numbers < 1.0
    return pair.numbers < FORMULA_NUMBERS


def direction_of(
    pair: Aligned, documents: Mapping[str, Document], credits: Mapping[str, Sequence[Credit]]
) -> tuple[str | None, str, list[str]]:
    """Which of two documents the other derives from, how surely, and the grounds in sentences."""
    a, b = documents[pair.a], documents[pair.b]
    grounds: list[str] = []
    credited = [side for side, one, other in (("a", a, b), ("b", b, a)) if _credits(credits.get(other.id, ()), one)]
    if len(credited) == 1:
        (side,) = credited
        one, other = ("a", "b") if side == "a" else ("b", "a")
        grounds.append(f"{other} credits {one}")
    first, gap = first_of(a, b)
    later = "b" if first == "a" else "a"
    if first:
        grounds.append(f"{later} published {in_words(gap)} after {first}")
    if len(credited) == 1:
        # Who credits an agency whose text here is the later one had it from an earlier text of the same agency.
        return (None, "unknown", grounds) if first and first != credited[0] else (credited[0], "known", grounds)
    both = _shared_agency(credits.get(a.id, ()), credits.get(b.id, ()))
    if both and not any(is_by(one.publisher, both) for one in (a, b)):
        return None, "unknown", [*grounds, f"{BOTH_CREDIT} {both}"]
    if first is None:
        return None, "unknown", grounds
    agency = credited_alone(getattr(pair, later), getattr(pair, first), credits)
    if agency:
        return None, "unknown", [*grounds, f"{later} credits {agency}, and {first} does not"]
    return first, "likely", grounds


def credited_alone(child: str, parent: str, credits: Mapping[str, Sequence[Credit]]) -> str | None:
    """The agency that a child credits for its text and a parent does not, which cannot have handed the credit on."""
    names = _agencies(credits.get(child, ()), WHOLE_TEXT) - _agencies(credits.get(parent, ()))
    return min(names, default=None)


def credits_other(a: str, b: str, documents: Mapping[str, Document], credits: Mapping[str, Sequence[Credit]]) -> bool:
    """Whether one of two documents credits the other's publisher, and not its own."""
    one, other = documents[a], documents[b]
    return one.publisher != other.publisher and (
        _credits(credits.get(a, ()), other) or _credits(credits.get(b, ()), one)
    )


def _credits(credits: Iterable[Credit], document: Document) -> bool:
    return any(is_by(document.publisher, credit.name) for credit in credits)


def is_by(publisher: str | None, name: str) -> bool:
    """Whether a credit names a publisher, in full or by the first part of its name ("Meridian" for its agency)."""
    one, other = normal_name(publisher or "").split(), normal_name(name).split()
    return bool(other) and (set(other) <= set(one) or same_name(publisher or "", name))


def _shared_agency(a: Iterable[Credit], b: Iterable[Credit]) -> str | None:
    names = sorted(_agencies(a) & _agencies(b))
    return names[0] if names else None


def _agencies(credits: Iterable[Credit], kinds: Sequence[str] = OF_TEXT) -> set[str]:
    """Whom a document credits for its text."""
    return {one.name for one in credits if one.kind in kinds}


def may_inherit(pair: Aligned) -> bool:
    """Whether two documents share words enough for one to tell the other's story, so that their figures are worth a look."""
    quoted, prose = max(pair.quote_coverage_a, pair.quote_coverage_b), max(pair.coverage_a, pair.coverage_b)
    return quoted >= INHERITED_QUOTES and INHERITED_PROSE <= prose < DERIVES


def _inherits(pair: Aligned, figures: Inherited, credited: bool) -> bool:
    """Whether one document tells the other's story in other words: its figures in its order, and some of its words.

    Where it credits the other, a few figures will do.
    """
    share = figures.common / max(1, min(figures.of_a, figures.of_b))
    if credited:
        return figures.common >= CREDITED_FIGURES and share >= CREDITED_SHARE
    return may_inherit(pair) and figures.common >= INHERITED_FIGURES and share >= INHERITED_SHARE


def _kept(figures: Inherited | None) -> list[str]:
    return [f"{figures.common} figures in the same order"] if figures else []


def _extent(pair: Aligned) -> list[str]:
    passages = len(pair.passages)
    grounds = [f"{passages} shared passage{'' if passages == 1 else 's'}"] if passages else []
    if pair.framed:
        grounds.append("captions, notices and the like, and nothing of the reports")
    if pair.changed_numbers:
        grounds.append(f"{len(pair.changed_numbers)} numbers differ inside them")
    return grounds
