"""A chosen file on its way from the browser: what is taken, what is refused, what is left."""

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from journal.exchange.importing.chosen_file_errors import FileGone
from journal.exchange.importing.chosen_files import LARGEST_FILE, ChosenFiles, Place
from journal.web.guard import Guard
from journal.web.upload import NAME_HEADER, SECRET_HEADER, UPLOAD_PLACE, upload_route
from tests.web.asking import Answer, ask, scope_of

FILE = b"date,bleeding.value\n2026-03-05,2\n"


@pytest.fixture
def files(tmp_path: Path) -> ChosenFiles:
    """Where files arrive."""
    return ChosenFiles(tmp_path)


@pytest.fixture
def place(files: ChosenFiles) -> Place:
    """The place of one open page."""
    return files.open_place()


def sent(
    files: ChosenFiles,
    secret: str,
    pieces: Sequence[bytes] = (FILE,),
    *,
    length: int | str | None = None,
    name: str = "export.csv",
    broken_off: bool = False,
) -> Answer:
    """Send a file as a browser does."""
    said = sum(map(len, pieces)) if length is None else length
    headers = {SECRET_HEADER: secret, NAME_HEADER: name, "content-length": str(said)}
    last: Message = {"type": "http.request", "body": b"", "more_body": False}
    messages: Iterator[Message] = iter(
        [
            *({"type": "http.request", "body": piece, "more_body": True} for piece in pieces),
            {"type": "http.disconnect"} if broken_off else last,
        ]
    )
    answered: list[Message] = []

    async def receive() -> Message:
        return next(messages)

    async def send(message: Message) -> None:
        answered.append(message)

    app = Starlette(routes=[upload_route(files.begin)])
    scope = scope_of(UPLOAD_PLACE, method="POST", headers=headers)

    async def answer() -> None:
        await app(scope, receive, send)

    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(lambda: asyncio.run(answer())).result()
    body = b"".join(message.get("body", b"") for message in answered[1:])
    return Answer(answered[0]["status"], {}, body)


def test_a_file_arrives_in_the_place_of_its_page(files: ChosenFiles, place: Place) -> None:
    answer = sent(files, place.secret, [FILE[:7], FILE[7:]], name="caf%C3%A9.csv")
    assert answer.status == 204
    assert place.reading is not None
    assert ("café.csv", len(FILE)) == (place.reading.name, place.reading.size)


def test_nothing_of_it_can_be_seen_on_the_disk(
    files: ChosenFiles, place: Place, tmp_path: Path
) -> None:
    assert sent(files, place.secret).status == 204
    assert list(tmp_path.iterdir()) == []


def test_a_secret_nobody_was_given_opens_no_place(files: ChosenFiles, place: Place) -> None:
    other = files.open_place()
    other.close()
    for secret in ("", place.secret[:-1], place.secret.swapcase(), other.secret):
        answer = sent(files, secret)
        assert (answer.status, b"lost touch" in answer.body) == (404, True)
    assert place.reading is None


def test_every_page_has_a_secret_of_its_own_and_finds_only_its_own_file(
    files: ChosenFiles, place: Place
) -> None:
    other = files.open_place()
    assert place.secret != other.secret
    assert len(place.secret) >= 43  # 256 bits, six to a character
    sent(files, place.secret)
    assert other.reading is None


def test_a_file_that_breaks_off_is_dropped(files: ChosenFiles, place: Place) -> None:
    assert sent(files, place.secret, [FILE], length=100, broken_off=True).status == 400
    assert place.reading is None


@pytest.mark.parametrize("length", [len(FILE) - 1, len(FILE) + 1])
def test_a_file_of_another_length_than_it_said_is_dropped(
    files: ChosenFiles, place: Place, length: int
) -> None:
    answer = sent(files, place.secret, length=length)
    assert (answer.status, b"as a whole" in answer.body) == (422, True)
    assert place.reading is None


def test_a_file_that_breaks_off_leaves_the_one_before(files: ChosenFiles, place: Place) -> None:
    sent(files, place.secret)
    before = place.reading
    sent(files, place.secret, [b"x"], length=100, broken_off=True)
    assert before is place.reading


@pytest.mark.parametrize("length", ["", "-1", "many"])
def test_a_file_that_does_not_say_its_length_is_refused(
    files: ChosenFiles, place: Place, length: str
) -> None:
    assert sent(files, place.secret, length=length).status == 411


@pytest.mark.parametrize(
    ("pieces", "length", "sentence"),
    [
        ([], 0, b"empty"),
        ([b" \n\n"], 3, b"empty"),
        ([], LARGEST_FILE + 1, b"up to 8,000 MB can be read"),
    ],
)
def test_a_file_that_cannot_be_kept_is_refused_in_a_sentence(
    files: ChosenFiles, place: Place, pieces: list[bytes], length: int, sentence: bytes
) -> None:
    answer = sent(files, place.secret, pieces, length=length)
    assert answer.status in {413, 422}
    assert sentence in answer.body
    assert place.reading is None


def test_a_disk_without_room_is_said_before_anything_is_taken(
    files: ChosenFiles, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.exchange.importing.chosen_files.free_bytes", lambda _: 300_000_010)
    answer = sent(files, place.secret)
    assert answer.status == 413
    assert b"Please make room and choose it again" in answer.body


def test_a_disk_that_fills_up_on_the_way_is_said(
    files: ChosenFiles, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("journal.exchange.importing.kept_file.KeptFile.write", full)
    answer = sent(files, place.secret)
    assert (answer.status, b"did not take the whole file" in answer.body) == (507, True)
    assert place.reading is None


def test_a_page_closed_on_the_way_takes_nothing(files: ChosenFiles, place: Place) -> None:
    arriving = files.begin(place.secret, "x", 10)
    assert arriving is not None
    assert not isinstance(arriving, str)
    arriving.write(b"12345")
    place.close()
    with pytest.raises(FileGone):
        arriving.write(b"67890")
    assert files.begin(place.secret, "x", 10) is None


def test_the_file_chosen_last_is_the_one_that_is_kept(files: ChosenFiles, place: Place) -> None:
    first = files.begin(place.secret, "first", 1)
    sent(files, place.secret, name="second")
    assert first is not None
    assert not isinstance(first, str)
    with pytest.raises(FileGone):
        first.write(b"1")
    assert place.reading is not None
    assert place.reading.name == "second"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://localhost:9999"}, 403),
        ({}, 403),
        ({"host": "evil.example", "origin": "http://evil.example"}, 403),
        ({"origin": "http://localhost:8501"}, 404),
    ],
    ids=["another page", "another program", "no page", "a rebound name", "ours, no secret"],
)
def test_only_the_journals_own_pages_may_send(
    files: ChosenFiles, headers: dict[str, str], status: int
) -> None:
    app = Guard(Starlette(routes=[upload_route(files.begin)]))
    told = {"content-length": "0", SECRET_HEADER: "guessed", **headers}
    assert ask(app, scope_of(UPLOAD_PLACE, method="POST", headers=told)).status == status


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS"])
def test_the_address_gives_nothing_back(files: ChosenFiles, place: Place, method: str) -> None:
    app = Starlette(routes=[upload_route(files.begin)])
    told = {SECRET_HEADER: place.secret}
    assert ask(app, scope_of(UPLOAD_PLACE, method=method, headers=told)).status == 405
