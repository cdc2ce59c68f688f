"""Dates by dateparser or Recognizers-Text, in the form of `twosource extract`."""

import datetime
import sys

from worker import serve

DAY = datetime.timedelta(days=1)


def base_of(row):
    published = row.get("published")
    return datetime.datetime.fromisoformat(published[:10]) if published else datetime.datetime(2020, 1, 1)


def dateparser(row):
    from dateparser.search import search_dates

    text, at = row["text"], 0
    settings = {"RELATIVE_BASE": base_of(row), "PREFER_DATES_FROM": "past"}
    for surface, moment in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(surface, at)
        if start >= 0:
            at = start + len(surface)
            day = moment.date().isoformat()
            yield {"span": [start, at], "text": surface, "start": day, "end": day}


def recognizers(row):
    from recognizers_date_time import recognize_datetime

    for one in recognize_datetime(row["text"], "en-us", reference=base_of(row)):
        if one.type_name.endswith(("duration", "set")):
            continue
        # Of several readings the last is the past one, which reports mean most often.
        values = (one.resolution or {}).get("values") or [{}]
        value = values[0] if len(values) == 1 else values[-2]
        first, last = value.get("start"), value.get("end")
        if first and last and "T" not in last:
            last = (datetime.date.fromisoformat(last[:10]) - DAY).isoformat()  # its ranges end before their end
        elif (only := value.get("value")) and only[:4].isdigit():
            first = last = only[:10]
        start, end = one.start, one.end + 1
        yield {"span": [start, end], "text": row["text"][start:end], "start": first, "end": last}


FIND = {"dateparser": dateparser, "recognizers-text-suite": recognizers}[sys.argv[1]]


def answer(row):
    try:
        dates = list(FIND(row))
    except Exception as error:  # a peer that fails on a text tells nothing of it
        print(f"{row['id']}: {error!r}", file=sys.stderr)
        dates = []
    return {"document": row["id"], "dates": dates}


serve(answer)
