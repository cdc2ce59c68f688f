"""How many independent origins a claim has: named speakers first, lines of reporting where none is named.

Independence has three layers: copied text, stated lineage, and a speaker whom several reporters heard. A named speaker is
one origin however many documents carry the words. Where a document names none, its line of reporting is; and what
cannot be told apart counts as one on the low side and as several on the high side.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from twosource.judge.speakers import is_named, name_of, one_speaker
from twosource.records import Line, Origins, Root, Speaker
from twosource.text.names import normal_name, same_name


class Asserted(NamedTuple):
    """One document's assertion of a claim, with the speaker it names."""

    document: str
    speaker: Speaker | None


def count_origins(asserted: Sequence[Asserted], line_of: Mapping[str, Line]) -> Origins:
    """The origins behind the assertions of one claim, as a range; `low <= high`, and both are 0 for no assertions."""
    named = _named_roots(asserted)
    spoken_for = {line_of[document].documents for root in named for document in root.documents}
    described = _described_roots(asserted, line_of, spoken_for)
    spoken_for |= {line_of[document].documents for root in described for document in root.documents}
    texts = _text_roots(asserted, line_of, named, spoken_for)
    if len(texts) == 1 and not named and not described:
        texts = [Root(kind="text", name=texts[0].name, documents=texts[0].documents, certain=True)]
    unsure = len(described) + len(texts)
    return Origins(
        low=len(named) or min(1, unsure),
        high=len(named) + unsure,
        unattributed=len({item.document for item in asserted if _name(item) is None}),
        roots=(*named, *described, *texts),
    )


def _name(item: Asserted) -> str | None:
    return name_of(item.speaker)


def _is_proper(item: Asserted) -> bool:
    return is_named(item.speaker)


def _named_roots(asserted: Sequence[Asserted]) -> list[Root]:
    """One root a speaker; the fullest of the names by which documents call one speaker stands for it."""
    groups: list[tuple[list[str], set[str]]] = []
    named = {(_name(item) or "", item.document) for item in asserted if _is_proper(item)}
    for name, document in sorted(named, key=lambda pair: (-len(normal_name(pair[0])), pair)):
        for names, documents in groups:
            if all(one_speaker(name, other) for other in names):
                names.append(name)
                documents.add(document)
                break
        else:
            groups.append(([name], {document}))
    return [
        Root(
            kind="speaker",
            name=min(names, key=lambda n: (-len(normal_name(n)), len(n), n)),
            documents=tuple(sorted(found)),
            certain=True,
        )
        for names, found in sorted(groups, key=lambda group: group[0])
    ]


def _described_roots(
    asserted: Sequence[Asserted], line_of: Mapping[str, Line], spoken_for: set[tuple[str, ...]]
) -> list[Root]:
    """One uncertain root a line of reporting that hides or only describes its speaker, unless the line names one."""
    found: dict[tuple[str, ...], tuple[str, list[str]]] = {}
    for item in sorted(asserted, key=lambda item: (item.document, _name(item) or "")):
        line, name = line_of[item.document].documents, _name(item)
        if name is not None and not _is_proper(item) and line not in spoken_for:
            found.setdefault(line, (name, []))[1].append(item.document)
    return [
        Root(kind="speaker", name=name, documents=tuple(sorted(set(documents))), certain=False)
        for name, documents in found.values()
    ]


def _text_roots(
    asserted: Sequence[Asserted], line_of: Mapping[str, Line], named: Sequence[Root], spoken_for: set[tuple[str, ...]]
) -> list[Root]:
    """One root a line of reporting that names nobody for the claim; a release is its issuer's word."""
    found: dict[tuple[str, ...], list[str]] = {}
    for item in asserted:
        line = line_of[item.document]
        if _name(item) is None and line.documents not in spoken_for:
            found.setdefault(line.documents, []).append(item.document)
    roots = []
    for _, documents in sorted(found.items()):
        name = line_of[documents[0]].latent or line_of[documents[0]].root
        issuer = (name or "").removeprefix("release: ")
        if not any(same_name(issuer, root.name or "") for root in named):
            roots.append(Root(kind="text", name=name, documents=tuple(sorted(set(documents))), certain=False))
    return roots
