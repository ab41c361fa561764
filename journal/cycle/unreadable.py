"""When bleeding says nothing about cycles, because of what she said of those times.

Convention: spans start inclusive and end exclusive; one that goes on ends the day after `until`.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from journal.domain.contexts import Context, ContextKind
from journal.domain.ranges import DateRange, days_after

# STRAW+10 cannot stage by bleeding under hormones, after an operation on womb or ovaries, or in
# and after pregnancy (Harlow et al. 2012); time not recorded is hers to say. With polycystic
# ovaries or hypothalamic amenorrhoea menses are rare but mark cycles all the same.
UNREADABLE_KINDS: Final = frozenset(
    {
        ContextKind.HORMONAL_CONTRACEPTION,
        ContextKind.HORMONE_THERAPY,
        ContextKind.PREGNANCY,
        ContextKind.BREASTFEEDING,
        ContextKind.HYSTERECTOMY_OVARIES_KEPT,
        ContextKind.HYSTERECTOMY_OVARIES_REMOVED,
        ContextKind.OVARIES_REMOVED,
        ContextKind.ABLATION,
        ContextKind.CHEMOTHERAPY,
        ContextKind.MEDICAL_MENOPAUSE,
        ContextKind.NOT_RECORDED,
    }
)
# World Health Organization: the puerperium. Bleeding in it is no menses.
SIX_WEEKS_DAYS: Final = 42
# World Health Organization: from 22 weeks on a pregnancy ends with a birth. After an early loss
# the bleed that comes with it is counted from, as after any other.
BIRTH_FROM_DAYS: Final = 154


def unreadable_spans(contexts: Sequence[Context], until: date) -> list[DateRange]:
    """Return when bleeding says nothing about cycles, up to and with `until`, oldest first.

    The six weeks after a birth belong to the pregnancy. Contexts that overlap or touch make one
    span; what starts after `until` makes none.
    """
    return united_spans(with_six_weeks(contexts), UNREADABLE_KINDS, until)


def with_six_weeks(contexts: Sequence[Context]) -> list[Context]:
    """Return the contexts, a pregnancy that ended with a birth six weeks longer."""
    return [
        replace(context, end=days_after(context.end, SIX_WEEKS_DAYS))
        if context.kind is ContextKind.PREGNANCY
        and context.end is not None
        and (context.end - context.start).days >= BIRTH_FROM_DAYS
        else context
        for context in contexts
    ]


def united_spans(
    contexts: Sequence[Context], kinds: Collection[ContextKind], until: date
) -> list[DateRange]:
    """Return the time that contexts of these kinds cover up to and with `until`, oldest first."""
    after = days_after(until, 1)
    spans = sorted(
        DateRange(context.start, min(context.end or after, after))
        for context in contexts
        if context.kind in kinds and context.start <= until
    )
    united: list[DateRange] = []
    for span in spans:
        if united and span.start <= united[-1].end:
            united[-1] = DateRange(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united
