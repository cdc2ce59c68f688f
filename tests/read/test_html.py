"""Pages: main text and metadata."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.read.html import read_html
from twosource.records import Document, Reject

PARAGRAPHS = (
    "A fire at the northern basin destroyed two cranes on Tuesday night, the port authority said in a short note.",
    "“We lost two cranes and a shed,” harbour master Ilse Brandt told reporters. “Nobody was hurt.”",
    "The fire brigade sent forty people and three boats, and stayed on the quay until the morning.",
)


def page(head: str = "", body: str | None = None, *, lang: str = ' lang="en-GB"') -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    main = f"<article><h1>Two cranes lost</h1>{text}</article>" if body is None else body
    return (
        f"<!DOCTYPE html><html{lang}><head>{head}</head><body><nav><a href='/'>Home</a>"
        f"</nav>{main}<footer><p>All rights reserved by the publisher</p></footer></body></html>"
    )


def json_ld(value: Any) -> str:
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


def meta(**names: str) -> str:
    return "".join(f'<meta property="{name.replace("_", ":", 1)}" content="{value}">' for name, value in names.items())


def read(written: str) -> Document:
    (found,) = read_html(written, "a.html")
    assert isinstance(found, Document)
    return found


def test_the_text_is_the_paragraphs_with_a_blank_line_between_them() -> None:
    found = read(page("<title>Two cranes lost | The Quay</title>"))
    assert found.text == "\n\n".join(PARAGRAPHS)
    assert (found.title, found.language) == ("Two cranes lost", "en")
    assert (found.publisher, found.author, found.published, found.url, found.canonical, found.credited) == (
        None, None, None, None, None, (),
    )  # fmt: skip


def test_json_ld_tells_the_metadata() -> None:
    article = {
        "@context": "https://schema.org",
        "@type": ["ReportageNewsArticle"],
        "headline": "Two cranes lost &amp; a shed",
        "datePublished": "2025-03-04T23:10:00+01:00",
        "author": [{"@type": "Person", "name": "Ann  Lee"}, {"@type": "Person", "name": "Bo Poe"}],
        "publisher": {"@type": "NewsMediaOrganization", "name": "The Quay"},
        "mainEntityOfPage": {"@type": "WebPage", "@id": "https://quay.example/cranes"},
    }
    found = read(page(json_ld(article) + meta(og_title="Another title", og_site_name="quay.example")))
    assert (found.title, found.author, found.publisher) == ("Two cranes lost & a shed", "Ann Lee, Bo Poe", "The Quay")
    assert (found.published, found.url) == ("2025-03-04T23:10:00+01:00", "https://quay.example/cranes")


def test_json_ld_may_be_a_graph_with_references_a_list_or_have_line_breaks_in_its_words() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "name": "Some site"},
            {
                "@type": "NewsArticle",
                "headline": "Two cranes",
                "publisher": {"@id": "#quay"},
                "author": {"@id": "#lee"},
            },
            {"@type": "Organization", "@id": "#quay", "name": "The Quay"},
            {"@type": "Person", "@id": "#lee", "name": "Ann Lee"},
        ]
    }
    found = read(page(json_ld(graph)))
    assert (found.publisher, found.author, found.title) == ("The Quay", "Ann Lee", "Two cranes")
    assert read(page(json_ld([{"@type": "NewsArticle", "author": "Ann Lee"}]))).author == "Ann Lee"
    assert read(page(json_ld('{"@type": "NewsArticle", "headline": "Two\ncranes"}'))).title == "Two cranes"
    assert read(page(json_ld('<!--{"@type": "BlogPosting", "author": "Ann Lee"}-->'))).author == "Ann Lee"


@pytest.mark.parametrize(
    "value",
    [
        "{broken",
        "17",
        "null",
        "[" * 5000,
        [],
        {"@type": "NewsArticle", "headline": 5, "author": [[7]], "publisher": {"name": {}}},
    ],
)
def test_broken_json_ld_tells_nothing(value: Any) -> None:
    found = read(page(json_ld(value)))
    assert (found.title, found.author, found.publisher) == ("Two cranes lost", None, None)


def test_meta_tags_tell_what_json_ld_does_not() -> None:
    head = meta(og_title="Two cranes", og_site_name="The Quay", article_published__time="x").replace("__", "_")
    head = head.replace('content="x"', 'content="2025-03-04T22:10:00Z"') + '<meta name="author" content="Ann Lee">'
    found = read(page(head))
    assert (found.title, found.publisher, found.author) == ("Two cranes", "The Quay", "Ann Lee")
    assert found.published == "2025-03-04T22:10:00Z"


def test_an_author_that_is_an_address_is_none() -> None:
    assert read(page(meta(article_author="https://social.example/quay"))).author is None


def test_one_time_in_the_article_is_the_date_and_two_are_none() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    one = '<time datetime="2025-03-04">4 March</time>'
    assert read(page(body=f"<article>{one}{text}</article>")).published == "2025-03-04"
    two = one + one.replace("04", "05")
    assert read(page(body=f"<article>{two}{text}</article>")).published is None
    told = two.replace("<time", '<time class="entry-date published"', 1)
    assert read(page(body=f"<article>{told}{text}</article>")).published == "2025-03-04"


def test_a_table_keeps_its_rows_and_a_layout_gives_its_cells() -> None:
    rows = "<tr><th>Year</th><th>Fires</th></tr><tr><td>2023</td><td>14</td></tr>"
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    found = read(page(body=f"<article>{text}<table>{rows}</table></article>"))
    assert found.text.split("\n\n")[-2:] == ["Year | Fires", "2023 | 14"]
    layout = f"<table><tr><td>{PARAGRAPHS[0]}</td><td>{PARAGRAPHS[1]}</td></tr></table>"
    assert read(page(body=layout)).text.endswith("\n\n".join(PARAGRAPHS[:2]))


def test_a_canonical_address_elsewhere_is_kept_beside_the_own_one() -> None:
    link = '<link rel="canonical" href="https://www.wire.example/a/1?x=1">'
    found = read(page(link + meta(og_url="https://quay.example/wire/1")))
    assert (found.url, found.canonical) == ("https://quay.example/wire/1", "https://www.wire.example/a/1?x=1")
    alone = read(page(link))
    assert (alone.url, alone.canonical) == ("https://www.wire.example/a/1?x=1", None)
    same = read(page(link + meta(og_url="http://wire.example/a/1/")))
    assert (same.url, same.canonical) == ("http://wire.example/a/1/", None)


def test_where_a_page_was_saved_from_is_its_address() -> None:
    written = page('<link rel="canonical" href="https://wire.example/a">')
    found = read(written.replace("<html", "<!-- saved from url=(0027)https://quay.example/wire/1 --><html", 1))
    assert (found.url, found.canonical) == ("https://quay.example/wire/1", "https://wire.example/a")


def test_those_whom_the_metadata_credits_are_kept_without_the_page_itself() -> None:
    article = {
        "@type": "NewsArticle",
        "publisher": {"name": "The Quay"},
        "url": "https://quay.example/a",
        "provider": {"name": "The Quay"},
        "sourceOrganization": {"name": "North Wire"},
        "isBasedOn": [
            "https://www.coast.example/b",
            "https://quay.example/older",
            {"publisher": {"name": "Harbour Times"}},
        ],
    }
    head = json_ld(article) + '<meta name="original-source" content="https://press.example/c">'
    assert read(page(head)).credited == ("North Wire", "Harbour Times", "press.example", "coast.example")


def test_the_language_of_the_page_is_its_own_word_or_detected() -> None:
    assert read(page(lang=' lang="de-AT"')).language == "de"
    assert read(page(meta(og_locale="fr_FR"), lang="")).language == "fr"
    assert (
        read(
            page(body="<article>" + "".join(f"<p>{one}</p>" for one in PARAGRAPHS * 3) + "</article>", lang="")
        ).language
        == "en"
    )


@pytest.mark.parametrize(
    "written",
    [
        "",
        "<html></html>",
        "<html><body></body></html>",
        "<html><head><title>Only a title</title></head></html>",
        "no page at all",
        "<" * 1000,
        "<div>" * 20_000,
        "<html><body>" + "<table><tr><td>" * 500,
        "\0" * 3,
    ],
)
def test_a_page_without_a_text_is_rejected(written: str) -> None:
    (found,) = read_html(written, "a.html")
    assert isinstance(found, Reject)
    assert found.reason in ("no_main_text", "too_short")


def test_a_page_that_names_its_encoding_in_an_xml_declaration_is_read() -> None:
    assert read('<?xml version="1.0" encoding="utf-8"?>' + page()).text == "\n\n".join(PARAGRAPHS)


def test_comments_of_readers_are_no_part_of_the_text() -> None:
    comments = '<div id="comments"><p>I was there and saw nothing of the kind, not one crane.</p></div>'
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert "not one crane" not in read(page(body=f"<article>{text}</article>{comments}")).text


@given(st.data())
def test_any_page_is_read_or_rejected(data: st.DataObject) -> None:
    whole = page(
        json_ld(
            {
                "@graph": [
                    {"@type": "NewsArticle", "url": "https://quay.example", "publisher": {"@id": "#a"}, "author": [{}]}
                ]
            }
        )
        + '<link rel="canonical" href="https://[wire.example/a">'
    )
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    broken = (
        whole[:start]
        + data.draw(st.text(alphabet=st.sampled_from("<>/\"'!-[]{}:& a=\0\ufeffé"), max_size=20))
        + whole[end:]
    )
    assert (
        len([one for one in read_html(broken, "a.html") if isinstance(one, Document) or one.reason != "bad_date"]) == 1
    )


def test_a_page_for_telephones_is_the_page_it_stands_for() -> None:
    written = page('<link rel="canonical" href="https://quay.example/fire">').replace("<html", "<html amp", 1)
    assert "<html amp" in written
    (found,) = read_html(written, "x", url="https://quay-example.cdn.ampproject.org/c/s/quay.example/fire/amp")
    assert isinstance(found, Document)
    assert (found.url, found.canonical) == ("https://quay.example/fire", None)


@pytest.mark.parametrize(
    ("kept", "behind"),
    [
        ("https://quay-example.cdn.ampproject.org/c/s/quay.example/a?b=1", "https://quay.example/a?b=1"),
        ("https://quay-example.cdn.ampproject.org/v/quay.example/a", "http://quay.example/a"),
        ("https://www.google.co.uk/amp/s/quay.example/a", "https://quay.example/a"),
        ("https://quay.example/amp/s/wire.example/a", "https://quay.example/amp/s/wire.example/a"),
    ],
)
def test_the_address_behind_a_cache_is_the_address(kept: str, behind: str) -> None:
    (found,) = read_html(page(""), "x", url=kept)
    assert isinstance(found, Document)
    assert found.url == behind


def test_an_address_for_telephones_stands_where_no_other_is_named() -> None:
    link = '<link rel="amphtml" href="https://quay.example/fire/amp">'
    assert read(page(link)).url == "https://quay.example/fire/amp"
    assert read(page(link + meta(og_url="https://quay.example/fire"))).url == "https://quay.example/fire"
