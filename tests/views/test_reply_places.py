"""What a reply is about, told from its subject and its title."""

import pytest

from journal.analysis.report.choices import PART_NAMES, PartCode
from journal.domain.replies import LONGEST_TITLE, Reply, ReplyKind
from journal.views.reply_places import (
    PARTS_OF_PAGES,
    is_about_a_finding,
    is_about_a_part,
    is_about_chart,
    part_of,
)


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
