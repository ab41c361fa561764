"""Every chart of the journal that can be taken along, by a key that stays.

Nothing is worked out by listing them: a chart is built when it is asked for, and says itself what
is missing where it cannot be drawn. Charts of two things she compares, and of one sign, are taken
from their own page, where she chooses what they are of.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final, TypeAlias, TypeVar

from journal.analysis.spans import rating_name
from journal.charts.chart import Chart
from journal.exchange.bundle import other_charts, rating_charts
from journal.exchange.bundle.source import ChartSource

T = TypeVar("T")
Build: TypeAlias = Callable[[ChartSource], tuple[Chart, ...]]
Ratings: TypeAlias = tuple[str, ...]
# What is built for some ratings; beside it the rating it is of, where it is of one.
Drawn: TypeAlias = Callable[[Ratings], Iterable[tuple[str | None, Build]]]


class ChartGroup(StrEnum):
    """What charts are about; the value is its name."""

    OVER_TIME = "Over time"
    OVER_THE_CYCLE = "Over the cycle"
    CYCLE = "Cycle and stage"
    CONNECTION = "Connection"
    PATTERNS = "Patterns"


@dataclass(frozen=True, slots=True)
class ChartKind:
    """Something that can be drawn: one thing, or the same of each rating she wants.

    Attributes:
        key: Stable.
        drawn: What is built for the ratings she wants.
    """

    key: str
    name: str
    group: ChartGroup
    drawn: Drawn


@dataclass(frozen=True, slots=True)
class BundleChart:
    """One entry of a bundle.

    Attributes:
        key: Stable; unique in the list.
        name: What she chose, in words.
        build: Works it out: one chart or several, each of which may be empty and then says why.
    """

    key: str
    name: str
    group: ChartGroup
    build: Build


def _once(build: Build) -> Drawn:
    """Draw something that is of no rating."""

    def drawn(_: Ratings) -> Iterable[tuple[str | None, Build]]:
        yield None, build

    return drawn


def _of_each(build: Callable[[ChartSource, str], tuple[Chart, ...]]) -> Drawn:
    """Draw the same of each rating."""

    def drawn(ratings: Ratings) -> Iterable[tuple[str | None, Build]]:
        for code in ratings:
            yield code, partial(_of, build, code)

    return drawn


def _of_all(build: Callable[[ChartSource, Ratings], tuple[Chart, ...]]) -> Drawn:
    """Draw all ratings in one chart."""

    def drawn(ratings: Ratings) -> Iterable[tuple[str | None, Build]]:
        if ratings:
            yield None, partial(_of, build, ratings)

    return drawn


def _of(
    build: Callable[[ChartSource, T], tuple[Chart, ...]], what: T, source: ChartSource
) -> tuple[Chart, ...]:
    return build(source, what)


def _kinds(group: ChartGroup, *listed: tuple[str, str, Drawn]) -> tuple[ChartKind, ...]:
    return tuple(ChartKind(key, name, group, drawn) for key, name, drawn in listed)


KINDS: Final = (
    *_kinds(
        ChartGroup.OVER_TIME,
        ("over-time", "Ratings together", _of_all(rating_charts.together_over_time)),
        ("over-time-alone", "Each rating by itself", _of_each(rating_charts.alone_over_time)),
        ("now-and-before", "Beside the time before", _once(other_charts.now_and_before)),
    ),
    *_kinds(
        ChartGroup.OVER_THE_CYCLE,
        ("by-cycle-day", "By cycle day", _of_each(rating_charts.over_cycles)),
        ("curve", "As a curve", _of_each(rating_charts.curve)),
        ("curve-round", "As a round curve", _of_each(rating_charts.round_curve)),
        ("by-phase", "By phase", _of_each(rating_charts.phases)),
        ("signs-often", "Signs, how often", _once(other_charts.signs_often)),
        ("signs-strong", "Signs, how strongly", _once(other_charts.signs_strong)),
    ),
    *_kinds(
        ChartGroup.CYCLE,
        ("wheel", "This cycle, round", _once(other_charts.wheel)),
        ("line", "This cycle, as a line", _once(other_charts.line)),
        ("lengths", "Cycle lengths", _once(other_charts.lengths)),
        ("stage-line", "Stage over the years", _once(other_charts.stage_line)),
        ("by-stage", "Ratings by stage", _of_each(rating_charts.stages)),
    ),
    *_kinds(
        ChartGroup.CONNECTION,
        ("account", "The account", _once(other_charts.account_line)),
        ("bids", "How bids are met", _once(other_charts.bids_over_time)),
        ("bids-by-group", "Bids by phase", _once(other_charts.bids_by_group)),
        ("starts", "Who starts", _once(other_charts.starts)),
        ("apart", "Time apart", _once(other_charts.time_apart)),
        ("felt", "What was felt", _once(other_charts.felt)),
    ),
    *_kinds(
        ChartGroup.PATTERNS,
        ("forest", "What goes with what", _once(other_charts.forest)),
        ("behind", other_charts.BEHIND_TITLE, _once(other_charts.behind_clearest)),
        ("before-after", "Before and after a change", _of_each(rating_charts.changes)),
    ),
)
USUAL_KINDS: Final = frozenset(
    {"over-time", "by-cycle-day", "lengths", "account", "bids", "forest"}
)


def bundle_charts(kinds: Collection[str], ratings: Sequence[str]) -> tuple[BundleChart, ...]:
    """List the charts of some kinds, in the order of the kinds; those of ratings, for each one.

    Args:
        kinds: Keys of kinds.
        ratings: Codes of the ratings that are drawn.
    """
    return tuple(
        BundleChart(
            kind.key if code is None else f"{kind.key}.{code}",
            kind.name if code is None else f"{kind.name}: {rating_name(code)}",
            kind.group,
            build,
        )
        for kind in KINDS
        if kind.key in kinds
        for code, build in kind.drawn(tuple(ratings))
    )
