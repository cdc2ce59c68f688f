"""How many independent origins a claim has: named speakers first, lines of reporting where none is named.

Independence has three layers: copied text, stated lineage, and a speaker whom several reporters heard. A named speaker is
one origin however many documents carry the words. Where a document names none, its line of reporting is; and what
cannot be told apart counts as one on the low side and as several on the high side.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from twosource.judge.speakers import is_named, name_of, near_names, one_speaker, part_of_name, speaks_for
from twosource.records import Line, Origins, Root, Speaker
from twosource.text.names import normal_name, same_name


class Asserted(NamedTuple):
    """One document's assertion of a claim, with the speaker it names."""

    document: str
    speaker: Speaker | None
    described: str = ""
    """The words round the speaker's name, which say for whom he speaks."""
    relayed: bool = False
    """The document names nobody, and is worded like one that names the speaker."""


def count_origins(
    asserted: Sequence[Asserted], line_of: Mapping[str, Line], family_of: Mapping[str, str] | None = None
) -> Origins:
    """The origins behind the assertions of one claim, as a range; `low <= high`, and both are 0 for no assertions.

    `family_of` gives the house of each document; lines of reporting that begin in one house are one voice.
    """
    voice_of = _voices(asserted, line_of, family_of or {})
    named = _named_roots(asserted)
    spoken_for = {voice_of[document] for root in named for document in root.documents}
    described = _described_roots(asserted, voice_of, spoken_for)
    spoken_for |= {voice_of[document] for root in described for document in root.documents}
    texts = _text_roots(asserted, line_of, voice_of, named, spoken_for)
    if len(texts) == 1 and not named and not described:
        texts = [Root(kind="text", name=texts[0].name, documents=texts[0].documents, certain=True)]
    unsure = len(described) + len(texts)
    return Origins(
        low=_parties(named, asserted) or min(1, unsure),
        high=len(named) + unsure,
        unattributed=len({item.document for item in asserted if item.relayed or name_of(item.speaker) is None}),
        roots=(*named, *described, *texts),
    )


def _voices(asserted: Sequence[Asserted], line_of: Mapping[str, Line], family_of: Mapping[str, str]) -> dict[str, int]:
    """The number of the voice that each document speaks with: its line's, or that of another line of the same house."""
    root_of = {line_of[item.document].documents: line_of[item.document].root for item in asserted}
    lines = sorted(root_of)
    number = {line: n for n, line in enumerate(lines)}
    voice = list(range(len(lines)))
    of_house: dict[str, int] = {}
    for n, line in enumerate(lines):
        root = root_of[line]
        first = [root] if root and root in line else line
        for house in sorted({family_of[document] for document in first if document in family_of}):
            old, new = voice[n], voice[of_house.setdefault(house, n)]
            if old != new:
                voice = [new if other == old else other for other in voice]
    return {document: voice[number[line_of[document].documents]] for document in {item.document for item in asserted}}


def _named_roots(asserted: Sequence[Asserted]) -> list[Root]:
    """One root a speaker; the fullest of the names by which documents call one speaker stands for it."""
    groups: list[tuple[list[str], set[str]]] = []
    named = {(name_of(item.speaker) or "", item.document) for item in asserted if is_named(item.speaker)}
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


def _parties(named: Sequence[Root], asserted: Sequence[Asserted]) -> int:
    """How many are left of the named speakers when a name misspelt, or who speaks for a body named beside him, counts once."""
    words = {
        root.name: " ".join(
            sorted({i.described for i in asserted if i.speaker and one_speaker(i.speaker.name or "", root.name or "")})
        )
        for root in named
    }
    party = list(range(len(named)))
    for a, b in combinations(range(len(named)), 2):
        one, other = named[a].name or "", named[b].name or ""
        like = near_names(one, other) or part_of_name(one, other)
        if like or speaks_for(one, words[one], other) or speaks_for(other, words[other], one):
            party = [party[a] if number == party[b] else number for number in party]
    return len(set(party))


def _described_roots(asserted: Sequence[Asserted], voice_of: Mapping[str, int], spoken_for: set[int]) -> list[Root]:
    """One uncertain root a voice that hides or only describes its speaker, unless the voice names one."""
    found: dict[int, tuple[str, list[str]]] = {}
    for item in sorted(asserted, key=lambda item: (item.document, name_of(item.speaker) or "")):
        voice, name = voice_of[item.document], name_of(item.speaker)
        if name is not None and not is_named(item.speaker) and voice not in spoken_for:
            found.setdefault(voice, (name, []))[1].append(item.document)
    return [
        Root(kind="speaker", name=name, documents=tuple(sorted(set(documents))), certain=False)
        for name, documents in found.values()
    ]


def _text_roots(
    asserted: Sequence[Asserted],
    line_of: Mapping[str, Line],
    voice_of: Mapping[str, int],
    named: Sequence[Root],
    spoken_for: set[int],
) -> list[Root]:
    """One root a voice that names nobody for the claim; a release is its issuer's word."""
    found: dict[int, list[str]] = {}
    for item in asserted:
        if name_of(item.speaker) is None and voice_of[item.document] not in spoken_for:
            found.setdefault(voice_of[item.document], []).append(item.document)
    roots = []
    for documents in sorted(sorted(set(documents)) for documents in found.values()):
        line = line_of[documents[0]]
        name = line.latent or line.root
        issuer = (name or "").removeprefix("release: ")
        if not any(same_name(issuer, root.name or "") for root in named):
            roots.append(Root(kind="text", name=name, documents=tuple(documents), certain=False))
    return roots
