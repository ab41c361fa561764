"""What Health calls things, and what they are called here (HealthKit's identifiers, by name).

Every family of values is mapped by name: its numbers differ between families.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from journal.domain.contexts import ContextKind
from journal.domain.days import Bleeding, LhTest, Mucus, SignStrength
from journal.exchange.importing.app_words import AppWords
from journal.exchange.importing.parsed import KEEP_IN_NOTE

WORDS: Final = AppWords("apple_health", "Apple Health")
SYMPTOMS: Final = "symptoms"
# What Health shows in other words than its identifiers have.
_IDENTIFIERS: Final = MappingProxyType(
    {
        "body and muscle ache": "GeneralizedBodyAche",
        "diarrhoea": "Diarrhea",
        "hot flushes": "HotFlashes",
    }
)
CATEGORY: Final = "HKCategoryTypeIdentifier"
QUANTITY: Final = "HKQuantityTypeIdentifier"
VALUE: Final = "HKCategoryValue"
CYCLE_START: Final = "HKMenstrualCycleStart"
PROTECTION: Final = "HKSexualActivityProtectionUsed"
YES: Final = frozenset({"1", "true", "YES", "yes"})

FLOW: Final = "MenstrualFlow"
BETWEEN: Final = "IntermenstrualBleeding"
# Since iOS 18; neither is a period.
NOT_A_PERIOD: Final = frozenset({"BleedingAfterPregnancy", "BleedingDuringPregnancy"})
TEMPERATURE: Final = "BasalBodyTemperature"
OVULATION_TEST: Final = "OvulationTestResult"
MUCUS: Final = "CervicalMucusQuality"
SEX: Final = "SexualActivity"
APPETITE: Final = "AppetiteChanges"
SLEEP: Final = "SleepAnalysis"
CONTRACEPTIVE: Final = "Contraceptive"
SPANS: Final = MappingProxyType(
    {"Pregnancy": ContextKind.PREGNANCY, "Lactation": ContextKind.BREASTFEEDING}
)

# Two families for one thing: the second took the place of the first with iOS 18.
BLEEDING_VALUES: Final = MappingProxyType(
    {
        family + name: bleeding
        for family in ("MenstrualFlow", "VaginalBleeding")
        for name, bleeding in (
            ("Unspecified", Bleeding.UNSPECIFIED),
            ("None", Bleeding.NONE),
            ("Light", Bleeding.LIGHT),
            ("Medium", Bleeding.MEDIUM),
            ("Heavy", Bleeding.HEAVY),
        )
    }
)
# An oestrogen surge is a rise before the one of LH that our test means; it is left out.
OVULATION_TEST_VALUES: Final = MappingProxyType(
    {
        "OvulationTestResultNegative": LhTest.NEGATIVE,
        "OvulationTestResultPositive": LhTest.POSITIVE,
        "OvulationTestResultLuteinizingHormoneSurge": LhTest.POSITIVE,
    }
)
# Sticky, Health's second step, has no step of the symptothermal method to itself: left out.
MUCUS_VALUES: Final = MappingProxyType(
    {
        "CervicalMucusQualityDry": Mucus.DRY,
        "CervicalMucusQualityCreamy": Mucus.CREAMY,
        "CervicalMucusQualityWatery": Mucus.WET,
        "CervicalMucusQualityEggWhite": Mucus.EGG_WHITE,
    }
)
# None where the strength, or which way it went, was not said.
SEVERITY: Final[Mapping[str, SignStrength | None]] = MappingProxyType(
    {
        "SeverityNotPresent": SignStrength.ABSENT,
        "SeverityMild": SignStrength.MILD,
        "SeverityModerate": SignStrength.MODERATE,
        "SeveritySevere": SignStrength.SEVERE,
        "SeverityUnspecified": None,
        "PresenceNotPresent": SignStrength.ABSENT,
        "PresencePresent": None,
    }
)
APPETITE_WORDS: Final = MappingProxyType(
    {
        "AppetiteChangesIncreased": "increased",
        "AppetiteChangesDecreased": "decreased",
        "AppetiteChangesNoChange": "no change",
    }
)
ASLEEP: Final = frozenset(
    f"SleepAnalysisAsleep{stage}" for stage in ("", "Unspecified", "Core", "Deep", "REM")
)
# All of these hold hormones; a device in the womb may or may not.
HORMONAL: Final = MappingProxyType(
    {
        "ContraceptiveOral": "Pill",
        "ContraceptivePatch": "Patch",
        "ContraceptiveIntravaginalRing": "Ring",
        "ContraceptiveImplant": "Implant",
        "ContraceptiveInjection": "Injection",
    }
)
_NO_PLACE: Final = "the journal has no place for it"
NOT_CARRIED: Final = MappingProxyType(
    {
        CATEGORY + "PregnancyTestResult": ("Pregnancy tests", _NO_PLACE),
        CATEGORY + "ProgesteroneTestResult": ("Progesterone tests", _NO_PLACE),
        CATEGORY + "IrregularMenstrualCycles": ("Health’s notices about cycles", _NO_PLACE),
        CATEGORY + "InfrequentMenstrualCycles": ("Health’s notices about cycles", _NO_PLACE),
        CATEGORY + "ProlongedMenstrualPeriods": ("Health’s notices about cycles", _NO_PLACE),
        CATEGORY + "PersistentIntermenstrualBleeding": ("Health’s notices about cycles", _NO_PLACE),
        QUANTITY + "AppleSleepingWristTemperature": (
            "Wrist temperature",
            "what a watch measures at night is no waking temperature",
        ),
        QUANTITY + "BodyTemperature": (
            "Body temperature",
            "only a basal temperature is a waking temperature",
        ),
    }
)


@cache
def symptoms() -> Mapping[str, str]:
    """Return what HealthKit calls the symptoms, and their words in the table."""
    known = (word for heading, word in WORDS.table if heading == SYMPTOMS)
    return MappingProxyType(
        {_IDENTIFIERS.get(word, word.title().replace(" ", "")): word for word in known}
    )


@cache
def signs_of_one() -> frozenset[str]:
    """Return the symptoms that say the same as a sign no other symptom says."""
    means = {word: WORDS.meanings(SYMPTOMS, word)[0] for word in symptoms().values()}
    once = Counter(means.values())
    return frozenset(
        word for word, meaning in means.items() if meaning != KEEP_IN_NOTE and once[meaning] == 1
    )


@cache
def wanted() -> frozenset[str]:
    """Return the full types of all records that are looked at."""
    categories = {
        *(FLOW, BETWEEN, *NOT_A_PERIOD, OVULATION_TEST, MUCUS, SEX, APPETITE, SLEEP),
        *(CONTRACEPTIVE, *SPANS, *symptoms()),
    }
    return frozenset({*(CATEGORY + name for name in categories), QUANTITY + TEMPERATURE})
