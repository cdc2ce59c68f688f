"""What the README and the page show is what the committed results say."""

from benchmarks import publish


def test_the_page_is_written_from_the_results():
    assert publish.PAGE.read_text(encoding="utf-8") == publish.page(
        publish.read(publish.QUALITY), publish.read(publish.SPEED), publish.read(publish.STAGES)
    )


def test_the_table_of_the_readme_is_written_from_the_results():
    text = publish.README.read_text(encoding="utf-8")
    assert publish.BEGIN in text
    assert text == publish.readme(text, publish.read(publish.QUALITY))


def test_a_peer_that_does_better_is_named():
    ours = {"headline": ["F1", "false alarms"], "measures": {"F1": 0.5, "false alarms": 0.1}, "rows per second": 10}
    peer = {"system": "other", "measures": {"F1": 0.6, "false alarms": 0.2}, "rows per second": 5}
    assert publish.better(ours, [peer]) == ["- other is better in: F1."]


def test_a_speed_is_told_from_the_side_that_is_ahead():
    ours = {"rows per second": 10}
    assert publish.times(ours, {"rows per second": 5}) == "2.0 times as fast"
    assert publish.times(ours, {"rows per second": 2000}) == "200.0 times as slow"


def test_a_public_set_has_its_repository_and_licence_beside_it():
    assert "satya77/CQE_Evaluation at " in publish.source("figures_newsquant")
    assert publish.source("cases/figures") == ""


def test_how_a_peer_was_run_stands_beside_where_it_is_better():
    ours = {"headline": ["F1"], "measures": {"F1": 0.5}, "rows per second": 10}
    peer = {"system": "other", "measures": {"F1": 0.6}, "rows per second": 5, "note": "without its classifier"}
    assert publish.remarks(ours, [peer]) == ["- other: without its classifier.", "- other is better in: F1.", ""]
    assert publish.remarks(ours, []) == []


def test_small_stages_are_left_out_of_the_comparison_with_a_revision():
    rows = [
        {"stage": name, "before": before, "after": before / 2, "ratio": 2.0}
        for name, before in (("align", 4), ("keys", 0.01))
    ]
    work = {"work": "reuse", "all": {"ratio": 2.0}, "equal": {"pairs": 1.0}, "stages": rows}
    told = publish.against({"before": "abc", "works": [work]})
    assert "### reuse: 2.0 times as fast; equal are 100.0% of the pairs" in told
    assert "| align | 4.000 | 2.000 | 2.0 |" in told
    assert not any("keys" in line for line in told)
