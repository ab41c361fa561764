"""The link that is handed over: how long it lasts, what its reader may do; made and shown once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from journal.domain.errors import JournalError
from journal.domain.grants import USUAL_LASTING_DAYS, GrantPreset
from journal.domain.labels import counted
from journal.views.journal_address import journal_address, only_on_this_machine
from journal.views.new_passphrase import forget_passphrase, new_passphrase
from journal.views.one_choice import one_choice
from journal.views.state import in_example
from journal.views.words import literal

LASTING_KEY: Final = "share.link.lasting"
WITH_PASSPHRASE_KEY: Final = "share.link.with_passphrase"  # noqa: S105  # a widget's key
PASSPHRASE_KEY: Final = "share.link.passphrase"  # noqa: S105  # as above
MAY_ADD_KEY: Final = "share.link.may_add"
MAKE_KEY: Final = "share.link.make"
_MADE: Final = "share.link.made"
# Where journal/web/shared.py answers. What follows the # is never sent to a server by itself.
_PLACE: Final = "shared"
_ASKS: Final = ".p"
NO_END: Final = "no_end"
_LASTING_DAYS: Final = (7, USUAL_LASTING_DAYS, 90)
_LASTING_NAMES: Final = {
    **{str(days): counted(days, "day") for days in _LASTING_DAYS},
    NO_END: "Until I withdraw it",
}
SHOWN_ONCE: Final = (
    "Copy it now: it is shown once, until something else on this page is tapped, and kept nowhere. "
    "If it gets lost, withdraw it and make another."
)
PASSPHRASE_TOO: Final = "It asks for the passphrase you chose, which is kept nowhere either."  # noqa: S105  # words
READING: Final = (
    "Whoever has the link can read what stands below, as your record then is, until it ends or you "
    "withdraw it. Each opening is noted for you with its time and nothing else."
)
HERE_ONLY: Final = (
    "This journal is open on this computer alone, so the link opens in browsers on this computer "
    "and nowhere else. To give something to somebody elsewhere, make a file."
)
ANOTHER_WAY: Final = "Give the passphrase by another way than the link: say it, or write it down."
NOT_OF_AN_EXAMPLE: Final = "Your own journal can be read by a link; the example has none."
MAY_ADD: Final = "They may add moments of today or yesterday, which stay theirs"


@dataclass(frozen=True, slots=True)
class LinkWish:
    """How a link is to be held out.

    Attributes:
        lasting_days: How long it opens anything; None without an end.
        passphrase: What it asks for; empty for none.
    """

    lasting_days: int | None
    passphrase: str
    may_add_moments: bool


def share_link(make: Callable[[LinkWish], str], preset: GrantPreset, *, missing: str = "") -> None:
    """Offer the link, and show the one that was just made.

    Args:
        make: Makes it; returns its secret.
        preset: Whom it is for: a partner usually adds moments.
        missing: What is still needed, in words; empty when nothing is.
    """
    if in_example():
        st.caption(NOT_OF_AN_EXAMPLE)
        return
    lasting = one_choice(
        "It ends after", _LASTING_NAMES, key=LASTING_KEY, usual=str(USUAL_LASTING_DAYS)
    )
    may_add = preset is GrantPreset.PARTNER and _may_add()
    asks = st.toggle("It asks for a passphrase, too", key=WITH_PASSPHRASE_KEY)
    passphrase = new_passphrase(key=PASSPHRASE_KEY, before="you make the link") if asks else ""
    st.caption(f"{READING} {ANOTHER_WAY}" if asks else READING)
    if only_on_this_machine():
        st.caption(HERE_ONLY)
    if missing:
        st.caption(missing)
    ready = not missing and bool(passphrase or not asks)
    lasting_days = None if lasting == NO_END else int(lasting)
    st.button(
        "Make the link",
        key=MAKE_KEY,
        icon=":material/link:",
        type="primary" if ready else "secondary",
        disabled=not ready,
        on_click=_make,
        args=(make, LinkWish(lasting_days, passphrase, may_add)),
        width="stretch",
    )
    _made()


def _may_add() -> bool:
    return st.toggle(MAY_ADD, value=True, key=MAY_ADD_KEY, persist_state="session")


def _make(make: Callable[[LinkWish], str], wish: LinkWish) -> None:
    try:
        secret = make(wish)
    except JournalError as failure:
        st.toast(literal(str(failure)))
        return
    st.session_state[_MADE] = as_shown(secret, asks=bool(wish.passphrase))
    forget_passphrase(PASSPHRASE_KEY)  # but the next one asks for one, too, until she says not


def _made() -> None:
    """Show the link for this one drawing of the page."""
    secret = st.session_state.pop(_MADE, None)
    if secret is None:
        return
    with st.container(border=True, key="card_share_link"):
        st.header("The link", anchor=False)
        link_shown(secret)


def as_shown(secret: str, *, asks: bool) -> str:
    """Return what follows the # of a link: its secret, and whether it asks for a passphrase."""
    return f"{secret}{_ASKS if asks else ''}"


def link_shown(secret: str) -> None:
    """Show a link to be copied.

    Args:
        secret: As `as_shown` returns it.
    """
    st.code(f"{journal_address()}/{_PLACE}#{secret}", language=None, wrap_lines=True)
    st.caption(f"{SHOWN_ONCE} {PASSPHRASE_TOO}" if secret.endswith(_ASKS) else SHOWN_ONCE)
