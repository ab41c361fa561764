"""What stays near: the entries she uses most, then those the catalogue offers first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from journal.domain.catalogues import Catalogue, Entry

INTIMATE_GROUP = "Intimate practices"


def times_used(counts: Iterable[tuple[date, str, int]]) -> Counter[str]:
    """Add up how often each kind was recorded."""
    used: Counter[str] = Counter()
    for _, kind, times in counts:
        used[kind] += times
    return used


def nearest(catalogue: Catalogue, used: Counter[str], how_many: int) -> list[Entry]:
    """Return the most used of the offered entries, then the first offered."""
    offered = {entry.code: entry for entry in catalogue.offered}
    often = [offered[code] for code, _ in used.most_common() if code in offered]
    rest = [entry for entry in offered.values() if entry.code not in used]
    return (often + rest)[:how_many]


def without_group(catalogue: Catalogue, group: str) -> Catalogue:
    """Return the catalogue without one group's offers; names of what was recorded stay known."""
    return Catalogue(
        {
            code: replace(entry, hidden=True) if entry.group == group else entry
            for code, entry in catalogue.entries.items()
        }
    )
