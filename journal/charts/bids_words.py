"""Turning toward over time, in words and numbers.

A share is called a share of what she noted, never a score, and no share is called good or bad.
"""

from functools import partial
from typing import Final

import plotly.graph_objects as go

from journal.analysis.bids import BidOverview, BidStep
from journal.charts.bids import SIDES, bids_figure, side_look
from journal.charts.bids_rows import Mark, Row, rows_figure
from journal.charts.chart import Cell, Chart, ChartTable, Shade
from journal.charts.cycle_wheel_words import empty_chart
from journal.connection.account_words import elsewhere_words
from journal.connection.bids import FEWEST_ANSWERS, BidSummary, Share, is_enough
from journal.domain.labels import counted, span_words

KEY: Final = "turning-toward"
TITLE: Final = "Turning toward each other"
INVITATION: Final = (
    "Say on a moment how it was met, and you will see here how often you turn toward each other."
)
WHO_TOO: Final = "Say who started it, too, and it counts as a bid."
_COLUMNS: Final = ("turned toward", "answers noted", "share in %", "from %", "to %")


def bids_chart(result: BidOverview) -> Chart:
    """Return the chart of turning toward over time."""
    own = result.whole.own
    columns = (
        f"{result.step.value.capitalize()} from",
        *(f"{side.name}, {what}" for side in SIDES for what in _COLUMNS),
    )
    if not own.made.toward.of + own.received.toward.of:
        return empty_chart(KEY, TITLE, _with_elsewhere(invitation(result), result), columns)
    if not result.drawn_whole:
        return empty_chart(KEY, TITLE, _with_elsewhere(_too_few(result), result), columns)
    return Chart(
        key=KEY,
        title=TITLE,
        subtitle=subtitle(result),
        sentence=_with_elsewhere(" ".join(_sentences(result)), result),
        table=ChartTable(columns, tuple(_row(item) for item in result.steps)),
        figure=partial(_figure, result),
    )


def _figure(result: BidOverview, shade: Shade) -> go.Figure:
    """Draw both sides over time; as a whole where no step has answers enough."""
    if result.drawn_steps:
        return bids_figure(result, shade)
    marks = (Mark(one.name, side_look(one, shade), one.share(result.toward)) for one in SIDES)
    return rows_figure([Row("Turned toward, in all", tuple(marks))], shade)


def _too_few(result: BidOverview) -> str:
    return " ".join(
        [
            *_counts(result),
            f"From {FEWEST_ANSWERS} answers on, you see here how large a share that is.",
        ]
    )


def _with_elsewhere(words: str, result: BidOverview) -> str:
    return f"{words} {elsewhere_words(result.whole.elsewhere)}".rstrip()


def invitation(result: BidOverview) -> str:
    """Invite to what is missing: how a moment was met, or also who started it."""
    return f"{INVITATION} {WHO_TOO}" if result.whole.own.moments else INVITATION


def subtitle(result: BidOverview) -> str:
    """Give dates and n."""
    own = result.whole.own
    answers = own.made.toward.of + own.received.toward.of
    number = counted(answers + own.made.unrecorded + own.received.unrecorded, "bid")
    return f"{span_words(result.range_)} · {number}, {answers:,} with how it was met"


def interval_words(share: Share) -> str:
    """Write a share with its n: "12 of 16, 75 % (51 to 90 %)"; counts alone if too few."""
    if not share.of:
        return "none noted"
    counts = f"{share.part:,} of {share.of:,}"
    if share.rate is None or share.low is None or share.high is None or not is_enough(share):
        return counts
    spread = f"{100 * share.low:.0f} to {100 * share.high:.0f} %"
    return f"{counts}, {100 * share.rate:.0f} % ({spread})"


def share_words(share: Share) -> str:
    """Write a share with its n alone: "12 of 16 (75 %)"."""
    counts = f"{share.part:,} of {share.of:,}"
    if share.rate is None or not is_enough(share):
        return counts
    return f"{counts} ({100 * share.rate:.0f} %)"


def share_cells(share: Share) -> tuple[Cell, ...]:
    """Return part, of, per cent and its interval as cells; no per cent where too few."""
    shown = is_enough(share)
    return (
        share.part,
        share.of,
        *(
            None if rate is None or not shown else round(100 * rate)
            for rate in (share.rate, share.low, share.high)
        ),
    )


def _sentences(result: BidOverview) -> list[str]:
    if not result.drawn_steps:
        return [*_counts(result), "The thin line through a dot is its 95 % interval."]
    return [
        *_counts(result),
        f"A dot is a {result.step.value} with at least {FEWEST_ANSWERS} answers.",
        "The thin line through it is its 95 % interval, long where there are few.",
    ]


def _counts(result: BidOverview) -> list[str]:
    own = result.whole.own
    said = [
        f"Bids you made that were turned toward: {_met(own.made)}.",
        f"Bids made to you that you turned toward: {_met(own.received)}.",
    ]
    silent = own.made.unrecorded + own.received.unrecorded
    if silent:
        verb = "says" if silent == 1 else "say"
        said.append(
            f"{counted(silent, 'more bid')} {verb} nothing of how it was met and "
            f"{'counts' if silent == 1 else 'count'} for neither."
        )
    return said


def _met(summary: BidSummary) -> str:
    """Say how bids were met, without a verdict."""
    others = ((summary.away, "turned away"), (summary.against, "turned against"))
    said = [f"{number:,} {how}" for number, how in others if number]
    return "; ".join([interval_words(summary.toward), *([", ".join(said)] if said else [])])


def _row(item: BidStep) -> tuple[Cell, ...]:
    cells = (cell for side in SIDES for cell in share_cells(side.share(item.toward)))
    return (item.start.isoformat(), *cells)
