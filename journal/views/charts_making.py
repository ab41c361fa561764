"""The making of a bundle of charts: worked out here, drawn in her browser, packed, handed over.

What is in the making is kept with the open page, so that whatever interrupts it loses nothing, and
only as long as it is what she wants: another choice, or a record that changed, begins anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, TypeAlias

import streamlit as st

from journal.analysis.spans import chosen_range
from journal.charts.chart import Chart
from journal.domain.journal import ReadableJournal
from journal.domain.labels import counted, span_words
from journal.exchange.bundle.chart_list import BundleChart
from journal.exchange.bundle.chart_zip import Bundle, chart_zip
from journal.exchange.bundle.source import ChartSource
from journal.exchange.bundle.taken import (
    FileFormat,
    LeftOut,
    TakenChart,
    taken_chart,
    unique_stem,
)
from journal.exchange.chart_files import file_stem
from journal.views.charts_choice import ChartsWish
from journal.views.come_into_view import come_into_view
from journal.views.drawn_pictures import (
    DrawnPicture,
    PictureFormat,
    PictureRequest,
    drawn_pictures,
    forget_pictures,
)
from journal.views.state import whose_journal
from journal.views.take_away import picture
from journal.views.words import literal

WORK_KEY: Final = "take_charts.work"
DONE_KEY: Final = "take_charts.done"
PICTURES_KEY: Final = "take_charts.pictures"
NOT_DRAWN: Final = "this browser could not draw it; what else there is of it is in the bundle."
NOTHING_DRAWN: Final = "None of these charts can be drawn yet."
BYTES_PER_MB: Final = 1_000_000
_About: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    """A chart that is worked out, and what her browser is to draw of it."""

    chart: TakenChart
    picture: dict[str, object]


@dataclass(slots=True)
class _Work:
    """What is in the making.

    Attributes:
        about: What it is made of; see `_about`.
        entries: Keys of the entries that are worked out.
    """

    about: _About
    entries: list[str] = field(default_factory=list)
    made: list[_Made] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Done:
    """A bundle that is ready."""

    about: _About
    name: str
    content: bytes
    charts: int
    left_out: tuple[LeftOut, ...]


@st.fragment
def charts_making(journal: ReadableJournal, today: date, wish: ChartsWish) -> None:
    """Offer to make the bundle; while it is made say how far it is; then hand it over."""
    about = _about(journal, today, wish)
    work: _Work | None = st.session_state.get(WORK_KEY)
    done: _Done | None = st.session_state.get(DONE_KEY)
    room = st.empty()
    if done is not None and done.about == about:
        with room.container():
            _hand_over(done)
    elif work is not None and work.about == about:
        with room.container():
            done = _go_on(work, journal, today, wish)
        if done is not None:
            with room.container():
                _hand_over(done)
    else:
        with room.container():
            _offer(about, wish)


def _about(journal: ReadableJournal, today: date, wish: ChartsWish) -> _About:
    """Name all that a bundle rests on; another journal on the same page is another bundle."""
    return (whose_journal(), str(journal.revision()), today, wish)


def _offer(about: _About, wish: ChartsWish) -> None:
    _forget()
    missing = "Choose at least one chart." if not wish.charts else ""
    missing = missing or ("Choose at least one kind of file." if not wish.formats else "")
    if missing:
        st.caption(missing)
    st.button(
        "Make the files",
        key="take_charts.make",
        type="primary",
        width="stretch",
        disabled=bool(missing),
        on_click=_begin,
        args=(about,),
    )


def _begin(about: _About) -> None:
    _forget()
    st.session_state[WORK_KEY] = _Work(about)


def _forget() -> None:
    for key in (WORK_KEY, DONE_KEY):
        st.session_state.pop(key, None)
    forget_pictures(PICTURES_KEY)


def _go_on(work: _Work, journal: ReadableJournal, today: date, wish: ChartsWish) -> _Done | None:
    """Take the next step; return the bundle once the last is taken."""
    come_into_view(key="take_charts.working")
    steps = st.container()
    st.button("Cancel", key="take_charts.cancel", on_click=_forget, width="stretch")
    with steps:
        _work_out(work, journal, today, wish)
        drawn = _drawn(work, wish)
    if drawn is None:
        return None
    span = span_words(chosen_range(journal, wish.span.value, today))
    empty = Bundle(today, span, wish.shade, (), not_chosen=wish.not_chosen)
    done = _packed(work, drawn, empty)
    _forget()
    st.session_state[DONE_KEY] = done
    return done


def _work_out(work: _Work, journal: ReadableJournal, today: date, wish: ChartsWish) -> None:
    """Work out the entries that are not yet, each step of the bar a place to stop at."""
    entries = wish.charts
    waiting = [entry for entry in entries if entry.key not in work.entries]
    if not waiting:
        return
    source = ChartSource(journal, today, wish.span)
    bar = st.progress(0.0)
    for entry in waiting:
        number = len(work.entries) + 1
        words = f"Working out {number} of {len(entries)}: {entry.name}"
        bar.progress((number - 1) / len(entries), text=literal(words))
        charts = entry.build(source)
        for chart in charts:
            _take(work, entry, chart, today, wish)
        work.entries.append(entry.key)
    bar.empty()


def _take(work: _Work, entry: BundleChart, chart: Chart, today: date, wish: ChartsWish) -> None:
    if chart.empty:
        work.left_out.append(LeftOut(f"{entry.name} ({chart.title})", chart.sentence))
        return
    stem = unique_stem(file_stem(chart, today), [made.chart.stem for made in work.made])
    taken = taken_chart(chart, entry.group, stem, wish.shade, wish.formats)
    described = picture(chart, wish.shade, wish.size) if _pictures_of(wish) else {}
    work.made.append(_Made(taken, described))


def _pictures_of(wish: ChartsWish) -> tuple[PictureFormat, ...]:
    return tuple(format_ for format_ in PictureFormat if FileFormat(format_.value) in wish.formats)


def _drawn(work: _Work, wish: ChartsWish) -> tuple[DrawnPicture, ...] | None:
    """Return all pictures once her browser has drawn them."""
    formats = _pictures_of(wish)
    if not formats or not work.made:
        return ()
    requests = [PictureRequest(made.chart.stem, made.picture, formats) for made in work.made]
    return drawn_pictures(requests, key=PICTURES_KEY)


def _packed(work: _Work, drawn: Iterable[DrawnPicture], empty: Bundle) -> _Done:
    """Put the pictures to their charts, and all of it into the bundle."""
    pictures: dict[str, dict[FileFormat, bytes]] = {made.chart.stem: {} for made in work.made}
    failed: list[str] = []
    for item in drawn:
        if item.content is not None:
            pictures[item.name][FileFormat(item.format.value)] = item.content
        elif item.name not in failed:
            failed.append(item.name)
    titles = {made.chart.stem: made.chart.title for made in work.made}
    not_drawn = [LeftOut(f"The picture of {titles[stem]}", NOT_DRAWN) for stem in failed]
    bundle = replace(
        empty,
        charts=[
            replace(made.chart, files={**made.chart.files, **pictures[made.chart.stem]})
            for made in work.made
        ],
        left_out=(*work.left_out, *not_drawn),
    )
    content = chart_zip(bundle)
    left_out = tuple(bundle.left_out)
    return _Done(work.about, f"{bundle.name}.zip", content, len(bundle.charts), left_out)


def _hand_over(done: _Done) -> None:
    """Offer what is ready, and say what is not in it."""
    come_into_view(key="take_charts.ready")
    if done.charts:
        content = done.content
        megabytes = f"{len(content) / BYTES_PER_MB:.1f} MB"
        st.success(f"Ready: {counted(done.charts, 'chart')}, {megabytes}.")
        st.download_button(
            "Take the zip",
            data=lambda: content,
            file_name=done.name,
            mime="application/zip",
            key="take_charts.zip",
            type="primary",
            on_click="ignore",
            width="stretch",
        )
        st.caption("Unpack it first, then open index.html in any browser.")
    else:
        st.markdown(NOTHING_DRAWN)
    if done.left_out:
        lines = [f"- {literal(item.name)}: {literal(item.why)}" for item in done.left_out]
        with st.expander(f"Left out ({len(lines)})", key="take_charts.left_out"):
            st.markdown("\n".join(lines))
