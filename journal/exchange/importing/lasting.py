"""What lasts a while, compared with the journal: contexts, stages, answers, intentions, words.

What the journal has is never overwritten, and what she removed stays removed unless she wants it
back. A context that still goes on in the journal and has ended in the file gains its end, as the
same context of a newer export does.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journal.domain.catalogues import CatalogueName, Entry, shipped_catalogue
from journal.domain.contexts import Context
from journal.domain.cycle_answers import CycleAnswer
from journal.domain.intentions import Intention
from journal.domain.journal import ReadableJournal
from journal.domain.stages import StageDeclaration
from journal.exchange.importing.parsed import Parsed
from journal.exchange.importing.removed import Sieve


@dataclass(frozen=True, slots=True)
class Lasting:
    """What of a file is new to the journal.

    Attributes:
        contexts: New ones, and those that gain an end, with the id they have in the journal.
        new_contexts: How many of them are new.
        known_contexts: How many of the file's are in the journal already.
        known: How many stages, answers and intentions of the file's are.
    """

    contexts: Sequence[Context]
    new_contexts: int
    known_contexts: int
    stages: Sequence[StageDeclaration]
    cycle_answers: Sequence[CycleAnswer]
    intentions: Sequence[Intention]
    known: int

    @property
    def ended_contexts(self) -> int:
        """How many contexts of the journal gain an end."""
        return len(self.contexts) - self.new_contexts

    @property
    def new(self) -> int:
        """How many stages, answers and intentions are new."""
        return len(self.stages) + len(self.cycle_answers) + len(self.intentions)


def compare_lasting(parsed: Parsed, journal: ReadableJournal, sieve: Sieve) -> Lasting:
    """Tell what of the file's contexts, stages, answers and intentions the journal is to gain.

    Args:
        parsed: The file.
        journal: What it is compared with.
        sieve: Holds back what she removed.
    """
    lacking, ended = _contexts(parsed.contexts, journal.contexts() if parsed.contexts else ())
    new = sieve.whole("context", lacking, lambda item: item.id)
    stages, answers = _stages(parsed, journal), _answers(parsed, journal)
    intentions = _intentions(parsed.intentions, journal.intentions() if parsed.intentions else ())
    found = len(parsed.stages) + len(parsed.cycle_answers) + len(parsed.intentions)
    return Lasting(
        contexts=[*new, *ended],
        new_contexts=len(new),
        known_contexts=len(parsed.contexts) - len(lacking) - len(ended),
        stages=sieve.whole("stage", stages, lambda item: item.date.isoformat()),
        cycle_answers=sieve.whole("cycle_answer", answers, _answer_key),
        intentions=sieve.whole("intention", intentions, lambda item: item.id),
        known=found - len(stages) - len(answers) - len(intentions),
    )


def new_entries(parsed: Parsed, journal: ReadableJournal) -> list[tuple[CatalogueName, Entry]]:
    """Return the catalogue entries she has neither made nor renamed nor hidden herself."""
    catalogues = {name: journal.catalogue(name) for name in {name for name, _ in parsed.entries}}
    return [
        (name, entry)
        for name, entry in parsed.entries
        if catalogues[name].entries.get(entry.code)
        == shipped_catalogue(name).entries.get(entry.code)
    ]


def _stages(parsed: Parsed, journal: ReadableJournal) -> list[StageDeclaration]:
    declared = {item.date for item in journal.stages()} if parsed.stages else set()
    return [item for item in parsed.stages if item.date not in declared]


def _answers(parsed: Parsed, journal: ReadableJournal) -> list[CycleAnswer]:
    replies = journal.cycle_answers() if parsed.cycle_answers else ()
    answered = {_answer_key(item) for item in replies}
    return [item for item in parsed.cycle_answers if _answer_key(item) not in answered]


def _answer_key(item: CycleAnswer) -> str:
    """Name an answer as the history does."""
    return f"{item.date.isoformat()}|{item.question.value}"


def _contexts(
    theirs: Sequence[Context], mine: Sequence[Context]
) -> tuple[list[Context], list[Context]]:
    """Return the contexts to add, and those of the journal that gain an end."""
    by_id = {context.id: context for context in mine}
    whole = {(context.kind, context.start, context.end, context.name) for context in mine}
    new, ended = [], []
    for context in theirs:
        known = by_id.get(context.id)
        if known is None and (context.kind, context.start, context.end, context.name) not in whole:
            new.append(context)
        elif known == replace(context, end=None) and context.end is not None:
            ended.append(context)
    return new, ended


def _intentions(theirs: Sequence[Intention], mine: Sequence[Intention]) -> list[Intention]:
    ids = {item.id for item in mine}
    said = {(item.week, item.words) for item in mine}
    return [item for item in theirs if item.id not in ids and (item.week, item.words) not in said]
