"""What a calendar of her own is given."""

import pytest

from journal.domain.errors import TextTooLong
from journal.domain.own_calendar import LONGEST_TITLE, OwnCalendar


def test_at_the_beginning_it_has_the_usual_words_and_no_reminder() -> None:
    assert (OwnCalendar().title, OwnCalendar().remind_at) == ("", None)


def test_a_title_has_a_longest_length() -> None:
    longest = "x" * LONGEST_TITLE
    assert longest == OwnCalendar(longest).title
    with pytest.raises(TextTooLong, match="up to 80 characters long; this has 81"):
        OwnCalendar(longest + "x")
