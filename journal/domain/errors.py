"""The failures a person may meet, one class each, every message a sentence for her."""

from datetime import date


class JournalError(Exception):
    """Say what happened and what to do; shown to the owner as it is."""


class RatingOutOfRange(JournalError):
    """A rating outside the one scale of `domain.ratings`."""

    def __init__(self, field: str, value: object, lowest: int, highest: int) -> None:
        super().__init__(
            f"{field.replace('_', ' ').capitalize()} must be a whole number "
            f"between {lowest} and {highest}, got {value!r}."
        )


class QuantityOutOfRange(JournalError):
    """A measured quantity outside what can be meant."""

    def __init__(self, what: str, value: object, lowest: float, highest: float, unit: str) -> None:
        super().__init__(
            f"{what} must be between {lowest:g} and {highest:g} {unit}, got {value!r}."
        )


class ChoiceUnknown(JournalError):
    """A value that is none of the choices a field offers."""

    def __init__(self, field: str, value: object, allowed: list[str]) -> None:
        super().__init__(
            f"{value!r} is not a choice for {field.replace('_', ' ')}; "
            f"it can be {', '.join(allowed)}."
        )


class FieldUnknown(JournalError):
    """A name that no day carries."""

    def __init__(self, field: str) -> None:
        super().__init__(f"A day has no field called {field!r}.")


class TextTooLong(JournalError):
    """A text longer than the journal keeps."""

    def __init__(self, what: str, length: int, longest: int) -> None:
        super().__init__(f"{what} can be up to {longest:,} characters long; this has {length:,}.")


class NameMissing(JournalError):
    """Something of hers that needs a name and has none."""

    def __init__(self, what: str) -> None:
        super().__init__(f"Please give {what} a name.")


class DayInFuture(JournalError):
    """A day that has not happened yet cannot be recorded."""

    def __init__(self, day: date) -> None:
        super().__init__(
            f"{day:%A} {day.day} {day:%B %Y} has not come yet. "
            "A day can be recorded once it is here."
        )


class RangeBackwards(JournalError):
    """A span that ends before it starts."""

    def __init__(self, start: date, end: date) -> None:
        super().__init__(
            f"A span cannot end on {end.day} {end:%B %Y}, "
            f"before it starts on {start.day} {start:%B %Y}."
        )


class GrantMissing(JournalError):
    """A grant that is no longer there."""

    def __init__(self) -> None:
        super().__init__("This is no longer among what you share. Nothing was changed.")


class LinkNotRenewed(JournalError):
    """A link that is none that came back from a backup, or that is over."""

    def __init__(self) -> None:
        super().__init__(
            "No new link can be made here: there is one already, or it has ended. "
            "Nothing was changed."
        )


class LinkPassphraseMissing(JournalError):
    """A link that asked for a passphrase, to be made anew without one."""

    def __init__(self) -> None:
        super().__init__("This link asks for a passphrase. Please choose one first.")


class TimeUnreadable(JournalError):
    """A time of day that cannot be read."""

    def __init__(self, typed: str) -> None:
        super().__init__(f"{typed!r} is no time of day. Please write 21:30, or leave it empty.")


class MomentMissing(JournalError):
    """A moment that is no longer in the journal."""

    def __init__(self) -> None:
        super().__init__(
            "That moment is no longer in your journal; it may have been removed in another tab."
        )


class ContextMissing(JournalError):
    """A context that is no longer in the journal."""

    def __init__(self) -> None:
        super().__init__(
            "That entry is no longer in your journal; it may have been removed in another tab."
        )


class IntentionMissing(JournalError):
    """An intention that is no longer in the journal."""

    def __init__(self) -> None:
        super().__init__(
            "That intention is no longer in your journal; it may have been removed in another tab."
        )


class WeekFull(JournalError):
    """One intention more than a week has room for."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"A week has room for up to {most} intentions. "
            "Please take one out before you choose another."
        )


class CardFull(JournalError):
    """One small thing more than a partner's card has room for."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"The card has room for up to {most} small things. "
            "Please take one off before you add another."
        )


class MappingsFull(JournalError):
    """One table of hers more than the journal keeps the meaning of."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"The journal keeps what the columns of up to {most} tables mean. "
            "Please let it forget one before you bring another."
        )


class ScaleEmpty(JournalError):
    """A scale whose two ends are one number."""

    def __init__(self) -> None:
        super().__init__("The two ends of a scale must be two different numbers, such as 1 and 5.")


class CatalogueBroken(JournalError):
    """A catalogue file that cannot be read as one."""

    def __init__(self, file: str, line: int, why: str) -> None:
        super().__init__(f"The catalogue {file} cannot be read: line {line} {why}.")


class BirthYearOutOfRange(JournalError):
    """A birth year nobody writing a journal today can have."""

    def __init__(self, year: int, earliest: int, latest: int) -> None:
        super().__init__(f"A birth year must be between {earliest} and {latest}, got {year}.")


class JournalNotWritten(JournalError):
    """The database took no write: a full disk, a lock that stays, a server gone."""

    def __init__(self) -> None:
        super().__init__(
            "The journal's file could not be written. Please see whether the disk is full or "
            "another program holds the file, and enter it again. What was saved before is safe."
        )


class JournalUnreachable(JournalError):
    """A database that cannot be opened at all: no folder, no permission, no server."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The journal {name} cannot be opened. Please see whether its folder or server is "
            "there and may be written to, and reload the page."
        )


class JournalUnreadable(JournalError):
    """A file that cannot be opened as a journal."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is not a journal, or it is damaged. Nothing was changed. "
            "Please put a copy from a backup in its place."
        )
