"""The sentence that says what a chosen file is, before anything of it is written."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from journal.exchange.importing.parsed import Choices
from journal.exchange.importing.planning import plan
from journal.exchange.importing.removed import Removed
from journal.storage import memory_journal
from journal.views.import_preview import removed_words, understood
from tests.exchange.importing.app_files import TODAY, drip, read
from tests.exchange.importing.fuzz import as_json
from tests.exchange.importing.table_files import MENSTRUDEL_SEX
from tests.exchange.importing.text_files import fertility_friend, ovumcy, samsung

TWO_WAYS = fertility_friend({"Date": "03/05/2026", "BBT": "97.2"})


def sentence(content: bytes, choices: Choices) -> str:
    """Return what the page says of a file."""
    journal = memory_journal(lambda: datetime(2026, 6, 30, 12, tzinfo=UTC))
    parsed = read(content, choices)
    return understood(parsed, plan(parsed, journal, today=TODAY))


@pytest.mark.parametrize(
    ("content", "choices", "words"),
    [
        (
            TWO_WAYS,
            {},
            (
                "This is a Fertility Friend CSV file. "
                "It needs one answer of yours first: how its dates are written."
            ),
        ),
        (
            TWO_WAYS,
            {"fertility_friend.date_order": "day_first"},
            "This is a Fertility Friend CSV file with 1 day, of 3 May 2026.",
        ),
        (
            samsung("flow", ("2026-03-05", "2")),
            {},
            (
                "This is a Samsung Health cycle tables file. "
                "It has no day the journal could record until you say what its words mean."
            ),
        ),
        (
            drip({"date": "2026-03-05"}),
            {},
            "This is a drip CSV file, and it has no day the journal could record.",
        ),
        (
            as_json(MENSTRUDEL_SEX),
            {},
            "This is a Menstrudel file with 3 moments, from 14 March 2026 to 16 March 2026.",
        ),
        (
            ovumcy({"Flow": "Light"}),
            {},
            "This is an ovumcy export file with 1 day, of 5 March 2026.",
        ),
    ],
)
def test_a_file_is_named_with_what_it_holds_or_what_it_waits_for(
    content: bytes, choices: Mapping[str, str], words: str
) -> None:
    assert sentence(content, choices) == words


@pytest.mark.parametrize(
    ("counts", "come_back", "words"),
    [
        ({"moment": 3}, False, "3 moments you removed stay removed."),
        ({"context": 1}, False, "1 context you removed stays removed."),
        (
            {"day": 2, "moment": 1, "intention": 1},
            False,
            "1 moment, 2 entries of days and 1 intention you removed stay removed.",
        ),
        ({"day": 1}, True, "1 entry of a day you removed comes back."),
        ({"moment": 1, "stage": 2}, True, "1 moment and 2 stages you removed come back."),
    ],
)
def test_what_she_removed_is_counted_in_one_sentence(
    counts: Mapping[str, int], words: str, *, come_back: bool
) -> None:
    assert removed_words(Removed(counts, come_back)) == words
