"""The outlook in words: a likelihood with its span and what it rests on, or why none is given."""

from datetime import date
from typing import Final

from journal.cycle.forecast import Forecast, LikelyDay, Silence, SilentBecause
from journal.domain.contexts import Context, ContextKind
from journal.domain.labels import CONTEXT_WORDS, between_words, counted, near_date_words
from journal.domain.owner_settings import Situation

DISCLAIMER: Final = "A likelihood, not a promise, and never for contraception."
# Fewer cycles than this leave much of the forecast to other women's.
ENOUGH_CYCLES: Final = 3
HOW_KNOWN: Final = (
    (
        "Other women’s cycles say how long cycles are and how much they vary from one to the "
        "next. Each cycle of yours moves the forecast from theirs towards yours: the middle "
        "towards your own usual length, the span towards your own regularity. About four in five "
        "cycles end inside the span, one in ten before it and one in ten after it."
    ),
    (
        "The longer a cycle runs, the more of the shorter lengths are left out, so the forecast "
        "moves on with the days. Under 20 and from 45 on the span is wider, because cycles vary "
        "more then (Apple Women’s Health Study, Li and others, 2023). Your newest 36 cycles count."
    ),
    (
        "The model is a hierarchical lognormal one with a variance for each woman. What it knows "
        "from other women comes from 1,649 cycles of 159 women (FedCycle data, Marquette "
        "University). Where your signs point to an ovulation in this cycle, the days are counted "
        "from there, which is closer."
    ),
)
SITUATION_SENTENCES: Final = {
    Situation.STOPPED: "You said that your periods have stopped, so no date is given.",
    Situation.HORMONES: (
        "You said that you use hormones or cannot tell. Bleeding may follow the medication then, "
        "so no date is given."
    ),
}
_FOLLOWS_MEDICATION: Final = "bleeding follows the medication then, so no date can be given"
_NO_BLEEDING: Final = "no bleeding marks your cycles any more, so no date can be given"
CONTEXT_SENTENCES: Final = {
    ContextKind.HORMONAL_CONTRACEPTION: _FOLLOWS_MEDICATION,
    ContextKind.HORMONE_THERAPY: _FOLLOWS_MEDICATION,
    ContextKind.PREGNANCY: "no period is expected during it, so no date can be given",
    ContextKind.BREASTFEEDING: (
        "periods can take long to return, and come at changing distances at first, so no date can "
        "be given"
    ),
    ContextKind.HYSTERECTOMY_OVARIES_KEPT: _NO_BLEEDING,
    ContextKind.HYSTERECTOMY_OVARIES_REMOVED: _NO_BLEEDING,
    ContextKind.OVARIES_REMOVED: "no further period is expected, so no date is given",
    ContextKind.ABLATION: _NO_BLEEDING,
    ContextKind.CHEMOTHERAPY: "treatment can hold periods back, so no date can be given",
    ContextKind.MEDICAL_MENOPAUSE: "treatment holds periods back, so no date can be given",
}


def onset_words(forecast: Forecast, today: date) -> str:
    """Say when the next period is likely, and how much the span holds."""
    when = likely_words(forecast.onset, today)
    return f"Your next period is likely {when} (four in five such cycles fall inside)."


def ovulation_ahead_words(forecast: Forecast, today: date) -> str:
    """Say when ovulation is likely; no words where it is not foreseen."""
    if forecast.ovulation is None:
        return ""
    when = likely_words(forecast.ovulation, today)
    return f"Ovulation is likely {when} (four in five such cycles fall inside)."


def learned_words(forecast: Forecast) -> str:
    """Say what a forecast rests on."""
    if forecast.from_ovulation:
        return _learned_from_ovulation(forecast.cycles)
    if not forecast.cycles:
        return "From other women’s cycles so far, as none of yours has ended here yet."
    if forecast.cycles < ENOUGH_CYCLES:
        return f"Learned from {forecast.cycles} of your cycles, and from other women’s."
    return f"Learned from {forecast.cycles} of your cycles."


def late_words(forecast: Forecast) -> str:
    """Say that the cycle runs longer than its first span; no words where it does not."""
    if not forecast.late_days:
        return ""
    days = counted(forecast.late_days, "day")
    return (
        f"Your cycle has run {days} longer than the span it began with, as about one in ten does. "
        "The dates have moved on with it."
    )


def silence_words(silence: Silence, today: date, situation: Situation | None = None) -> str:
    """Say why no date is given.

    Args:
        silence: The reason.
        today: Decides which dates need their year.
        situation: Hers, where that is the reason.
    """
    if silence.because is SilentBecause.CONTEXT and silence.context:
        return _context_sentence(silence.context, today)
    if silence.because is SilentBecause.SITUATION and situation in SITUATION_SENTENCES:
        return SITUATION_SENTENCES[situation]
    return SILENCE_SENTENCES[silence.because] + _since_words(silence)


def forecast_sentences(forecast: Forecast, today: date) -> list[str]:
    """Return everything there is to say, in order; the disclaimer always stands last."""
    said = [
        onset_words(forecast, today),
        late_words(forecast),
        ovulation_ahead_words(forecast, today),
        learned_words(forecast),
        DISCLAIMER,
    ]
    return [sentence for sentence in said if sentence]


SILENCE_SENTENCES: Final = {
    SilentBecause.SWITCHED_OFF: "Forecasts are switched off, so no date is shown.",
    SilentBecause.NO_CYCLE_OPEN: (
        "No period is recorded from which the next one could be counted."
    ),
    SilentBecause.CONTEXT: "Bleeding says nothing about your cycles at present.",
    SilentBecause.SITUATION: "What you said about your cycle leaves no date to be given.",
    SilentBecause.LATE_TRANSITION: (
        "In the late menopausal transition periods come at distances nobody can foresee, so no "
        "date is given."
    ),
    SilentBecause.POSTMENOPAUSE: "After menopause no further period is expected.",
    SilentBecause.TOO_LONG: (
        "From 60 days after a period began, past cycles do not say when the next one comes."
    ),
}
_SAY_DAYS_SINCE: Final = frozenset({SilentBecause.LATE_TRANSITION, SilentBecause.TOO_LONG})


def likely_words(likely: LikelyDay, today: date) -> str:
    """Write a span as people say it: "between 3 and 7 May", "on 3 May"."""
    return between_words(likely.span, today)


def _learned_from_ovulation(cycles: int) -> str:
    counted_from = "Counted from the ovulation your signs point to"
    if not cycles:
        return f"{counted_from}, by other women’s cycles, as no earlier one of yours is recorded."
    return f"{counted_from}, learned from {cycles} of your cycles with such signs."


def _context_sentence(context: Context, today: date) -> str:
    since = near_date_words(context.start, today)
    if context.kind is ContextKind.NOT_RECORDED:
        return f"Time since {since} is marked as not recorded, so there is nothing to count from."
    why = CONTEXT_SENTENCES.get(context.kind)
    if why is None:
        return SILENCE_SENTENCES[SilentBecause.CONTEXT]
    return f"{CONTEXT_WORDS[context.kind]} since {since}: {why}."


def _since_words(silence: Silence) -> str:
    if silence.because not in _SAY_DAYS_SINCE or silence.days is None:
        return ""
    return f" Your last one began {counted(silence.days, 'day')} ago."
