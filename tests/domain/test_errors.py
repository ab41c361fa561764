"""Every failure is one sentence for her: it names what happened and what to do."""

import inspect

import pytest

from journal.domain import errors, welcome
from journal.domain.errors import JournalError
from tests.builders import on

SENTENCES = [
    (
        errors.RatingOutOfRange("mood", 11, 0, 10),
        "Mood must be a whole number between 0 and 10, got 11.",
    ),
    (
        errors.QuantityOutOfRange("Sleep", 25, 0, 24, "hours"),
        "Sleep must be between 0 and 24 hours, got 25.",
    ),
    (
        errors.ChoiceUnknown("lh_test", "maybe", ["negative", "positive"]),
        "'maybe' is not a choice for lh test; it can be negative, positive.",
    ),
    (errors.FieldUnknown("libido"), "A day has no field called 'libido'."),
    (
        errors.TextTooLong("A note", 20_001, 20_000),
        "A note can be up to 20,000 characters long; this has 20,001.",
    ),
    (errors.NameMissing("this event"), "Please give this event a name."),
    (
        errors.DayInFuture(on("2026-11-23")),
        "Monday 23 November 2026 has not come yet. A day can be recorded once it is here.",
    ),
    (
        errors.RangeBackwards(on("2026-03-10"), on("2026-03-09")),
        "A span cannot end on 9 March 2026, before it starts on 10 March 2026.",
    ),
    (
        errors.TimeUnreadable("25:99"),
        "'25:99' is no time of day. Please write 21:30, or leave it empty.",
    ),
    (
        errors.MomentMissing(),
        "That moment is no longer in your journal; it may have been removed in another tab.",
    ),
    (
        errors.ContextMissing(),
        "That entry is no longer in your journal; it may have been removed in another tab.",
    ),
    (
        errors.IntentionMissing(),
        "That intention is no longer in your journal; it may have been removed in another tab.",
    ),
    (
        errors.WeekFull(3),
        ("A week has room for up to 3 intentions. Please take one out before you choose another."),
    ),
    (
        errors.CardFull(5),
        ("The card has room for up to 5 small things. Please take one off before you add another."),
    ),
    (
        errors.MappingsFull(20),
        (
            "The journal keeps what the columns of up to 20 tables mean. "
            "Please let it forget one before you bring another."
        ),
    ),
    (
        errors.ScaleEmpty(),
        "The two ends of a scale must be two different numbers, such as 1 and 5.",
    ),
    (
        errors.GrantMissing(),
        "This is no longer among what you share. Nothing was changed.",
    ),
    (
        errors.LinkNotRenewed(),
        "No new link can be made here: there is one already, or it has ended. Nothing was changed.",
    ),
    (
        errors.LinkPassphraseMissing(),
        "This link asks for a passphrase. Please choose one first.",
    ),
    (
        errors.CatalogueBroken("moments.csv", 7, "repeats the code hug"),
        "The catalogue moments.csv cannot be read: line 7 repeats the code hug.",
    ),
    (
        errors.BirthYearOutOfRange(1850, 1900, 2026),
        "A birth year must be between 1900 and 2026, got 1850.",
    ),
    (
        errors.JournalUnreachable("journal.db"),
        (
            "The journal journal.db cannot be opened. Please see whether its folder or server is "
            "there and may be written to, and reload the page."
        ),
    ),
    (
        errors.JournalNotWritten(),
        (
            "The journal's file could not be written. Please see whether the disk is full or "
            "another program holds the file, and enter it again. What was saved before is safe."
        ),
    ),
    (
        errors.JournalUnreadable("journal.db"),
        (
            "journal.db is not a journal, or it is damaged. Nothing was changed. "
            "Please put a copy from a backup in its place."
        ),
    ),
    (
        welcome.TwoLastBleeds(on("2026-05-01"), 3),
        (
            "The first day of your last bleed, 1 May 2026, and “day 3” name two different days. "
            "Please keep the one you are sure of and clear the other."
        ),
    ),
]


@pytest.mark.parametrize(
    ("failure", "sentence"), SENTENCES, ids=[type(failure).__name__ for failure, _ in SENTENCES]
)
def test_each_failure_says_its_sentence(failure: JournalError, sentence: str) -> None:
    assert str(failure) == sentence


def test_no_failure_of_the_domain_is_without_a_tested_sentence() -> None:
    known = {
        kind
        for module in (errors, welcome)
        for kind in vars(module).values()
        if inspect.isclass(kind) and issubclass(kind, JournalError) and kind is not JournalError
    }
    assert known == {type(failure) for failure, _ in SENTENCES}
