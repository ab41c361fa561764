"""The address a calendar fetches the days ahead at, asked over HTTP as a calendar would."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime, time
from http.client import HTTPConnection

import pytest
from icalendar import Calendar
from starlette.applications import Starlette

from journal.domain.link_secrets import new_secret
from journal.domain.own_calendar import OwnCalendar
from journal.domain.owner_settings import OwnerSettings
from journal.storage import OwnerJournal
from journal.web.calendar_address import REQUEST_LOG, calendar_route
from tests.support.day_form import kept_by, welcomed
from tests.support.server import JournalServer
from tests.web.asking import Answer, ask, scope_of

WANTED = OwnCalendar("A softer week", time(20, 30))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalServer]:
    """The app on a journal whose owner wants a reminder; its server logs all it can."""
    settings = OwnerSettings(welcomed=True, own_calendar=WANTED)
    folder = welcomed(tmp_path_factory.mktemp("calendar-address"), settings)
    with JournalServer(folder, {"STREAMLIT_LOGGER_LEVEL": "debug"}) as server:
        yield server


@pytest.fixture
def journal(server: JournalServer) -> OwnerJournal:
    """The journal of the server, opened beside it."""
    return kept_by(server)


def asked(server: JournalServer, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask as a program does that is no browser; the Host is the server's own unless given."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=20)
    try:
        connection.putrequest(method, path, skip_host=True)
        for name, value in {"Host": f"localhost:{server.port}", **headers}.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders() if name != "date"}
        return Answer(answer.status, told, answer.read())
    finally:
        connection.close()


def place_of(secret: str) -> str:
    return f"/days-ahead/{secret}.ics"


def test_a_calendar_reads_what_the_file_would_hold(
    server: JournalServer, journal: OwnerJournal
) -> None:
    place = place_of(journal.make_calendar_address("UTC"))
    day_before = datetime.now(UTC).date()
    answer = asked(server, place)
    read = Calendar.from_ical(answer.body)
    (event,) = read.walk("VEVENT")
    assert str(read["x-wr-calname"]) == "A softer week"
    assert event.start.time() == time(20, 30)
    assert day_before <= event.start.date() <= datetime.now(UTC).date()
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["content-disposition"] == 'attachment; filename="days-ahead.ics"'
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_it_follows_what_she_changes(server: JournalServer, journal: OwnerJournal) -> None:
    place = place_of(journal.make_calendar_address("UTC"))
    journal.change_settings(lambda _: OwnerSettings(welcomed=True))
    assert b"VEVENT" not in asked(server, place).body
    journal.change_settings(lambda _: OwnerSettings(welcomed=True, own_calendar=WANTED))
    assert b"VEVENT" in asked(server, place).body


def test_the_head_alone_can_be_asked_for(server: JournalServer, journal: OwnerJournal) -> None:
    place = place_of(journal.make_calendar_address("UTC"))
    head, whole = asked(server, place, "HEAD"), asked(server, place)
    assert (head.status, head.body) == (200, b"")
    assert whole.headers == head.headers


def test_whatever_is_no_open_address_is_answered_alike(
    server: JournalServer, journal: OwnerJournal
) -> None:
    replaced = journal.make_calendar_address("UTC")
    withdrawn = journal.make_calendar_address("UTC")
    assert asked(server, place_of(withdrawn)).status == 200
    journal.withdraw_calendar_address()
    places = [
        *(place_of(secret) for secret in (withdrawn, replaced, new_secret(), "", "x", "%20" * 43)),
        f"/days-ahead/{new_secret()}",
        f"/days-ahead/calendars{place_of(new_secret())}",
        f"{place_of(new_secret())}/",
        f"{place_of(new_secret())}?of=today",
        "/days-ahead/",
    ]
    for method in ("GET", "HEAD"):
        answers = [asked(server, place, method) for place in places]
        assert [404] * len(places) == [answer.status for answer in answers]
        assert [answers[0]] * len(places) == answers
    assert asked(server, places[0]).body == b"There is nothing here.\n"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])
def test_it_can_only_be_read(server: JournalServer, journal: OwnerJournal, method: str) -> None:
    place = place_of(journal.make_calendar_address("UTC"))
    own = {"Origin": f"http://localhost:{server.port}"}
    assert asked(server, place, method).status == 403
    answers = [asked(server, path, method, **own) for path in (place, place_of(new_secret()))]
    assert [answer.status for answer in answers] == [405, 405]
    assert answers[0] == answers[1]
    assert b"BEGIN" not in answers[0].body
    address = journal.calendar_address()
    assert address is not None
    assert address.fetched_at is None


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8501"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {
            "Sec-Fetch-Site": "cross-site",
            "Sec-Fetch-Mode": "navigate",
            "Sec-Fetch-Dest": "document",
        },
    ],
    ids=["a rebound name", "rebound, with port", "embedded elsewhere", "a link elsewhere"],
)
def test_no_other_page_gets_at_it(
    server: JournalServer, journal: OwnerJournal, headers: dict[str, str]
) -> None:
    place = place_of(journal.make_calendar_address("UTC"))
    assert asked(server, place, **headers).status == 403
    address = journal.calendar_address()
    assert address is not None
    assert address.fetched_at is None


def test_the_secret_comes_into_no_log(server: JournalServer, journal: OwnerJournal) -> None:
    secret = journal.make_calendar_address("UTC")
    for method in ("GET", "HEAD", "POST"):
        asked(server, place_of(secret), method)
    said = server.log.read_text(encoding="utf-8")
    assert "Runtime state" in said  # it does write what it does
    assert secret not in said


def test_where_a_server_logs_requests_the_secret_is_taken_out(
    caplog: pytest.LogCaptureFixture,
) -> None:
    secret = new_secret()
    for _ in range(2):
        calendar_route(lambda _: None)
    log = logging.getLogger(REQUEST_LOG)
    with caplog.at_level(logging.INFO, logger=REQUEST_LOG):
        for path in (f"{place_of(secret)}?of=today", "/today"):
            log.info('%s - "%s %s HTTP/%s" %d', "127.0.0.1:1", "GET", path, "1.1", 200)
    assert caplog.messages == [
        '127.0.0.1:1 - "GET /days-ahead/…?of=today HTTP/1.1" 200',
        '127.0.0.1:1 - "GET /today HTTP/1.1" 200',
    ]


def test_only_what_ends_like_a_calendar_is_looked_up() -> None:
    looked_up: list[str] = []

    def find(secret: str) -> bytes | None:
        looked_up.append(secret)
        return b"BEGIN:VCALENDAR"

    app = Starlette(routes=[calendar_route(find)])
    answers = [ask(app, scope_of(path)) for path in ("/days-ahead/a", "/days-ahead/b.ics")]
    assert [answer.status for answer in answers] == [404, 200]
    assert looked_up == ["b"]
