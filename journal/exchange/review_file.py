"""A review as a file: plain text, and a page that opens and prints anywhere without a network.

Names and notes may hold anything somebody typed; here they are text and nothing else. The page runs
no script and loads nothing.
"""

import html
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from string import Template
from typing import Final

from journal.analysis.relations.measure_words import measure_name
from journal.analysis.relations.size_words import number_words
from journal.analysis.review.measures import Compared, Side
from journal.analysis.review.notes import ReviewNote
from journal.analysis.review.review import Review
from journal.analysis.review.words import (
    NO_ADVICE,
    TITLE,
    WHO_WORDS,
    Part,
    Theme,
    compared_words,
    heading_words,
    made_words,
    review_parts,
)
from journal.charts.chart import Shade
from journal.charts.theme import PALETTES
from journal.charts.then_and_now import BEFORE_NAME, NOW_NAME
from journal.domain.ranges import DateRange
from journal.domain.ratings import HIGHEST, RATINGS
from journal.exchange.chart_files import AWAY_FONT, JOURNAL_NAME

_PAGE: Final = Path(__file__).with_name("review_page.html")
WIDTH: Final = 220  # of a row of bars, in its own units
EDGE: Final = 8
NOW_Y, BEFORE_Y = 8, 20
RADIUS: Final = 4
AFTER: Final = "changed"  # the rows of bars stand before this part
BARS_TITLE: Final = "Then and now, from 0 to 10"


def review_stem(range_: DateRange) -> str:
    """Name a file of a review by its dates."""
    return f"{JOURNAL_NAME.lower()}-review-{_iso(range_.start)}-to-{_iso(range_.last)}"


def review_text(
    review: Review, notes: Sequence[ReviewNote] = (), left_out: Collection[Theme] = ()
) -> str:
    """Write a review as plain text, to be copied into a letter or a message."""
    head = [f"{TITLE}, {heading_words(review)}", compared_words(review.span), ""]
    body = [line for part in review_parts(review, notes, left_out) for line in _text_of(part)]
    return "\n".join([*head, *body, _footer(review)]) + "\n"


def review_html(
    review: Review, notes: Sequence[ReviewNote] = (), left_out: Collection[Theme] = ()
) -> str:
    """Write a review as one page in light colours."""
    palette = PALETTES[Shade.LIGHT]
    parts = list(_html_parts(review, review_parts(review, notes, left_out)))
    return Template(_PAGE.read_text(encoding="utf-8")).substitute(
        text=palette.text,
        muted=palette.muted,
        line=palette.grid,
        font=AWAY_FONT,
        journal=html.escape(JOURNAL_NAME),
        title=html.escape(f"{TITLE}, {heading_words(review)}"),
        subtitle=html.escape(compared_words(review.span)),
        parts="\n".join(parts),
        footer=html.escape(_footer(review)),
    )


def _iso(day: date) -> str:
    return day.isoformat()


def _footer(review: Review) -> str:
    return f"{made_words(review)} From {JOURNAL_NAME}, a private journal. {WHO_WORDS} {NO_ADVICE}"


def _text_of(part: Part) -> Iterator[str]:
    yield part.title
    yield "-" * len(part.title)
    yield from part.lines
    yield from (f"* {item}" for item in part.items)
    yield ""


def _html_parts(review: Review, parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if part.code == AFTER:
            yield _bars(review)
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in part.lines)
        items = "".join(f"<li>{html.escape(item)}</li>" for item in part.items)
        listed = f"<ul>{items}</ul>" if items else ""
        level = "h3" if part.under_picture else "h2"
        head = f"<{level}>{html.escape(part.title)}</{level}>"
        yield f"<section>{head}{lines}{listed}</section>"


def _bars(review: Review) -> str:
    """Draw each rating in both spans, its numbers beside it; nothing where none has a middle."""
    rows = "".join(
        _row(item, review)
        for item in review.compared
        if item.measure in RATINGS and (item.now.median, item.before.median) != (None, None)
    )
    if not rows:
        return ""
    head = "".join(
        f'<th scope="col">{name}</th>'
        for name in ("Rating", "Middle and middle half", f"● {NOW_NAME}", f"○ {BEFORE_NAME}")
    )
    return (
        f"<section><h2>{BARS_TITLE}</h2><table><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></section>"
    )


def _row(item: Compared, review: Review) -> str:
    name = html.escape(measure_name(item.measure, review.names))
    return (
        f'<tr><th scope="row">{name}</th><td class="bars">{_drawing(item)}</td>'
        f"<td>{_numbers(item.now)}</td><td>{_numbers(item.before)}</td></tr>"
    )


def _numbers(side: Side) -> str:
    days = f"{side.days:,} {'day' if side.days == 1 else 'days'}"
    return days if side.median is None else f"{number_words(side.median)} · {days}"


def _drawing(item: Compared) -> str:
    palette = PALETTES[Shade.LIGHT]
    now = _bar(item.now, NOW_Y, palette.accent, palette.accent)
    before = _bar(item.before, BEFORE_Y, palette.muted, "#fff")
    ground = "".join(
        f'<line x1="{EDGE}" x2="{WIDTH - EDGE}" y1="{y}" y2="{y}" stroke="{palette.grid}"/>'
        for y in (NOW_Y, BEFORE_Y)
    )
    return f'<svg viewBox="0 0 {WIDTH} 28" aria-hidden="true">{ground}{now}{before}</svg>'


def _bar(side: Side, y: int, colour: str, fill: str) -> str:
    if side.median is None or side.lower is None or side.upper is None:
        return ""
    left, middle, right = (_x(value) for value in (side.lower, side.median, side.upper))
    return (
        f'<line x1="{left:g}" x2="{right:g}" y1="{y}" y2="{y}" stroke="{colour}" '
        f'stroke-opacity=".5" stroke-width="4"/>'
        f'<circle cx="{middle:g}" cy="{y}" r="{RADIUS}" fill="{fill}" stroke="{colour}" '
        'stroke-width="1.5"/>'
    )


def _x(value: float) -> float:
    return round(EDGE + (WIDTH - 2 * EDGE) * value / HIGHEST, 1)
