"""What a reader wrote stands under what it is about, and at the end where that is not shown."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import event
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element, Node

from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.answers import Finding
from journal.analysis.relations.questions import CycleWindowQuestion
from journal.analysis.relations.words import finding_words
from journal.charts.account_words import ACCOUNT_TITLE
from journal.charts.bids_words import TITLE as BIDS_TITLE
from journal.charts.cycle_lengths_words import TITLE as LENGTHS_TITLE
from journal.charts.relations_forest_words import TITLE as FOREST_TITLE
from journal.charts.signs_heat_words import TITLES as SIGNS_TITLES
from journal.domain.grants import Grant, LinkTerms, Passes
from journal.domain.replies import Reply, ReplyKind
from journal.storage import OwnerJournal, memory_journal
from journal.views.replies_placed import ELSEWHERE, ON_CHART, ON_FINDING, ON_PART
from journal.views.reply_places import PARTS_OF_PAGES
from tests.opened_pages import opened
from tests.relation_builders import answered, found

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
# Of each page that has sections, the parts and the charts of a shared view that each shows.
SECTIONS = {
    ("cycle", "Now"): (),
    ("cycle", "Cycles"): ("cycles", "bleeding"),
    ("cycle", "Stage"): ("stage",),
    ("connection", "Now"): ("moments",),
    ("connection", "Account"): ("account",),
    ("connection", "Bids"): ("bids",),
    ("connection", "Time apart"): (),
    ("connection", "Felt"): ("felt",),
    ("connection", "For my partner"): ("card",),
    ("patterns", "What goes with what"): ("findings",),
    ("patterns", "Signs"): ("signs",),
    ("patterns", "Before and after"): (),
}
CHARTS = {
    "account": ACCOUNT_TITLE,
    "bids": BIDS_TITLE,
    "cycles": LENGTHS_TITLE,
    "findings": FOREST_TITLE,
    "signs": next(iter(SIGNS_TITLES.values())),
}


@pytest.fixture
def journal() -> OwnerJournal:
    # Each is written at an instant of its own, so that the newest stands first and no other.
    ticks = count()
    journal = memory_journal(lambda: NOW + timedelta(seconds=next(ticks)))
    for ago in range(5):
        journal.save_day(TODAY - timedelta(ago), {"mood": 4 + ago % 3, "desire": 3})
    return journal


@pytest.fixture
def link(journal: OwnerJournal) -> Grant:
    return journal.make_link("Ada", Passes(cycle=True), LinkTerms(), lasting_days=30)[0]


def write(journal: OwnerJournal, link: Grant, words: str, subject: str, title: str = "") -> None:
    journal.take_replies(
        link.id, [Reply(ReplyKind.COMMENT, words, subject=subject, title=title or subject)]
    )


def page_of(journal: OwnerJournal, name: str, **state: object) -> AppTest:
    module = name.replace("-", "_")
    return opened(f"journal.pages.{module}.render", journal, TODAY, **state)


def laid_out(node: Node) -> Iterator[str]:
    """Return what is written on a page from its top to its end."""
    if isinstance(node, Block):
        for child in node.children.values():
            yield from laid_out(child)
    elif isinstance(node, Element):
        written = getattr(node.proto, "body", "") or getattr(node.proto, "alt", "")
        if written:
            yield str(written).replace("\\", "").replace("\u2060", "")


def order(page: AppTest, *words: str) -> list[str]:
    """Return the words in the order in which they stand on the page, each as often as it does."""
    return [said for piece in laid_out(page.main) for said in words if said in piece]


def heading_above(page: AppTest, words: str) -> str:
    """Return below which of the headings a comment stands; it stands there once."""
    told = order(page, ON_CHART, ON_FINDING, ON_PART, ELSEWHERE, words)
    assert told.count(words) == 1
    return told[told.index(words) - 1] if told.index(words) else ""


@contextmanager
def asked_of_shares(journal: OwnerJournal) -> Iterator[list[str]]:
    """Gather every statement that asks what is shared, or what was written about it."""
    asked: list[str] = []

    def note(*said: object) -> None:
        if "share_" in str(said[2]):
            asked.append(str(said[2]))

    event.listen(journal._engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(journal._engine, "before_cursor_execute", note)


def test_a_comment_on_a_chart_stands_between_it_and_the_next(
    journal: OwnerJournal, link: Grant
) -> None:
    charts = ("Mood by cycle day", "Desire by cycle day", "Calm by cycle day")
    for number, title in enumerate(charts):
        write(journal, link, f"On {title[:4]}", f"by_cycle-{number + 1}", title)
    page = page_of(journal, "by-cycle-day", **{"by_cycle_day.ratings": ["mood", "desire"]})
    heads = [f"<h2>{title}</h2>" for title in charts]
    said = ["On Mood", "On Desi", "On Calm"]
    expected = [heads[0], ON_CHART, said[0], heads[1], ON_CHART, said[1], ELSEWHERE, said[2]]
    assert expected == order(page, *heads, *said, ON_CHART, ELSEWHERE)


def test_it_stands_below_what_the_chart_says_and_does_not_name_it_again(
    journal: OwnerJournal, link: Grant
) -> None:
    write(journal, link, "It rises", "ratings-1", "Mood and desire over time")
    write(journal, link, "And this?", "ratings-1", "Mood over time")
    page = page_of(journal, "over-time", **{"over_time.ratings": ["mood", "desire"]})
    said = ["chart-card-words", ON_CHART, "about “Mood over time”", "And this?", "It rises"]
    assert said == order(page, *said, "about “Mood and desire over time”", ELSEWHERE)


@pytest.mark.parametrize(("page", "section"), SECTIONS)
def test_a_section_has_the_comments_on_what_it_shows_and_the_others_stand_at_the_end(
    journal: OwnerJournal, link: Grant, page: str, section: str
) -> None:
    parts = [part for part in PARTS_OF_PAGES[page] if part != "standing"]
    own = [part for part in parts if part in SECTIONS[page, section]]
    for part in parts:
        write(journal, link, f"About {part} as a whole", part, "What goes with what, over 3 years")
        if part in CHARTS:
            write(journal, link, f"About the chart of {part}", f"{part}-1", CHARTS[part])
    shown = page_of(journal, page, **{f"{page}.section": section})
    said = order(shown, *(f"<h2>{title}</h2>" for title in CHARTS.values()), ON_CHART, "the chart")
    drawn = [part for part in own if part in CHARTS]
    expected = [said for part in drawn for said in (f"<h2>{CHARTS[part]}</h2>", ON_CHART)]
    assert expected == said[: len(expected)]
    for part in parts:
        where = ON_PART if part in own else ELSEWHERE
        assert where == heading_above(shown, f"About {part} as a whole")
        if part in CHARTS:
            where = ON_CHART if part in own else ELSEWHERE
            assert where == heading_above(shown, f"About the chart of {part}")


def test_where_she_stands_has_its_comments_right_below_whatever_section_is_open(
    journal: OwnerJournal, link: Grant
) -> None:
    write(journal, link, "About today", "standing")
    shown = page_of(journal, "cycle")
    assert order(shown, ON_PART, "About today", ELSEWHERE) == [ON_PART, "About today"]


def test_a_review_has_the_comments_on_what_it_gathers(journal: OwnerJournal, link: Grant) -> None:
    for part in PARTS_OF_PAGES["review"]:
        write(journal, link, f"About {part}", part)
    shown = page_of(journal, "review")
    assert {ON_PART} == {heading_above(shown, f"About {part}") for part in PARTS_OF_PAGES["review"]}
    earlier = page_of(journal, "review", **{"review.kind": "since_conversation"})
    assert heading_above(earlier, "About contexts") == ELSEWHERE


def rows(journal: OwnerJournal, findings: list[Finding]) -> AppTest:
    """Show findings, each with what is about it."""

    # Runs as a script of its own, where the names of this file are not known.
    def run(journal: "OwnerJournal", findings: "list[Finding]", today: "date") -> None:
        import streamlit as st  # noqa: PLC0415  # as above

        from journal.analysis.relations.words import finding_words  # noqa: PLC0415  # as above
        from journal.views import replies_placed as placed  # noqa: PLC0415  # as above

        written = placed.replies_of_page(journal, today, "patterns")
        for finding in findings:
            st.markdown(finding_words(finding, {}))
            placed.replies_under_finding(written, finding, {})
        placed.replies_left(written)

    kwargs = {"journal": journal, "findings": findings, "today": TODAY}
    page = AppTest.from_function(run, kwargs=kwargs, default_timeout=60).run()
    assert not page.exception
    return page


def test_a_comment_on_a_finding_stands_under_its_row_though_the_days_were_others(
    journal: OwnerJournal, link: Grant
) -> None:
    def of(outcome: str, days: int) -> Finding:
        question = CycleWindowQuestion(outcome, Window.PREMENSTRUAL)
        return found(answered(question, days=days))

    for outcome in ("mood", "calm", "energy"):
        read = finding_words(of(outcome, 90), {})
        write(journal, link, f"On {outcome}", "findings", read)
    page = rows(journal, [of("calm", 212), of("mood", 212)])
    row, read = "212 days", "90 days"
    expected = [
        *(row, ON_FINDING, read, "On calm"),
        *(row, ON_FINDING, read, "On mood"),
        *(ELSEWHERE, read, "On energy"),
    ]
    said = ("On calm", "On mood", "On energy")
    assert expected == order(page, row, read, *said, ON_FINDING, ELSEWHERE)


@pytest.mark.parametrize("page", PARTS_OF_PAGES)
def test_a_page_asks_once_where_nobody_wrote_anything(journal: OwnerJournal, page: str) -> None:
    with asked_of_shares(journal) as asked:
        page_of(journal, page)
    # Small things agreed on are asked for where intentions are.
    own = [said for said in asked if "share_reply" in said]
    assert len(own) == (2 if page == "connection" else 1)
    assert len(asked) == len(own)


def test_a_comment_stands_on_its_page_and_on_no_other(journal: OwnerJournal, link: Grant) -> None:
    write(journal, link, "It rises", "ratings-1", "Mood over time")
    for page in PARTS_OF_PAGES:
        there = order(page_of(journal, page), "It rises")
        assert (["It rises"] if page == "over-time" else []) == there
