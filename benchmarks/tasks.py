"""What is measured: for each skill its data, how this program answers, the scorer, and the peers that answer too."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from benchmarks import cases, ours
from benchmarks.peers import PEERS, Answer, Peer
from benchmarks.scorers import cases as by_case
from benchmarks.scorers import dates, figures, incidents, pairs, reuse, statements

Row = Mapping[str, Any]
Measures = dict[str, float]
CASES = "cases/"  # data of this name are shipped; all other data are found in the folder given


class Rival(NamedTuple):
    """A peer for a task: its option, how it is called in the table, how many rows it is given where it is slow."""

    peer: Peer
    option: str = ""
    rows: int | None = None

    @property
    def name(self) -> str:
        """How it is called in the table."""
        return f"{self.peer.name} {self.option}".strip()


class Task(NamedTuple):
    """One measurement: `headline` are the measures that a summary shows, the first of them the one that counts."""

    skill: str
    data: str
    answer: Callable[[Sequence[Row]], Any]
    score: Callable[[Sequence[Row], Any], Any]
    headline: tuple[str, ...]
    rivals: tuple[Rival, ...] = ()


def by_document(answer: Answer) -> dict[str, Row]:
    """A peer's predictions by document."""
    return {row["document"]: row for row in answer.rows}


def told_by(task: Task, answer: Answer) -> Any:
    """A peer's predictions in the form that the task's scorer takes."""
    if task.skill == "sentence pairs":
        return {row["id"]: row["score"] for row in answer.rows}
    return answer.rows if task.skill in ("reuse", "stories") else by_document(answer)


def _corpus(_: Sequence[Row]) -> list[Row]:
    """The pairs of all texts of the cases, compared as one corpus."""
    return ours.reuse(cases.reuse_documents())


def _claims(stories: Sequence[Row]) -> dict[str, Row]:
    return {story["case"]: ours.ledger(story["documents"]) for story in stories}


# What a summary shows of each scorer's measures; the first is the one that counts.
RIGHT = ("all: right F1", "direct: right F1", "mixed: right F1", "indirect: right F1", "all: exact F1")
KNOWN_NAMES = ("speakers named: right", "speakers described: right")
WHOLE = "cases right"
SAID = (WHOLE, "found F1", "exact F1", "speaker right")
NAMED = (WHOLE, "speaker right", "name right")
PASSED_ON = (WHOLE, "speaker right", "relay right")
VALUES = ("value: F1", "value and unit: F1", "value and bound: F1")
TOLLS = ("3 and more: killed right", "3 and more: injured right", "3 and more: both right")
COUNTED = (WHOLE, "value F1", "event right", "counted right")
DAYS = ("value F1", "relaxed F1", "strict F1")
SAME = ("pan: accuracy", "mrpc: accuracy", "mrpc: F1", "pan: AUC", "mrpc: AUC")
LOOK_ALIKES = ("own: accuracy", "own: AUC", "same found", "others kept apart")
ALTERED = ("macro F1", "material edits found", "false material alarms")
SHARED = (
    "containment 0.3: found", "containment 0.1: found", "families: recall", "edges joining different agencies",
    "own text called derivation",
)  # fmt: skip
GROUPED = ("B-cubed F1", "V-measure", "adjusted Rand index")
LEADING = ("killed above one: leads a claim", "injured above one: leads a claim", "false conflicts")
TOGETHER = (WHOLE, "together right", "apart right", "verdict right", "no false conflict right")

SPOKEN = (Rival(PEERS["textacy"]),)
QUANTITIES = tuple(Rival(PEERS[name]) for name in ("quantulum3", "Recognizers-Text", "text2num"))
DATED = (Rival(PEERS["dateparser"]), Rival(PEERS["Recognizers-Text dates"], rows=24))
ALL_DATED = tuple(rival._replace(rows=None) for rival in DATED)  # short texts, so the slow one gets them all too
ALIKE = (Rival(PEERS["character 4-grams"]),)
NEAR_COPIES = (
    Rival(PEERS["datasketch"], "0.7"), Rival(PEERS["datasketch"], "0.5"),
    Rival(PEERS["rensa"], "0.7"), Rival(PEERS["rensa"], "0.5"),
    Rival(PEERS["SimHash"], "3"), Rival(PEERS["TF-IDF cosine"], "0.85"), Rival(PEERS["passim"]),
)  # fmt: skip

by_statement, by_figure, by_date = by_case.score_statement_cases, by_case.score_figure_cases, by_case.score_date_cases

TASKS = (
    Task("statements", "statements_polnear_dev", ours.extract, statements.score_statements, RIGHT, SPOKEN),
    Task("statements", "statements_gum", ours.extract, statements.score_statements, RIGHT, SPOKEN),
    Task("statements", "cases/statements", ours.extract, by_statement, SAID, SPOKEN),
    Task("speakers", "statements_gum", ours.extract, statements.score_statements, KNOWN_NAMES),
    Task("speakers", "cases/speakers", ours.extract, by_statement, NAMED),
    Task("relays", "cases/relays", ours.extract, by_statement, PASSED_ON),
    Task("figures", "figures_newsquant", ours.extract, figures.score_quantities, VALUES, QUANTITIES),
    Task("figures", "figures_muc", ours.extract, figures.score_victims, ("F1", "precision", "recall")),
    Task("figures", "incidents_gva", ours.extract, figures.score_tolls, TOLLS),
    Task("figures", "figures_idetect", ours.extract, figures.score_displaced, ("all parts: recall", "value: recall")),
    Task("figures", "cases/figures", ours.extract, by_figure, COUNTED, QUANTITIES),
    Task("dates", "dates_tempeval", ours.extract, dates.score_dates, DAYS, DATED),
    Task("dates", "cases/dates", ours.extract, by_date, (WHOLE, "days F1", "span F1"), ALL_DATED),
    Task("sentence pairs", "paraphrase_dev", ours.sentences, pairs.score_sentences, SAME, ALIKE),
    Task("sentence pairs", "cases/sentence_pairs", ours.sentences, by_case.score_sentence_cases, LOOK_ALIKES, ALIKE),
    Task("quotations", "quotes_variants", ours.quotations, pairs.score_quotations, ALTERED),
    Task("quotations", "cases/quotation_variants", ours.quotations, by_case.score_quotation_cases, ALTERED),
    Task("reuse", "reuse_provenance", ours.reuse, reuse.score_reuse, SHARED, NEAR_COPIES),
    Task("reuse", "cases/reuse_pairs", _corpus, by_case.score_reuse_cases, (WHOLE, "derived F1", "kind right"), NEAR_COPIES),
    Task("stories", "stories_events", ours.stories, pairs.score_stories, GROUPED, (Rival(PEERS["TF-IDF clusters"], "0.2"),)),
    Task("stories", "stories_gva", ours.stories, pairs.score_stories, GROUPED, (Rival(PEERS["TF-IDF clusters"], "0.25"),)),
    Task("incidents", "stories_gva", ours.ledgers, incidents.score_incidents, LEADING),
    Task("claims", "cases/claim_pairs", _claims, by_case.score_claim_cases, TOGETHER),
)  # fmt: skip
