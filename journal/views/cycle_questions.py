"""What the record leaves open, asked one at a time, and what in it does not fit together."""

from collections.abc import Sequence

import streamlit as st

from journal.cycle.question_words import REPLY_WORDS, oddity_words, question_words, reason_words
from journal.cycle.questions import Oddity, OpenQuestion
from journal.domain.cycle_answers import REPLIES, CycleAnswer
from journal.domain.errors import JournalError
from journal.domain.journal import Journal
from journal.domain.labels import CYCLE_QUESTION_WORDS, CYCLE_REPLY_WORDS, counted, date_words
from journal.views.words import literal


def ask(journal: Journal, questions: Sequence[OpenQuestion]) -> None:
    """Ask the newest question; the others wait until it is answered."""
    if not questions:
        return
    asked = questions[0]
    with st.container(border=True, key="card_question"):
        st.markdown(f"**{literal(question_words(asked))}**")
        with st.container(key="replies", horizontal=True, gap="small"):
            for reply in REPLIES[asked.question]:
                st.button(
                    REPLY_WORDS[reply],
                    key=f"cycle.reply.{asked.question}.{asked.about.isoformat()}.{reply}",
                    on_click=_answer,
                    args=(journal, CycleAnswer(asked.about, asked.question, reply)),
                )
        waiting = len(questions) - 1
        after = f" {counted(waiting, 'more question')} after this one." if waiting else ""
        st.caption(literal(reason_words(asked) + after))


def tell(oddities: Sequence[Oddity]) -> None:
    """Say what does not fit together; nothing was left out for it."""
    for odd in oddities:
        st.info(literal(oddity_words(odd)), icon=":material/info:")


def answers_given(journal: Journal) -> None:
    """List what she answered, each with a way to be asked again."""
    given = journal.cycle_answers()
    if not given:
        return
    with st.expander("What you answered about where cycles start"):
        for answer in reversed(given):
            with st.container(horizontal=True, vertical_alignment="center"):
                what = f"{CYCLE_QUESTION_WORDS[answer.question]}, {date_words(answer.date)}"
                st.markdown(literal(f"{what}: {CYCLE_REPLY_WORDS[answer.reply].lower()}"))
                st.button(
                    "Ask again",
                    key=f"cycle.ask_again.{answer.question}.{answer.date.isoformat()}",
                    type="tertiary",
                    on_click=_ask_again,
                    args=(journal, answer),
                )


def _answer(journal: Journal, answer: CycleAnswer) -> None:
    try:
        journal.answer_cycle_question(answer)
    except JournalError as failure:
        st.toast(literal(str(failure)))


def _ask_again(journal: Journal, answer: CycleAnswer) -> None:
    try:
        journal.withdraw_cycle_answer(answer.date, answer.question)
    except JournalError as failure:
        st.toast(literal(str(failure)))
