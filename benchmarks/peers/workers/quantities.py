"""Figures by quantulum3, Recognizers-Text or text2num, in the form of `twosource extract`."""

import contextlib
import re
import sys

from worker import serve

PACKAGE = sys.argv[1]


def figure(start, end, text, value, unit=None, kind="count", **more):
    return {"id": f"{start}", "span": [start, end], "text": text, "point": value, "low": value, "high": value,
            "bound": "exact", "unit": unit, "kind": kind, **more}  # fmt: skip


def quantulum3(text):
    from quantulum3 import parser

    for one in parser.parse(text):
        unit = None if one.unit.name == "dimensionless" else one.unit.name
        found = figure(*one.span, one.surface, one.value, unit)
        if one.uncertainty:
            # It tells a range as its middle with an uncertainty.
            ends = {"low": one.value - one.uncertainty, "high": one.value + one.uncertainty}
            found |= {"point": None, "bound": "range", **ends}
        yield found


def recognizers(text):
    """Numbers with units win over the bare numbers inside them."""
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    taken = []
    for recognize in (
        recognize_currency, recognize_percentage, recognize_age, recognize_temperature, recognize_dimension,
        recognize_number,
    ):  # fmt: skip
        for one in recognize(text, "en-us"):
            start, end = one.start, one.end + 1
            value = (one.resolution or {}).get("value")
            if value is None or any(start < b and a < end for a, b in taken):
                continue
            taken.append((start, end))
            unit = "percent" if value.endswith("%") else one.resolution.get("unit")
            with contextlib.suppress(ValueError):  # "1.2M" and the like come out unresolved
                yield figure(start, end, one.text, float(value.rstrip("%").replace(",", "")), unit)


def text2num(text):
    """Its numbers in words, and between them the numbers in digits."""
    from text_to_num import alpha2digit

    for one in re.finditer(r"\d[\d,]*(?:\.\d+)?", alpha2digit(text, "en")):
        yield figure(one.start(), one.end(), one.group(), float(one.group().rstrip(",").replace(",", "")))


FIND = {"quantulum3": quantulum3, "recognizers-text-suite": recognizers, "text2num": text2num}[PACKAGE]


def answer(row):
    try:
        figures = list(FIND(row["text"]))
    except Exception as error:  # a peer that fails on a text tells nothing of it
        print(f"{row['id']}: {error!r}", file=sys.stderr)
        figures = []
    return {"document": row["id"], "figures": figures}


serve(answer)
