import pytest

from twosource.compare.opposition import opposed

CASES = [
    ("officers used rubber bullets", "officers used no rubber bullets", "only one of them says “no”"),
    ("the road is open", "the road isn't open", "only one of them says “not”"),
    ("nobody was not warned", "all were warned", None),
    ("exports rose in May", "exports fell in May", "“rose” against “fell”"),
    ("the court convicted Ann Kerr", "the court acquitted Ann Kerr", "“convicted” against “acquitted”"),
    ("Kerr sued Dale over the mill", "Dale sued Kerr over the mill", "“Kerr” and “Dale” change places"),
    ("Kerr sued Dale over the mill", "Dale was sued by Kerr over the mill", None),
    ("exports rose in May and fell in June", "exports fell in June after they rose in May", None),
]


@pytest.mark.parametrize(("a", "b", "why"), CASES)
def test_what_turns_a_statement_into_its_opposite(a, b, why):
    assert (found.told if (found := opposed(a, b)) else None) == why
    assert (opposed(b, a) is None) == (why is None)
