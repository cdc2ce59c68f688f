"""Direct quotations with their speakers by textacy, in the form of `twosource extract`."""

import sys

import spacy
import spacy.util
from textacy.extract.triples import direct_quotations
from worker import serve

PIPELINE = spacy.load(min(spacy.util.get_installed_models()), exclude=["ner"])


def span_of(tokens):
    return [tokens[0].idx, tokens[-1].idx + len(tokens[-1])] if tokens else None


def statement(found):
    speaker = span_of(found.speaker)
    content = [found.content.start_char, found.content.end_char]
    return {"content": [content], "cue": span_of(found.cue), "speaker": {"span": speaker} if speaker else None}


def answer(row):
    try:
        statements = [statement(found) for found in direct_quotations(PIPELINE(row["text"]))]
    except Exception as error:  # it raises on texts whose quotation marks do not pair
        print(f"{row['id']}: {error!r}", file=sys.stderr)
        statements = []
    return {"document": row["id"], "statements": statements}


serve(answer)
