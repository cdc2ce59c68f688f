"""How many independent origins a claim has: named speakers first, lines of reporting where none is named.

Independence has three layers: copied text, stated lineage, and a speaker whom several reporters heard. A named speaker is
one origin however many documents carry the words. Where a document names none, its line of reporting is; and what
cannot be told apart counts as one on the low side and as several on the high side.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from twosource.records import Line, Origins, Root, Speaker
from twosource.text.names import same_name

NAMED = ("person", "organisation", "document")


class Asserted(NamedTuple):
    """One document's assertion of a claim, with the speaker it names."""

    document: str
    speaker: Speaker | None


def count_origins(asserted: Sequence[Asserted], line_of: Mapping[str, Line]) -> Origins:
    """The origins behind the assertions of one claim, as a range; `low <= high`, and both are 0 for no assertions."""
    named = _named_roots(asserted)
    spoken_for = {line_of[document].documents for root in named for document in root.documents}
    anonymous = _anonymous_roots(asserted, line_of, named, spoken_for)
    spoken_for |= {line_of[document].documents for root in anonymous for document in root.documents}
    texts = _text_roots(asserted, line_of, named, spoken_for)
    if len(texts) == 1 and not named and not anonymous:
        texts = [Root(kind="text", name=texts[0].name, documents=texts[0].documents, certain=True)]
    certain = len(named)
    unnamed = len(anonymous) + len(texts)
    return Origins(
        low=certain or min(1, unnamed),
        high=certain + unnamed,
        unattributed=len({a.document for a in asserted if not _is_named(a) and not _is_anonymous(a)}),
        roots=tuple([*named, *anonymous, *texts]),
    )


def _is_named(item: Asserted) -> bool:
    return item.speaker is not None and item.speaker.kind in NAMED and bool(item.speaker.name)


def _is_anonymous(item: Asserted) -> bool:
    return item.speaker is not None and item.speaker.kind == "anonymous"


def _named_roots(asserted: Sequence[Asserted]) -> list[Root]:
    """One root a speaker; the fullest of the names by which documents call one speaker stands for it."""
    groups: list[tuple[list[str], set[str]]] = []
    named = sorted({(item.speaker.name or "", item.document) for item in asserted if item.speaker and _is_named(item)})
    for name, document in sorted(named, key=lambda pair: (-len(pair[0]), pair)):
        for names, documents in groups:
            if all(same_name(name, other) for other in names):
                names.append(name)
                documents.add(document)
                break
        else:
            groups.append(([name], {document}))
    return [
        Root(kind="speaker", name=names[0], documents=tuple(sorted(documents)), certain=True)
        for names, documents in sorted(groups, key=lambda group: group[0])
    ]


def _anonymous_roots(
    asserted: Sequence[Asserted], line_of: Mapping[str, Line], named: Sequence[Root], spoken_for: set[tuple[str, ...]]
) -> list[Root]:
    """One uncertain root a line of reporting that hides its speaker, unless a carrier of the same line names one."""
    found: dict[tuple[str, ...], tuple[str, list[str]]] = {}
    for item in sorted(asserted, key=lambda item: (item.document, (item.speaker and item.speaker.name) or "")):
        line = line_of[item.document].documents
        if _is_anonymous(item) and item.speaker and line not in spoken_for:
            found.setdefault(line, (item.speaker.name or "", []))[1].append(item.document)
    return [
        Root(kind="speaker", name=name or None, documents=tuple(sorted(set(documents))), certain=False)
        for name, documents in found.values()
    ]


def _text_roots(
    asserted: Sequence[Asserted], line_of: Mapping[str, Line], named: Sequence[Root], spoken_for: set[tuple[str, ...]]
) -> list[Root]:
    """One root a line of reporting that names nobody for the claim; a release is its issuer's word."""
    found: dict[tuple[str, ...], list[str]] = {}
    for item in asserted:
        line = line_of[item.document]
        if not _is_named(item) and not _is_anonymous(item) and line.documents not in spoken_for:
            found.setdefault(line.documents, []).append(item.document)
    roots = []
    for _, documents in sorted(found.items()):
        name = line_of[documents[0]].latent or line_of[documents[0]].root
        issuer = (name or "").removeprefix("release: ")
        if any(same_name(issuer, root.name or "") for root in named):
            continue
        roots.append(Root(kind="text", name=name, documents=tuple(sorted(set(documents))), certain=False))
    return roots
