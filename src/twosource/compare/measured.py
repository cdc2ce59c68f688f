"""A figure as a comparison sees it: its value, the words round it, and who tells it."""

from typing import NamedTuple

from twosource.compare.values import Value
from twosource.records import Figure
from twosource.settings import claims as settings


class Measured(NamedTuple):
    """A figure with what a comparison needs to know of its surroundings."""

    figure: Figure
    value: Value
    context: frozenset[str]
    """Stems of the content words of its sentence."""
    speaker: str | None
    """The speaker of the statement that holds it, named or described; None for the reporter's own words."""
    named: bool = True
    """Whether the speaker is named."""
    one_of_many: bool = False
    """"One of the victims", "none of them": whatever is told of those is no count of all."""
    place: int = 0
    """Which sentence of its document it stands in."""
    condition: str | None = None
    """How badly those counted are hurt, a group of `words/conditions.toml`; None where it is not said."""
    long_past: bool = False
    """Whether its time ended long before its document was published: "the crash of 2004"."""
    lasts: int | None = None
    """The days of the time it is for, one that goes on up to the report; None where no time is known."""
    narrowed: bool = False
    """Whether a word before the noun leaves some out: "three other men", "six prior arrests"."""
    topic: frozenset[str] = frozenset()
    """Stems of the words close to a share, a sum or a length that say what is measured: "inflation", "bribes"."""
    of_speaker: bool = False
    """Whether the speaker tells it of himself: "Vell Mines said IT dug 4,000 tonnes"."""
    person: str | None = None
    """The full name of whose age it is."""

    @property
    def long_time(self) -> bool:
        """Whether it counts what happened over a season or more: "219 people shot this year"."""
        return (self.lasts or 0) > settings.LONG_TIME_DAYS


def is_toll(figure: Figure) -> bool:
    """Whether a figure counts an event whose number grows while a story runs."""
    return figure.kind == "count" and figure.event is not None and figure.event.class_ in settings.RUNNING


def is_timed(figure: Figure) -> bool:
    """Whether it is known what days a figure is for, at one end at least."""
    return figure.time is not None and (figure.time.start is not None or figure.time.end is not None)
