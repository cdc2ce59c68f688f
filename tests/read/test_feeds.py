"""Feeds as files: entries, credits, entities, damage."""

import json
from pathlib import Path

import pytest

from twosource.read import read
from twosource.records import Document

RSS = """<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quillan Courier</title>
<item><guid>q1</guid><title>Pier &amp; crane</title><link>https://quillan.example/q1</link>
<pubDate>Tue, 03 Mar 2026 10:00:00 +0100</pubDate><source url="https://wire.example/feed">Northern Wire</source>
<description>Short: &secret;</description>
<content:encoded><![CDATA[<p>The pier was closed on Monday.</p><script>alert(1)</script><p>Divers came.</p>]]></content:encoded>
</item>
<item><guid>q2</guid><title>Ferry late</title><description>The ferry came late again on Tuesday.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>a1</id><title>Ferry</title>
<link href="https://quillan.example/a1"/><published>2026-03-03T09:00:00+01:00</published><author><name>Bo Lind</name></author>
<source><title>Harbour Radio</title></source><content type="html">&lt;p&gt;The ferry sailed at nine.&lt;/p&gt;</content></entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1", "title": "T",
    "items": [{"id": "j1", "url": "https://quillan.example/j1", "content_html": "<p>The ferry sailed at ten.</p>"}],
}  # fmt: skip


def outcome(path: Path, content: str) -> tuple[list[Document], list[tuple[str, str]]]:
    path.write_text(content, encoding="utf-8")
    documents, rejects = read([path])
    return documents, [(one.document, one.reason) for one in rejects]


def test_rss_entries_are_documents_without_markup_scripts_or_files_of_this_machine(tmp_path: Path) -> None:
    (first, second), rejects = outcome(tmp_path / "a.xml", RSS)
    assert rejects == []
    assert (first.id, first.title, first.url) == ("q1", "Pier & crane", "https://quillan.example/q1")
    assert first.text.split("\n")[0] == "The pier was closed on Monday."
    assert "alert" not in first.text and "root:" not in first.text
    assert (first.published, first.credited, first.publisher) == (
        "2026-03-03T09:00:00+00:00", ("Northern Wire",), "quillan.example",
    )  # fmt: skip
    assert (second.id, second.text, second.credited) == ("q2", "The ferry came late again on Tuesday.", ())


def test_atom_and_json_feeds_are_read_alike(tmp_path: Path) -> None:
    ((atom,), _), ((feed,), _) = (
        outcome(tmp_path / "a.atom", ATOM), outcome(tmp_path / "b.json", json.dumps(JSON)),
    )  # fmt: skip
    assert (atom.id, atom.text, atom.author, atom.credited) == (
        "a1", "The ferry sailed at nine.", "Bo Lind", ("Harbour Radio",),
    )  # fmt: skip
    assert (feed.id, feed.text, feed.url) == ("j1", "The ferry sailed at ten.", "https://quillan.example/j1")


def test_a_feed_that_breaks_off_gives_the_entries_before(tmp_path: Path) -> None:
    documents, rejects = outcome(tmp_path / "a.rss", RSS[: RSS.index("came late")])
    assert ([one.id for one in documents], rejects) == (["q1"], [("a.rss", "truncated")])


@pytest.mark.parametrize("content", ["<rss", "<html><body>No feed.</body></html>", "Nothing of the kind."])
def test_what_is_no_feed_is_rejected(tmp_path: Path, content: str) -> None:
    documents, rejects = outcome(tmp_path / "a.xml", content)
    assert documents == []
    assert {name for name, _ in rejects} == {"a.xml"}


def test_opml_lists_feed_files_and_fetches_nothing(tmp_path: Path) -> None:
    (tmp_path / "feeds").mkdir()
    (tmp_path / "feeds" / "a.feed").write_text(ATOM, encoding="utf-8")
    opml = '<opml version="2.0"><body><outline xmlUrl="feeds/a.feed"/><outline xmlUrl="https://far.example/feed"/></body></opml>'
    documents, rejects = outcome(tmp_path / "list.opml", opml)
    assert ([one.id for one in documents], rejects) == (["a1"], [("list.opml", "not_fetched")])
