import re

import pytest

from journal.analysis.review.notes import notes_in
from journal.analysis.review.review import Review
from journal.analysis.review.words import Theme, review_parts
from journal.exchange.review_file import review_html, review_stem, review_text
from tests.support.reviews import MARKUP, made, small_journal


@pytest.fixture(scope="module")
def small() -> Review:
    return made(small_journal(rise=2))


def test_a_file_is_named_by_the_days_it_is_about(small: Review) -> None:
    assert review_stem(small.span.range_) == "tending-review-2026-10-23-to-2026-11-22"


def test_the_text_holds_every_sentence_of_the_review(small: Review) -> None:
    text = review_text(small)
    for part in review_parts(small):
        for said in (part.title, *part.lines, *part.items):
            assert said in text
    assert text.startswith("Review, 23 October to 22 November 2026\n")
    assert "“You” is the person who keeps this journal." in text


def test_the_page_runs_nothing_and_loads_nothing(small: Review) -> None:
    page = review_html(small)
    assert "<script" not in page
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert not re.findall(r"(?:src|href|url)\s*[=(]", page)


def test_what_she_typed_is_text_in_the_page_and_stays_as_typed_in_the_text(small: Review) -> None:
    notes = notes_in(small_journal(), small.span.range_)
    page, text = review_html(small, notes), review_text(small, notes)
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt; **bold**" in page
    assert MARKUP in text


def test_notes_she_did_not_choose_are_in_no_file(small: Review) -> None:
    assert "alert(1)" not in review_html(small) + review_text(small)


def test_ratings_are_drawn_with_their_numbers_beside_them(small: Review) -> None:
    page = review_html(small)
    assert page.count("<svg") == 2  # mood and calm
    assert "<td>7 · 31 days</td><td>5 · 31 days</td>" in page
    assert page.index("<svg") < page.index("What changed")


def test_what_she_leaves_out_is_in_no_file(small: Review) -> None:
    out = frozenset({Theme.RATINGS, Theme.MOMENTS})
    for written in (review_html(small, (), out), review_text(small, (), out)):
        assert "What changed" not in written
        assert "Moments and bids" not in written
        assert "Headache" in written
    assert "<svg" not in review_html(small, (), out)
