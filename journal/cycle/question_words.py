"""Words for what the record leaves open and for what in it does not fit: plain, and never urgent.

The questions and the names of the replies are said together; a reply is short enough for a button.
"""

from typing import Final

from journal.cycle.onsets import SHORTEST_CYCLE_DAYS
from journal.cycle.questions import Oddity, OddityKind, OpenQuestion
from journal.domain.contexts import ContextKind
from journal.domain.cycle_answers import CycleQuestion, CycleReply
from journal.domain.labels import counted, date_words, listed, span_words
from journal.domain.ranges import DateRange, days_after

REPLY_WORDS: Final = {
    CycleReply.SAME_PERIOD: "Still the same period",
    CycleReply.NEW_PERIOD: "A new period",
    CycleReply.BETWEEN_PERIODS: "Bleeding between periods",
    CycleReply.NOT_RECORDED: "Yes, I did not record it",
    CycleReply.NONE_CAME: "No, none came",
    CycleReply.NOT_SURE: "I am not sure",
}
# More dates than these are not told one by one.
MOST_DATES_TOLD: Final = 3
UNEXPECTED_WORDS: Final = {
    ContextKind.PREGNANCY: (
        "during a pregnancy. It starts no cycle, and it stays in your journal. Bleeding in "
        "pregnancy is worth telling a midwife or doctor about. If the pregnancy has ended, or its "
        "dates have changed, you can change them whenever you like."
    ),
    ContextKind.HYSTERECTOMY_OVARIES_KEPT: (
        "after a hysterectomy. It starts no cycle, and it stays in your journal. Some bleeding in "
        "the first weeks after the operation is common; later on it is worth telling a doctor "
        "about."
    ),
}


def question_words(asked: OpenQuestion) -> str:
    """Put a question: "Did a period around 12 May 2026 go unrecorded?"."""
    if asked.question is CycleQuestion.MISSED_PERIOD:
        return _missed_words(asked)
    after = (asked.about - asked.onset).days if asked.onset else 0
    noted = f"You noted bleeding {_dates_words(DateRange(asked.about, days_after(asked.last, 1)))}"
    return f"{noted}, {counted(after, 'day')} after a period began. What was it?"


def reason_words(asked: OpenQuestion) -> str:
    """Say why it is asked and what becomes of an answer."""
    if asked.question is CycleQuestion.EARLY_BLEED:
        return (
            f"Bleeding that returns less than {SHORTEST_CYCLE_DAYS} days after a period began "
            "starts no cycle here unless you say so."
        )
    length = (asked.last - asked.about).days
    return (
        f"{counted(length, 'day')} lie between the periods that began on "
        f"{date_words(asked.about)} and {date_words(asked.last)}; about "
        f"{counted(int((asked.usual_days or 0) + 0.5), 'day')} are usual for you. A gap in which a "
        "period was not recorded counts as no cycle length; one in which none came does."
    )


def oddity_words(odd: Oddity) -> str:
    """Say what is seen and what she can do."""
    dates = _dates_words(DateRange(odd.first, days_after(odd.last, 1)))
    match odd.kind:
        case OddityKind.LONG_BLEED:
            return (
                f"You noted bleeding {dates}, {counted(odd.days, 'day')} of flow. It counts as "
                "one bleed. Long bleeding that keeps coming is worth telling a doctor about. If "
                "a day was marked by mistake, you can change it."
            )
        case OddityKind.BEFORE_BIRTH:
            return (
                f"{counted(odd.days, 'day')} with bleeding, {dates}, "
                f"{'lies' if odd.days == 1 else 'lie'} before the year you were born. A date or "
                "the birth year may be mistyped; you can change either. Nothing is left out."
            )
        case OddityKind.BIRTH_IN_FUTURE:
            return (
                f"{odd.first.year} stands in your journal as the year you were born, and it is "
                "still to come. Until you change it, your age counts as not known."
            )
        case OddityKind.BLEEDING_UNDER_CONTEXT:
            known = odd.context or ContextKind.PREGNANCY
            return f"You noted bleeding {dates}, {UNEXPECTED_WORDS[known]}"


def _missed_words(asked: OpenQuestion) -> str:
    if len(asked.around) > MOST_DATES_TOLD:
        between = f"between {date_words(asked.about)} and {date_words(asked.last)}"
        return f"Did periods {between} go unrecorded?"
    dates = listed([date_words(day) for day in asked.around])
    return (
        f"Did {'a period' if len(asked.around) == 1 else 'periods'} around {dates} go unrecorded?"
    )


def _dates_words(range_: DateRange) -> str:
    return f"{'on' if len(range_) == 1 else 'from'} {span_words(range_)}"
