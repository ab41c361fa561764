"""The rules of what passes: day fields, contexts, stages, names, settings, by a grant.

Convention: a rule names what passes; whatever it does not name stays.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import Final

from journal.domain.account_rules import AccountRules
from journal.domain.catalogues import Catalogue, CatalogueName, shipped_catalogue
from journal.domain.contexts import Context, ContextKind
from journal.domain.grants import MomentsShown, Passes
from journal.domain.owner_settings import OwnerSettings
from journal.domain.ranges import DateRange
from journal.domain.stages import StageDeclaration

BODY_FIELDS: Final = (
    *("bleeding", "not_my_period", "lh_test"),
    *("temperature_c", "temperature_disturbed", "mucus"),
)
CLOSENESS_FIELDS: Final = ("touch", "partner")
# Without these the same bleeding would be read as something it is not.
CHANGES_READING: Final = frozenset(ContextKind) - {ContextKind.TIME_APART, ContextKind.EVENT}


def passing_fields(passes: Passes) -> frozenset[str]:
    """Return the plain fields of a day that pass; a note is none of them."""
    fields = set(passes.ratings)
    if "sleep_quality" in fields:
        fields.add("sleep_hours")
    if passes.cycle:
        fields.update(BODY_FIELDS)
    if passes.moments is MomentsShown.IN_DETAIL:
        fields.update(CLOSENESS_FIELDS)
    return frozenset(fields)


def overlap(range_: DateRange | None, span: DateRange) -> DateRange:
    """Return the dates both spans hold; all of `span` where no other is named."""
    if range_ is None:
        return span
    start = max(range_.start, span.start)
    return DateRange(start, max(start, min(range_.end, span.end)))


def passing_contexts(contexts: Iterable[Context], passes: Passes, span: DateRange) -> list[Context]:
    """Return the contexts that pass, with their own dates, and names only where those pass.

    A context that touches the dates keeps its first and last day: cut to the dates, it would say
    that something began which had long been there.
    """
    return [
        replace(context, id="", name=context.name if passes.contexts else None)
        for context in contexts
        if passes.contexts or (passes.cycle and context.kind in CHANGES_READING)
        if span and context.start < span.end and (context.end is None or context.end > span.start)
    ]


def passing_stages(stages: Sequence[StageDeclaration], span: DateRange) -> list[StageDeclaration]:
    """Return the stage that holds on the first date, and those declared within the dates."""
    if not span:
        return []
    known = [stage for stage in stages if stage.date < span.end]
    before = [stage for stage in known if stage.date <= span.start]
    return [*before[-1:], *(stage for stage in known if stage.date > span.start)]


def passing_names(kept: Catalogue, name: CatalogueName, used: Collection[str]) -> Catalogue:
    """Return a catalogue as it is shipped, with her names for what passes and for nothing else."""
    shipped = shipped_catalogue(name)
    hers = [
        replace(entry, hidden=False)
        for code, entry in kept.entries.items()
        if code in used and entry != shipped.entries.get(code)
    ]
    return shipped.with_own(hers)


def passing_settings(
    settings: OwnerSettings, passes: Passes, kinds: Collection[str]
) -> OwnerSettings:
    """Return what has to be known of her to lay out what passes, and nothing else.

    Args:
        settings: Hers.
        passes: What passes.
        kinds: Of the moments that pass.
    """
    known = OwnerSettings(
        welcomed=True,
        ratings=tuple(code for code in settings.ratings if code in passes.ratings),
        week_start=settings.week_start,
        offers=False,
        forecasts=False,
    )
    if passes.cycle:
        known = replace(known, situation=settings.situation, body_signs=settings.body_signs)
    if passes.moments is MomentsShown.IN_DETAIL:
        known = replace(
            known,
            account=_account(settings.account, kinds),
            leave_apart_out=settings.leave_apart_out,
        )
    return known


def _account(rules: AccountRules, kinds: Collection[str]) -> AccountRules:
    return replace(
        rules, weights={kind: weight for kind, weight in rules.weights.items() if kind in kinds}
    )
