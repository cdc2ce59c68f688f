"""Ledgers made by hand for the tests of the report."""

from twosource.ledger import Ledger
from twosource.records import (
    Anchor,
    Claim,
    Decision,
    Document,
    Evidence,
    Figure,
    Finding,
    Line,
    Member,
    Origins,
    Passage,
    Reject,
    Reuse,
    Root,
    Speaker,
    Statement,
    Unclear,
)
from twosource.spans import Span

HOSTILE = (
    "</script><script>window.hit = 1</script>"
    '<img src="https://hostile.example/x.png" onerror="window.hit = 2">'
    "\"><svg onload='window.hit = 3'> --> {{ 7 * 7 }} \u202egnorw\u2066 \r\n\0\u2028 𝄞🌊 &lt;b&gt; "
)


LONG = "line " * 200_000  # a million characters on one line


def pair(a: str, b: str, *, kind: str = "copy", parent: str | None = "a", covered: float = 0.9) -> Reuse:
    """Two documents that share text, `b` covered by `a` as far as said."""
    return Reuse(
        a=a,
        b=b,
        kind=kind,  # type: ignore[arg-type]
        parent=parent,  # type: ignore[arg-type]
        direction="likely" if parent else "unknown",
        score=covered,
        coverage_a=covered,
        coverage_b=covered,
        quote_coverage_a=0.0,
        quote_coverage_b=0.0,
        passages=(),
        grounds=("b published 2 h after a",),
    )


def hostile_ledger(evil: str = HOSTILE) -> Ledger:
    """A small ledger with the same hostile text in every field that a report may show."""
    texts = {
        f"{number} {evil}": f"{evil}He said that {value} boats sank {evil}." for number, value in enumerate((40, 41, 4))
    }
    documents, statements, figures = [], [], []
    for number, (id_, text) in enumerate(texts.items()):
        start = text.index("He said")
        documents.append(
            Document(
                id=id_,
                text=text,
                title=evil,
                publisher=evil,
                published=f"2026-03-04T0{number}:00:00+01:00" if number else evil,
                url=f"javascript:window.hit = 4//{evil}" if number else f"https://example.org/{evil}",
                author=evil,
                language=evil,
                boilerplate=(Span(0, 5),),
            )
        )
        number_at = text.index(" boats")
        spans = (Span(start + 8, number_at + 11),)
        speaker = Speaker(span=Span(start, start + 2), name=evil, kind="person")
        statements.append(
            Statement(f"s{number}", id_, "direct", spans, Span(start + 3, start + 7), speaker, "rule", 0.9)
        )
        span = Span(number_at - (1 if number == 2 else 2), number_at)
        value = float(span.of(text))
        figure = Figure(f"f{number}", id_, span, evil, value, value, value, "exact", "count", statement=f"s{number}")
        figures.append(figure)
    members = tuple(
        Member(one.document, figure=one.id, spans=(one.span,), stance="differs" if number else "supports")
        for number, one in enumerate(figures)
    )
    quoted = tuple(Member(s.document, statement=s.id, spans=s.content) for s in statements)
    ids = tuple(texts)
    roots = (Root("speaker", evil, ids, True),)
    evidence = tuple(Evidence(s.document, s.content[0]) for s in statements)
    shared = tuple(Passage(Span(0, 20), Span(0, 20), kind, 0.9) for kind in ("verbatim", "reworded"))
    reuse = [
        Reuse(ids[0], other, "rewrite", "a", "likely", 0.9, 0.9, 0.9, 0.0, 0.0, shared, (evil,)) for other in ids[1:]
    ]
    return Ledger(
        documents=documents,
        statements=statements,
        figures=figures,
        reuse=reuse,
        lines=[Line(ids[:2], ids[0]), Line(ids[2:], None, evil)],
        claims=[
            Claim("c0", "figure", evil, members, 3, 3, Origins(1, 2, 0, roots), "conflict", evil),
            Claim("c1", "quotation", evil, quoted, 3, 3, Origins(1, 1, 0, roots), "conflict", evil),
        ],
        findings=[
            Finding(kind, rank, (claim,), evidence, evil)  # type: ignore[arg-type]
            for rank, (kind, claim) in enumerate(
                [("one_origin", "c1"), ("conflict", "c0"), ("update", "c0"), ("altered_quote", "c1")], 1
            )
        ],
        unclear=[Unclear(evil, ids)],
        decisions=[Decision(evil, evil, "speaker", (Anchor(ids[0], evil, 0),), evil, evil, False, evil)],
        rejects=[Reject(evil, "read", evil, evil)],
    )
