import pytest

from builders import NOWHERE, document, figure, lines
from twosource.compare.measured import Measured
from twosource.compare.values import value_of
from twosource.judge.context import StoryTexts
from twosource.judge.relations import VERDICTS, Ties, combine
from twosource.judge.verdicts import judge_figures
from twosource.spans import Span

ONE_EVENT = frozenset(["boat", "storm", "harbour"])


def toll(point, id, **given):
    return figure(point, id=id, document=id, event=given.pop("event", "killed"), head="people", **given)


def group(*figures, context=ONE_EVENT):
    return [Measured(f, value_of(f), context, None, False) for f in figures]


def told_by(items, *names):
    return [item._replace(speaker=name, named=name is not None) for item, name in zip(items, names, strict=True)]


def dated(*days):
    return {
        name: document(name, "A boat in a storm.", published=day) for name, day in zip("abcdef", days, strict=False)
    }


def judge(items, documents, *, one_line=""):
    of_lines = {**lines(*documents), **lines(one_line)} if one_line else lines(*documents)
    return judge_figures(items, StoryTexts(documents.values(), [], [item.figure for item in items], of_lines))


UNDATED = dated(None, None, None)
RISING = dated("2024-05-01", "2024-05-02", "2024-05-03")
ONE_DAY = dated("2024-05-01", "2024-05-01", "2024-05-01")

CASES = [
    ("one document", [toll(12, "a")], UNDATED, "single", set()),
    ("agree", [toll(12, "a"), toll(12, "b")], UNDATED, "agree", set()),
    ("rounded", [toll(16100, "a"), toll(16000, "b")], UNDATED, "agree", set()),
    ("bound", [toll(18500, "a"), toll(16000, "b", low=16000, high=None, bound="more_than")], UNDATED, "compatible", set()),
    ("rising toll", [toll(12, "a"), toll(14, "b")], RISING, "update", set()),
    ("rising toll without dates", [toll(12, "a"), toll(14, "b")], UNDATED, "unsure", None),
    ("two tolls of one day", [toll(12, "a"), toll(14, "b")], ONE_DAY, "unsure", None),
    ("a toll that falls, nobody says why", [toll(14, "a"), toll(12, "b"), toll(12, "c")], RISING, "unsure", {"a"}),
    ("an old toll told again", [toll(12, "a"), toll(14, "b"), toll(12, "c")], RISING, "update", set()),
    ("a lost thousand", [toll(2, "a"), toll(2000, "b"), toll(2000, "c")], UNDATED, "probable_slip", {"a"}),
    ("feared", [toll(12, "a"), toll(12, "b"), toll(30, "c", modality="possible")], RISING, "unsure", {"c"}),
    ("feared beside a rise", [toll(12, "a"), toll(14, "b"), toll(14, "d"), toll(30, "c", modality="possible")], dated(*["2024-05-01", "2024-05-02", "2024-05-03", "2024-05-03"]), "update", {"c"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "figures", "documents", "verdict", "differs"), CASES, ids=[c[0] for c in CASES])
def test_verdicts_on_groups(name, figures, documents, verdict, differs):
    found = judge(group(*figures), documents)
    assert found.verdict == verdict
    assert differs is None or found.differs == differs


@pytest.mark.parametrize(("second", "verdict"), [("Ann Vell", "revision"), ("Bo Tarn", "conflict"), (None, "unsure")])
def test_a_toll_that_falls_is_taken_back_by_its_speaker_or_disputed_by_another(second, verdict):
    pair = told_by(group(toll(14, "a"), toll(12, "b")), "Ann Vell", second)
    assert judge(pair, RISING).verdict == verdict


def test_a_number_that_its_speaker_gave_before_and_after_did_not_rise():
    three = group(toll(8, "a"), toll(18, "b"), toll(8, "c"))
    assert judge(told_by(three, "Ann Vell", "Bo Tarn", "Ann Vell"), RISING).verdict == "update"
    found = judge(told_by(three, "Ann Vell", "Ann Vell", "Ann Vell"), RISING)
    assert found.verdict == "unsure"
    assert "Ann Vell is said to have given 8 before and after 18" in found.detail


def test_two_parties_give_two_tolls_of_one_day():
    pair = told_by(group(toll(40, "a"), toll(120, "b")), "Interior Ministry", "Hill Front")
    found = judge(pair, ONE_DAY)
    assert found.verdict == "conflict"
    assert found.detail == "40 (Interior Ministry) and 120 (Hill Front) cannot both be right."


def test_a_ladder_of_tolls_grows_whoever_gave_each():
    four = dated(*["2024-05-01"] * 4)
    ladder = told_by(
        group(toll(60, "a"), toll(73, "b"), toll(84, "c"), toll(84, "d")), "Ann Vell", "Bo Tarn", "Ida Moen", "Ida Moen"
    )
    assert judge(ladder, four).verdict == "unsure"


def test_one_report_s_two_numbers_are_in_conflict_only_where_it_sets_them_against_each_other():
    one = [*group(boats(240, "a"), boats(600, "b"))]
    one = [item._replace(figure=_placed(item.figure, "a", NOWHERE)) for item in one]
    spoken = told_by(one, "Ann Vell", "Bo Tarn")
    assert judge(spoken, RISING).verdict != "conflict"
    texts = StoryTexts(RISING.values(), [], [item.figure for item in spoken], lines(*RISING))
    assert judge_figures(spoken, texts, Ties(contrasted=frozenset([("a", "b")]))).verdict == "conflict"


def test_small_numbers_of_things_to_which_nothing_happened_are_told_of_two():
    pair = [figure(n, id=id, document=id, head="children") for n, id in ((2, "a"), (4, "b"))]
    assert judge(group(*pair), ONE_DAY).verdict == "unsure"


def test_a_small_toll_of_two_speakers_may_be_each_one_s_part():
    pair = told_by(group(toll(4, "a"), toll(7, "b")), "Ann Vell", "Bo Tarn")
    assert judge(pair, ONE_DAY).verdict == "unsure"


def test_the_order_of_members_changes_nothing():
    figures = group(toll(12, "a"), toll(14, "b"), toll(14, "c"))
    assert judge(figures, RISING) == judge(figures[::-1], RISING)


def boats(point, id):
    return figure(point, id=id, document=id, event="destroyed", head="boats")


def test_two_reports_that_differ_on_what_does_not_grow_are_in_conflict_where_their_words_are_alike():
    assert judge(group(boats(7, "a"), boats(11, "b")), RISING).verdict == "conflict"
    apart = [*group(boats(7, "a")), *group(boats(11, "b"), context=frozenset(["mast"]))]
    assert judge(apart, RISING).verdict == "unsure"


def test_a_copy_that_still_gives_the_old_toll_is_told():
    items = group(toll(12, "a"), toll(14, "b"), toll(14, "d"), toll(12, "c"))
    documents = dated("2024-05-01", "2024-05-02", "2024-05-03", "2024-05-02")
    found = judge(items, documents, one_line="a c")
    assert found.verdict == "update"
    assert found.detail.endswith("c still gave 12 when 14 was long out.")
    assert "c" in found.differs


def reported(**sentences):
    """Figures read where a mark `[n class]` stands in each document's one sentence."""
    figures, documents = [], {}
    for name, (day, sentence) in sentences.items():
        text = ""
        for part in sentence.replace("]", "[").split("["):
            number, _, class_ = part.partition(" ")
            if class_ in ("killed", "injured"):
                start = len(text)
                text += number
                made = toll(float(number), f"{name}{start}", event=class_)
                figures.append(_placed(made, name, Span(start, start + len(number))))
            else:
                text += part
        documents[name] = document(name, text=text, published=day)
    return figures, documents


def _placed(made, document, span):
    import msgspec

    return msgspec.structs.replace(made, document=document, span=span)


def judge_reported(class_, **sentences):
    figures, documents = reported(**sentences)
    texts = StoryTexts(documents.values(), [], figures, lines(*documents))
    first = {f.document: f for f in reversed(figures) if f.event.class_ == class_}
    return judge_figures(group(*first.values()), texts)


DEFINITIONS = {
    "with the attacker": (
        "killed",
        ("2024-05-01", "The raid left [50 killed] people dead, including the gunman."),
        ("2024-05-02", "The gunman shot [49 killed] people."),
        "50 counts the gunman with the 49.",
    ),
    "without the attacker": (
        "killed",
        ("2024-05-01", "In all [6 killed] people are dead."),
        ("2024-05-02", "He killed [5 killed] people before he turned the gun on himself."),
        "6 counts the attacker with the 5.",
    ),
    "the dead among the hurt": (
        "injured",
        ("2024-05-01", "The blast left [9 injured] people hurt and [1 killed] dead."),
        ("2024-05-02", "The blast wounded [10 injured] people, one of them fatally."),
        "10 counts the dead among the hurt: 9 + 1.",
    ),
    "a sum": (
        "injured",
        ("2024-05-02", "Doctors treated [9 injured] people at the pier and [4 injured] in the square."),
        ("2024-05-01", "The blast hurt [13 injured] people."),
        "13 = 9 + 4: one count holds what the other gives in parts.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DEFINITIONS)
def test_two_counts_that_can_both_be_right(name):
    class_, one, other, detail = DEFINITIONS[name]
    found = judge_reported(class_, a=one, b=other)
    assert (found.verdict, found.detail, found.differs) == ("definition", detail, frozenset())


def test_a_rise_of_one_is_a_rise_where_no_report_speaks_of_the_attacker():
    found = judge_reported(
        "killed",
        a=("2024-05-01", "The fire killed [4 killed] people."),
        b=("2024-05-02", "The fire killed [5 killed] people."),
    )
    assert found.verdict == "update"


# --- the one table ----------------------------------------------------------------------------------------------------

KINDS = list(VERDICTS)
# Row and column are two ways in which values stand together, the cell the first letters of the verdict on a claim with both.
TABLE = """
               equal bounded possible counted_apart rose outdated taken_back untold garbled disputed
equal          agr   com     uns      def           upd  upd      rev        uns    pro     con
bounded        com   com     uns      def           upd  upd      rev        uns    pro     con
possible       uns   uns     uns      def           upd  upd      rev        uns    pro     con
counted_apart  def   def     def      def           upd  upd      rev        uns    pro     con
rose           upd   upd     upd      upd           upd  upd      rev        uns    pro     con
outdated       upd   upd     upd      upd           upd  upd      rev        uns    pro     con
taken_back     rev   rev     rev      rev           rev  rev      rev        uns    pro     con
untold         uns   uns     uns      uns           uns  uns      uns        uns    pro     con
garbled        pro   pro     pro      pro           pro  pro      pro        pro    pro     con
disputed       con   con     con      con           con  con      con        con    con     con
"""
HEAD, *ROWS = [line.split() for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(
    ("one", "other", "cell"), [(row[0], name, cell) for row in ROWS for name, cell in zip(HEAD, row[1:], strict=True)]
)
def test_every_cell_of_the_table_of_verdicts(one, other, cell):
    assert combine([one, other])[:3] == cell


def test_the_table_has_a_row_and_a_column_for_every_way():
    assert HEAD == [row[0] for row in ROWS] == KINDS
