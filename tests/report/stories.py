"""A story of many reports, made from a few sentences by a seed: what a busy day leaves on an editor's desk."""

import random

from twosource.records import Document

_PLACES = ["Vell", "Ostmark", "Harrow Quay", "Lower Tarn", "Brae", "Sandmouth", "Kirby Lock", "Wester Isle"]
_PEOPLE = [
    "Ada Moen",
    "Tomas Erling",
    "Ilka Roe",
    "Sven Harbour",
    "Marta Quill",
    "Jonas Pell",
    "Edda Lorn",
    "Piet Vane",
]
_POSTS = [
    "mayor",
    "fire chief",
    "harbour master",
    "surgeon",
    "spokesman for the water board",
    "engineer",
    "school head",
]
_SAID = [
    "“The wall was inspected in {month} and {n} cracks were mended,” said {who}, the {post}.",
    "{who}, the {post}, said {n} families had been moved to the hall in {place}.",
    "According to {who}, water stood {n} centimetres deep in the cellars of {place}.",
    "{who} told reporters that {n} pumps had reached {place} by noon.",
    "“We lost {n} boats and we will not lose one more,” {who} said.",
    "Repairs will cost {n} million crowns, the {post} estimated.",
    "{n} people were injured when the bridge at {place} gave way, {who} said.",
    "The road from {place} will stay closed for {n} days, according to the {post}.",
]
_PLAIN = [
    "Rain had fallen on the valley for {n} days before the gates were opened in {place}.",
    "Shops in {place} put sandbags before their doors and sent their people home.",
    "The last flood of this kind, in {month} {year}, left mud in every street of {place}.",
    "Trains between {place} and the coast were replaced by buses until the weekend.",
    "Volunteers carried the archive of {place} to the second floor of the mill.",
    "By nightfall the level at {place} had fallen by {n} centimetres.",
]
_MONTHS = ["January", "March", "May", "July", "September", "November"]


def many_reports(number: int, *, sentences: int = 22, seed: int = 7) -> list[Document]:
    """So many reports of one flood: one in twenty is of its own, the others copies, cut or with a sentence of their own."""
    chance = random.Random(seed)
    reports: list[Document] = []
    texts: list[list[str]] = []
    for at in range(number):
        copied = at % 20 > 0
        body = _copy(chance, chance.choice(texts)) if copied else [_sentence(chance) for _ in range(sentences)]
        texts.append(body)
        text = "\n\n".join(" ".join(body[first : first + 3]) for first in range(0, len(body), 3))
        hour, minute = divmod(at, 60)
        published = f"2026-02-{3 + hour // 24:02d}T{hour % 24:02d}:{minute:02d}:00+00:00"
        title = f"{chance.choice(_PLACES)} under water, report {at}"
        reports.append(
            Document(f"report-{at:03d}.txt", text, title=title, publisher=f"Paper {at % 140}", published=published)
        )
    return reports


def _copy(chance: random.Random, body: list[str]) -> list[str]:
    start = chance.randrange(0, 4)
    return [*body[start : len(body) - chance.randrange(0, 4)], _sentence(chance)]


def _sentence(chance: random.Random) -> str:
    form = chance.choice(_SAID if chance.random() < 0.6 else _PLAIN)
    return form.format(
        n=chance.randrange(2, 90),
        who=chance.choice(_PEOPLE),
        post=chance.choice(_POSTS),
        place=chance.choice(_PLACES),
        month=chance.choice(_MONTHS),
        year=chance.randrange(1950, 2020),
    )
