from journal.analysis.review.notes import ReviewNote, notes_in
from journal.domain.moments import Author, Moment
from journal.domain.ranges import DateRange
from tests.builders import day, on
from tests.in_memory_journal import InMemoryJournal

SPAN = DateRange(on("2026-11-01"), on("2026-11-23"))


def test_notes_of_days_and_moments_come_oldest_first() -> None:
    journal = InMemoryJournal(
        [day("2026-11-03", note="Rain."), day("2026-11-01", note="Soup.")],
        [Moment(on("2026-11-03"), "thanks", "m", note="For the tea.")],
    )
    assert notes_in(journal, SPAN) == (
        ReviewNote("2026-11-01", on("2026-11-01"), "Soup."),
        ReviewNote("2026-11-03", on("2026-11-03"), "Rain."),
        ReviewNote("moment-m", on("2026-11-03"), "For the tea.", "Thanks"),
    )


def test_empty_notes_and_those_of_other_days_are_not_among_them() -> None:
    journal = InMemoryJournal(
        [day("2026-11-03", note="  "), day("2026-10-31", note="Before."), day("2026-11-04", mood=5)]
    )
    assert notes_in(journal, SPAN) == ()


def test_what_a_partner_wrote_is_not_hers_to_hand_on() -> None:
    theirs = Moment(on("2026-11-03"), "thanks", "m", note="From me.", author=Author.PARTNER)
    assert notes_in(InMemoryJournal((), [theirs]), SPAN) == ()
