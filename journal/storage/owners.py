"""Whose journal: owners by name."""

from sqlalchemy import Engine, select

from journal.storage.engine import WRITES, dialect_insert
from journal.storage.tables import OwnerRow


def owner_named(engine: Engine, name: str) -> int:
    """Return the id of the owner with this name, creating her on first sight."""
    with engine.connect() as connection:
        found = connection.execute(select(OwnerRow.id).where(OwnerRow.name == name)).scalar()
    if found is not None:
        return found
    insert = dialect_insert(engine.dialect)
    with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
        connection.execute(insert(OwnerRow).values(name=name).on_conflict_do_nothing())
        return connection.execute(select(OwnerRow.id).where(OwnerRow.name == name)).scalar_one()
