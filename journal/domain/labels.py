"""Words for people: the one home of what each stored value is called on the screen.

Every table is complete for its enum. Months are named here, not by the machine's locale.
"""

from datetime import date
from typing import Final

from journal.domain.contexts import ContextKind
from journal.domain.cycle_answers import CycleQuestion, CycleReply
from journal.domain.days import Bleeding, LhTest, Mucus, Partner, SignStrength, Touch
from journal.domain.intentions import IntentionSource
from journal.domain.moments import Author, BidResponse, Initiator, WithWhom
from journal.domain.owner_settings import Situation, TimeAxis
from journal.domain.partner_card import CardPart
from journal.domain.ranges import DateRange
from journal.domain.stages import Stage

BLEEDING_WORDS: Final = {
    Bleeding.NONE: "None",
    Bleeding.SPOTTING: "Spotting",
    Bleeding.LIGHT: "Light",
    Bleeding.MEDIUM: "Medium",
    Bleeding.HEAVY: "Heavy",
    Bleeding.FLOODING: "Flooding",
    Bleeding.UNSPECIFIED: "Amount not noted",
}
LH_TEST_WORDS: Final = {LhTest.NEGATIVE: "Negative", LhTest.POSITIVE: "Positive"}
MUCUS_WORDS: Final = {
    Mucus.DRY: "Dry",
    Mucus.NOTHING: "Nothing felt or seen",
    Mucus.WET: "Wet",
    Mucus.CREAMY: "Creamy",
    Mucus.EGG_WHITE: "Like egg white",
}
TOUCH_WORDS: Final = {
    Touch.WELCOME: "Welcome",
    Touch.NEUTRAL: "Neutral",
    Touch.UNWELCOME: "Unwelcome",
}
PARTNER_WORDS: Final = {Partner.TOGETHER: "Together", Partner.APART: "Apart"}
STRENGTH_WORDS: Final = {
    SignStrength.ABSENT: "Not today",
    SignStrength.MILD: "Mild",
    SignStrength.MODERATE: "Moderate",
    SignStrength.SEVERE: "Severe",
}
INITIATOR_WORDS: Final = {
    Initiator.SELF: "Me",
    Initiator.PARTNER: "My partner",
    Initiator.BOTH: "Both of us",
}
RESPONSE_WORDS: Final = {
    BidResponse.TURNED_TOWARD: "Turned toward",
    BidResponse.TURNED_AWAY: "Turned away",
    BidResponse.TURNED_AGAINST: "Turned against",
}
AUTHOR_WORDS: Final = {
    Author.OWNER: "Noted by me",
    Author.PARTNER: "Noted by my partner",
}
WITH_WHOM_WORDS: Final = {
    WithWhom.PARTNER: "My partner",
    WithWhom.CHILD: "A child",
    WithWhom.FAMILY: "Family",
    WithWhom.FRIEND: "A friend",
    WithWhom.SELF: "Myself",
}
INTENTION_SOURCE_WORDS: Final = {
    IntentionSource.MOMENT: "A moment",
    IntentionSource.STEP: "A step of the ladder",
    IntentionSource.OWN: "My own words",
}
CARD_PART_WORDS: Final = {
    CardPart.WHERE_SHE_STANDS: "Where I am in my cycle",
    CardPart.TOUCH_TODAY: "What touch is welcome today",
    CardPart.SMALL_THINGS: "Small things that do me good",
}
CONTEXT_WORDS: Final = {
    ContextKind.HORMONAL_CONTRACEPTION: "Hormonal contraception",
    ContextKind.HORMONE_THERAPY: "Hormone therapy",
    ContextKind.PREGNANCY: "Pregnancy",
    ContextKind.BREASTFEEDING: "Birth and breastfeeding",
    ContextKind.HYSTERECTOMY_OVARIES_KEPT: "After hysterectomy, ovaries kept",
    ContextKind.HYSTERECTOMY_OVARIES_REMOVED: "After hysterectomy, ovaries removed",
    ContextKind.OVARIES_REMOVED: "Ovaries removed",
    ContextKind.ABLATION: "After endometrial ablation",
    ContextKind.CHEMOTHERAPY: "Chemotherapy or similar treatment",
    ContextKind.MEDICAL_MENOPAUSE: "Menopause through treatment",
    ContextKind.PCOS: "Polycystic ovary syndrome (PCOS)",
    ContextKind.HYPOTHALAMIC_AMENORRHOEA: "Hypothalamic amenorrhoea",
    ContextKind.NOT_RECORDED: "Time I did not record",
    ContextKind.TIME_APART: "Time apart",
    ContextKind.EVENT: "Something else that happened",
}
STAGE_WORDS: Final = {
    Stage.EARLY_REPRODUCTIVE: "Early reproductive years",
    Stage.PEAK_REPRODUCTIVE: "Middle reproductive years",
    Stage.LATE_REPRODUCTIVE: "Late reproductive years",
    Stage.LATE_REPRODUCTIVE_B: "Late reproductive years, cycles still regular",
    Stage.LATE_REPRODUCTIVE_A: "Late reproductive years, cycles changing a little",
    Stage.EARLY_TRANSITION: "Early menopausal transition",
    Stage.LATE_TRANSITION: "Late menopausal transition",
    Stage.EARLY_POSTMENOPAUSE: "Early postmenopause",
    Stage.EARLY_POSTMENOPAUSE_A: "Early postmenopause, first year",
    Stage.EARLY_POSTMENOPAUSE_B: "Early postmenopause, second year",
    Stage.EARLY_POSTMENOPAUSE_C: "Early postmenopause, third year and later",
    Stage.LATE_POSTMENOPAUSE: "Late postmenopause",
}
CYCLE_QUESTION_WORDS: Final = {
    CycleQuestion.EARLY_BLEED: "Bleeding soon after a period",
    CycleQuestion.MISSED_PERIOD: "A long time between two periods",
}
CYCLE_REPLY_WORDS: Final = {
    CycleReply.NEW_PERIOD: "A new period",
    CycleReply.SAME_PERIOD: "Still the same period",
    CycleReply.BETWEEN_PERIODS: "Bleeding between periods",
    CycleReply.NOT_RECORDED: "A period came and is not in my journal",
    CycleReply.NONE_CAME: "No period came",
    CycleReply.NOT_SURE: "I am not sure",
}
SITUATION_WORDS: Final = {
    Situation.AS_USUAL: "My cycle comes and goes as usual",
    Situation.IRREGULAR: "It has become irregular",
    Situation.STOPPED: "My periods have stopped",
    Situation.HORMONES: "I use hormones or cannot tell",
    Situation.JUST_WRITE: "I would rather just write",
}
AXIS_WORDS: Final = {
    TimeAxis.CYCLE_DAY: "Cycle day",
    TimeAxis.DAYS_SINCE_BLEED: "Days since bleed",
    TimeAxis.MONTHS_SINCE: "Months since date",
}
MONTH_WORDS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAY_WORDS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)


def context_words(kind: ContextKind, name: str | None) -> str:
    """Name a context: an event as she named it, anything else with her words behind it."""
    if kind is ContextKind.EVENT or not name:
        return name or CONTEXT_WORDS[kind]
    return f"{CONTEXT_WORDS[kind]}: {name}"


def date_words(day: date) -> str:
    """Write a date as "14 May 2026"."""
    return f"{_day_and_month(day)} {day.year}"


def weekday_words(day: date) -> str:
    """Write a date with its weekday: "Thursday 14 May 2026"."""
    return f"{WEEKDAY_WORDS[day.weekday()]} {date_words(day)}"


def day_name_words(day: date, today: date) -> str:
    """Write a date as the day form names it: "Today, Thursday 14 May"."""
    near = {0: "Today", 1: "Yesterday"}.get((today - day).days)
    if near is None:
        return weekday_words(day)
    return f"{near}, {WEEKDAY_WORDS[day.weekday()]} {_day_and_month(day)}"


def span_words(range_: DateRange) -> str:
    """Write a span by its first and last date: "1 March to 30 May 2026"."""
    if not len(range_):
        return "no days"
    first, last = range_.start, range_.last
    if first == last:
        return date_words(first)
    if first.year != last.year:
        return f"{date_words(first)} to {date_words(last)}"
    if first.month != last.month:
        return f"{_day_and_month(first)} to {date_words(last)}"
    return f"{first.day} to {date_words(last)}"


def near_date_words(day: date, today: date) -> str:
    """Write a date, its year only where it is not this one: "14 May"."""
    return _day_and_month(day) if day.year == today.year else date_words(day)


def between_words(range_: DateRange, today: date | None = None) -> str:
    """Write a span within which something is likely: "between 3 and 7 May", "on 3 May".

    Args:
        range_: The days it is likely on, at least one.
        today: Leaves out the year where it is this one; without it the year is always there.
    """
    first, last = range_.start, range_.last
    end = near_date_words(last, today) if today else date_words(last)
    if first == last:
        return f"on {end}"
    if first.year != last.year:
        return f"between {date_words(first)} and {date_words(last)}"
    start = str(first.day) if first.month == last.month else _day_and_month(first)
    return f"between {start} and {end}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: "1 day", "18 days", "1,204 days"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(words: list[str], joint: str = "and") -> str:
    """Write a list as a sentence has it: "mood, desire and connection"."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no joint
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def _day_and_month(day: date) -> str:
    return f"{day.day} {MONTH_WORDS[day.month - 1]}"
