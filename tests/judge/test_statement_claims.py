"""What several reports say that somebody said: the same, the opposite, or something else in like words."""

import pytest

from builders import check


def told(one, other):
    """The verdict on the statements of two reports, and why; None where they are no claim."""
    found = [claim for claim in check(one, other).claims if claim.kind == "statement"]
    return (found[0].verdict, found[0].detail) if found else (None, "")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Doctors said the boy was out of danger.", "The boy is out of danger, doctors said.", "agree"),
        (
            "The firm said profits had risen in the first quarter.",
            "The firm said profits had fallen in the first quarter.",
            "conflict",
        ),
        (
            "The agency said the vaccine was safe for children.",
            "The agency said the vaccine was unsafe for children.",
            "conflict",
        ),
        (
            "Officials said the talks would resume in Velden.",
            "Officials said the talks would resume in Carrow.",
            "unsure",
        ),
        ("Police said the two raids could be linked.", "Police said the two raids may be linked.", "agree"),
        ("The union said taxes would fall.", "The union said wages would fall.", None),
        ("He said thank you, Ada.", "She said thank you, Ada.", None),
    ],
)
def test_short_statements_are_compared(one, other, verdict):
    assert told(one, other)[0] == verdict


def test_what_differs_is_named():
    detail = told(
        "Officials said the talks would resume in Velden.", "Officials said the talks would resume in Carrow."
    )[1]
    assert "“Velden”" in detail and "“Carrow”" in detail
