"""What the owner removed from her record herself, told by its history of changes.

A thing is removed where the last act on it that stands cleared it, and an earlier act that stands
had set it. Taking an act back is no removal, and what an import brought that was undone since was
never there.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

DAY_ENTITY: Final = "day"
WHOLE: Final = ""  # the field of what is changed whole


@dataclass(frozen=True, slots=True)
class Removals:
    """What was removed.

    Attributes:
        keys: Entity, key and field of each, as a `FieldChange` of the history names them.
    """

    keys: Collection[tuple[str, str, str]] = frozenset()

    def has(self, entity: str, key: str) -> bool:
        """Tell whether a moment, a context or another thing that is changed whole was removed."""
        return (entity, key, WHOLE) in self.keys

    def has_field(self, day: date, name: str) -> bool:
        """Tell whether a field of a day was cleared."""
        return (DAY_ENTITY, day.isoformat(), name) in self.keys
