"""The making of a report: gathered here, drawn in her browser, set as a PDF and as a page.

What is in the making is kept with the open page, and only as long as it is what she wants: another
choice, or a record that changed, begins anew.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypeAlias

import streamlit as st

from journal.analysis.report.parts import Report
from journal.domain.errors import JournalError
from journal.exchange.report.document import pictures, report_stem
from journal.exchange.report.drawing import described
from journal.exchange.report.page import report_html
from journal.exchange.report.svg import PictureRefused, checked_svg
from journal.exchange.report.typeset import report_pdf
from journal.views.drawn_pictures import (
    DrawnPicture,
    PictureFormat,
    PictureRequest,
    drawn_pictures,
    forget_pictures,
)
from journal.views.report_choice import ReportWish
from journal.views.take_away import PLOTLY_ADDRESS
from journal.views.words import literal

WORK_KEY: Final = "report.work"
DONE_KEY: Final = "report.done"
PICTURES_KEY: Final = "report.pictures"
BYTES_PER_MB: Final = 1_000_000
NOT_DRAWN: Final = (
    "Not every picture could be drawn here; where one is missing, the words stand alone. "
    "Reloading the page may help."
)
BOXES: Final = (
    "Some letters of your words, such as emoji, have no font here and are boxes in the PDF. "
    "The page for a browser shows them."
)
About: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Done:
    """A report that is ready.

    Attributes:
        remarks: What she should know of it.
    """

    about: About
    stem: str
    pdf: bytes | None
    page: str
    remarks: tuple[str, ...]


@st.fragment
def report_making(made: Report, wish: ReportWish, about: About) -> None:
    """Offer to make the files; while they are made say how far it is; then hand them over.

    A fragment of its own: with each picture that comes back nothing else is worked out again.

    Args:
        made: What the report says.
        wish: Its days and its paper.
        about: Names all that it rests on; another name is another report.
    """
    done: _Done | None = st.session_state.get(DONE_KEY)
    room = st.empty()
    if done is not None and done.about == about:
        with room.container():
            _hand_over(done)
    elif st.session_state.get(WORK_KEY) == about:
        with room.container():
            done = _go_on(made, wish, about)
        if done is not None:
            with room.container():
                _hand_over(done)
    else:
        with room.container():
            _forget()
            st.button(
                "Make the report",
                key="report.make",
                type="primary",
                width="stretch",
                on_click=_begin,
                args=(about,),
            )


def _begin(about: About) -> None:
    _forget()
    st.session_state[WORK_KEY] = about


def _forget() -> None:
    for key in (WORK_KEY, DONE_KEY):
        st.session_state.pop(key, None)
    forget_pictures(PICTURES_KEY)


def _go_on(made: Report, wish: ReportWish, about: About) -> _Done | None:
    """Take the next step; return the files once the last is taken."""
    requests = [
        PictureRequest(one.name, described(one, PLOTLY_ADDRESS), (PictureFormat.SVG,))
        for one in pictures(made)
    ]
    st.button("Cancel", key="report.cancel", on_click=_forget, width="stretch")
    drawn = drawn_pictures(requests, key=PICTURES_KEY) if requests else ()
    if drawn is None:
        return None
    done = _written(made, wish, about, drawn)
    _forget()
    st.session_state[DONE_KEY] = done
    return done


def _written(made: Report, wish: ReportWish, about: About, drawn: Iterable[DrawnPicture]) -> _Done:
    shown, remarks = _checked(drawn)
    pdf: bytes | None = None
    try:
        typeset = report_pdf(made, shown, wish.paper)
    except JournalError as failure:
        remarks.append(str(failure))
    else:
        pdf = typeset.content
        remarks += [] if typeset.accessible else [BOXES]
    range_ = wish.choices.range_
    return _Done(
        about,
        report_stem(range_.start, range_.last),
        pdf,
        report_html(made, shown, wish.paper),
        tuple(remarks),
    )


def _checked(drawn: Iterable[DrawnPicture]) -> tuple[dict[str, str], list[str]]:
    """Return the pictures that may be used, and say where one may not."""
    shown: dict[str, str] = {}
    missing = False
    for picture in drawn:
        try:
            shown[picture.name] = checked_svg(picture.content or b"")
        except PictureRefused:
            missing = True
    return shown, [NOT_DRAWN] if missing else []


def _hand_over(done: _Done) -> None:
    """Offer the files; what they hold is shown below them."""
    pdf, page = done.pdf, done.page
    if pdf is not None:
        st.download_button(
            f"The report as PDF, {_size(pdf)}",
            data=lambda: pdf,
            file_name=f"{done.stem}.pdf",
            mime="application/pdf",
            key="report.pdf",
            type="primary",
            on_click="ignore",
            width="stretch",
        )
    st.download_button(
        f"As a page for any browser, {_size(page.encode())}",
        data=lambda: page,
        file_name=f"{done.stem}.html",
        mime="text/html",
        key="report.html",
        on_click="ignore",
        width="stretch",
    )
    for remark in done.remarks:
        st.caption(literal(remark))


def _size(content: bytes) -> str:
    return f"{max(len(content) / BYTES_PER_MB, 0.1):.1f} MB"
