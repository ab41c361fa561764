from typing import Any

import pytest

from journal.exchange.importing.errors import (
    BackupUnreadable,
    DateUnreadable,
    FileUnreadable,
    ValueUnreadable,
)
from journal.exchange.importing.json_files import (
    JsonObject,
    document,
    first_fields,
    json_text,
    member_names,
)
from journal.exchange.importing.upload import Upload
from tests.builders import on
from tests.exchange.importing.app_files import zipped


def entry(value: Any) -> JsonObject:
    return JsonObject("Entry 3", {"field": value})


def test_what_is_null_or_absent_is_no_value() -> None:
    for found in (entry(None), JsonObject("Entry 3", {})):
        assert found.text("field") == ""
        assert found.number("field") is None
        assert found.flag("field") is False
        assert found.inner("field").fields == {}
        assert found.objects("field", "Row") == []


@pytest.mark.parametrize(("value", "text"), [(" a ", "a"), (7, "7"), (36.5, "36.5")])
def test_a_number_may_stand_for_a_text(value: object, text: str) -> None:
    assert text == entry(value).text("field")


@pytest.mark.parametrize(("value", "number"), [(7, 7.0), ("36.5", 36.5), ("36,5", 36.5), (0, 0.0)])
def test_a_number_may_be_written_as_text(value: object, number: float) -> None:
    assert number == entry(value).number("field")


@pytest.mark.parametrize(
    ("value", "flag"),
    [(True, True), ("true", True), (1, True), ("False", False), (0, False), ("0", False)],
)
def test_a_mark_is_read_in_every_way_it_is_written(value: object, flag: bool) -> None:  # noqa: FBT001  # a parameter of the table
    assert flag is entry(value).flag("field")


def test_an_object_may_be_written_as_json_in_a_text() -> None:
    assert entry({"a": 1}).inner("field").fields == {"a": 1}
    assert entry('{"a": 1}').inner("field").fields == {"a": 1}
    assert entry("").inner("field").fields == {}


def test_the_day_is_the_first_ten_characters_of_an_instant() -> None:
    assert on("2026-03-29") == entry("2026-03-29T00:30:00+13:00").day("field")
    with pytest.raises(DateUnreadable, match=r"^Entry 3 needs a date"):
        entry("yesterday").day("field")


@pytest.mark.parametrize(
    ("ask", "value", "sentence"),
    [
        ("text", [1], "Entry 3 has “[…]” in “field”, where a text is expected."),
        ("text", True, "Entry 3 has “True” in “field”, where a text is expected."),
        ("number", "warm", "Entry 3 has “warm” in “field”, where a number is expected."),
        ("number", "nan", "Entry 3 has “nan” in “field”, where a number is expected."),
        ("number", 1e400, "Entry 3 has “inf” in “field”, where a number is expected."),
        ("flag", "maybe", "Entry 3 has “maybe” in “field”, where true, false or nothing"),
        ("inner", "{", "Entry 3 has “{” in “field”, where JSON is expected."),
        ("inner", "[1]", "Entry 3 has “[1]” in “field”, where an object is expected."),
    ],
)
def test_a_value_of_another_kind_is_refused_by_its_place(
    ask: str, value: object, sentence: str
) -> None:
    with pytest.raises(ValueUnreadable) as caught:
        getattr(entry(value), ask)("field")
    assert str(caught.value).startswith(sentence)


def test_the_objects_of_a_list_know_their_number() -> None:
    rows = entry([{"a": 1}, {"a": 2}]).objects("field", "Row")
    assert [(row.place, row.fields) for row in rows] == [("Row 1", {"a": 1}), ("Row 2", {"a": 2})]
    with pytest.raises(ValueUnreadable, match=r"^Row 2 has “7”"):
        entry([{}, 7]).objects("field", "Row")


def test_a_number_that_is_none_is_no_value() -> None:
    assert document('{"a": NaN, "b": [Infinity]}') == {"a": None, "b": [None]}


@pytest.mark.parametrize("text", ["{", '{"a": 1}}', "1" * 5000, "[1,]", ""])
def test_what_is_no_complete_json_is_refused(text: str) -> None:
    with pytest.raises(BackupUnreadable):
        document(text)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ('[ {"a": 1, "b": {}}, 7', {"a", "b"}),
        ('[{"a": 1', set()),
        ("[[1]]", set()),
        ('{"a": 1}', set()),
        ("[" * 90_000, set()),
    ],
)
def test_the_first_entry_of_a_list_tells_its_fields(text: str, fields: set[str]) -> None:
    assert fields == first_fields(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_json_is_told_in_every_usual_encoding(encoding: str) -> None:
    assert json_text(Upload("x", '\n {"ä": 1} '.encode(encoding))) == '{"ä": 1}'


@pytest.mark.parametrize("content", [b"date,flow\n", b"\x89PNG{", b"{\xff\xff"])
def test_everything_else_is_no_json(content: bytes) -> None:
    assert json_text(Upload("x", content)) == ""


def test_the_members_of_a_zip_are_named_without_their_folders() -> None:
    assert member_names(Upload("x", zipped(b"{}", "a/b/c.json"))) == ["c.json"]
    assert member_names(Upload("x", zipped(b"{}", "c.json")[:40])) == []
    assert member_names(Upload("x", b"{}")) == []


def test_a_sentence_ends_every_refusal() -> None:
    with pytest.raises(FileUnreadable, match=r"Please correct it and try again\.$"):
        entry([]).text("field")
