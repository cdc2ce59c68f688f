"""What became of those counted, by what follows the first thing said of them."""

from twosource.extraction.figures.subject_reach import SKIP, SUBJECT_REACH
from twosource.extraction.sentences.clause_words import listed, told_after
from twosource.extraction.sentences.wording import Hit, Words


def class_in_the_end(words: Words, verb: int, end: int) -> str | None:
    """What the words behind those counted make of an event: "shot four people TO DEATH", "sent five TO HOSPITAL".

    `verb` is where the event's words begin and `end` the word behind those counted; None where the event stays.
    """
    if words.folded[verb] in listed("hit") and words.folded[end : end + 2] == ["to", "death"]:
        return "killed"
    if words.folded[verb] not in listed("carrying"):
        return None
    for n in range(end, min(len(words), end + SUBJECT_REACH)):
        if words.folded[n] in listed("hospitals") and "to" in words.folded[max(end, n - 5) : n]:
            return "hospitalised"
        if words.folded[n] in listed("breaks"):
            return None
    return None


def died_of_it(words: Words, hit: Hit) -> Hit | None:
    """The death that ends what happened: "taken to hospital, where they later died", "were shot and killed"."""
    if words.folded[hit.end - 1] == "affected" and hit.end < len(words) and words.folded[hit.end] in ("and", "or"):
        return next(iter(told_after(words, hit.end + 1)), None)  # "affected and evacuated"
    if hit.class_ not in ("injured", "hospitalised"):
        return None
    told = words.folded[hit.end : hit.end + 3]
    if told[-1:] == ["fatally"] and told[:2] in ([",", "both"], [",", "all"]):  # "two men were stabbed, both fatally"
        return next(iter(told_after(words, hit.end + 2)), None)
    for n in range(hit.end, min(len(words), hit.end + SKIP)):
        if words.folded[n] in ("where", "and"):
            n += 1
            while n < len(words) and (words.folded[n] in listed("same_ones") or words.folded[n].endswith("ly")):
                n += 1
            deaths = (death for death in told_after(words, n) if death.class_ == "killed")
            return next(deaths, None)
        if words.folded[n] in listed("breaks"):
            return None
    return None


def since(words: Words, behind: int, hit: Hit) -> Hit | None:
    """What has become of them since: "two girls shot on Monday HAVE DIED", "four hikers who went missing WERE RESCUED"."""
    shortened = listed("predicates").isdisjoint(words.folded[behind : hit.first])
    if hit.class_ in _WORSE:
        shortened = hit.first == behind and words.folded[behind] in listed("hit")
    clause = shortened or words.folded[behind] in ("who", "that")
    ends = _WORSE.get(hit.class_) or _FATES.get(hit.class_)
    if not clause or ends is None:
        return None
    for n in range(hit.end, min(len(words) - 1, hit.end + SUBJECT_REACH)):
        word = words.folded[n]
        if word in ("have", "has", "had", "later", "since") or (word in ("were", "was") and hit.class_ in _FATES):
            at = n + 1
            while at < len(words) - 1 and words.folded[at] in ("since", "also", "now", "both", "later", "been"):
                at += 1
            found = next((later for later in told_after(words, at) if later.class_ in ends), None)
            if found or word != "since":
                return found
        elif word in listed("breaks") or word in (",", "who", "that", "which"):
            return None
    return None


# What may become of those to whom something happened first, where the verb of a sentence tells it.
_WORSE = {"injured": ("killed",), "hospitalised": ("killed",)}
_FATES = {"captured": ("rescued", "killed"), "missing": ("rescued", "killed"), "arrested": ("rescued", "charged")}
