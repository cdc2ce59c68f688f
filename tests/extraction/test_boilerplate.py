"""What is not the report: lines that are marked, and lines of reports that resemble them and are not."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.extraction.boilerplate.find import find_boilerplate
from twosource.spans import Span

HEADLINE = "Harbour bridge shuts after ferry strikes pier"
STORY = [
    "The harbour bridge was shut on Tuesday after a ferry struck one of its piers, officials said.",
    "“Nobody was hurt,” said Ada Stone, who runs the harbour office. “We were lucky.”",
    "The ferry, which carries 300 people a day, will be towed to the yard at Norrby for repairs.",
    "It was the third such accident in two years, according to the coast guard.",
    "The bridge is to open again on Friday, once divers have looked at the pier.",
]


def page(line: str, where: str) -> str:
    """The story with the line at the top (under the headline), in the middle or at the end."""
    at = {"top": 0, "middle": 3, "end": len(STORY)}[where]
    return "\n\n".join([HEADLINE, *STORY[:at], line, *STORY[at:]])


def marked(text: str) -> list[str]:
    return [line.strip() for span in find_boilerplate(text) for line in span.of(text).splitlines() if line.strip()]


GALLERY = " ".join(
    f"Photos: A ferry strikes a pier People in Norrby look at the broken railing of the bridge. Hide Caption {n} of 12"
    for n in range(1, 9)
)
NOT_THE_REPORT = [
    ("top", GALLERY),
    # reading times, counters, times of posting
    ("top", "5 min read"), ("top", "Reading time: 4 minutes"), ("top", "Read about: 7 min."), ("top", "3-minute read"),
    ("top", "2 months ago"), ("top", "Posted 3 hours ago"), ("top", "Updated: Jan. 9, 2025 at 10:33 AM EST"),
    ("top", "Thursday, 9 January 2025 10:33 GMT"), ("top", "First published at 08:15 on 9 January 2025"),
    ("middle", "Image 3 of 12"), ("middle", "01:47"), ("end", "14 comments"), ("end", "1.2K shares"),
    # sharing and buttons
    ("top", "Share"), ("top", "Share on Facebook Share on Twitter"), ("top", "Facebook Twitter WhatsApp Email"),
    ("top", "The link was copied"), ("top", "Print this article"), ("top", "Copy link"),
    ("top", "Listen to this article"),
    ("middle", "Advertisement"), ("middle", "ADVERTISEMENT"), ("middle", "Story continues below"),
    ("middle", "Article continues after advertisement"), ("end", "Load More Posts"), ("end", "Back to top"),
    # bylines, sections
    ("top", "By Ada Stone"), ("top", "By Ada Stone and Ben Hill, Harbour Gazette"),
    ("top", "BY ADA STONE Staff Writer"),
    ("top", "Ada Stone, Associated Press"), ("top", "World"), ("top", "News | Politics"), ("top", "Featured"),
    ("top", "Reuters"), ("end", "Reporting by Ada Stone in Norrby; editing by Ben Hill"),
    ("end", "Ada Stone and Ben Hill contributed to this report."), ("end", "Additional reporting by Carl Moss."),
    # captions and credits
    ("top", "Divers look at the pier under the bridge in Norrby, Tuesday, Jan. 7, 2025."),
    ("top", "The ferry is seen beside the pier in Norrby on January 7, 2025."),
    ("top", "The ferry lies beside the pier after the accident in Norrby. (AP Photo/Ada Stone)"),
    ("middle", "Crowds stand along the quay to see the ferry towed away. (Ben Hill/Reuters)"),
    ("middle", "A tug pulls the ferry away from the pier. Photograph: Ada Stone/AFP"),
    ("middle", "The damaged pier. Ben Hill / Harbour Times via Getty Images"),
    ("middle", "Photo: Ada Stone"), ("middle", "(Image: Getty Images)"), ("middle", "Ada Stone/Harbour Gazette"),
    ("middle", "FILE PHOTO: The ferry leaves Norrby in fog in 2019."), ("middle", "Getty Images"),
    ("middle", "FILE - In this May 3, 2019, file photo, the ferry leaves Norrby in fog."),
    ("middle", "Image caption The ferry before it was repaired"), ("middle", "Credit: Norrby Harbour Office"),
    # links to other articles
    ("middle", "Read more: Ferry company fined over rusty hulls"),
    ("middle", "RELATED: Who owns the ferries of Norrby?"),
    ("middle", "See also: A short history of the bridge"), ("middle", "WATCH: Ferry towed to the yard"),
    ("middle", "Ferry company fined over rusty hulls Read more"), ("end", "Source link"), ("end", "Related Posts"),
    # requests
    ("middle", "Sign up for our daily newsletter to get the news first."), ("end", "Subscribe to our newsletter"),
    ("end", "Follow us on Facebook and Twitter for more."), ("end", "Follow @AdaStone on Twitter."),
    ("end", "Download our app for alerts as they happen."), ("end", "Got a tip? Email us at tips@gazette.example."),
    ("end", "Contact the reporter at ada.stone@gazette.example."), ("end", "ada.stone@gazette.example"),
    ("end", "Have your say in the comments below"), ("end", "Leave a comment"), ("end", "Comments"),
    ("end", "Join the conversation"), ("end", "Become a member today and support our journalism."),
    # notices
    ("end", "All rights reserved."), ("end", "© 2025 Harbour Gazette"), ("end", "Copyright 2025 Harbour Gazette Ltd."),
    ("end", "This material may not be published, broadcast, rewritten or redistributed."),
    ("end", "No part of this site may be reproduced without the written permission of the publisher."),
    ("end", "This story has been updated."), ("end", "This article was originally published in the Harbour Gazette."),
    ("end", "This is a developing story. Check back for updates."),
    ("end", "We use cookies to improve your visit."), ("end", "By signing up you agree to our terms of service."),
    ("end", "Tags: bridge, ferry, Norrby"), ("end", "You can unsubscribe at any time."),
    ("middle", "window.dataLayer = window.dataLayer || [];"), ("middle", "* * *"),
]  # fmt: skip

REPORT = [
    # near to captions
    "The council meets in Norrby on January 9, 2025.",
    "The new law takes effect on January 9, 2025.",
    "Prices rise in Norrby on 1 February 2025.",
    "The divers stood on the pier in Norrby on January 7, 2025.",
    "He signed the contract in Norrby on Thursday, Jan. 9, 2025.",
    "The film shows the ferry in the fog, the court was told in Norrby on January 7, 2025.",
    "“We hold the line in Norrby,” the mayor said on January 7, 2025.",
    "Photo evidence shows that the pier had cracks before the ferry struck it.",
    "A photo by a passenger helped the police to find the captain.",
    "Image analysis by the coast guard put the ferry at the wrong pier.",
    "Pictured with the mayor in May, the captain denied any wrong.",
    "The tug was 12 minutes late, Reuters reported.",
    "The news reached the crew via Reuters.",
    "Photos by Ada Stone show the pier before the accident.",
    "Officials blamed the fog (there had been a warning that night).",
    "The pier was built by two firms (Stone and Hill).",
    "The owner, who also runs the Norrby Times, did not answer.",
    # near to bylines and sign-offs
    "By Friday, the bridge had opened again.",
    "By noon the ferry had been towed away.",
    "By the end of the day nobody was left on the quay.",
    "By Norrby standards, the storm was weak.",
    "Heavy fog contributed to the accident, the report says.",
    "Two firms contributed to this fund, which pays the divers.",
    "Reporting the accident took the crew an hour.",
    "Editing by the ministry removed the warning from the report.",
    "Associated Press reporters saw the ferry lie beside the pier.",
    # near to links and labels
    "Read together, the two reports tell of the same crack.",
    "Related to this is the case of the second ferry.",
    "Watch keepers on the bridge had seen the ferry turn.",
    "See what happened next, the lawyer told the court.",
    "More than 300 people were on the quay.",
    "Most popular with visitors is the old lighthouse, which stayed open.",
    "Latest news from the yard gave the owners hope.",
    "Live wires hung over the quay for an hour.",
    "Home owners near the bridge were told to leave.",
    "Search parties went out at dawn and found nothing.",
    "World leaders sent their regards to the crew.",
    "Politics had no part in it, the mayor said.",
    "Business is slow since the bridge was shut.",
    "Next week the divers will look again.",
    "Comments by the mayor angered the crew.",
    "The video was shared 300 times before it was taken down.",
    "Follow-up checks found two more cracks.",
    "Tags on the hull showed that it had been checked in May.",
    # near to requests
    "Follow the money, the lawyer told the jury.",
    "Support for the ferry company fell by half in a year.",
    "Register offices in Norrby were shut for the day.",
    "Donations for the crew reached 20,000 euros.",
    "Download speeds at the harbour fell after the cable broke.",
    "Users can sign up for alerts on the harbour office's page, it said.",
    "She signed up for the newsletter of the ferry company in May.",
    "The company told customers on Facebook and Twitter that no ferry would sail.",
    "Anyone with information is asked to call the coast guard on 555-0100.",
    "Contact with the ferry was lost at 6 a.m.",
    "Please do not go near the quay, the police said on Twitter.",
    "“Subscribe to our newsletter” was all that the page of the company showed.",
    # near to notices
    "Copyright law was changed in 1998, after a case of the same kind.",
    "The court held that all rights of the company end in May.",
    "The company changed its privacy policy after the accident.",
    "Cookies and tea were handed out to the passengers.",
    "The story was first told by a passenger.",
    "The report was published on Tuesday by the coast guard.",
    "This report was at odds with what the captain told the police.",
    "The use of the quay is prohibited without a permit.",
    "The site was built in 1970 and is run by the state.",
    "An earlier version of this article gave a wrong name for the ferry.",
    # short, and dates and numbers
    "Five minutes later the pier gave way.",
    "Two months ago the same ferry ran aground.",
    "About 300 people were made homeless in the lower valley between October 2021 and 3 March 2022",
    "The houses of a farmer, Andr’©d’©, were looted in the lower valley and ten people were led away.",
    "9 January was the day on which the pier was to be mended.",
    "Nobody was hurt.",
    "Why?",
    "The bridge, then.",
    "What comes next",
    "1. The captain turned too late.",
]


@pytest.mark.parametrize(("where", "line"), NOT_THE_REPORT)
def test_lines_that_are_not_the_report(where: str, line: str) -> None:
    assert marked(page(line, where)) == [line]


@pytest.mark.parametrize("where", ["top", "middle", "end"])
@pytest.mark.parametrize("line", REPORT)
def test_lines_of_reports_stay(where: str, line: str) -> None:
    assert marked(page(line, where)) == []


def test_an_indented_line_between_paragraphs_that_tells_what_a_picture_shows_is_a_caption() -> None:
    line = "The council holds a meeting on ferries in Norrby on January 9, 2025."
    assert marked(page(line, "top")) == []
    assert marked(page("    " + line, "top")) == [line]


def test_titles_under_a_heading_are_links_until_the_next_sentence() -> None:
    links = ["Ferry company fined over rusty hulls", "Who owns the ferries of Norrby", "Fog shuts the harbour again"]
    text = "\n".join([HEADLINE, *STORY, "Related Posts", *links, "The yard has not said when it will be done."])
    assert marked(text) == ["Related Posts", *links]


@pytest.mark.parametrize("line", ["Security", "War", "9 January 2025", "Thursday, January 9, 2025"])
def test_headings_inside_the_report_stay(line: str) -> None:
    assert marked(page(line, "middle")) == marked(page(line, "end")) == []
    assert marked(page(line, "top")) == [line]


def test_a_menu_before_the_first_sentence() -> None:
    menu = ["Gazette", "Harbour", "Ships and yards", "Weather", "Tides", "Archive"]
    assert marked("\n".join([*menu, *STORY])) == menu
    assert marked("\n".join([*menu[:3], *STORY])) == []


def test_the_headline_a_second_time() -> None:
    text = "\n".join([HEADLINE, "World", HEADLINE, *STORY])
    found = find_boilerplate(text, title=HEADLINE)
    assert [span.of(text) for span in found] == [f"World\n{HEADLINE}"]


def test_a_name_over_its_agency() -> None:
    assert marked("\n".join([HEADLINE, "ADA STONE", "The Associated Press", *STORY])) == [
        "ADA STONE",
        "The Associated Press",
    ]


def test_lines_of_a_text_wrapped_by_width_are_no_lines_of_their_own() -> None:
    text = """The harbour bridge was shut after a ferry struck one of its piers, said
Reuters.
   The company, which was bought in a deal that was arranged last year
by Stone Capital and Hill, did not say when the ferry would be repaired
and the board will meet again on the first Tuesday after the holidays of
January 2025.
   It was the third such accident in two years, and the largest so far in
Norrby.
"""
    assert marked(text) == []


def test_lines_that_follow_each_other_make_one_span() -> None:
    text = "\n\n".join([*STORY, "Comments", "All rights reserved."])
    (span,) = find_boilerplate(text)
    assert span.of(text) == "Comments\n\nAll rights reserved."


LINES = [*(line for _, line in NOT_THE_REPORT), *REPORT, *STORY, HEADLINE, "", "   ", "–", "½", "a" * 700]


@given(st.lists(st.sampled_from(LINES), max_size=30).map("\n".join) | st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_spans_cover_whole_lines_in_order(text: str) -> None:
    found = find_boilerplate(text, title=HEADLINE)
    assert found == sorted(found) and all(isinstance(span, Span) and span.start < span.end for span in found)
    for one, two in pairwise(found):
        assert not text[one.end : two.start].isspace()
    for span in found:
        before, after = (
            re.split(r"[\n\r\u2028\u2029]", text[: span.start])[-1],
            re.split(r"[\n\r\u2028\u2029]", text[span.end :])[0],
        )
        assert not before.strip() and not after.strip()


@pytest.mark.parametrize(
    "text", ["", "\0", "\n" * 50, "Share", "By " + "A-" * 60, "(" * 500, "content reproduction " * 18]
)
def test_hostile_text_raises_nothing(text: str) -> None:
    find_boilerplate(text)
