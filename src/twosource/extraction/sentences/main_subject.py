"""What a whole sentence is about: the subject of its first clause."""

from twosource.extraction.sentences.cues import grammar
from twosource.extraction.sentences.nouns import is_finite
from twosource.extraction.sentences.skeleton import Sentence
from twosource.extraction.sentences.subject_asides import Subject
from twosource.extraction.sentences.subjects import subject_before
from twosource.extraction.sentences.verb_groups import verb_group


def main_subject(s: Sentence, stop: int) -> Subject | None:
    """The subject of the first clause: the noun phrase before the first finite verb of the sentence."""
    start = 0
    while start < stop and (s.low[start] in grammar("openers") or not s.low[start][0].isalnum()):
        start += 1
    if start < stop and (
        s.low[start] in grammar("prepositions")
        or s.low[start] in grammar("subordinators")
        or s.low[start].endswith("ing")
    ):
        while start < stop and s.low[start] != "," and s.low[start] not in ("he", "she", "they"):
            start += 1
        start += start < stop and s.low[start] == ","
    for at in range(start, stop):
        if is_finite(s, at) or (at > start and s.low[at].endswith("ed") and not s.words[at][0].isupper()):
            return subject_before(s, verb_group(s, at, start).start, start)
    # "Moen, citing “new tests,” said": no verb yet, but a participle that tells of the subject.
    comma = next((at for at in range(start + 1, stop - 1) if s.low[at] == ","), stop)
    return subject_before(s, comma, start) if comma < stop and s.low[comma + 1].endswith("ing") else None
