import re

import pytest

from journal.cycle.stage_evidence import (
    Caution,
    CriterionKind,
    Finding,
    Remark,
    StageEvidence,
    Unreadable,
)
from journal.cycle.stage_words import (
    CRITERION_ASKS,
    CRITERION_MARKS,
    CRITERION_NAMES,
    FINDING_WORDS,
    REMARK_WORDS,
    STAGE_EXPLANATION,
    UNREADABLE_WORDS,
    caution_words,
    criterion_words,
    evidence_words,
    remark_words,
    span_lines,
)
from journal.domain.contexts import Context, ContextKind
from journal.domain.owner_settings import Situation
from journal.domain.stages import Stage
from tests.stage_builders import ago, criterion_of, evidence_for

REGULAR = [28, 29, 28, 27]
VARIABLE = [28, 36, 28, 28, 37, 28]
HORMONES = Context(ContextKind.HORMONE_THERAPY, ago(100))
PCOS = Context(ContextKind.PCOS, ago(100))


def lines_of(evidence: StageEvidence, kind: CriterionKind) -> tuple[str, ...]:
    return span_lines(criterion_of(evidence, kind))


def found_of(evidence: StageEvidence, kind: CriterionKind) -> str:
    return criterion_words(criterion_of(evidence, kind), evidence)


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (
            evidence_for([28, 70], 62),
            (
                "Two gaps of 60 days or more since July 2026; by STRAW+10 this matches the late "
                "menopausal transition."
            ),
        ),
        (
            evidence_for([28, 70], 12),
            (
                "One gap of 60 days or more since September 2026; by STRAW+10 this matches the "
                "late menopausal transition."
            ),
        ),
        (
            evidence_for(VARIABLE, 5),
            (
                "Two cycles that differ by 7 days or more since June 2026; by STRAW+10 this "
                "matches the early menopausal transition."
            ),
        ),
        (
            evidence_for(REGULAR, 5),
            (
                "Your bleeding pattern matches the reproductive years. Bleeding alone cannot "
                "divide them; from 40 on this journal writes them as −3, undivided."
            ),
        ),
        (
            evidence_for(REGULAR, 5, age=30),
            (
                "Your bleeding pattern matches the reproductive years. Bleeding alone cannot "
                "divide them."
            ),
        ),
        (
            evidence_for(REGULAR, 500),
            (
                "There has been no bleeding since the period of 10 July 2025; by STRAW+10 this "
                "matches early postmenopause, second year. The twelve months after that period "
                "were the first year of postmenopause."
            ),
        ),
        (
            evidence_for([400], 5),
            (
                "There was no bleeding for 400 days after the period of 13 October 2025; by "
                "STRAW+10 this matches early postmenopause, second year. The twelve months after "
                "that period were the first year of postmenopause."
            ),
        ),
        (
            evidence_for(REGULAR, 900, contexts=[HORMONES]),
            (
                "Twelve months without bleeding had passed after 5 June 2024; by STRAW+10 this "
                "matches early postmenopause, third year and later. The twelve months after that "
                "period were the first year of postmenopause."
            ),
        ),
        (
            evidence_for(REGULAR, 50, contexts=[Context(ContextKind.OVARIES_REMOVED, ago(40))]),
            (
                "You noted a menopause through an operation or treatment on 13 October 2026. It "
                "has a date of its own, and STRAW+10 does not stage it."
            ),
        ),
        (
            evidence_for(REGULAR, 50, contexts=[HORMONES]),
            (
                "No stage can be read for now, because bleeding says little of stages with what "
                "you noted: hormone therapy."
            ),
        ),
        (
            evidence_for(REGULAR, 50, contexts=[PCOS]),
            (
                "No stage can be read for now, because the bleeding criteria are unreliable with "
                "what you noted: polycystic ovary syndrome (PCOS)."
            ),
        ),
        (
            evidence_for(REGULAR, 5, situation=Situation.HORMONES),
            (
                "No stage can be read from your bleeding, because you said that you use hormones "
                "or cannot tell."
            ),
        ),
        (
            evidence_for([28, 90, 28], 5, age=None),
            (
                "No stage can be read from your bleeding, because your year of birth is not in "
                "the journal, and what this means depends on age."
            ),
        ),
        (
            evidence_for([], None),
            (
                "No stage can be read from your bleeding, because your record has no period to "
                "count from."
            ),
        ),
        (
            evidence_for([28], 5),
            (
                "No stage can be read yet, because your record has fewer than 3 cycles from one "
                "period to the next."
            ),
        ),
        (
            evidence_for([90], 5, age=33),
            "Before 40 this journal reads no stage from bleeding.",
        ),
    ],
)
def test_the_pattern_is_said_or_why_it_cannot_be(evidence: StageEvidence, words: str) -> None:
    assert words == evidence_words(evidence)


def test_gaps_are_written_with_their_dates_and_days() -> None:
    evidence = evidence_for([28, 70, 28], 65)
    assert lines_of(evidence, CriterionKind.SIXTY_DAY_GAP) == (
        "12 June to 21 August 2026, 70 days",
        "since 18 September 2026, 65 days so far",
    )


def test_a_gap_over_new_year_names_both_years() -> None:
    evidence = evidence_for([90], 290)
    assert lines_of(evidence, CriterionKind.SIXTY_DAY_GAP)[0] == (
        "7 November 2025 to 5 February 2026, 90 days"
    )


def test_deviating_cycles_are_written_with_the_length_before() -> None:
    assert lines_of(evidence_for(VARIABLE, 5), CriterionKind.SEVEN_DAY_DIFFERENCE) == (
        "13 June to 19 July 2026: 36 days, after one of 28",
        "13 September to 20 October 2026: 37 days, after one of 28",
    )


def test_a_criterion_says_met_not_met_or_why_it_cannot_be_known() -> None:
    evidence = evidence_for([28, 70], 12)
    assert found_of(evidence, CriterionKind.SIXTY_DAY_GAP) == "Met."
    assert found_of(evidence, CriterionKind.TWELVE_MONTHS) == "Not met."
    assert found_of(evidence, CriterionKind.SEVEN_DAY_DIFFERENCE) == (
        "Not knowable, because your record has fewer than 3 cycles from one period to the next."
    )


def test_a_criterion_names_the_context_that_hides_it() -> None:
    both = evidence_for(REGULAR, 50, contexts=[HORMONES, PCOS, HORMONES])
    assert found_of(both, CriterionKind.TWELVE_MONTHS) == (
        "Not knowable, because bleeding says little of stages with what you noted: hormone "
        "therapy and polycystic ovary syndrome (PCOS)."
    )


def test_twelve_months_that_ended_before_forty_are_said_to_count_for_nothing() -> None:
    evidence = evidence_for([500, *[28] * 80], 10, age=45)
    assert found_of(evidence, CriterionKind.TWELVE_MONTHS) == (
        "Met, but before 40, where this journal reads no stage from it."
    )


def test_bleeding_after_a_year_is_dated_and_sent_to_a_doctor() -> None:
    evidence = evidence_for([400], 5)
    (caution,) = evidence.cautions
    said = caution_words(caution, evidence)
    assert said.startswith(
        "There was bleeding on 17 November 2026, more than a year after the last period before it."
    )
    assert "looked at by a doctor" in said


def test_bleeding_after_a_declared_postmenopause_says_what_it_rests_on() -> None:
    evidence = evidence_for([], 5, declared=Stage.LATE_POSTMENOPAUSE)
    assert "you have declared a stage" in caution_words(evidence.cautions[0], evidence)


@pytest.mark.parametrize("caution", list(Caution))
def test_every_caution_points_to_a_doctor_and_claims_nothing(caution: Caution) -> None:
    said = caution_words(caution, evidence_for([400], 5))
    assert "doctor" in said
    assert not re.search(r"cancer|infertil|pregnan|contracept|diagnos|!", said)


def test_remarks_are_said_once() -> None:
    evidence = evidence_for([28, 28, 36], 3, declared=Stage.LATE_TRANSITION)
    assert remark_words(evidence) == (
        REMARK_WORDS[Remark.NOT_YET_PERSISTENT],
        REMARK_WORDS[Remark.EARLIER_THAN_DECLARED],
    )


def test_every_value_has_words() -> None:
    for words, kind in (
        (CRITERION_NAMES, CriterionKind),
        (CRITERION_ASKS, CriterionKind),
        (CRITERION_MARKS, CriterionKind),
        (FINDING_WORDS, Finding),
        (UNREADABLE_WORDS, Unreadable),
        (REMARK_WORDS, Remark),
    ):
        assert set(words) == set(kind)


def test_the_explanation_names_its_sources_and_what_is_ours() -> None:
    for part in ("Harlow et al. 2012", "ReSTAGE", "of its own", "not a medical finding"):
        assert part in STAGE_EXPLANATION


def test_nobody_is_told_that_she_is_in_a_stage() -> None:
    shown = " ".join(
        [
            STAGE_EXPLANATION,
            *REMARK_WORDS.values(),
            *CRITERION_ASKS.values(),
            *(evidence_words(evidence_for(VARIABLE, days)) for days in range(0, 3000, 50)),
        ]
    )
    assert not re.search(r"[Yy]ou are in|contracept|conceiv|treat(ed|ing)|!", shown)
