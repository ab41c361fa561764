"""What a reader gets, as one JSON text: the page with its charts, and what a desk keeps of it.

A link and a file are written by the same code, so that they cannot differ. Words of hers are text
on the reader's page and nothing else; what is not in the view is not in the text.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final, TypeAlias

from journal.analysis.report.parts import (
    Block,
    Listed,
    Paragraph,
    Report,
    ReportPart,
    Table,
)
from journal.charts.chart import Chart, Shade
from journal.domain.ranges import DateRange
from journal.domain.readers import OpenedGrant, partner_kinds
from journal.domain.replies import Reply
from journal.exchange.chart_files import chart_csv, figure_json, file_stem
from journal.exchange.report.document import chart_of
from journal.exchange.report.page import as_text, numbers_html
from journal.sharing.reply_json import reply_json
from journal.sharing.shared_view import ShareWish, reader_span, shared_view

DESK_FORMAT: Final = 1
_Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DeskTerms:
    """What a reader's desk has to know beside what is shown.

    Attributes:
        grant_id: By which a reply finds its grant; tells nothing of the journal.
        span: The dates that are shown; empty where none are.
        may_reply: Comments and what was agreed are taken.
        may_add_moments: Moments of the partner's are taken; on a link only.
        replies: What was written by this grant, with her answers.
        ends_at: The first instant at which it opens nothing any more; None without an end.
    """

    grant_id: str
    span: DateRange
    may_reply: bool = False
    may_add_moments: bool = False
    replies: Sequence[Reply] = ()
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Section:
    """One part as it is written down.

    Its charts are numbered within it, so that what is written depends on no other part.
    """

    part: ReportPart
    html: str
    figures: tuple[_Json, ...]

    @property
    def digest(self) -> str:
        """Name what stands in it: the same words and charts, the same digest."""
        return sha256(_json([self.html, self.figures]).encode("utf-8", "replace")).hexdigest()


def reader_text(opened: OpenedGrant) -> str:
    """Return what the reader of an open link gets, of the day where she is."""
    grant, terms = opened.grant, opened.grant.terms
    wish = ShareWish(grant.recipient, grant.passes, terms.words, grant.id)
    desk = DeskTerms(
        grant.id,
        reader_span(grant.passes, opened.today),
        may_reply=terms.may_reply,
        may_add_moments=terms.may_add_moments,
        replies=opened.replies,
        ends_at=grant.expires_at,
    )
    return plain_text(shared_view(opened.journal, wish, opened.today), desk)


def plain_text(view: Report, desk: DeskTerms | None = None) -> str:
    """Return all that a page shows of her, as JSON.

    Its keys: `html`, the page; `figures`, each chart in both shades with its numbers; and `desk`,
    where its terms are given (docs/sharing/link.md).
    """
    sections = [_section(part, view) for part in view.parts]
    figures = [figure for section in sections for figure in section.figures]
    written: _Json = {"html": _html(view, sections), "figures": figures}
    if desk is not None:
        written["desk"] = _desk(view, desk, sections)
    return _json(written)


def _desk(view: Report, terms: DeskTerms, sections: Sequence[_Section]) -> _Json:
    span = terms.span
    takes_kinds = terms.may_reply or terms.may_add_moments
    return {
        "format": DESK_FORMAT,
        "grant": terms.grant_id,
        "made_on": view.made_on.isoformat(),
        "span": [span.start.isoformat(), span.last.isoformat()] if span else None,
        "completeness": _completeness(view),
        "parts": [
            {"code": str(item.part.code), "title": item.part.title, "digest": item.digest}
            for item in sections
        ],
        "may_reply": terms.may_reply,
        "may_add_moments": terms.may_add_moments,
        "kinds": dict(partner_kinds()) if takes_kinds else {},
        "replies": replies_json(terms.replies),
        "ends_at": _instant(terms.ends_at),
    }


def replies_json(replies: Sequence[Reply]) -> list[Mapping[str, str | None]]:
    """Return replies as their writer may see them, with her answers."""
    return [
        {
            "id": reply.id,
            **reply_json(reply),
            "made_at": _instant(reply.made_at),
            "answer": reply.answer,
            "answered_at": _instant(reply.answered_at),
            "taken_at": _instant(reply.taken_at),
        }
        for reply in replies
    ]


def _instant(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat(timespec="seconds") if at else None


def _completeness(view: Report) -> str:
    """Return the first sentence about how complete it is; empty where nothing is said of it."""
    for part in view.parts:
        if part.code == "completeness":
            return next((item.words for item in part.blocks if isinstance(item, Paragraph)), "")
    return ""


def _html(view: Report, sections: Sequence[_Section]) -> str:
    head = "".join(
        f"<dt>{as_text(fact.name)}</dt><dd>{as_text(fact.words)}</dd>" for fact in view.facts
    )
    about = f'<p class="quiet">{as_text(view.about)}</p>'
    body = "".join(section.html for section in sections)
    return f'<h1 tabindex="-1">{as_text(view.title)}</h1><dl>{head}</dl>{about}{body}'


def _section(part: ReportPart, view: Report) -> _Section:
    figures: list[_Json] = []
    code = as_text(part.code)
    blocks = "".join(_block(block, part.code, figures, view) for block in part.blocks)
    html = (
        f'<section id="part-{code}" data-code="{code}">'
        f"<h2>{as_text(part.title)}</h2>{blocks}</section>"
    )
    return _Section(part, html, tuple(figures))


def _block(block: Block, code: str, figures: list[_Json], view: Report) -> str:
    match block:
        case Paragraph():
            quiet = ' class="quiet"' if block.quiet else ""
            return f"<p{quiet}>{as_text(block.words)}</p>"
        case Listed():
            return f"<ul>{''.join(f'<li>{as_text(item)}</li>' for item in block.items)}</ul>"
        case Table():
            return numbers_html(block)
        case _:
            return _figure(chart_of(block), code, figures, view)


def _figure(chart: Chart, code: str, figures: list[_Json], view: Report) -> str:
    title, name = as_text(chart.title), f"{code}-{len(figures) + 1}"
    room, said, named = "", "", ""
    if not chart.empty:
        figure, height = _both_shades(chart)
        taken = {
            "name": file_stem(chart, view.made_on),
            "csv": chart_csv(chart).decode("utf-8-sig"),
        }
        figures.append({"id": name, **figure, **taken})
        named, said = f' data-chart="{as_text(name)}"', f' id="said-{as_text(name)}"'
        room = (
            f'<div class="room" tabindex="0" role="group" aria-label="{title}" '
            f'aria-describedby="said-{as_text(name)}"><div class="chart" '
            f'id="chart-{as_text(name)}" data-height="{height}"></div></div>'
        )
    return (
        f'<figure{named}><h3>{title}</h3><p class="subtitle">{as_text(chart.subtitle)}</p>{room}'
        f"<figcaption{said}>{as_text(chart.sentence)}</figcaption></figure>"
    )


def _both_shades(chart: Chart) -> tuple[_Json, int]:
    """Return the light figure with what is otherwise in the dark one, and its height in pixels."""
    light, dark = (figure_json(chart, shade) for shade in (Shade.LIGHT, Shade.DARK))
    height = int(light["layout"].get("height", 0))
    for figure in (light, dark):
        figure["layout"].pop("height", None)
        figure["layout"].pop("width", None)
        figure["layout"]["autosize"] = True
    return {"light": light, "dark": list(_otherwise(light, dark))}, height


def _otherwise(light: object, dark: object, *at: str | int) -> Iterator[list[object]]:
    """Yield where the two differ and what stands there in the dark: [[path], value]."""
    if isinstance(light, Mapping) and isinstance(dark, Mapping) and light.keys() == dark.keys():
        for name in light:
            yield from _otherwise(light[name], dark[name], *at, name)
    elif isinstance(light, list) and isinstance(dark, list) and len(light) == len(dark):
        for place, (one, other) in enumerate(zip(light, dark, strict=True)):
            yield from _otherwise(one, other, *at, place)
    elif light != dark:
        yield [list(at), dark]


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
