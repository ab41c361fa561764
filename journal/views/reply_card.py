"""One reply of a reader: its words, her answer, what was agreed, and removing it."""

from dataclasses import dataclass
from datetime import date, tzinfo
from functools import partial
from typing import Final

import streamlit as st

from journal.analysis.intentions import WeekOfIntentions
from journal.domain.grants import Grant
from journal.domain.journal import Journal
from journal.domain.labels import date_words
from journal.domain.replies import LONGEST_REPLY, Reply, ReplyKind
from journal.views.agreed_offer import agreed_offer
from journal.views.attempt import attempt
from journal.views.reply_words import SOMEBODY, about_words, answer_seen_words
from journal.views.words import literal, literal_lines

NEW: Final = "**New**"
GONE_FOR_GOOD: Final = "It goes for good, for them too, with your answer."
GONE_HERE: Final = (
    "It goes for good, with your answer. Whoever wrote it for a file keeps their own words, and "
    "may send them once more."
)


@dataclass(frozen=True, slots=True)
class ReplyRoom:
    """Where a reply is shown.

    Attributes:
        today: The date where she is.
        zone: Where that is.
        place: Names the block it stands in, so that every key is its own.
        day: The day that is open there, of which nothing says that it is about it.
        said: What it stands at, as it is called there; likewise.
        week: What she chose for the week, where anything agreed is among the replies.
        new: Ids of the replies that are called new.
    """

    journal: Journal
    today: date
    zone: tzinfo
    place: str
    day: date | None = None
    said: str = ""
    week: WeekOfIntentions | None = None
    new: frozenset[str] = frozenset()


def end_of_words(room: ReplyRoom, reply: Reply) -> str:
    """Return the key of the container right below the words of a reply."""
    return f"reply_end_{room.place}_{reply.id}"


def reply_card(room: ReplyRoom, reply: Reply, grant: Grant | None) -> None:
    """Show it with what can be done about it."""
    key = f"{room.place}.reply.{reply.id}"
    who = grant.recipient if grant else SOMEBODY
    as_file = grant is None or grant.as_file
    about = about_words(reply, room.zone, room.day, as_file=as_file, said=room.said)
    new = f"{NEW} · " if reply.id in room.new else ""
    with st.container(border=True, key=f"card_reply_{room.place}_{reply.id}", gap="small"):
        st.caption(f"{new}**{literal(who)}** {literal(about)}")
        st.markdown(literal_lines(reply.words))
        if reply.answer:
            _answer_given(reply, room.zone)
        if reply.kind is ReplyKind.AGREED and room.week is not None:
            agreed_offer(room.journal, reply, room.week, key=f"{key}.choose")
        with st.container(horizontal=True, gap="small", key=end_of_words(room, reply)):
            _answering(room, reply, grant, key)
            with st.popover("Remove", type="tertiary"):
                st.markdown(GONE_HERE if as_file else GONE_FOR_GOOD)
                st.button(
                    "Remove it for good",
                    key=f"{key}.remove",
                    on_click=_remove,
                    args=(room.journal, reply.id),
                )


def _answer_given(reply: Reply, zone: tzinfo) -> None:
    at = f" on {date_words(reply.answered_at.astimezone(zone).date())}" if reply.answered_at else ""
    with st.container(key=f"answer_{reply.id}", gap=None):
        st.caption(f"You answered{at}")
        st.markdown(literal_lines(reply.answer))


def _answering(room: ReplyRoom, reply: Reply, grant: Grant | None, key: str) -> None:
    """Ask for the answer, in the words it has now."""
    place = f"{key}.answering"
    label = "Change your answer" if reply.answer else "Answer"
    opened = st.popover(label, type="tertiary", key=place, on_change="rerun")
    if not opened.open:
        return
    with opened:
        with st.form(f"{key}.answer_form", border=False):
            st.text_area(
                "Your answer", value=reply.answer, max_chars=LONGEST_REPLY, key=f"{key}.answer"
            )
            st.form_submit_button(
                "Keep this answer",
                key=f"{key}.keep",
                on_click=_answer,
                args=(room.journal, reply.id, key),
            )
        st.markdown(literal(answer_seen_words(grant, room.today, room.zone)))
        if reply.answer:
            st.button(
                "Take the answer back",
                key=f"{key}.take_back",
                type="tertiary",
                on_click=_take_back,
                args=(room.journal, reply.id, key),
            )


def _answer(journal: Journal, reply_id: str, key: str) -> None:
    if attempt(partial(journal.answer_reply, reply_id, st.session_state[f"{key}.answer"])):
        st.session_state[f"{key}.answering"] = False


def _take_back(journal: Journal, reply_id: str, key: str) -> None:
    if attempt(partial(journal.answer_reply, reply_id, "")):
        st.session_state[f"{key}.answering"] = False


def _remove(journal: Journal, reply_id: str) -> None:
    attempt(partial(journal.remove_reply, reply_id))
