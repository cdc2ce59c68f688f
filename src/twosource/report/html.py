"""The report as one page that opens from disk: no network, no script but its own, every text shown as text."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from twosource.collector import collected_seldom
from twosource.ledger import Ledger
from twosource.report.data import page_data
from twosource.report.escape import data_block, exact, line, policy
from twosource.report.excerpts import Story
from twosource.report.findings import finding_lists
from twosource.report.lineage_chart import draw_lineage
from twosource.report.tables import claim_rows, claims_in_order, method, overview, report_groups, speaker_rows
from twosource.settings.report import CLAIM_ROWS


@collected_seldom()
def render(ledger: Ledger, *, title: str | None = None) -> str:
    """The page for a ledger, as HTML; without a title it takes the headline of the story's first report."""
    story = Story(ledger)
    style, script = page_file("report.css"), page_file("report.js")
    lineage, lineage_said = draw_lineage(story)
    claims = claims_in_order(story)
    speakers, more_speakers = speaker_rows(story)
    how = method(story)
    return page_template("report.html.j2").render(
        policy=policy(style, script),
        style=as_it_stands(style),
        script=as_it_stands(script),
        data=data_block(page_data(story)),
        overview=overview(story, title),
        labels=story.labels,
        trunks=story.trunks,
        lineage=lineage,
        lineage_said=lineage_said,
        findings=finding_lists(story),
        rows=claim_rows(story, claims[:CLAIM_ROWS]),
        claims=len(claims),
        speakers=speakers,
        more_speakers=more_speakers,
        groups=report_groups(story),
        method=how,
        settings=settings_rows(how.settings),
    )


@lru_cache(maxsize=1)
def settings_rows(settings: tuple[tuple[str, str, str], ...]) -> Any:
    """The rows of the table of settings: half of what a small page is filled with, and the same on every page."""
    return page_template("parts.html.j2").module.settings(settings)


@cache
def page_file(name: str) -> str:
    """The text of a template, a style or a script of this package."""
    return files("twosource").joinpath("report", "files", name).read_text(encoding="utf-8")


def as_it_stands(own: str) -> Any:
    """A style or script of this package as it stands; it must not hold the end of its own element."""
    from markupsafe import Markup

    if "</" in own:
        raise ValueError("a style or script that stands in a page must not hold `</`")
    return Markup(own)


@cache
def page_template(name: str) -> Any:
    """A template of a page; what is put into it shows as text."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(page_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: line(value) if type(value) is str else value,
    )
    environment.filters["exact"] = exact
    return environment.get_template(name)
