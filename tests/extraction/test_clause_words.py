"""Phrases for events are found wherever they stand in a sentence."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.extraction.sentences.clause_words import Phrases
from twosource.extraction.sentences.wording import Hit, Words
from twosource.spans import Span

LISTS = {"hurt": ["hurt", "badly hurt", "hurt by"], "sent": ["sent to * bed", "sent", "by"], "lost": ["lost by|to"]}
# The lists without what is open in the middle, spelled out.
SPELLED = {
    "hurt": [["badly", "hurt"], ["hurt", "by"], ["hurt"]],
    "sent": [["by"], ["sent"]],
    "lost": [["lost", "by"], ["lost", "to"]],
}
sentences = st.lists(st.sampled_from(["badly", "hurt", "by", "lost", "sent", "to", "dogs"]), max_size=8)


def hits(words: list[str], *, at: int, ending: bool) -> tuple[Hit, ...]:
    found = []
    for order, (name, phrases) in enumerate(SPELLED.items()):
        for phrase in phrases:
            first, end = (at - len(phrase), at) if ending else (at, at + len(phrase))
            if first >= 0 and words[first:end] == phrase:
                found.append(Hit(name, first, end, order))
                break
    return tuple(found)


@given(sentences)
def test_the_longest_phrase_of_each_class_is_found_at_either_end(written: list[str]) -> None:
    text = " ".join(written)
    words, phrases = Words(text, Span(0, len(text))), Phrases(LISTS)
    starts = {at: found for at in range(len(written)) if (found := hits(written, at=at, ending=False))}
    ends = {at: found for at in range(1, len(written) + 1) if (found := hits(written, at=at, ending=True))}
    places = range(len(written))
    assert phrases.starts(words, places) == starts and phrases.ends(words, places) == ends


def test_a_phrase_open_in_the_middle_is_found_where_its_last_word_stands() -> None:
    text = "sent to a warm bed"
    words = Words(text, Span(0, len(text)))
    assert Phrases(LISTS).starts(words, range(5)) == {0: (Hit("sent", 0, 5, 1),)}


def test_a_sentence_told_twice_is_worded_once_and_stands_where_it_stands() -> None:
    line = "Two divers drowned off Tarsk."
    text = f"{line} Nobody saw it. {line}"
    again = text.rindex(line)
    one, other = Words(text, Span(0, len(line))), Words(text, Span(again, len(text)))
    assert one.wording is other.wording
    assert [other.span(n, n + 1).of(text) for n in range(len(other))] == one.written
    assert other.starts == [start + again for start in one.starts]
