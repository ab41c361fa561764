"""False alarms of single questions: how often the journal says more than one in twenty may."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from bench.relations_claims import Kind, is_null, kind_of, questions_of
from bench.relations_cycles import Life
from bench.relations_rates import PROMISED, Count, journals_of, words
from bench.relations_rivals import rivals
from bench.relations_settings import Setting, Trouble
from bench.table import markdown
from journal.analysis.relations.answers import Answer
from journal.analysis.relations.ask import ask

MEMORIES: Final = (0.0, 0.3, 0.5, 0.7)
LENGTHS: Final = (60, 90, 180, 365)
LONGEST: Final = 1500
TROUBLED: Final = (180, 730)
# A journal of four years costs as much as a dozen short ones.
LONG_JOURNALS_SHARE: Final = 4
SHOWN: Final = (Kind.SAME_DAY, Kind.DAYS_AFTER, Kind.WINDOW, Kind.WHOLE, Kind.CHANGE)


@dataclass(frozen=True, slots=True)
class Alarms:
    """False alarms of one setting, by kind of question: ours, and what the two rivals raise."""

    ours: dict[Kind, Count] = field(default_factory=lambda: defaultdict(Count))
    correlation: dict[Kind, Count] = field(default_factory=lambda: defaultdict(Count))
    lagged: dict[Kind, Count] = field(default_factory=lambda: defaultdict(Count))


def alarms(setting: Setting, journals: int) -> Alarms:
    """Ask made-up journals what is not there."""
    found = Alarms()
    for made in journals_of(setting, journals):
        asked = [question for question in questions_of(made) if is_null(question, setting)]
        by_kind: dict[Kind, list[tuple[bool, bool | None, bool | None]]] = defaultdict(list)
        for question, reply in zip(asked, ask(made.record, asked), strict=True):
            if isinstance(reply, Answer):
                beside = rivals(made.record, question)
                others = (None, None) if beside is None else (beside.correlation, beside.lagged)
                by_kind[kind_of(question)].append(
                    (reply.p < PROMISED, *(None if p is None else p < PROMISED for p in others))
                )
        for kind, told in by_kind.items():
            ours, correlation, lagged = zip(*told, strict=True)
            found.ours[kind].add(ours)
            found.correlation[kind].add([hit for hit in correlation if hit is not None])
            found.lagged[kind].add([hit for hit in lagged if hit is not None])
    return found


def alarm_table(journals: int) -> str:
    """Write false alarms by memory and length of record."""
    settings = [
        (f"{memory:g}, {days} days", Setting(days, memory), journals)
        for memory in MEMORIES
        for days in LENGTHS
    ]
    settings += [
        (
            f"{memory:g}, {LONGEST:,} days",
            Setting(LONGEST, memory),
            max(journals // LONG_JOURNALS_SHARE, 1),
        )
        for memory in MEMORIES
    ]
    return _table("φ, length", settings)


def missing_table(journals: int) -> str:
    """Write false alarms by how much is missing, and by the kind of cycles."""
    settings = [
        (f"{100 * missing:.0f} % of {days} days missing", Setting(days, 0.5, missing), journals)
        for missing in (0.0, 0.3, 0.5)
        for days in (120, 365)
    ]
    settings += [
        (f"{life}, {days} days", Setting(days, 0.5, life=life), journals)
        for life in (Life.PERIMENOPAUSAL, Life.POSTMENOPAUSAL)
        for days in (180, 730)
    ]
    return _table("what", settings)


def trouble_table(journals: int) -> str:
    """Write false alarms where what the method supposes does not hold."""
    settings = [
        (f"{trouble}, {days} days", Setting(days, memory, trouble=trouble), journals)
        for trouble in Trouble
        if trouble is not Trouble.NONE
        for days in TROUBLED
        for memory in (0.5,)
    ]
    return _table("what is amiss", settings)


def _table(head: str, settings: Iterable[tuple[str, Setting, int]]) -> str:
    heads = [head, *Kind, "correlation: same day", "days after", "cycle at all"]
    heads += ["lagged regression: same day", "days after", "cycle at all"]
    return markdown([heads, *(_line(name, alarms(of, count)) for name, of, count in settings)])


def _line(name: str, found: Alarms) -> list[str]:
    beside: Sequence[Kind] = (Kind.SAME_DAY, Kind.DAYS_AFTER, Kind.WHOLE)
    return [
        name,
        *(words(found.ours[kind]) for kind in Kind),
        *(words(found.correlation[kind]) for kind in beside),
        *(words(found.lagged[kind]) for kind in beside),
    ]
