"""What the README and the page show is what the committed results say."""

from benchmarks import publish


def test_the_page_is_written_from_the_results():
    assert publish.PAGE.read_text(encoding="utf-8") == publish.page(
        publish.read(publish.QUALITY), publish.read(publish.SPEED)
    )


def test_the_table_of_the_readme_is_written_from_the_results():
    text = publish.README.read_text(encoding="utf-8")
    assert publish.BEGIN in text
    assert text == publish.readme(text, publish.read(publish.QUALITY))


def test_a_peer_that_does_better_is_named():
    ours = {"headline": ["F1", "false alarms"], "measures": {"F1": 0.5, "false alarms": 0.1}, "rows per second": 10}
    peer = {"system": "other", "measures": {"F1": 0.6, "false alarms": 0.2}, "rows per second": 5}
    assert publish.better(ours, [peer]) == ["- other is better in: F1.", ""]
