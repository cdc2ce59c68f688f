"""Groups from pairs, by complete linkage: no two members of a group may be ruled out, so that no chain forms."""

from collections.abc import Callable, Iterable, Sequence


def complete_linkage(
    groups: Iterable[Sequence[int]], pairs: Iterable[tuple[int, int]], tied: Callable[[int, int], bool]
) -> list[list[int]]:
    """Join groups of items along `pairs`, in their order, where every pair across the two groups is `tied`.

    Groups are sorted, and come in the order of their first items. `tied` is asked with the lower item first.
    """
    members = {n: list(group) for n, group in enumerate(groups)}
    group_of = {item: n for n, group in members.items() for item in group}
    for low, high in pairs:
        one, other = group_of[low], group_of[high]
        if one != other and all(tied(min(x, y), max(x, y)) for x in members[one] for y in members[other]):
            small, large = sorted((one, other), key=lambda group: (len(members[group]), group))
            for item in members[small]:
                group_of[item] = large
            members[large] += members.pop(small)
    return sorted(sorted(group) for group in members.values())
