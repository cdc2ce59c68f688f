"""The flat tables that every export is made of: their columns, each with its type and meaning.

Spreadsheets and databases get the same rows. Estimates of figures follow the custom of conflict data (UCDP GED): `low`
and `high`, the number of origins, and whom the claim is attributed to; but no best value, since copies have no vote.
"""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from twosource.ledger import Ledger
from twosource.report.excerpts import Story
from twosource.report.export import rows
from twosource.report.export.rows import Row

Type = Literal["text", "integer", "number", "boolean"]


class Column(NamedTuple):
    """A column: its name, the type of its values (which may be null), and what it holds."""

    name: str
    type: Type
    meaning: str


class Table(NamedTuple):
    """A table: its name, what one row is, its columns, and how its rows are made."""

    name: str
    one_row: str
    columns: tuple[Column, ...]
    rows: Callable[[Story], Iterator[Row]]


def rows_of(ledger: Ledger) -> dict[str, list[Row]]:
    """The rows of every table of a ledger, by the table's name."""
    story = Story(ledger)
    return {table.name: list(table.rows(story)) for table in TABLES}


def _columns(*given: tuple[str, Type, str]) -> tuple[Column, ...]:
    return tuple(Column(*column) for column in given)


_START: tuple[str, Type, str] = (
    "start",
    "integer",
    "where the words start in the report's text, in Unicode code points",
)
_END: tuple[str, Type, str] = ("end", "integer", "where the words end, not included")

TABLES = (
    Table("documents", "a report", _columns(
        ("document", "text", "id of the report"),
        ("title", "text", "its headline"),
        ("publisher", "text", "who published it"),
        ("published", "text", "when, ISO 8601"),
        ("url", "text", "its address"),
        ("author", "text", "who signed it"),
        ("language", "text", "language code"),
        ("line", "integer", "number of its line of reporting, in `lines`"),
        ("parent", "text", "the report it derives from, where that could be told"),
        ("sha256", "text", "digest of the input"),
        ("text", "text", "the text as read; left out of XLSX, whose cells are too short"),
    ), rows.documents_rows),
    Table("lines", "an independent line of reporting", _columns(
        ("line", "integer", "its number"),
        ("reports", "integer", "how many reports belong to it"),
        ("root", "text", "the report the others derive from, where that is known"),
        ("latent", "text", "a root outside the set, such as `wire: AP`"),
        ("documents", "text", "its reports, joined by `; `"),
    ), rows.lines_rows),
    Table("lineage", "a pair of reports that share text", _columns(
        ("a", "text", "the one report"),
        ("b", "text", "the other"),
        ("kind", "text", "copy, rewrite, excerpt, quotation_only or formula"),
        ("parent", "text", "which of them the other derives from"),
        ("direction", "text", "known, likely or unknown"),
        ("score", "number", "how much is shared, 0 to 1"),
        ("coverage_a", "number", "share of the prose of `a` found in `b`"),
        ("coverage_b", "number", "share of the prose of `b` found in `a`"),
        ("quote_coverage_a", "number", "share of the quoted words of `a` found in `b`"),
        ("quote_coverage_b", "number", "share of the quoted words of `b` found in `a`"),
        ("passages", "integer", "number of shared passages"),
        ("grounds", "text", "why this is thought, joined by `; `"),
    ), rows.lineage_rows),
    Table("claims", "one thing asserted in the story", _columns(
        ("claim", "text", "id of the claim"),
        ("kind", "text", "figure, quotation or statement"),
        ("text", "text", "the claim in words"),
        ("verdict", "text", "agree, compatible, update, revision, definition, conflict, probable_slip, single or unsure"),
        ("detail", "text", "why, in a sentence"),
        ("low", "number", "the lowest value any report gives, hedges included; null for a claim that is no figure"),
        ("high", "number", "the highest value any report gives, hedges included"),
        ("unit", "text", "the unit or currency of `low` and `high`, null for counts"),
        ("reports", "integer", "how many reports carry it"),
        ("publishers", "integer", "how many publishers carry it"),
        ("number_of_origins", "integer", "independent origins, at least"),
        ("number_of_origins_high", "integer", "independent origins, at most"),
        ("unattributed", "integer", "members that name nobody"),
        ("attributed_to", "text", "the named speakers behind it, joined by `; `"),
    ), rows.claims_rows),
    Table("members", "a report's words for a claim", _columns(
        ("claim", "text", "id of the claim"),
        ("document", "text", "id of the report"),
        ("figure", "text", "id of the figure that asserts it, or null"),
        ("statement", "text", "id of the statement that asserts it, or null"),
        ("stance", "text", "supports or differs"),
        ("speaker", "text", "who is named for it"),
        _START, _END,
        ("words", "text", "the exact words"),
    ), rows.members_rows),
    Table("origins", "something that stands behind a claim", _columns(
        ("claim", "text", "id of the claim"),
        ("number", "integer", "counts the origins of one claim"),
        ("kind", "text", "speaker, text or unknown"),
        ("name", "text", "the speaker, or null"),
        ("certain", "boolean", "whether it surely is one of its own"),
        ("documents", "text", "the reports it stands behind, joined by `; `"),
    ), rows.origins_rows),
    Table("statements", "something a report says that somebody said", _columns(
        ("statement", "text", "id of the statement"),
        ("document", "text", "id of the report"),
        ("kind", "text", "direct, mixed or indirect"),
        ("words", "text", "what was said, parts joined by ` … `"),
        _START, _END,
        ("speaker", "text", "the fullest name of the speaker, or null"),
        ("speaker_kind", "text", "person, organisation, document, anonymous or unknown"),
        ("via", "text", "who passed it on, joined by `; `"),
        ("cue", "text", "the words of reporting, as written"),
        ("verb", "text", "the verb of reporting, base form"),
        ("strength", "text", "how the verb commits the speaker"),
        ("negated", "boolean", "the speaker denies it"),
        ("channel", "text", "where it was said"),
        ("confidence", "number", "how sure the reading is, 0 to 1"),
        ("claim", "text", "id of the claim it asserts, or null"),
    ), rows.statements_rows),
    Table("figures", "a quantity in a report", _columns(
        ("figure", "text", "id of the figure"),
        ("document", "text", "id of the report"),
        ("words", "text", "as written"),
        _START, _END,
        ("point", "number", "the value"),
        ("low", "number", "the least it may mean, null where open"),
        ("high", "number", "the most it may mean, null where open"),
        ("bound", "text", "exact, about, more_than, at_least, less_than, at_most, range or vague"),
        ("kind", "text", "count, measure, money, percent, ratio, duration or age"),
        ("unit", "text", "unit or currency, null for counts"),
        ("counted", "text", "what is counted"),
        ("counted_class", "text", "the class of what is counted"),
        ("event", "text", "what happened to it"),
        ("side", "text", "whose they are"),
        ("modality", "text", "asserted, negated or possible"),
        ("aggregation", "text", "incident, total, rate, stock or increment"),
        ("per", "text", "the base of a rate"),
        ("relation", "text", "part_of, compared_with, moved_from or total_of"),
        ("related_figure", "text", "id of the figure it relates to"),
        ("time_start", "text", "first day it is for"),
        ("time_end", "text", "last day it is for"),
        ("statement", "text", "id of the statement that holds it"),
        ("confidence", "number", "how sure the reading is, 0 to 1"),
        ("claim", "text", "id of the claim it asserts, or null"),
    ), rows.figures_rows),
    Table("quotations", "a report's wording of a quotation that several carry", _columns(
        ("claim", "text", "id of the claim"),
        ("document", "text", "id of the report"),
        ("statement", "text", "id of the statement"),
        ("speaker", "text", "who is said to have said it"),
        ("words", "text", "the words in this report"),
        ("stance", "text", "supports or differs"),
        ("verdict", "text", "the claim's verdict"),
    ), rows.quotations_rows),
    Table("findings", "something an editor should look at", _columns(
        ("rank", "integer", "1 is first"),
        ("kind", "text", "one_origin, conflict, probable_slip, altered_quote, misattributed, update or inconsistent"),
        ("detail", "text", "what was found, in a sentence"),
        ("claims", "text", "ids of its claims, joined by `; `"),
    ), rows.findings_rows),
    Table("evidence", "words that a finding rests on", _columns(
        ("rank", "integer", "rank of the finding"),
        ("document", "text", "id of the report"),
        _START, _END,
        ("words", "text", "the exact words"),
    ), rows.evidence_rows),
    Table("rejects", "an input that was given up on", _columns(
        ("document", "text", "what it was"),
        ("stage", "text", "read, extract, compare or judge"),
        ("reason", "text", "a short code"),
        ("detail", "text", "what happened and what to do next"),
    ), rows.rejects_rows),
)  # fmt: skip
