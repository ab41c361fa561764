"""What she and a reader agreed on, as an intention of hers."""

from collections.abc import Collection
from datetime import date

from journal.domain.intentions import Intention, IntentionSource
from journal.domain.replies import Reply


def agreed_intention(reply: Reply, week: date, kinds: Collection[str]) -> Intention:
    """Return what was agreed as an intention for a week; what she records may tick it.

    Args:
        reply: Something agreed on.
        week: First day of the week.
        kinds: Codes of the moments there are; one that is none ticks nothing.
    """
    if reply.moment in kinds:
        return Intention(week, reply.words, IntentionSource.MOMENT, reply.moment)
    return Intention(week, reply.words)
