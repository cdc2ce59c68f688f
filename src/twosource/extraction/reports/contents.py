"""The extent of what is said: each site of a sentence with its content, the outermost reports only."""

from twosource.extraction.reports.carriers import TELLING, carriers
from twosource.extraction.reports.extents import extent, quote_after_colon
from twosource.extraction.reports.find import find_sites
from twosource.extraction.reports.labels import outlet_label
from twosource.extraction.reports.passing import (
    cut_before,
    each_speaker,
    opens_inside,
    pass_on,
    pass_to_cited,
    pass_to_inner,
    passes_on,
    tells_words,
)
from twosource.extraction.reports.relays import CITING, is_relay
from twosource.extraction.reports.report import Attribution, trimmed
from twosource.extraction.reports.sites import Site
from twosource.extraction.sentences.nouns import has_finite
from twosource.extraction.sentences.skeleton import Sentence


def attributions(s: Sentence) -> list[Attribution]:
    """The outermost reports of one sentence, in order of their cues; those passed on go to whom they come from."""
    sites = find_sites(s)
    if not sites:
        return []
    reading = _Reading(s, *_outermost(s, sites))
    for number, site in enumerate(reading.sites):
        reading.take(number, site)
    found = reading.found
    if found and not found[0].via and s.low[0] in CITING:
        pass_to_cited(s, found[0], 1)
    return found


class _Reading:
    """Reads the sites of a sentence in order.

    `reached` is the token up to which reports claim the sentence, `passed` the one up to which a relay cites,
    `opened` the one at which the content of the last report begins.
    """

    def __init__(self, s: Sentence, sites: list[Site], relayed: dict[Site, Site]) -> None:
        self.s, self.sites, self.relayed = s, sites, relayed
        self.found: list[Attribution] = []
        self.reached = self.passed = 0
        self.opened = -2
        self.plain = TELLING.isdisjoint(s.low)  # no word with which names of those who carried a report are told

    def take(self, number: int, site: Site) -> None:
        """Adds the report of a site, or gives the last one to those whom it cites or reports."""
        if self.found and (self._cites(site) or self._is_inside(site)):
            return
        if self.found and self._closes(site):
            closing = each_speaker(self.s, site)
            self.found[-1].via += [span for span in closing if span not in self.found[-1].via]
            return
        made = extent(self.s, site, self.sites[number + 1 :], self.reached) if site.cue[0] >= self.passed else None
        if made is None:
            return
        attribution, stop = made
        self._pass_on(attribution, site, stop)
        self.found.append(attribution)
        self.opened = site.right if site.right is not None else -2
        self.reached = max(self.reached, stop)

    def _cites(self, site: Site) -> bool:
        """Whether the site only cites whom the last report is from."""
        if site.lemma not in ("cite", "quote") or not site.shared or site.cue[0] < self.passed:
            return False
        end = pass_to_cited(self.s, self.found[-1], site.cue[1])
        if end:
            cut_before(self.s, self.found[-1], site)
            self.reached = self.passed = max(self.reached, end)
        return end > 0

    def _is_inside(self, site: Site) -> bool:
        """Whether the site lies in what the last report tells; the words are the inner speaker's where they are passed on."""
        if site.cue[0] >= self.reached:
            return False
        if opens_inside(self.s, self.opened, site.begin) and pass_to_inner(self.s, self.found[-1], site, self.reached):
            self.opened = -2
        return True

    def _closes(self, site: Site) -> bool:
        """Whether an outlet says behind a report that it passed it on: "“…,” Moen told the Echo, Reuters reported"."""
        last = self.found[-1].site
        if site.left is None or last is None or last.left is None or not passes_on(self.s, site):
            return False
        return last.end >= site.left or not has_finite(self.s, last.end, site.left)

    def _pass_on(self, a: Attribution, site: Site, stop: int) -> None:
        s = self.s
        if outer := self.relayed.get(site):
            if is_relay(s, site):  # "Reuters reported that C, according to Moen"
                a.via += each_speaker(s, site)
                a.site, a.speaker, a.cue, a.rule = outer, s.of(*(outer.speaker or (0, 1))), s.of(*outer.cue), outer.rule
            else:
                a.via += each_speaker(s, outer)
            if (site.right or 0) < (outer.left or 0):
                a.pieces = [trimmed(s, site.right or 0, min(stop, outer.left or 0))]
        else:
            self.passed = pass_on(s, a, site) or self.passed
        if s.paragraph == 0 and (label := outlet_label(s)):
            a.via.append(s.of(*label))
        if not self.plain and (carried := carriers(s, site)):
            a.via += sorted({s.of(*name) for name in carried} - {*a.via, a.speaker})


def _outermost(s: Sentence, sites: list[Site]) -> tuple[list[Site], dict[Site, Site]]:
    """Without the sites that lie in what a later one at the end of the sentence reports.

    Where that later one is an outlet ("Moen said C, Reuters reported") it is left out instead and passes the words on.
    """
    for number in range(len(sites) - 1, 0, -1):
        outer = sites[number]
        if outer.left is None or outer.shared:
            continue
        inner = [site for site in sites[:number] if site.left is None and site.cue[1] <= outer.left and not site.shared]
        inner = [site for site in inner if ";" not in s.low[site.cue[1] : outer.left]]
        if inner and quote_after_colon(s, outer):
            continue
        if inner and outer.speaker and tells_words(inner[0]):
            passing = is_relay(s, inner[0])
            told = passes_on(s, outer) if not passing else outer.lemma == "according to" and not is_relay(s, outer)
            if told:
                return [site for site in sites if site is not outer], {inner[0]: outer}
        return [site for site in sites if site not in inner], {}
    return sites, {}
