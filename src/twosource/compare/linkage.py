"""Groups from pairs, by complete linkage: no two members of a group may be ruled out, so that no chain forms."""

from collections.abc import Callable, Iterable


def complete_linkage(count: int, pairs: Iterable[tuple[int, int]], tied: Callable[[int, int], bool]) -> list[list[int]]:
    """Join items `0..count-1` along `pairs`, in their order, where every pair across the two groups is `tied`.

    Groups are sorted, and come in the order of their first items. `tied` is asked with the lower item first.
    """
    group_of = list(range(count))
    members: dict[int, list[int]] = {item: [item] for item in range(count)}
    for low, high in pairs:
        one, other = group_of[low], group_of[high]
        if one != other and all(tied(min(x, y), max(x, y)) for x in members[one] for y in members[other]):
            small, large = sorted((one, other), key=lambda group: (len(members[group]), group))
            for item in members[small]:
                group_of[item] = large
            members[large] += members.pop(small)
    return sorted(sorted(group) for group in members.values())
