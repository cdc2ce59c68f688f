"""Gold as its own prediction is right in all; what is plainly wrong is counted as wrong."""

from benchmarks.scorers.cases import score_quotation_cases, score_sentence_cases
from benchmarks.scorers.counts import interval, score
from benchmarks.scorers.dates import days_of, score_dates
from benchmarks.scorers.figures import score_displaced, score_quantities, score_tolls, score_victims
from benchmarks.scorers.incidents import plain_numbers, score_incidents
from benchmarks.scorers.pairs import area, score_quotations, score_sentences, score_stories
from benchmarks.scorers.reuse import score_reuse
from benchmarks.scorers.statements import score_statements
from benchmarks.scorers.units import powers
from benchmarks.scorers.words import Words

SAID = 'The mayor said the bridge would open. "We are late," she told a crowd, "and sorry." Nobody asked "why" twice.'


def span(text, words):
    start = text.index(words)
    return [start, start + len(words)]


def statement(content, cue, speaker, **more):
    return {"content": [span(SAID, one) for one in content], "cue": span(SAID, cue), "report": True,
            "speaker_span": span(SAID, speaker), "speaker": {"span": span(SAID, speaker), "name": speaker}, **more}  # fmt: skip


GOLD = [
    {
        "id": "d",
        "text": SAID,
        "gold": {
            "statements": [
                statement(["the bridge would open"], "said", "The mayor"),
                statement(["We are late", "and sorry"], "told", "she"),
            ]
        },
    }
]


def test_statements_of_the_gold_are_all_right():
    told = {"d": {"statements": GOLD[0]["gold"]["statements"]}}
    measures = score_statements(GOLD, told)
    assert {name: value for name, value in measures.items() if "F1" in name and value != 1} == {}
    assert measures["direct: true"] == 1
    assert measures["indirect: told"] == 1


def test_a_statement_given_to_somebody_else_is_found_and_not_right():
    wrong = [dict(one, speaker={"span": span(SAID, "Nobody"), "name": None}) for one in GOLD[0]["gold"]["statements"]]
    measures = score_statements(GOLD, {"d": {"statements": wrong}})
    assert measures["all: found F1"] == 1
    assert measures["all: right F1"] == 0


def test_what_nobody_told_costs_recall_and_what_is_too_much_precision():
    half = {"d": {"statements": GOLD[0]["gold"]["statements"][:1]}}
    more = {"d": {"statements": [*half["d"]["statements"], statement(["why"], "asked", "Nobody")]}}
    assert score_statements(GOLD, half)["all: right recall"] == 0.5
    assert score_statements(GOLD, more)["all: right precision"] == 0.5
    assert score_statements(GOLD, {})["all: right F1"] == 0


def test_words_inside_marks_are_quoted_line_by_line():
    words = Words("He said \"never\nagain and “twice over” ``so'' it's")
    assert [words.text[a:b] for a, b, inside in zip(words.starts, words.ends, words.quoted, strict=True) if inside] == [
        "never", "twice", "over", "so",
    ]  # fmt: skip


def timex(value, days=None, kind="DATE"):
    first, last = days or (None, None)
    return {"span": [0, 5], "type": kind, "value": value, "start": first, "end": last}


def test_days_of_values_in_every_form():
    assert days_of("2031-02") == ("2031-02-01", "2031-02-28")
    assert days_of("2031-Q3") == ("2031-07-01", "2031-09-30")
    assert days_of("2031-H2") == ("2031-07-01", "2031-12-31")
    assert days_of("2031-W10-WE") == ("2031-03-08", "2031-03-09")
    assert days_of("203") == ("2030-01-01", "2039-12-31")
    assert days_of("2031-05-06TMO") == ("2031-05-06", "2031-05-06")
    assert days_of("PRESENT_REF") is days_of("2031-SU") is days_of("XXXX-05") is None


def test_dates_of_the_gold_are_all_right_and_durations_neutral():
    gold = [{"id": "d", "gold": {"timexes": [timex("2031-02"), {**timex("P2D", kind="DURATION"), "span": [9, 12]}]}}]
    right = {"d": {"dates": [timex("", ("2031-02-01", "2031-02-28")), {**timex(""), "span": [9, 12]}]}}
    assert score_dates(gold, right)["value F1"] == 1
    assert score_dates(gold, {"d": {"dates": [timex("", ("2031-02-01", "2031-02-27"))]}})["value F1"] == 0


def quantity(value, unit, change="=", **more):
    return {
        "value": value,
        "low": value,
        "high": value,
        "unit": unit,
        "normalized_unit": unit,
        "change": change,
        **more,
    }


def test_quantities_pair_by_value_then_unit_then_bound():
    gold = [{"id": "d", "text": "", "gold": {"quantities": [quantity(5, "kilometre"), quantity(5, "dollar", ">")]}}]
    told = [{"point": 5, "bound": "at_least", "unit": "USD"}, {"point": 5.001, "bound": "exact", "unit": "kilometer"}]
    assert score_quantities(gold, {"d": {"figures": told}})["value and unit: F1"] == 1
    assert score_quantities(gold, {"d": {"figures": told}})["value and bound: F1"] == 1
    miles = [dict(told[0]), dict(told[1], unit="mile")]
    assert score_quantities(gold, {"d": {"figures": miles}})["value and unit: F1"] == 0.5


def test_a_range_may_be_told_as_a_movement():
    gold = [{"id": "d", "text": "", "gold": {"quantities": [quantity(None, None, low=3, high=9)]}}]
    old, new = {"id": "1", "point": 3, "bound": "exact"}, {"id": "2", "point": 9, "bound": "exact"}
    moved = {"d": {"figures": [old, {**new, "relation": {"kind": "moved_from", "figure": "1"}}]}}
    assert score_quantities(gold, moved)["value: F1"] == 1
    assert score_quantities(gold, {"d": {"figures": [old, new]}})["value: F1"] == 0


def test_units_say_the_same_in_many_spellings():
    assert powers("square kilometre") == powers("kilometer ** 2") == {"kilometer": 2}
    assert powers("dollar per barrel") == powers("USD / barrel")
    assert powers("miles per hour") == powers("mph")
    assert powers("ton") != powers("tonne")
    assert powers("solution") is None


def test_victims_tolls_and_the_displaced():
    victim = {"effect": "killed", "low": 6, "high": None, "optional": False}
    killed = {"point": None, "low": 6, "high": None, "event": {"class": "killed"}, "span": [0, 1], "kind": "count"}
    assert score_victims([{"id": "d", "gold": {"victims": [victim]}}], {"d": {"figures": [killed]}})["F1"] == 1
    row = {"id": "d", "story": "s", "gold": {"killed": 6, "injured": 0}}
    assert score_tolls([row], {"d": {"figures": [killed]}})["3 and more: both right"] == 1
    fact = {"value": 40, "term": "Displaced", "unit": "Households"}
    fled = {"point": 40, "low": 40, "high": 40, "event": {"class": "fled"}, "counted": {"head": "families"}}
    assert (
        score_displaced([{"id": "d", "gold": {"facts": [fact]}}], {"d": {"figures": [fled]}})["all parts: recall"] == 1
    )


def test_sentences_quotations_and_stories():
    pairs = [{"id": str(n), "set": "one", "gold": {"same": n % 2}} for n in range(10)]
    assert score_sentences(pairs, {str(n): float(n % 2) for n in range(10)})["one: AUC"] == 1
    assert area([0.1, 0.2, 0.2, 0.3], [False, False, True, True]) == 0.875
    quotes = [{"id": one, "gold": {"class": one}} for one in ("identical", "material", "different")]
    assert score_quotations(quotes, {one["id"]: one["id"] for one in quotes})["macro F1"] == 1
    assert score_quotations(quotes, dict.fromkeys(["identical", "different"], "material"))["false material alarms"] == 1
    rows = [{"id": str(n), "story": str(n // 3)} for n in range(9)]
    stories = [{"documents": [str(n) for n in range(start, start + 3)]} for start in (0, 3, 6)]
    assert score_stories(rows, stories)["adjusted Rand index"] == 1
    assert score_stories(rows, [{"documents": [str(n) for n in range(9)]}])["adjusted Rand index"] == 0


def test_reuse_counts_edges_between_publishers():
    def words(name, count=60):
        return " ".join(f"{name}{n}" for n in range(count))

    foot = words("foot", 30)
    rows = [
        {"id": "a", "publisher": "p", "text": words("x"), "gold": {"agency": "AP"}},
        {"id": "b", "publisher": "q", "text": words("x") + " local", "gold": {"agency": "AP"}},
        *({"id": f"f{n}", "publisher": "r", "text": f"{words(f'own{n}')} {foot}"} for n in range(3)),
    ]
    right = score_reuse(rows, [{"a": "a", "b": "b", "kind": "copy"}])
    assert right["families: recall"] == right["containment 0.3: found"] == 1
    assert right["own text called derivation"] == 0
    wrong = score_reuse(rows, [{"a": "f0", "b": "f1", "kind": "copy"}])
    assert wrong["families: recall"] == 0
    assert wrong["own text called derivation"] > 0


def test_a_conflict_is_false_where_all_plain_numbers_agree():
    text = "Six people were shot dead and 40 others wounded."
    assert plain_numbers([text], "injured") == {40}
    row = {"id": "d", "story": "s", "text": text, "gold": {"killed": 6, "injured": 40}}
    figures = [{"id": "f", "point": 6, "event": {"class": "killed"}}]
    claim = {"kind": "figure", "verdict": "agree", "members": [{"document": "d", "figure": "f", "stance": "supports"}]}
    ledger = {"documents": [{"id": "d", "published": None}], "figures": figures, "claims": [claim]}
    assert score_incidents([row], [ledger])["killed above one: leads a claim"] == 1
    assert score_incidents([row], [ledger])["false conflicts"] == 0
    assert score_incidents([row], [{**ledger, "claims": [{**claim, "verdict": "conflict"}]}])["false conflicts"] == 1


def test_counts_without_anything_are_nought_and_intervals_hold_the_mean():
    assert score(0, 0, 0) == (0, 0, 0)
    low, high = interval([0, 1] * 50, lambda drawn: sum(drawn) / len(drawn))
    assert low < 0.5 < high


def test_look_alikes_are_counted_apart_from_rewordings_and_each_wrong_pair_is_named():
    pairs = [{"id": name, "set": "own", "gold": {"same": same}} for name, same in (("a", 1), ("b", 1), ("c", 0))]
    found = score_sentence_cases(pairs, {"a": 0.9, "b": 0.2, "c": 0.8})
    assert found.wrong == {"b": "same found: told at 0.20", "c": "others kept apart: told at 0.80"}
    assert (found.measures["same found"], found.measures["others kept apart"]) == (0.5, 0)
    assert found.measures["own: accuracy"] == 1 / 3


def test_a_quotation_that_nobody_classed_is_wrong():
    pairs = [{"id": name, "gold": {"class": "material"}} for name in "ab"]
    found = score_quotation_cases(pairs, {"a": "material"})
    assert found.wrong == {"b": "told as missing"}
    assert found.measures["material edits found"] == 0.5
