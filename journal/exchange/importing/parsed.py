"""What an importer hands on: what can be recorded, what cannot, and what only the owner can say."""

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from journal.domain.catalogues import CatalogueName, Entry
from journal.domain.contexts import Context
from journal.domain.cycle_answers import CycleAnswer
from journal.domain.intentions import Intention
from journal.domain.journal import DayChanges
from journal.domain.moments import Moment
from journal.domain.stages import StageDeclaration
from journal.exchange.importing.upload import Upload

Choices: TypeAlias = Mapping[str, str]
"""The owner's answers by `Question.key`; what is absent has the question's default."""

LEAVE_OUT: Final = ""
KEEP_IN_NOTE: Final = "note"
MOMENT_PREFIX: Final = "moment:"
SIGN_ANSWER_PREFIX: Final = "sign:"


class QuestionKind(StrEnum):
    """What can be answered.

    `RATING`: a number 0–10, or `LEAVE_OUT`. `STRENGTH`: a sign's strength, or `KEEP_IN_NOTE`.
    `ACTIVITY`: `KEEP_IN_NOTE`, `LEAVE_OUT`, `moment:<code>` or `sign:<code>`. `SCALE`: a rating's
    field, or `KEEP_IN_NOTE`. `HOURS`: `sleep_hours`, or `KEEP_IN_NOTE`. `MOMENT`: `yes`, or
    `LEAVE_OUT`. `SIGN`: `KEEP_IN_NOTE`, `LEAVE_OUT` or `sign:<code>`. `FLOW`: how much bleeding,
    or `LEAVE_OUT`. `STEPS`: the two ends of a scale as `1-5`, or `KEEP_IN_NOTE`. `DATE_ORDER`:
    `day_first` or `month_first`, or `LEAVE_OUT`, with which no day can be read.
    """

    RATING = "rating"
    STRENGTH = "strength"
    ACTIVITY = "activity"
    SCALE = "scale"
    HOURS = "hours"
    MOMENT = "moment"
    SIGN = "sign"
    FLOW = "flow"
    STEPS = "steps"
    DATE_ORDER = "date_order"


@dataclass(frozen=True, slots=True)
class Question:
    """Something the file cannot say and the owner can.

    Attributes:
        words: What is asked about; may come from the file, so never to be read as markup.
        default: The answer as long as she gives none.
        count: How often it occurs in the file.
    """

    key: str
    kind: QuestionKind
    words: str
    default: str
    count: int


@dataclass(frozen=True, slots=True)
class NotCarried:
    """Something in the file that will not be in the journal.

    Attributes:
        what: Names it; may come from the file, so never to be read as markup.
        count: On how many days or entries.
    """

    what: str
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file, read.

    Attributes:
        format: The format's name.
        days: Field values by date, every value already what its field keeps.
        moments: Each with an id that follows from its content.
        contexts: The same; a later export of one that has ended since keeps its id.
        stages: Stages she declared; only a file of our own has any, as with what follows.
        questions: What she can answer otherwise; reading again with her answers changes the values.
        remarks: How the file was understood, in sentences.
    """

    format: str
    days: Mapping[date, DayChanges]
    moments: Sequence[Moment] = ()
    entries: Sequence[tuple[CatalogueName, Entry]] = ()
    not_carried: Sequence[NotCarried] = ()
    questions: Sequence[Question] = ()
    remarks: Sequence[str] = ()
    contexts: Sequence[Context] = ()
    stages: Sequence[StageDeclaration] = ()
    cycle_answers: Sequence[CycleAnswer] = ()
    intentions: Sequence[Intention] = ()


Going: TypeAlias = Generator[tuple[int, int], None, Callable[[Choices], Parsed]]
"""A large file being gone through: bytes done and of how many, at last what answers for it."""


@dataclass(frozen=True, slots=True)
class Importer:
    """One format.

    Attributes:
        name: The app and the kind of file, as on the screen.
        how: Where in the app the file comes from.
        detects: Says by the content whether a file is of this format; raises nothing.
        read: Reads it, pure; raises a `FileUnreadable` that names the line at fault.
        begin: Reads one of any size, in steps; None where no honest file is large.
    """

    name: str
    how: str
    detects: Callable[[Upload], bool]
    read: Callable[[Upload, Choices], Parsed]
    begin: Callable[[Upload], Going] | None = None


NO_CHOICES: Final[Choices] = MappingProxyType({})


@dataclass(slots=True)
class Answers:
    """Collects questions while a file is read, and answers them with what the owner chose."""

    choices: Choices
    asked: dict[str, Question] = field(default_factory=dict)

    def ask(self, key: str, kind: QuestionKind, words: str, *, default: str, count: int) -> str:
        """Ask once and return the answer that holds now."""
        self.asked.setdefault(key, Question(key, kind, words, default, count))
        return self.choices.get(key, default)
