"""What a reply is about, told from its subject and its title, and where it stands by that."""

from datetime import date

import pytest

from journal.analysis.report.choices import PART_NAMES, PartCode
from journal.domain.replies import LONGEST_TITLE, Reply, ReplyKind
from journal.pages import connection, cycle, patterns
from journal.views.reply_places import (
    PARTS_OF_PAGES,
    SECTIONS_OF_PARTS,
    ReplyPlace,
    is_about_a_finding,
    is_about_a_part,
    is_about_chart,
    part_of,
    place_of,
)

TODAY = date(2026, 11, 22)
SECTIONS = {
    "connection": connection.SECTIONS,
    "cycle": cycle.SECTIONS,
    "patterns": patterns.SECTIONS,
}


def about(subject: str, title: str) -> Reply:
    return Reply(ReplyKind.COMMENT, "Hello", subject=subject, title=title)


@pytest.mark.parametrize(
    ("subject", "part"),
    [("ratings", "ratings"), ("by_cycle-12", "by_cycle"), ("-1", "-1"), ("a-b", "a-b"), ("", "")],
)
def test_a_chart_belongs_to_the_part_it_is_named_after(subject: str, part: str) -> None:
    assert part_of(subject) == part


def test_every_part_has_its_page_and_none_has_two() -> None:
    placed = [part for parts in PARTS_OF_PAGES.values() for part in parts]
    assert len(placed) == len(set(placed))
    assert set(PartCode) <= set(placed)


def test_a_comment_is_about_a_chart_a_finding_or_a_part_and_never_two_of_them() -> None:
    findings = PART_NAMES[PartCode.FINDINGS]
    chart = about("findings-1", f"{findings}, by size")
    finding = about("findings", "Your mood varies over the cycle: not as on other days.")
    part = about("findings", f"{findings}, over the days shared here")
    assert is_about_chart(chart, chart.title)
    assert not is_about_a_part(chart)
    assert not is_about_a_finding(chart)
    assert is_about_a_finding(finding)
    assert not is_about_a_part(finding)
    assert not is_about_chart(finding, finding.title)
    assert is_about_a_part(part)
    assert not is_about_a_finding(part)


@pytest.mark.parametrize(
    ("read", "drawn", "same"),
    [
        ("Bids over the weeks", "Bids over the weeks", True),
        ("Mood by cycle day", "Desire by cycle day", False),
        ("Mood by cycle day", "Mood by days since the last bleed", False),
        ("Mood over time", "Mood, desire and connection over time", True),
        ("Desire and connection over time", "Mood, desire and connection over time", True),
        ("Mood and calm over time", "Mood, desire and connection over time", False),
        ("Mood over time", "Over time", False),
        ("W" * LONGEST_TITLE, "W" * (LONGEST_TITLE + 9), True),
    ],
)
def test_a_chart_is_known_by_its_title_and_ratings_by_being_drawn(
    read: str, drawn: str, *, same: bool
) -> None:
    assert same == is_about_chart(about("part-1", read), drawn)


@pytest.mark.parametrize(
    ("subject", "place"),
    [
        ("ratings-1", ReplyPlace("over-time")),
        ("by_cycle", ReplyPlace("by-cycle-day")),
        ("findings", ReplyPlace("patterns", "What goes with what")),
        ("signs-2", ReplyPlace("patterns", "Signs")),
        ("bleeding", ReplyPlace("cycle", "Cycles")),
        ("standing", ReplyPlace("cycle")),
        ("felt", ReplyPlace("connection", "Felt")),
        ("completeness", ReplyPlace("review")),
        ("method", ReplyPlace("share")),
        ("of no view", ReplyPlace("share")),
        ("", ReplyPlace("share")),
    ],
)
def test_a_reply_stands_on_the_page_and_in_the_section_of_its_part(
    subject: str, place: ReplyPlace
) -> None:
    assert place == place_of(about(subject, "Mood"), TODAY)


def test_one_about_a_day_stands_on_that_day_and_one_about_a_day_to_come_where_it_can() -> None:
    said = [
        Reply(ReplyKind.COMMENT, "Hello", date=day, subject="ratings-1")
        for day in (TODAY, date(2026, 11, 23))
    ]
    places = [place_of(reply, TODAY) for reply in said]
    assert places == [ReplyPlace("today", day=TODAY), ReplyPlace("over-time")]


def test_what_was_agreed_stands_among_the_intentions() -> None:
    agreed = Reply(ReplyKind.AGREED, "A walk", date=TODAY)
    assert place_of(agreed, TODAY) == ReplyPlace("connection", "Now")


def test_every_section_a_part_stands_in_is_one_of_its_page() -> None:
    pages = {part: page for page, parts in PARTS_OF_PAGES.items() for part in parts}
    for part, section in SECTIONS_OF_PARTS.items():
        assert section in SECTIONS[pages[part]]
    parts = {part for page in SECTIONS for part in PARTS_OF_PAGES[page]}
    assert SECTIONS_OF_PARTS.keys() == parts - {"standing"}
