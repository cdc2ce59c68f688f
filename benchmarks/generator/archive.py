"""An archive of many stories: each in a place and with people of its own, a thousand reports a day."""

import random
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from benchmarks.generator import grammar
from benchmarks.generator.story import Row, generate_story

A_DAY = 1000
_SYLLABLES = (
    "bar",
    "bel",
    "cor",
    "dal",
    "den",
    "fal",
    "gar",
    "hol",
    "jor",
    "kel",
    "lan",
    "mar",
    "nor",
    "pel",
    "quin",
    "ros",
    "sel",
    "tor",
    "ul",
    "ver",
    "wen",
    "yar",
    "zel",
)
_ENDS = {"place": ("by", "ford", "haven", "mouth", "stead", "wick"), "name": ("an", "er", "ik", "ley", "ow", "sen")}
_GIVEN = (
    "Ada",
    "Boris",
    "Clara",
    "Dmitri",
    "Edith",
    "Felix",
    "Greta",
    "Hugo",
    "Irene",
    "Jonas",
    "Karin",
    "Lena",
    "Marco",
    "Nadia",
)
_NAMES = re.compile("|".join(map(re.escape, [*grammar.PLACES, *grammar.PEOPLE])))


def generate_archive(seed: int, documents: int) -> Iterator[Row]:
    """Rows with ids of their own; a longer archive is of more days, and begins with the shorter one."""
    made = number = 0
    while made < documents:
        chance = random.Random(f"{seed} {number}")
        story = generate_story(chance.getrandbits(40))
        renamed = partial(_own_name, {}, chance)
        later = timedelta(days=made // A_DAY)
        for row in story.rows[: documents - made]:
            text = _NAMES.sub(renamed, str(row["text"]))
            published = row["published"] and (datetime.fromisoformat(row["published"]) + later).isoformat()
            yield row | {"id": f"s{number}-{row['id']}", "text": text, "published": published}
            made += 1
        number += 1


def generate_notes(seed: int, documents: int) -> Iterator[Row]:
    """The same, cut to the first three paragraphs of each report."""
    for row in generate_archive(seed, documents):
        yield row | {"text": "\n\n".join(str(row["text"]).split("\n\n")[:3])}


def _own_name(names: dict[str, str], chance: random.Random, found: re.Match[str]) -> str:
    """The name that a story has in place of one of the grammar's; a publisher's town is renamed with it."""
    name = found.group()
    if name not in names:
        kind = "name" if name in grammar.PEOPLE else "place"
        made = "".join(chance.choices(_SYLLABLES, k=2)).capitalize() + chance.choice(_ENDS[kind])
        names[name] = f"{chance.choice(_GIVEN)} {made}" if kind == "name" else made
    return names[name]
