"""The tables: one frozen class each, in the field's own words.

A record is what stands in the JSON output, so that a table, a line of JSON and an object are one thing. Ids are hashes
of content; spans are half-open code point offsets into `Document.text`. The Arrow schema of a table is derived from its
class by `arrow_schema`; a field that may be null says so in its type.
"""

import hashlib
from functools import cache
from typing import Any, Literal, dataclass_transform

import msgspec

from twosource.spans import Span


@dataclass_transform(frozen_default=True, field_specifiers=(msgspec.field,))
class Record(msgspec.Struct, frozen=True, gc=False):
    """A row of a table; the decorator tells type checkers that what derives from it is frozen too.

    Rows never hold one another in a ring, so the collector of garbage need not go through them.
    """


def record_id(*parts: object) -> str:
    """Sixteen hex digits that depend on the parts alone: the same content has the same id in every run."""
    return hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=8).hexdigest()


class Scored(Record):
    """A judgement with the sentence that explains it: a score from 0 to 1 and, where kinds are told apart, a label."""

    score: float
    detail: str
    label: str | None = None

    def __float__(self) -> float:
        return self.score


# --- read ---------------------------------------------------------------------------------------------------------


class Document(Record):
    """A published text with its metadata; `text` is as read, to the code point; unknown metadata is None."""

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    """ISO 8601; a date alone is a day."""
    url: str | None = None
    author: str | None = None
    language: str | None = None
    story: str | None = None
    canonical: str | None = None
    """The address the page names as its own first home, where that is another one than `url`."""
    credited: tuple[str, ...] = ()
    """Publishers that the metadata itself credits: RSS `<source>`, syndication links, `isBasedOn`."""
    captured: str | None = None
    """When an archive fetched it, as the archive says; no date of publication."""
    archived_hash: str | None = None
    """The hash that the archive gives for what it fetched."""
    sha256: str = ""
    boilerplate: tuple[Span, ...] = ()
    """Parts that are not the report: menus, captions, reading times, related links, copyright lines."""


class Reject(Record):
    """An input or a part of one that was given up on, and why."""

    document: str
    stage: Literal["read", "extract", "compare", "judge"]
    reason: str
    """A short code, such as `empty_body`."""
    detail: str
    """One line: what happened and what to do next."""


# --- extract: one document at a time ------------------------------------------------------------------------------


class Speaker(Record):
    """Who is said to have said it; `name` is the fullest form found in the document."""

    span: Span | None
    name: str | None
    kind: Literal["person", "organisation", "document", "anonymous", "unknown"]


class Via(Record):
    """One who passed the words on: a step of the relay chain between the speaker and the document."""

    span: Span
    name: str


class Statement(Record):
    """Something a document says that someone said."""

    id: str
    document: str
    kind: Literal["direct", "mixed", "indirect"]
    content: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker
    rule: str
    """The rule or feature that made it."""
    confidence: float
    via: tuple[Via, ...] = ()
    """The relay chain, the one nearest to the speaker first."""
    verb: str | None = None
    """Lemma of the cue."""
    strength: str | None = None
    """How the cue commits the speaker: a class of `words/cues.toml`."""
    negated: bool = False
    """The speaker denies the content, or is said not to have said it."""
    channel: str | None = None
    """Where it was said, as written: `X`, `Telegram`, `Reuters` in "told Reuters"."""


class Counted(Record):
    """What a figure counts."""

    span: Span
    head: str
    class_: str | None = msgspec.field(name="class", default=None)


class Event(Record):
    """What happened to what is counted."""

    span: Span
    class_: str = msgspec.field(name="class")


class Party(Record):
    """A person, body or place that a figure belongs to, as named near it."""

    span: Span
    name: str


class Relation(Record):
    """How a figure depends on another of the same document."""

    kind: Literal["part_of", "compared_with", "moved_from", "total_of"]
    figure: str


class Period(Record):
    """The time a figure is for; `start` and `end` are ISO dates, both inclusive, None where open or unknown."""

    span: Span | None
    start: str | None
    end: str | None


Bound = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "range", "vague"]


class Figure(Record):
    """A quantity: the written form and the understood value stand in separate fields.

    `span` covers the number and its unit without the hedge; `low` and `high` hold the hedge's meaning, None where
    unbounded, in the unit as written.
    """

    id: str
    document: str
    span: Span
    text: str
    point: float | None
    low: float | None
    high: float | None
    bound: Bound
    kind: Literal["count", "measure", "money", "percent", "ratio", "duration", "age"]
    unit: str | None = None
    """A Pint unit expression or a currency code; None for counts."""
    counted: Counted | None = None
    event: Event | None = None
    modality: Literal["asserted", "negated", "possible"] = "asserted"
    aggregation: Literal["incident", "total", "rate", "stock", "increment"] | None = None
    """`total` is a running total, `increment` an addition to one."""
    relation: Relation | None = None
    conversion_of: str | None = None
    """The figure that this one repeats in another unit: "320 sq km (124 square miles)"."""
    per: str | None = None
    """The period or base of a rate: `day`, `month`, `person`."""
    actor: Party | None = None
    side: Party | None = None
    """Whose they are: "16,000 Russian soldiers"."""
    place: Party | None = None
    time: Period | None = None
    statement: str | None = None
    """The innermost statement that contains it."""
    rule: str = ""
    confidence: float = 0.5


class Date(Record):
    """A date or time as written and the days it means, both ends inclusive; None where it cannot be resolved."""

    document: str
    span: Span
    text: str
    start: str | None
    end: str | None
    granularity: Literal["time", "day", "week", "month", "quarter", "season", "year", "decade", "century", "other"]


class Credit(Record):
    """A credit to another outlet, agency or body for the text of a document."""

    document: str
    span: Span | None
    name: str
    kind: Literal["dateline", "byline", "tag", "first_reported", "release", "link", "metadata"]


class Inconsistency(Record):
    """Figures of one document that cannot all be right, such as a part larger than its total."""

    document: str
    figures: tuple[str, ...]
    detail: str


class Extraction(Record):
    """All that one document says, with no comparison across documents."""

    document: str
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    credits: tuple[Credit, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()
    boilerplate: tuple[Span, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader should know of the limits: a language without a lexicon, a text that was cut."""


# --- compare and judge: one story at a time -----------------------------------------------------------------------


class Passage(Record):
    """Two aligned spans of two documents."""

    a: Span
    b: Span
    kind: Literal["verbatim", "near", "reworded"]
    score: float


class Reuse(Record):
    """Two documents that share text, `a` before `b` in order of id; coverage counts prose outside quotation marks."""

    a: str
    b: str
    kind: Literal["copy", "rewrite", "excerpt", "quotation_only", "formula"]
    parent: Literal["a", "b"] | None
    direction: Literal["known", "likely", "unknown"]
    score: float
    coverage_a: float
    coverage_b: float
    quote_coverage_a: float
    quote_coverage_b: float
    passages: tuple[Passage, ...]
    grounds: tuple[str, ...]


class Line(Record):
    """An independent line of reporting: documents that derive from one another, or from one text outside the set."""

    documents: tuple[str, ...]
    root: str | None
    """The document the others derive from; None where the direction is unknown or the root is outside the set."""
    latent: str | None = None
    """A root outside the set, such as `wire: AP` or `release: Harbour Office`."""


class Member(Record):
    """A figure or a statement that asserts a claim; just one of the two is set."""

    document: str
    figure: str | None = None
    statement: str | None = None
    stance: Literal["supports", "differs"] = "supports"
    spans: tuple[Span, ...] = ()
    """The words that assert it: the figure, or the part of the statement that says it."""


class Root(Record):
    """One thing that may stand behind a claim."""

    kind: Literal["speaker", "text", "unknown"]
    name: str | None
    documents: tuple[str, ...]
    certain: bool


class Origins(Record):
    """How many independent origins a claim has, as a range, and how many members name none."""

    low: int
    high: int
    unattributed: int
    roots: tuple[Root, ...]


Verdict = Literal[
    "agree", "compatible", "update", "revision", "definition", "conflict", "probable_slip", "single", "unsure"
]


class Claim(Record):
    """One thing asserted in a story, and what stands behind it."""

    id: str
    kind: Literal["figure", "quotation", "statement"]
    text: str
    members: tuple[Member, ...]
    documents: int
    publishers: int
    origins: Origins
    verdict: Verdict
    detail: str


class Evidence(Record):
    """Words that a finding rests on."""

    document: str
    span: Span


class Finding(Record):
    """What an editor should look at; rank 1 is first."""

    kind: Literal["altered_quote", "probable_slip", "conflict", "one_origin", "update", "inconsistent", "misattributed"]
    rank: int
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    detail: str


class Unclear(Record):
    """Something that could not be told, and why."""

    detail: str
    documents: tuple[str, ...] = ()


class Anchor(Record):
    """Words of a document that a person decided about; empty words mean the whole document."""

    document: str
    words: str
    start: int
    """Where they stood; on a text that changed they are looked for."""


class Decision(Record):
    """What a person decided about a story, and whether it holds for the texts of this run.

    `dismiss` a finding (`value` is its detail), `split` members from a claim, `merge` two claims, correct a `speaker`
    (`value` is the name), confirm a `line` of reporting (`value` is `one` or `apart`).
    """

    when: str
    """ISO 8601."""
    who: str
    kind: Literal["dismiss", "split", "merge", "speaker", "line"]
    anchors: tuple[Anchor, ...]
    value: str = ""
    note: str = ""
    applied: bool = False
    outcome: str = ""
    """What came of it in this run, in one sentence."""


# --- Arrow --------------------------------------------------------------------------------------------------------


@cache
def arrow_schema(record: type[Record]) -> Any:
    """The Arrow schema of a table of `record`: nested records become structs, tuples lists, spans pairs of int64."""
    import pyarrow as pa

    return pa.schema(_arrow_fields(record))


def arrow_table(rows: "list[Any]", record: type[Record]) -> Any:
    """The rows as an Arrow table; a null in a field that allows none raises `pyarrow.ArrowInvalid`."""
    import pyarrow as pa

    table = pa.Table.from_pylist([msgspec.to_builtins(row) for row in rows], schema=arrow_schema(record))
    table.validate(full=True)
    for field in table.schema:
        for values in table[field.name].chunks:
            _refuse_nulls(values, field, f"{record.__name__}.{field.name}")
    return table


def record_batch(rows: "list[Any]", record: type[Record]) -> Any:
    """The rows as one Arrow record batch, checked as `arrow_table` checks."""
    import pyarrow as pa

    batches = arrow_table(rows, record).combine_chunks().to_batches()
    return batches[0] if batches else pa.RecordBatch.from_pylist([], schema=arrow_schema(record))


def from_arrow(table: Any, record: type[Record]) -> list[Any]:
    """The rows of an Arrow table (or record batch) as records."""
    return [msgspec.convert(row, record) for row in table.to_pylist()]


def _refuse_nulls(values: Any, field: Any, name: str) -> None:
    """Arrow checks no nulls itself: raise `pyarrow.ArrowInvalid` for one in a field that allows none, at any depth."""
    import pyarrow as pa

    if values.null_count and not field.nullable:
        raise pa.ArrowInvalid(f"{name} holds a null, which its type does not allow; give it a value")
    if not len(values):
        return
    if pa.types.is_struct(field.type):
        present = values.drop_null() if values.null_count else values
        for place, part in enumerate(field.type):
            _refuse_nulls(present.field(place), part, f"{name}.{part.name}")
    elif pa.types.is_list(field.type):
        _refuse_nulls(values.flatten(), field.type.value_field, f"{name}[]")


def _arrow_fields(record: type[msgspec.Struct]) -> list[Any]:
    import pyarrow as pa

    return [
        pa.field(field.encode_name, *_arrow_type(msgspec.inspect.type_info(field.type)))
        for field in msgspec.structs.fields(record)
    ]


def _arrow_type(info: Any) -> tuple[Any, bool]:
    """The Arrow type of a msgspec type, and whether it may be null."""
    import pyarrow as pa

    kinds = msgspec.inspect
    match info:
        case kinds.UnionType(types=types):
            (only,) = [t for t in types if not isinstance(t, kinds.NoneType)]
            return _arrow_type(only)[0], True
        case kinds.StrType() | kinds.LiteralType():
            return pa.string(), False
        case kinds.BoolType():
            return pa.bool_(), False
        case kinds.IntType():
            return pa.int64(), False
        case kinds.FloatType():
            return pa.float64(), False
        case kinds.NamedTupleType():
            return pa.list_(pa.int64(), 2), False
        case kinds.VarTupleType(item_type=item):
            kind, nullable = _arrow_type(item)
            return pa.list_(pa.field("item", kind, nullable=nullable)), False
        case kinds.StructType(cls=cls):
            return pa.struct(_arrow_fields(cls)), False
    raise TypeError(f"no Arrow type for {info}")
