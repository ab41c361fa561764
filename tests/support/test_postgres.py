from sqlalchemy import create_engine, inspect, text
from sqlalchemy.pool import NullPool


def tables(url: str) -> list[str]:
    return inspect(create_engine(url, poolclass=NullPool)).get_table_names()


def test_each_kind_of_database_is_lent_empty_and_takes_a_table(database_url: str) -> None:
    assert tables(database_url) == []
    engine = create_engine(database_url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE left_behind (day date)"))
    engine.dispose()
    assert tables(database_url) == ["left_behind"]


def test_what_one_test_left_behind_is_gone_in_the_next(database_url: str) -> None:
    assert tables(database_url) == []


def test_the_second_database_is_a_real_postgresql(postgres_url: str) -> None:
    with create_engine(postgres_url, poolclass=NullPool).connect() as connection:
        assert "PostgreSQL" in connection.scalar(text("SELECT version()"))
