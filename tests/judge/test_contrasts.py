import pytest

from builders import check, claim_of, document, figure, lines
from twosource.judge.context import StoryTexts
from twosource.judge.contrasts import contrasted
from twosource.spans import Span

SET_APART = [
    "Police put the crowd at <12,000>, while organisers said <60,000> had come.",
    "Organisers put turnout at <60,000>; police estimated <12,000>.",
    "The ministry counted <40> boats but fishermen spoke of <90>.",
]
NOT_SET_APART = [
    "The mayor said <300> had come and <40> had left.",
    "Some <300> came, while <40> stayed at home.",
    "The tent cost <300>, but the mayor said <40> would do.",
]


def places(sentence):
    text, found, at = "", [], 0
    for part in sentence.replace(">", "<").split("<"):
        if at % 2:
            start = len(text)
            made = figure(float(part.replace(",", "")), id=f"f{at}", document="a")
            found.append(
                type(made)(
                    **{**{f: getattr(made, f) for f in made.__struct_fields__}, "span": Span(start, start + len(part))}
                )
            )
        text, at = text + part, at + 1
    return text, found


def pairs(sentence):
    text, found = places(sentence)
    texts = StoryTexts([document("a", text)], [], found, lines("a"))
    return list(contrasted(texts, found))


@pytest.mark.parametrize("sentence", SET_APART)
def test_numbers_that_one_sentence_sets_against_each_other(sentence):
    assert pairs(sentence) == [("f1", "f3")]


@pytest.mark.parametrize("sentence", NOT_SET_APART)
def test_numbers_that_only_stand_in_one_sentence(sentence):
    assert pairs(sentence) == []


def test_an_answer_stands_behind_other_numbers_of_the_sentence():
    ledger = check(
        "Seventeen people have died in the camp and 655 are ill, the ministry said. Doctors put the number of dead at 26."
    )
    assert claim_of(ledger, "a", "Seventeen").id == claim_of(ledger, "a", "26").id
