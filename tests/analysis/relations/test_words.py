"""Every sentence a finding can become: short, plain, and true to its numbers."""

import itertools
import re
from collections.abc import Iterator
from datetime import date

import pytest

from journal.analysis.day_memory_gate import Lack, LackKind
from journal.analysis.premenstrual_days import Window
from journal.analysis.relations.answers import (
    Contrast,
    Findings,
    NotYet,
    Sureness,
)
from journal.analysis.relations.measure_words import LONGEST_NAME, measure_name
from journal.analysis.relations.questions import (
    APART,
    BALANCE,
    BIDS_MET,
    BIDS_UNMET,
    MOMENTS,
    SLEEP_HOURS,
    ChangeQuestion,
    ChangeSource,
    CycleWholeQuestion,
    CycleWindowQuestion,
    DatedChange,
    ModerationQuestion,
    Question,
    RelationQuestion,
    Timing,
)
from journal.analysis.relations.size_words import Unit, about_words, number_words, size_words
from journal.analysis.relations.waiting_words import (
    far_words,
    is_close,
    looked_at_words,
    waiting_words,
)
from journal.analysis.relations.words import (
    WINDOW_WORDS,
    finding_words,
    full_label,
    question_code,
    question_label,
)
from journal.domain.catalogues import LONGEST_ENTRY_NAME, CatalogueName, shipped_catalogue
from journal.domain.ratings import RATINGS
from tests.relation_builders import answered, found

NAMES = {
    f"sign:{code}": entry.name
    for code, entry in shipped_catalogue(CatalogueName.SIGNS).entries.items()
}
LONG = {"sign:own": "W" * LONGEST_ENTRY_NAME}
MEASURES = (
    *RATINGS,
    *(SLEEP_HOURS, MOMENTS, BIDS_MET, BIDS_UNMET, BALANCE, APART),
    *("sign:own", "sign:headache", "sign:gone_from_the_catalogue"),
)
LONGEST_SENTENCE = 200
JARGON = re.compile(
    r"correlat|coefficient|regress|significan|p.value|outcome|exposure|interval|confidence|"
    r"mixture|effect|estimate|autocorr|lag\b|null|because|cause|boost|due to|thanks to|nan|none\b|"
    r"libido|score|should|must|bad|good|[_!{}%]",
    re.IGNORECASE,
)


def questions() -> Iterator[Question]:
    """Return every kind of question about every kind of measure."""
    for outcome, other in itertools.permutations(MEASURES, 2):
        for timing in Timing:
            yield RelationQuestion(outcome, other, timing)
        yield ModerationQuestion(outcome, other, "stress")
    for outcome in MEASURES:
        yield CycleWholeQuestion(outcome)
        yield from (CycleWindowQuestion(outcome, window) for window in WINDOW_WORDS)
        for source in ChangeSource:
            change = DatedChange(date(2026, 9, 30), "W" * LONGEST_ENTRY_NAME, source)
            yield ChangeQuestion(outcome, change)


def sentences() -> Iterator[str]:
    """Return every sentence, at the sizes that take most words."""
    names = {**NAMES, **LONG}
    for question, sureness in itertools.product(questions(), Sureness):
        for estimate, contrast in ((-7.7, Contrast(3.5, 6.5)), (0.74, Contrast(0, 1)), (0, None)):
            answer = answered(question, estimate, contrast=contrast, days=5479, groups=180)
            ends = (-1.5, -0.7) if sureness is Sureness.SURE else (-1.74, 1.74)
            yield finding_words(found(answer, sureness, ends), names)


def test_every_sentence_is_one_short_plain_sentence() -> None:
    for said in set(sentences()):
        plain = said.replace("W", "")
        assert len(said) <= LONGEST_SENTENCE, said
        assert JARGON.search(plain) is None, said
        assert said.endswith(".")
        assert said[0].isupper() or said[0] == "“"
        assert "  " not in said


def test_every_question_has_a_label_and_something_to_wait_for() -> None:
    lacks = tuple(Lack(kind, 3) for kind in LackKind)
    for question in questions():
        for words in (
            full_label(question, NAMES, Contrast(1, 4)),
            waiting_words(NotYet(question, lacks[:1]), NAMES),
            waiting_words(NotYet(question, lacks), NAMES),
        ):
            assert JARGON.search(words) is None, words


@pytest.mark.parametrize(
    ("question", "contrast", "sentence"),
    [
        (
            RelationQuestion("mood", "stress"),
            Contrast(3, 7),
            (
                "Your mood is about one point of ten lower when stress is 7 rather than 3 "
                "(between half a point and two points; 212 days)."
            ),
        ),
        (
            RelationQuestion("connection", MOMENTS, Timing.DAYS_AFTER),
            Contrast(0, 1),
            (
                "Your connection is about one point of ten lower on the days after one more moment "
                "(between half a point and two points; 212 days)."
            ),
        ),
        (
            RelationQuestion("desire", "sign:headache"),
            Contrast(0, 1),
            (
                "Your desire is about one point of ten lower on days with “Headache” "
                "(between half a point and two points; 212 days)."
            ),
        ),
        (
            RelationQuestion("sign:headache", SLEEP_HOURS),
            Contrast(6.5, 8),
            (
                "“Headache” is about one step weaker after 8 hours of sleep rather than 6½ "
                "(between half a step and two steps; 212 days)."
            ),
        ),
        (
            RelationQuestion(MOMENTS, "stress"),
            Contrast(3, 7),
            (
                "The number of moments is about 1.0 lower when stress is 7 rather than 3 "
                "(between 0.5 and 2.0; 212 days)."
            ),
        ),
        (
            CycleWindowQuestion("mood", Window.PREMENSTRUAL),
            None,
            (
                "Your mood is about one point of ten lower in the five days before a period "
                "(between half a point and two points; 212 days)."
            ),
        ),
        (
            ModerationQuestion("connection", MOMENTS, "stress"),
            Contrast(0, 1),
            (
                "While stress is high, one more moment goes with connection about one point of "
                "ten lower on the days after than otherwise (0.5 to 2.0 lower; 212 days)."
            ),
        ),
    ],
)
def test_a_sure_finding_says_what_how_large_and_over_how_many_days(
    question: Question, contrast: Contrast | None, sentence: str
) -> None:
    assert sentence == finding_words(found(answered(question, contrast=contrast)), NAMES)


def test_a_change_is_named_as_she_named_it_and_a_date_of_her_own_by_its_date() -> None:
    day = date(2026, 3, 2)
    said = {
        source: question_label(ChangeQuestion("mood", DatedChange(day, "New job", source)), NAMES)
        for source in ChangeSource
    }
    assert said == {
        ChangeSource.CONTEXT_START: "Since “New job” began",
        ChangeSource.CONTEXT_END: "Since “New job” ended",
        ChangeSource.STAGE: "Since you named “New job”",
        ChangeSource.OWN: "Since 2 March 2026",
        ChangeSource.SEVERAL: "Since 2 March 2026, when more than one thing changed",
    }


def test_what_may_be_chance_is_said_to_be_so() -> None:
    answer = answered(RelationQuestion("mood", "stress"), -0.4, contrast=Contrast(3, 7))
    assert finding_words(found(answer, Sureness.LIKELY, (-0.8, -0.0)), NAMES) == (
        "Perhaps your mood is about half a point lower when stress is 7 rather than 3, "
        "but it may be chance (212 days)."
    )


def test_what_hardly_differs_is_said_with_its_bound() -> None:
    answer = answered(RelationQuestion("mood", APART), 0.1, groups=4)
    assert finding_words(found(answer, Sureness.HARDLY, (-0.2, 0.3)), NAMES) == (
        "Your mood hardly differs on days apart: less than half a point (212 days, 4 times apart)."
    )


def test_what_cannot_be_told_says_how_far_it_may_lie_to_both_sides() -> None:
    question = CycleWindowQuestion("mood", Window.AROUND_OVULATION)
    answer = answered(question, 0.2, days=88, groups=3)
    assert finding_words(found(answer, Sureness.UNCLEAR, (-0.6, 1.1)), NAMES) == (
        "Your record cannot tell yet whether your mood differs in the days around ovulation "
        "(from 0.6 lower to 1.1 higher; 88 days, 3 cycles)."
    )


def test_the_days_of_a_period_are_spoken_of_as_its_first_four_days() -> None:
    answer = answered(CycleWindowQuestion("mood", Window.PERIOD), -1.0, days=88, groups=3)
    assert finding_words(found(answer), NAMES) == (
        "Your mood is about one point of ten lower in the first four days of a period "
        "(between half a point and two points; 88 days, 3 cycles)."
    )


def test_the_cycle_as_a_whole_has_no_direction() -> None:
    answer = answered(CycleWholeQuestion("mood"), groups=8)
    assert finding_words(found(answer), NAMES) == (
        "Your mood varies over the cycle: before a period and around ovulation it is not as on "
        "other days (212 days, 8 cycles)."
    )


@pytest.mark.parametrize(
    ("size", "unit", "words"),
    [
        (0.04, Unit.POINT, "next to nothing"),
        (0.1, Unit.POINT, "a tenth of a point"),
        (0.25, Unit.POINT, "a quarter of a point"),
        (-0.5, Unit.POINT, "half a point"),
        (0.7, Unit.HOUR, "three quarters of an hour"),
        (1.0, Unit.STEP, "one step"),
        (1.2, Unit.POINT, "one point"),
        (1.3, Unit.POINT, "one and a half points"),
        (1.8, Unit.POINT, "two points"),
        (10.2, Unit.POINT, "ten points"),
        (12.4, Unit.HOUR, "12 hours"),
        (0.34, Unit.COUNT, "0.3"),
        (0.01, Unit.COUNT, "next to nothing"),
        (0.12, Unit.SHARE, "12 in 100"),
        (0.001, Unit.SHARE, "next to nothing"),
    ],
)
def test_a_size_is_said_in_the_words_of_its_scale(size: float, unit: Unit, words: str) -> None:
    assert words == size_words(size, unit)


def test_the_whole_of_the_scale_is_named_from_one_point_on() -> None:
    assert about_words(1.1, Unit.POINT, of_ten=True) == "about one point of ten"
    assert about_words(0.5, Unit.POINT, of_ten=True) == "about half a point"
    assert about_words(1.1, Unit.STEP, of_ten=True) == "about one step"


def test_a_value_is_written_as_she_would_write_it() -> None:
    assert [number_words(number) for number in (7.0, 6.5, 2.25, 0.5, -1.0, -0.5)] == [
        *("7", "6½", "2.2", "0.5", "−1", "−0.5"),
    ]


def test_a_long_name_is_cut_in_sentences_and_whole_in_lists() -> None:
    question = RelationQuestion("mood", "sign:own")
    assert f"“{'W' * (LONGEST_NAME - 1)}…”" in question_label(question, LONG)
    assert measure_name("sign:own", LONG) == "W" * LONGEST_ENTRY_NAME


def test_how_many_were_looked_at_comes_with_what_came_of_them() -> None:
    question = RelationQuestion("mood", "stress")
    kinds = (Sureness.SURE, Sureness.SURE, Sureness.LIKELY, Sureness.HARDLY, Sureness.UNCLEAR)
    some = tuple(found(answered(question), kind) for kind in kinds)
    waiting = (NotYet(question, (Lack(LackKind.RATED_DAYS, 12),)),)
    assert looked_at_words(Findings(some, waiting)) == (
        "5 relations looked at: 2 are sure, 1 may be chance, 1 hardly differs and 1 cannot be "
        "told yet. 1 more needs more days first."
    )
    assert looked_at_words(Findings(some[3:4], ())) == (
        "1 relation looked at: none is sure and 1 hardly differs."
    )
    assert looked_at_words(Findings((), waiting)).endswith("each needs more days, as said below.")
    assert looked_at_words(Findings((), ())).endswith("each needs more days.")


def test_what_is_missing_is_said_of_the_days_it_is_missing_on() -> None:
    question = RelationQuestion("mood", "stress")
    lacks = (Lack(LackKind.RATED_DAYS, 12), Lack(LackKind.UNUSUAL_DAYS, 1))
    assert waiting_words(NotYet(question, lacks), NAMES) == (
        "Mood · stress: 12 more days with your mood noted and 1 more day on which your stress is "
        "not as usual are needed."
    )
    sign = RelationQuestion("mood", "sign:headache")
    lacks = (Lack(LackKind.LOGGED_DAYS, 9), Lack(LackKind.UNUSUAL_DAYS, 8))
    assert waiting_words(NotYet(sign, lacks), {"sign:headache": "Headache"}).endswith(
        ": 9 more days with both noted, “not today” too and 8 more days on which “Headache” is "
        "noted the other way, as there or as “not today” are needed."
    )
    window = CycleWindowQuestion("mood", Window.AROUND_OVULATION)
    assert waiting_words(NotYet(window, (Lack(LackKind.WINDOW_CYCLES, 1),)), NAMES) == (
        "Mood · days around ovulation: 1 more cycle with a day noted in the days around ovulation "
        "is needed."
    )
    assert "cannot be told apart" in waiting_words(NotYet(window, ()), NAMES)
    whole = NotYet(CycleWholeQuestion("mood"), (Lack(LackKind.WINDOW_DAYS, 3),))
    assert waiting_words(whole, NAMES).endswith(
        "3 more days noted before a period and around ovulation are needed."
    )


def test_every_question_has_a_code_of_its_own() -> None:
    day = date(2026, 9, 30)
    unlike = [
        ChangeQuestion("mood", DatedChange(day, name, ChangeSource.CONTEXT_START))
        for name in ("引っ越し", "転職")
    ]
    every = {*questions(), *unlike}
    codes = {question_code(question) for question in every}
    assert len(every) == len(codes)
    assert all(re.fullmatch(r"[a-z0-9-]+", code) for code in codes)


def test_what_is_far_away_is_counted_and_not_listed() -> None:
    question = RelationQuestion("mood", "stress")
    assert is_close(NotYet(question, (Lack(LackKind.RATED_DAYS, 90),)))
    assert not is_close(NotYet(question, (Lack(LackKind.CYCLES, 1), Lack(LackKind.RATED_DAYS, 91))))
    assert not is_close(NotYet(question, ()))
    assert far_words(1) == "1 more relation needs more than 90 days yet."
    assert far_words(12) == "12 more relations need more than 90 days yet."


def test_an_end_that_rounds_to_nothing_has_no_direction() -> None:
    answer = answered(RelationQuestion("mood", "stress"), 0.2, contrast=Contrast(3, 7))
    said = finding_words(found(answer, Sureness.UNCLEAR, (-0.01, 0.7)), NAMES)
    assert "(from 0.0 to 0.7 higher; 212 days)" in said
