from datetime import date
from enum import StrEnum

import pytest

from journal.domain import labels
from journal.domain.contexts import ContextKind
from journal.domain.cycle_answers import CycleQuestion, CycleReply
from journal.domain.days import Bleeding, LhTest, Mucus, Partner, SignStrength, Touch
from journal.domain.intentions import IntentionSource
from journal.domain.moments import Author, BidResponse, Initiator, WithWhom
from journal.domain.owner_settings import Situation, TimeAxis
from journal.domain.partner_card import CardPart
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage
from tests.builders import on

TABLES = [
    (labels.BLEEDING_WORDS, Bleeding),
    (labels.LH_TEST_WORDS, LhTest),
    (labels.MUCUS_WORDS, Mucus),
    (labels.TOUCH_WORDS, Touch),
    (labels.PARTNER_WORDS, Partner),
    (labels.STRENGTH_WORDS, SignStrength),
    (labels.INITIATOR_WORDS, Initiator),
    (labels.RESPONSE_WORDS, BidResponse),
    (labels.AUTHOR_WORDS, Author),
    (labels.WITH_WHOM_WORDS, WithWhom),
    (labels.INTENTION_SOURCE_WORDS, IntentionSource),
    (labels.CARD_PART_WORDS, CardPart),
    (labels.CONTEXT_WORDS, ContextKind),
    (labels.STAGE_WORDS, Stage),
    (labels.CYCLE_QUESTION_WORDS, CycleQuestion),
    (labels.CYCLE_REPLY_WORDS, CycleReply),
    (labels.SITUATION_WORDS, Situation),
    (labels.AXIS_WORDS, TimeAxis),
]


@pytest.mark.parametrize(("words", "kind"), TABLES, ids=lambda item: getattr(item, "__name__", ""))
def test_every_value_has_its_own_words(words: dict[StrEnum, str], kind: type[StrEnum]) -> None:
    assert list(kind) == list(words)
    assert len(kind) == len(set(words.values()))
    assert all(text.strip() == text and text for text in words.values())


def test_a_date_is_written_day_first() -> None:
    assert labels.date_words(date(2026, 5, 4)) == "4 May 2026"
    assert labels.weekday_words(date(2026, 5, 4)) == "Monday 4 May 2026"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2026, 3, 1), date(2026, 4, 1), "1 to 31 March 2026"),
        (date(2026, 3, 1), date(2026, 5, 31), "1 March to 30 May 2026"),
        (date(2025, 12, 30), date(2026, 1, 3), "30 December 2025 to 2 January 2026"),
        (date(2026, 3, 1), date(2026, 3, 2), "1 March 2026"),
        (date(2026, 3, 1), date(2026, 3, 1), "no days"),
    ],
)
def test_a_span_names_its_last_date_not_the_first_date_outside(
    start: date, end: date, words: str
) -> None:
    assert labels.span_words(DateRange(start, end)) == words


def test_a_count_agrees_with_its_noun() -> None:
    assert labels.counted(1, "day") == "1 day"
    assert labels.counted(0, "day") == "0 days"
    assert labels.counted(1204, "day") == "1,204 days"
    assert labels.counted(2, "entry", "entries") == "2 entries"


def test_a_list_reads_as_a_sentence_has_it() -> None:
    assert labels.listed([]) == ""
    assert labels.listed(["mood"]) == "mood"
    assert labels.listed(["mood", "desire", "connection"]) == "mood, desire and connection"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "Today, Sunday 22 November"),
        (date(2026, 11, 21), "Yesterday, Saturday 21 November"),
        (date(2026, 11, 20), "Friday 20 November 2026"),
    ],
)
def test_today_and_yesterday_are_called_so(day: date, words: str) -> None:
    assert labels.day_name_words(day, date(2026, 11, 22)) == words


@pytest.mark.parametrize(
    ("first", "after", "with_year", "without"),
    [
        ("2026-05-03", "2026-05-04", "on 3 May 2026", "on 3 May"),
        ("2026-05-03", "2026-05-08", "between 3 and 7 May 2026", "between 3 and 7 May"),
        ("2026-04-28", "2026-05-04", "between 28 April and 3 May 2026", None),
        ("2027-05-03", "2027-05-08", "between 3 and 7 May 2027", "between 3 and 7 May 2027"),
        ("2026-12-28", "2027-01-04", "between 28 December 2026 and 3 January 2027", None),
    ],
)
def test_a_likely_span_is_written_with_its_year_only_where_it_is_another(
    first: str, after: str, with_year: str, without: str | None
) -> None:
    span = DateRange(on(first), on(after))
    assert with_year == labels.between_words(span)
    short = without or with_year.removesuffix(" 2026")
    assert short == labels.between_words(span, on("2026-01-01"))
