"""Shares of bids as rows, in words and numbers: by phase or stage, who starts, and phones."""

from functools import partial
from typing import Final

import plotly.graph_objects as go

from journal.analysis.bids import BidGroup, BidOverview, Group
from journal.charts.bids import SIDES, side_look
from journal.charts.bids_rows import Mark, Row, rows_figure
from journal.charts.bids_words import (
    INVITATION,
    interval_words,
    share_cells,
    share_words,
    subtitle,
)
from journal.charts.chart import Cell, Chart, ChartTable, Shade
from journal.charts.cycle_wheel_words import empty_chart
from journal.charts.theme import PALETTES, Look
from journal.connection.bids import FEWEST_ANSWERS, BidCounts, Share, shown
from journal.cycle.phase_words import PHASE_NAMES
from journal.cycle.phases import Phase
from journal.domain.labels import STAGE_WORDS, counted, span_words

GROUPS_KEY: Final = "turning-toward-by-group"
GROUPS_COLUMNS: Final = ("turned toward", "answers noted", "share in %", "from %", "to %")
NO_GROUP: Final = (
    "Answered bids appear here by phase of your cycle, or by the stage you name, once a period or "
    "a stage is recorded."
)
STARTS_KEY: Final = "who-starts"
STARTS_TITLE: Final = "Who starts, and phones"
STARTS_COLUMNS: Final = ("Noted by", "What", "Moments", "of", "share in %", "from %", "to %")
STARTS_INVITATION: Final = (
    "Say on a moment who started it, and whether a phone was in the way, and you will see here "
    "how often it is you, your partner or both."
)
YOU_NOTED: Final = "Noted by you"
PARTNER_NOTED: Final = "Noted by your partner"
YOU_START: Final = "You started"
PARTNER_STARTS: Final = "Your partner started"
BOTH_START: Final = "Both of you"
PHONE: Final = "A phone was in the way"


def bids_by_group_chart(result: BidOverview) -> Chart:
    """Return the chart of turning toward by phase, or by declared stage."""
    staged = bool(result.groups) and not isinstance(result.groups[0].group, Phase)
    what = "stage" if staged else "phase"
    title = f"Turning toward by {what}"
    columns = (
        what.capitalize(),
        *(f"{side.name}, {cell}" for side in SIDES for cell in GROUPS_COLUMNS),
    )
    if not result.groups:
        return empty_chart(GROUPS_KEY, title, _missing(result), columns)
    return Chart(
        key=GROUPS_KEY,
        title=title,
        subtitle=subtitle(result),
        sentence=" ".join(_group_sentences(result, what)),
        table=ChartTable(columns, tuple(_group_row(item) for item in result.groups)),
        figure=partial(_groups_figure, result),
    )


def group_name(group: Group) -> str:
    """Name a phase or a stage."""
    return PHASE_NAMES[group] if isinstance(group, Phase) else STAGE_WORDS[group]


def _missing(result: BidOverview) -> str:
    return NO_GROUP if result.outside else INVITATION


def _groups_figure(result: BidOverview, shade: Shade) -> go.Figure:
    rows = [
        Row(
            group_name(item.group),
            tuple(
                Mark(side.name, side_look(side, shade), side.share(item.toward)) for side in SIDES
            ),
        )
        for item in result.groups
    ]
    return rows_figure(rows, shade)


def _group_sentences(result: BidOverview, what: str) -> list[str]:
    said = []
    for side in SIDES:
        found = [(item, side.share(item.toward)) for item in result.groups]
        parts = [f"{_lower(item)} {share_words(share)}" for item, share in found if share.of]
        if parts:
            said.append(f"{side.name}, turned toward: {'; '.join(parts)}.")
    if result.outside:
        verb = "lies" if result.outside == 1 else "lie"
        said.append(f"{counted(result.outside, 'answered bid')} {verb} in no known {what}.")
    if result.estimated:
        said.append("Some of the days are placed by an estimate.")
    whose = "your cycle" if what == "phase" else "your stages"
    said.append(
        f"No share is given from fewer than {FEWEST_ANSWERS} answers. Thin lines are 95 % "
        f"intervals; where they overlap, the {what}s may not differ at all. This counts what you "
        f"noted, and is no finding about {whose}."
    )
    return said


def _lower(item: BidGroup) -> str:
    name = group_name(item.group)
    return f"{name[0].lower()}{name[1:]}"


def _group_row(item: BidGroup) -> tuple[Cell, ...]:
    cells = (cell for side in SIDES for cell in share_cells(side.share(item.toward)))
    return (group_name(item.group), *cells)


def starts_chart(result: BidOverview) -> Chart:
    """Return the chart of who starts and how often a phone was in the way."""
    whole = result.whole
    both = [(YOU_NOTED, whole.own), (PARTNER_NOTED, whole.partner)]
    rows = [
        (who, name, share) for who, counts in both for name, share in _starts(counts) if share.of
    ]
    if not _rows(result, Shade.LIGHT):
        said = [*_starts_sentences(result)[: len(rows)], STARTS_INVITATION]
        return empty_chart(STARTS_KEY, STARTS_TITLE, " ".join(said), STARTS_COLUMNS)
    noted = counted(whole.own.moments, "moment")
    return Chart(
        key=STARTS_KEY,
        title=STARTS_TITLE,
        subtitle=f"{span_words(result.range_)} · {noted} noted by you",
        sentence=" ".join(_starts_sentences(result)),
        table=ChartTable(
            STARTS_COLUMNS, tuple((who, name, *share_cells(share)) for who, name, share in rows)
        ),
        figure=partial(_starts_figure, result),
    )


def _starts(counts: BidCounts) -> list[tuple[str, Share]]:
    starts = counts.starts
    return [
        (YOU_START, starts.own),
        (PARTNER_STARTS, starts.partner),
        (BOTH_START, starts.both),
        (PHONE, counts.phone),
    ]


def _is_one_sided(phone: Share) -> bool:
    """Say whether "no phone" was never noted, so that a share of it would say nothing."""
    return phone.part == phone.of


def _starts_figure(result: BidOverview, shade: Shade) -> go.Figure:
    return rows_figure(_rows(result, shade), shade)


def _rows(result: BidOverview, shade: Shade) -> list[Row]:
    """Return what can be drawn: a share that says nothing has no row."""
    palette = PALETTES[shade]
    looks = (
        (YOU_NOTED, result.whole.own, Look(palette.moments, "circle", "solid")),
        (PARTNER_NOTED, result.whole.partner, Look(palette.muted, "square-open", "2px,3px")),
    )
    rows = []
    for place, (name, _) in enumerate(_starts(result.whole.own)):
        found = [(who, look, _starts(counts)[place][1]) for who, counts, look in looks]
        marks = tuple(
            Mark(who, look, shown(share))
            for who, look, share in found
            if share.of and not (name == PHONE and _is_one_sided(share))
        )
        if marks:
            rows.append(Row(name, marks))
    return rows


def _starts_sentences(result: BidOverview) -> list[str]:
    own, partner = result.whole.own, result.whole.partner
    said = _counts_sentences(own)
    if partner.moments:
        noted = counted(partner.moments, "moment")
        said.append(f"Your partner noted {noted}; they stand beside yours and are not added up.")
        said += _counts_sentences(partner, "By your partner’s notes, ")
    if own.starts.unrecorded:
        number = counted(own.starts.unrecorded, "moment")
        verb = "does" if own.starts.unrecorded == 1 else "do"
        said.append(f"{number} of yours {verb} not say who started.")
    return said


def _led(lead: str, words: str) -> str:
    return f"{lead}{words[0].lower()}{words[1:]}" if lead else words


def _counts_sentences(counts: BidCounts, lead: str = "") -> list[str]:
    said = []
    starts = counts.starts
    if starts.own.of:
        words = "; ".join(
            f"{name} {interval_words(share)}"
            for name, share in (
                ("you", starts.own),
                ("your partner", starts.partner),
                ("both of you", starts.both),
            )
        )
        said.append(_led(lead, f"Who started: {words}."))
    if counts.phone.of and _is_one_sided(counts.phone):
        number = counted(counts.phone.of, "moment")
        words = f"A phone was in the way of {number}; that none was is never noted, so no share."
        said.append(_led(lead, words))
    elif counts.phone.of:
        said.append(_led(lead, f"A phone was in the way: {interval_words(counts.phone)}."))
    return said
