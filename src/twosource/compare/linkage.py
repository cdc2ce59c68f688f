"""Groups from pairs, by complete linkage: all members of a group are tied to one another, so that no chain forms."""

from collections.abc import Iterable, Mapping


def complete_linkage(count: int, ties: Mapping[tuple[int, int], float], strong: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Join items `0..count-1` along the `strong` ties, heaviest first, where every pair across has some tie.

    `ties` maps pairs `(low, high)` to weights; a pair that is absent must stay apart. Groups are sorted, and come in the
    order of their first items.
    """
    group_of = list(range(count))
    members: dict[int, list[int]] = {item: [item] for item in range(count)}
    for low, high in sorted(strong, key=lambda pair: (-ties[pair], pair)):
        one, other = group_of[low], group_of[high]
        if one == other:
            continue
        if all((min(x, y), max(x, y)) in ties for x in members[one] for y in members[other]):
            small, large = sorted((one, other), key=lambda group: (len(members[group]), group))
            for item in members[small]:
                group_of[item] = large
            members[large] += members.pop(small)
    return sorted(sorted(group) for group in members.values())
