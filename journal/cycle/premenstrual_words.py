"""The premenstrual pattern in words: a pattern in what she recorded, and what it is not."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from journal.cycle.premenstrual import (
    FEWEST_CYCLES,
    FEWEST_DAYS_FELT,
    FEWEST_DOMAINS,
    LEAST_CHANGE_PERCENT,
)
from journal.cycle.premenstrual_domains import MODERATE, OF_FEELING, Domain
from journal.cycle.premenstrual_values import (
    FEWEST_DAYS,
    CycleSummary,
    Pattern,
    PremenstrualSummary,
    domain_counts,
)
from journal.domain.labels import counted, date_words, listed

PREMENSTRUAL_TITLE: Final = "Premenstrual pattern"
PREMENSTRUAL_DOMAIN_WORDS: Final = {
    Domain.LOW_MOOD: "Low mood",
    Domain.TENSION: "Tension and worry",
    Domain.SWINGS: "Mood swings and being easily hurt",
    Domain.IRRITABILITY: "Irritability and quarrels",
    Domain.INTEREST: "Less interest and closeness",
    Domain.CONCENTRATION: "Hard to concentrate",
    Domain.ENERGY: "Little energy",
    Domain.APPETITE: "Appetite and cravings",
    Domain.SLEEP: "Sleep",
    Domain.OVERWHELM: "Too much at once",
    Domain.BODY: "Body: breasts, bloating, aches",
}
MOST_NAMED: Final = 3
PATTERN_WORDS: Final = {
    Pattern.NOT_ENOUGH: "Not enough ratings",
    Pattern.NONE: "No premenstrual pattern",
    Pattern.CORE: "A premenstrual pattern in feelings",
    Pattern.WIDE: "A wide premenstrual pattern",
    Pattern.ALL_MONTH: "All month, and stronger before the bleed",
}
NOT_A_DIAGNOSIS: Final = (
    "This is a pattern in what you recorded, not a diagnosis; other conditions can look alike."
)
PREMENSTRUAL_EXPLANATION: Final = (
    "The days from 7 to 1 before a bleed are compared with days 4 to 10 after it began. Something "
    f"counts in a cycle when, in the week before, it was moderate or worse ({MODERATE} of 10) on "
    f"at least {FEWEST_DAYS_FELT} days and on average at least {LEAST_CHANGE_PERCENT} % of the "
    "range you use worse than in the week after, and stayed below moderate in that week; with at "
    f"least {FEWEST_DAYS} rated days in each. A pattern needs {FEWEST_CYCLES} such cycles, and "
    "half of those that have enough ratings. The rules are those of C-PASS (Eisenlohr-Moul et al. "
    "2017), which was made for another questionnaire; here they run on your own ratings and signs, "
    "where they have not been tested. Clinicians use daily ratings over at least two cycles when "
    "they look for premenstrual dysphoric disorder (PMDD), and a summary like this one can be "
    "taken to them. What you did not record is left out and never taken as absent."
)


def pattern_words(summary: PremenstrualSummary) -> str:
    """Say what the ratings show, with how many cycles it rests on, and what it is not."""
    if summary.pattern is Pattern.NOT_ENOUGH:
        return _not_enough_words(summary)
    return f"{_found_words(summary)} {NOT_A_DIAGNOSIS}"


def missing_words(summary: PremenstrualSummary, onsets: Sequence[date]) -> tuple[str, ...]:
    """Say, for each onset without enough rated days, how many are missing, newest first."""
    rated = {cycle.cycle: cycle for cycle in summary.cycles}
    lines = [_missing_line(onset, rated.get(place)) for place, onset in enumerate(onsets)]
    return tuple(line for line in reversed(lines) if line)


def domain_lines(summary: PremenstrualSummary) -> tuple[str, ...]:
    """Say in how many cycles each domain came and cleared: "Low mood: 2 of 3 cycles"."""
    return tuple(
        f"{domain_words(count.domain)}: {count.met} of {counted(count.judged, 'cycle')}"
        for count in domain_counts(summary)
        if count.judged
    )


def domain_words(domain: str) -> str:
    """Name a domain."""
    return PREMENSTRUAL_DOMAIN_WORDS[Domain(domain)]


def _not_enough_words(summary: PremenstrualSummary) -> str:
    have = len(summary.cycles_included)
    return (
        f"Not enough ratings: this needs {FEWEST_CYCLES} cycles with at least {FEWEST_DAYS} rated "
        "days in the week before the bleed and on days 4 to 10 after it began; your record has "
        f"{'none' if have == 0 else 'one'} yet."
    )


def _found_words(summary: PremenstrualSummary) -> str:
    included = summary.cycles_included
    of = f"of {counted(len(included), 'cycle')} with enough ratings"
    core = sum(cycle.core for cycle in included)
    match summary.pattern:
        case Pattern.ALL_MONTH:
            stays = sum(cycle.stays for cycle in included)
            return (
                f"In {stays} {of}, {FEWEST_DOMAINS} areas or more were worse in the week before "
                "the bleed. Feelings that cleared in the week after it were too rare for a "
                "pattern of their own."
            )
        case Pattern.CORE:
            came = f"In {core} {of}, feelings"
        case Pattern.WIDE:
            wide = sum(cycle.pattern is Pattern.WIDE for cycle in included)
            came = f"In {wide} {of}, {FEWEST_DOMAINS} areas or more"
        case _:
            return (
                f"Feelings came before the bleed and cleared after it in {core or 'none'} {of}, "
                "which is too few for a pattern."
            )
    return (
        f"{came} were worse in the week before the bleed and cleared in the week after it"
        f"{_most_often_words(summary)}."
    )


def _most_often_words(summary: PremenstrualSummary) -> str:
    """Name up to three domains that came at least twice, where it is about feelings only those."""
    named = Domain if summary.pattern is Pattern.WIDE else OF_FEELING
    often = [
        _in_sentence(count.domain)
        for count in domain_counts(summary)
        if count.met >= FEWEST_CYCLES and Domain(count.domain) in named
    ]
    return f", most often {listed(often[:MOST_NAMED])}" if often else ""


def _missing_line(onset: date, cycle: CycleSummary | None) -> str:
    before, after = (
        (cycle.missing_before, cycle.missing_after) if cycle else (FEWEST_DAYS, FEWEST_DAYS)
    )
    parts = [
        f"{counted(count, 'rated day')} in the week {when} it"
        for count, when in ((before, "before"), (after, "after"))
        if count
    ]
    verb = "is" if before + after == 1 else "are"
    return (
        f"Around the bleed of {date_words(onset)}, {listed(parts)} {verb} missing." if parts else ""
    )


def _in_sentence(domain: str) -> str:
    words = domain_words(domain).partition(":")[0]
    return words[0].lower() + words[1:]
