"""Share: a part of the journal for somebody to read, who has what, and what they wrote back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, tzinfo
from functools import partial
from typing import Final

import streamlit as st

from journal.analysis.report.parts import Report
from journal.analysis.report.source import LongFindings
from journal.domain.grants import LinkTerms, new_grant_id
from journal.domain.journal import Journal
from journal.domain.replies import Reply
from journal.sharing.payload import DeskTerms
from journal.sharing.reply_file import PassphraseNeeded, read_reply
from journal.sharing.sealed_file import open_file, sealed_file, shared_file_name
from journal.sharing.shared_view import ShareWish, reader_span, shared_findings, shared_view
from journal.views.attempt import attempt
from journal.views.journal_address import journal_address
from journal.views.locale import zone_name
from journal.views.replies_here import all_replies
from journal.views.reply_file import reply_file
from journal.views.report_document import report_document
from journal.views.share_answers import answers_along
from journal.views.share_choice import ShareChoice, share_choice
from journal.views.share_link import LinkWish, share_link
from journal.views.share_list import share_list
from journal.views.share_making import share_making
from journal.views.state import whose_journal

KNOWN_KEY: Final = "share.known"
GRANT_KEY: Final = "share.grant"
REPLY_FILE_KEY: Final = "share.reply_file.open"
WHAT_IT_IS: Final = (
    "Let somebody you trust read a part of your journal. You choose what, and see below "
    "exactly what they will see. Everything you do not choose stays with you."
)
NO_NAME: Final = "Say for whom it is, so that you know later who has what."
NOTHING: Final = "Choose at least one thing they may see."
DESK: Final = (
    "Where somebody else shares a part of their journal with you, put the file or the link on the "
    "desk. It is kept in your browser, apart from your journal."
)
NOTHING_WRITTEN: Final = "What readers write comes here, and to the day or chart it is about."


def render(journal: Journal, today: date, zone: tzinfo) -> None:
    """Lay out the page."""
    st.title("Share", anchor=False)
    st.markdown(WHAT_IT_IS)
    view = _giving(journal, today)
    replies = journal.replies()
    st.header("What you share", anchor=False)
    share_list(journal, today, zone, replies)
    _written_back(journal, today, replies)
    st.header("What they will see", anchor=False)
    report_document(view)
    _desk()


def _desk() -> None:
    """Lead somebody who is shared with to a place of her own."""
    st.header("Shared with you", anchor=False)
    st.caption(DESK)
    st.link_button("Open the desk", f"{journal_address()}/desk", icon=":material/table_view:")


def _giving(journal: Journal, today: date) -> Report:
    """Lay out the choices and the making; return what goes out."""
    chosen = share_choice(journal, today)
    wish = ShareWish(chosen.recipient, chosen.passes, chosen.comment)
    view = shared_view(journal, wish, today, known=_known(journal, wish, today))
    if chosen.as_link:
        share_link(partial(_link, journal, chosen), chosen.preset, missing=_missing(chosen))
    else:
        _file(journal, chosen, view, today)
    return view


def _file(journal: Journal, chosen: ShareChoice, view: Report, today: date) -> None:
    """Offer the file; it carries the id of its grant, so that a reply to it finds its way."""
    answers = answers_along(journal, chosen.recipient)
    grant_id = _grant_id(journal, (chosen, answers(), today))
    span = reader_span(chosen.passes, today)
    desk = DeskTerms(grant_id, span, may_reply=chosen.may_reply)
    share_making(
        partial(_written, view, desk, answers),
        lambda sealed: shared_file_name(today, sealed=sealed),
        note=partial(_note, journal, chosen, grant_id, today),
        missing=_missing(chosen),
    )


def _missing(chosen: ShareChoice) -> str:
    if not chosen.recipient.strip():
        return NO_NAME
    return NOTHING if chosen.passes.nothing else ""


def _written(
    view: Report, desk: DeskTerms, answers: Callable[[], Sequence[Reply]], passphrase: str | None
) -> bytes:
    desk = replace(desk, replies=answers())
    if passphrase is None:
        return open_file(view, desk)
    return sealed_file(view, passphrase, desk)


def _note(journal: Journal, chosen: ShareChoice, grant_id: str, today: date) -> None:
    """Remember who has what, of the days that are in the file."""
    passes = replace(chosen.passes, dates=chosen.passes.span(today))
    make = partial(journal.make_grant, chosen.recipient, passes, lasting_days=None, as_file=True)
    attempt(partial(make, grant_id=grant_id))


def _grant_id(journal: Journal, about: tuple[object, ...]) -> str:
    """Name the grant of the file; the same for as long as it would be the same file.

    It is named before the file is written, and must not change while it is: the page is drawn anew
    in that moment. One that was withdrawn is not given again.
    """
    kept = st.session_state.get(GRANT_KEY)
    withdrawn = {grant.id for grant in journal.grants() if grant.withdrawn_at is not None}
    if kept is None or kept[0] != about or kept[1] in withdrawn:
        kept = st.session_state[GRANT_KEY] = (about, new_grant_id())
    grant_id: str = kept[1]
    return grant_id


def _link(journal: Journal, chosen: ShareChoice, wish: LinkWish) -> str:
    """Make a link; return its secret, which is kept nowhere."""
    terms = LinkTerms(
        words=chosen.comment,
        may_reply=chosen.may_reply,
        may_add_moments=wish.may_add_moments,
        zone=zone_name(),
    )
    _, secret = journal.make_link(
        chosen.recipient,
        chosen.passes,
        terms,
        lasting_days=wish.lasting_days,
        passphrase=wish.passphrase,
    )
    return secret


def _written_back(journal: Journal, today: date, replies: Sequence[Reply]) -> None:
    """Show what readers wrote, and let a reply file be brought in."""
    st.header("What they wrote", anchor=False)
    if not replies:
        st.caption(NOTHING_WRITTEN)
    all_replies(journal, today)
    bringing = st.expander("Bring in a reply file", key=REPLY_FILE_KEY, on_change="rerun")
    if bringing.open:
        with bringing:
            reply_file(journal, _read)


def _read(content: bytes, passphrase: str) -> tuple[str, Sequence[Reply]] | None:
    """Read a reply file; None where it is sealed and no passphrase is given."""
    try:
        found = read_reply(content, passphrase)
    except PassphraseNeeded:
        return None
    return found.grant_id, found.replies


def _known(journal: Journal, wish: ShareWish, today: date) -> LongFindings | None:
    """Return the findings, which take longest; kept with the open page until something changes."""
    about = (whose_journal(), journal.owner_key(), journal.revision(), wish.passes, today)
    kept = st.session_state.get(KNOWN_KEY)
    if kept is None or kept[0] != about:
        with st.spinner("Looking through what is shared …"):
            kept = (about, shared_findings(journal, wish, today))
        st.session_state[KNOWN_KEY] = kept
    known: LongFindings | None = kept[1]
    return known
