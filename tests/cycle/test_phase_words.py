import re
from datetime import timedelta

import pytest

from journal.cycle.basis import Basis
from journal.cycle.phase_spans import (
    DAYS_AFTER_OVULATION,
    DAYS_BEFORE_OVULATION,
    PREMENSTRUAL_DAYS,
)
from journal.cycle.phase_words import (
    BASIS_EXPLANATIONS,
    BASIS_NAMES,
    PHASE_EXPLANATIONS,
    PHASE_NAMES,
    phase_words,
)
from journal.cycle.phases import Phase, PhaseSpan
from journal.domain.ranges import DateRange
from tests.builders import FIRST_DAY

NUMBERS = {1: "one", 2: "two", 7: "seven"}
# What is said of a phase holds for everybody; how a person feels in it is for her to record.
FEELINGS = r"\b(mood|feel|irritab|tired|energy|desire|happy|sad|stress|moody|calm|emotion)"


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_a_name_and_an_explanation_with_its_source(phase: Phase) -> None:
    assert PHASE_NAMES[phase]
    assert PHASE_EXPLANATIONS[phase].text.endswith(".")
    assert re.search(r"\d{4}|journal", PHASE_EXPLANATIONS[phase].source)


@pytest.mark.parametrize("phase", Phase)
def test_no_explanation_says_how_anybody_feels_or_raises_its_voice(phase: Phase) -> None:
    text = PHASE_EXPLANATIONS[phase].text
    assert not re.search(FEELINGS, text, re.IGNORECASE)
    assert "!" not in text


def test_names_tell_phases_and_bases_apart() -> None:
    assert len(set(PHASE_NAMES.values())) == len(Phase)
    assert set(BASIS_EXPLANATIONS) == set(BASIS_NAMES) == set(Basis)


def test_a_phase_is_named_with_what_it_rests_on() -> None:
    days = DateRange(FIRST_DAY, FIRST_DAY + timedelta(days=3))
    assert phase_words(PhaseSpan(days, Phase.LUTEAL, Basis.ESTIMATED)) == "Luteal phase, estimated"
    assert phase_words(PhaseSpan(days, Phase.MENSTRUAL, Basis.OBSERVED)) == (
        "Menstrual days, observed"
    )


def test_the_numbers_in_the_explanations_are_those_in_use() -> None:
    around = PHASE_EXPLANATIONS[Phase.AROUND_OVULATION].text
    before, after = NUMBERS[DAYS_BEFORE_OVULATION], NUMBERS[DAYS_AFTER_OVULATION]
    assert f"From {before} days before the day of ovulation to {after} day after it" in around
    last = PHASE_EXPLANATIONS[Phase.PREMENSTRUAL].text
    assert f"The last {NUMBERS[PREMENSTRUAL_DAYS]} days before a period" in last
