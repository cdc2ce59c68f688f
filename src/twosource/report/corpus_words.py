"""A corpus in words: its size in a line, how its claims stand, a share, a number with its noun."""

from collections.abc import Iterable
from typing import NamedTuple

from twosource.report.corpus_pages import ClaimShare, Corpus


class Share(NamedTuple):
    """How many claims have one origin, may have one, and have two or more."""

    one: int
    open: int
    more: int

    @property
    def claims(self) -> int:
        """All of them."""
        return self.one + self.open + self.more


def total(rows: Iterable[ClaimShare]) -> Share:
    """The rows added up."""
    held = list(rows)
    return Share(*(sum(getattr(row, name) for row in held) for name in Share._fields))


def said(corpus: Corpus) -> str:
    """The corpus in a few lines."""
    lines = [headline(corpus), claims_said(total(corpus.claims))]
    if corpus.origins:
        first = ", ".join(f"{one.origin} ({counted(one.reports, 'report')})" for one in corpus.origins[:3])
        lines.append(f"Most carried: {first}.")
    return "\n".join(lines)


def headline(corpus: Corpus) -> str:
    """The corpus in a line: "1,200 reports. 40 outlets. 88 stories that two or more reports tell." """
    outlets = len({row.outlet for row in corpus.outlets})
    told = sum(story.reports > 1 for story in corpus.stories)
    parts = [
        counted(corpus.reports, "report"),
        *([counted(outlets, "outlet")] if outlets else []),
        f"{counted(told, 'story', 'stories')} that two or more reports tell",
    ]
    return ". ".join(parts) + "."


def claims_said(share: Share) -> str:
    """How the claims that two or more reports carry stand."""
    if not share.claims:
        return "No claim stands in more than one report."
    one, more, rest = (percent(part, share.claims) for part in (share.one, share.more, share.open))
    return (
        f"Of {share.claims:,} claims that two or more reports carry, {one} have one origin, {more} have two or more, "
        f"and for {rest} it is not certain."
    )


def percent(part: int, whole: int) -> str:
    """A share as people write it; what is not nothing is not written as nothing, nor what is not all as all."""
    if not whole:
        return "0%"
    rounded = round(100 * part / whole)
    if rounded == 0 and part:
        return "under 1%"
    return "over 99%" if rounded == 100 and part < whole else f"{rounded}%"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number, with marks at thousands, and its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def few(names: list[str], most: int = 2) -> str:
    """The first names, and how many more there are."""
    listed = ", ".join(names[:most])
    return f"{listed} and {len(names) - most} more" if len(names) > most else listed
