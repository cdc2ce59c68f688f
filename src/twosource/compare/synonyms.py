"""Which words may stand for one another: stems that share a sense in WordNet."""

import json
from functools import lru_cache
from importlib.resources import files


def base_form(stem: str) -> str:
    """The stem that an irregular form belongs to: "arisen" to "aris"."""
    return _table()[1].get(stem, stem)


def senses_of(stem: str) -> tuple[int, ...]:
    """The numbers of the senses that a stem has in common with others."""
    return _table()[0].get(stem, ())


def synonymous(one: str, other: str) -> bool:
    """Whether two stems are one, or share a sense."""
    one, other = base_form(one), base_form(other)
    return one == other or not set(senses_of(one)).isdisjoint(senses_of(other))


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, tuple[int, ...]], dict[str, str]]:
    """The senses of each stem, and the base form of irregular ones."""
    table = json.loads(files("twosource").joinpath("words", "synonyms.json").read_text(encoding="utf-8"))
    senses: dict[str, list[int]] = {}
    for number, group in enumerate(table["senses"]):
        for base in group.split():
            senses.setdefault(base, []).append(number)
    return {base: tuple(numbers) for base, numbers in senses.items()}, table["irregular"]
