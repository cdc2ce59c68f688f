"""What can happen to things of a class, and what it means for them."""

from twosource.extraction.figures.counted import THING
from twosource.extraction.sentences.clause_words import is_strict, things_of_event

# Losing soldiers means casualties, losing tanks their destruction.
LOSSES = {
    **dict.fromkeys(("person", "soldier", "police", "man", "woman", "group"), "casualties"),
    **dict.fromkeys(("tank", "vehicle", "aircraft", "ship", "drone", "missile"), "destroyed"),
}


def loss_of(things: str | None) -> str:
    """What losing things of a class means: soldiers are casualties, tanks destroyed, land and elections lost."""
    return LOSSES.get(things or "", "lost")


def fits(class_: str, things: str | None) -> bool:
    """Whether an event of the class can happen to things of a class."""
    allowed = things_of_event(class_)
    if things == THING:
        return not is_strict(class_)
    if things in ("distance", "area", "money", "share"):
        return (allowed is not None and things in allowed) or (
            class_ == "lost" and things in ("area", "money", "share")
        )
    if things is None:
        return allowed is None or "duration" not in allowed  # "12 in jail" are people
    return allowed is None or things in allowed
