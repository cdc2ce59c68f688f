"""Credits: which outlet, agency or body a document itself names for its text."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from twosource.extraction.sentences.cues import grammar
from twosource.records import Credit
from twosource.spans import Span, SpanSet, merge, strip
from twosource.text.lexicon import alternation, lexicon

# A dateline opens a report: a place in capitals, sometimes a date, the agency in brackets, a dash.
_DATELINE = re.compile(
    r"(?m)^[ \t]*(?P<place>[A-Z][\w.'’ -]{1,40}(?:,[^\n(]{1,40})?)\((?P<name>[A-Z][\w.&' -]{1,40})\)[ \t]*[-–—:]"
)
_BYLINE = re.compile(r"(?m)^[ \t]*By [^\n]{0,80}?[,|\n][ \t]*(?P<name>{agency})\b")
_TAG = re.compile(r"\((?P<name>{agency})\)[ \t]*(?:[-–—]|$)|(?m:^[ \t]*[-–—][ \t]*(?P<tail>{agency})[ \t]*$)")
# A name in brackets on a line of its own is an agency's tag too, known or not: "(Northern Wire)".
_ALONE = re.compile(
    r"(?m)^[ \t]*\((?P<name>(?!(?:Updated?|Continued|Corrects?|Adds?|More|Opinion|Video|Live|End|Ends)\b)"
    r"[A-Z][\w&'’.-]+(?: [A-Z][\w&'’.-]+){0,3})\)[ \t]*$"
)
_NAMED = r"(?P<name>(?:[Tt]he )?[A-Z][\w&'’.-]*(?:[ \t]+[A-Z][\w&'’.-]*){0,4})"
_FIRST = re.compile(rf"\bfirst reported by[ \t]+{_NAMED}")
_AGAIN = re.compile(
    r"\b(?:originally (?:appeared|published) (?:in|on|by)|first appeared (?:in|on)|republished from|reprinted from|"
    rf"courtesy of|contributed by)[ \t]+{_NAMED}"
)
# An outlet named in the running text for what it told: "reports Northern Wire", "citing the Vesk Mail".
_OUTLET = (
    r"(?:(?:[Tt]he )?(?P<{0}>(?:[A-Z][\w&'’-]*[ \t]+){{0,3}}{{outlet}}(?:[ \t]+[A-Z][\w&'’-]*){{0,2}}|{{agency}}))\b"
)
# What may begin it is asked first: most letters begin none of its three forms.
_TOLD = re.compile(
    r"(?=,|\b[A-Zacdqtw])(?:(?:,[ \t]+|\b[Aa]s[ \t]+)(?:reports|reported|writes|wrote)[ \t]+"
    + _OUTLET.format("name")
    + r"|\b(?:[Cc]iting|[Qq]uoting|[Aa]ccording[ \t]+to|with reference to)[ \t]+(?:a[ \t]+report[ \t]+(?:by|in)[ \t]+)?"
    + _OUTLET.format("cited")
    + r"|"
    + _OUTLET.format("tail")
    + r"[ \t]+(?:has |had |first |earlier |also )?(?:reported|reports|writes|wrote)\b)"
)
_CONTRIBUTED = re.compile(r"(?P<name>{agency})[ \t]+contributed to this (?:report|story|article)")
_RELEASE = re.compile(
    r"(?m)(?:^|[.,;”\"] )[ \t]*(?:[Tt]he |[Aa] )?(?P<name>[\w'’&-]+(?: [\w'’&-]+){0,4}?)[ \t]+"
    r"(?:said|says|announced|stated|confirmed|wrote)(?: on \w+)? in (?:a|its) (?:(?:press|news|media) )?"
    r"(?:release|statement)\b"
)
# Code points that a credit has, at the most, before and behind the part of a word by which it is looked for.
REACH = 250
_PHOTO = re.compile(r"(?i)photo|picture|image|getty|file")


def find_credits(
    text: str,
    *,
    document: str = "",
    publisher: str | None = None,
    author: str | None = None,
    canonical: str | None = None,
    url: str | None = None,
    credited: Sequence[str] = (),
    boilerplate: Sequence[Span] = (),
) -> list[Credit]:
    """The credits of a document in order of their spans, those of its metadata (without a span) first.

    Photo credits name no writer and are left out; a publisher's own name in its dateline is kept, for it says that the
    text is the publisher's own.
    """
    del boilerplate  # a credit often stands in the lines that are not the report
    found: dict[tuple[str, str], Credit] = {}
    for credit in [*_of_metadata(document, author, canonical, url, credited), *_of_text(text, document)]:
        found.setdefault((credit.kind, credit.name), credit)
    return list(found.values())


def _of_metadata(
    document: str, author: str | None, canonical: str | None, url: str | None, credited: Sequence[str]
) -> Iterator[Credit]:
    for name in credited:
        yield Credit(document=document, span=None, name=agency_name(name), kind="metadata")
    if author and agency_name(author) in lexicon("agencies")["agencies"]:
        yield Credit(document=document, span=None, name=agency_name(author), kind="byline")
    if canonical and url and _host(canonical) and _host(canonical) != _host(url):
        yield Credit(document=document, span=None, name=_host(canonical), kind="link")


def _of_text(text: str, document: str) -> Iterator[Credit]:
    inside = SpanSet(Span(*m.span()) for m in re.finditer(r"\([^()\n]{0,120}\)", text) if _PHOTO.search(m.group()))
    for kind, pattern, parts in _patterns():
        for match in _matches(pattern, text, parts):
            group = match.lastgroup or "name"
            span = Span(*match.span(group))
            if span.start not in inside:
                span = strip(text, span, ".,")
                name = agency_name(span.of(text))
                if kind == "release" and name.rpartition(" ")[2].casefold() in grammar("pronouns"):
                    continue  # "it said in a statement" credits what a sentence before has named
                yield Credit(document=document, span=span, name=name, kind=kind)  # type: ignore[arg-type]


def _matches(pattern: re.Pattern[str], text: str, parts: Sequence[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern, sought only round the parts of words of which one stands in every match."""
    for start, end in merge(Span(max(0, at - REACH), at + REACH) for part in parts for at in _places(text, part)):
        yield from pattern.finditer(text, start, end)


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


@cache
def _patterns() -> list[tuple[str, re.Pattern[str], tuple[str, ...]]]:
    """Kinds of credits with their patterns, and parts of words of which one stands in every match: few texts hold any."""
    agency = alternation(form for forms in lexicon("agencies")["agencies"].values() for form in forms)
    outlet = f"(?:{alternation(lexicon('outlets')['words'])})"
    fill = [
        ("dateline", _DATELINE, ("(",)),
        ("byline", _BYLINE, ("By ",)),
        ("tag", _TAG, ("(", "-", "–", "—")),
        ("byline", _CONTRIBUTED, ("contributed to this",)),
        ("tag", _ALONE, ("(",)),
        (
            "tag",
            _AGAIN,
            ("originally ", "first appeared ", "published from", "printed from", "courtesy of", "contributed by"),
        ),
        ("first_reported", _FIRST, ("first reported by",)),
        ("release", _RELEASE, ("release", "statement")),
        ("first_reported", _TOLD, ("report", "writes", "wrote", "iting", "uoting", "ccording", "with reference")),
    ]
    return [
        (kind, re.compile(form.pattern.replace("{agency}", agency).replace("{outlet}", outlet), form.flags), parts)
        for kind, form, parts in fill
    ]


def agency_name(name: str) -> str:
    """The short form of an agency's name; any other name as it is, on one line."""
    name = " ".join(name.split())
    for short, forms in lexicon("agencies")["agencies"].items():
        if any(form.casefold() == name.casefold() for form in forms):
            return str(short)
    return name


def _host(url: str) -> str:
    from urllib.parse import urlsplit

    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
