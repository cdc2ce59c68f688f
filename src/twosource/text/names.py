"""Names of persons and bodies, folded so that two forms of one name meet where that is safe."""

import re

_TITLES = frozenset(
    "mr mrs ms dr prof sir dame lord lady gen general col colonel maj major capt captain lt lieutenant sgt sergeant sen senator "
    "rep representative gov governor president minister mayor chief the a an acting former".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def normal_name(name: str) -> str:
    """A name without titles, articles and possessives, case-folded; empty where nothing is left."""
    folded = [re.sub(r"['’]s?$", "", word.casefold()) for word in _WORD.findall(name)]
    return " ".join(word for word in folded if word not in _TITLES)


def same_name(a: str, b: str) -> bool:
    """Whether two names may safely be taken for one: equal once folded, or one the last word of the other."""
    one, other = normal_name(a).split(), normal_name(b).split()
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and len(short[0]) > 2 and short[0] == long[-1])
