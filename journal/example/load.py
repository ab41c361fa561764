"""Write an invented journal into an empty one, through the same door as an import."""

from typing import Final

from journal.domain.journal import ImportBatch, Journal
from journal.example.generator import ExampleJournal

WORDS: Final = "Example journal"


def load_example(example: ExampleJournal, journal: Journal) -> None:
    """Write every part of `example`; meant for a journal with nothing in it."""
    journal.import_all(
        ImportBatch(
            WORDS,
            example.days,
            moments=example.moments,
            contexts=example.contexts,
            intentions=example.intentions,
        )
    )
    for declaration in example.stages:
        journal.declare_stage(declaration)
    journal.change_settings(lambda _: example.settings)
