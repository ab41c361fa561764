"""The manner of a moment as the database works it out: one number instead of five columns."""

from typing import Any

from sqlalchemy import case

from journal.domain.manners import CHOICES
from journal.storage.tables import MomentRow


def manner_number() -> Any:  # noqa: ANN401  # an expression of whole numbers
    """Return the expression of `domain.manners.Manner.number` over a row of moments."""
    total: Any = 0
    worth = 1
    for name, choices in CHOICES.items():
        # What stands in the first place is worth nothing, whatever it is.
        worths = {_stored(choice): place * worth for place, choice in enumerate(choices) if place}
        total = total + case(worths, value=getattr(MomentRow, name), else_=0)
        worth *= len(choices)
    return total


def _stored(choice: Any) -> Any:  # noqa: ANN401  # a choice of any kind
    return choice if isinstance(choice, bool) else choice.value
