"""The readers' pages over HTTP: what opens, and that nothing tells refusals apart."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import get_ident
from typing import Any, Final

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from journal.domain.grants import LinkTerms, Passes
from journal.domain.link_secrets import new_secret
from journal.domain.moments import Author
from journal.domain.ranges import DateRange
from journal.sharing.reader_asks import ReaderAsks
from journal.storage import OwnMachine
from journal.web.guard import Guard
from journal.web.headers import SecurityHeaders
from journal.web.lock import Lock
from journal.web.shared import (
    CHARTS_PLACE,
    FORGOTTEN_SECONDS,
    FREE_REFUSALS,
    LONGEST_BODY,
    LONGEST_SECONDS,
    STEP_SECONDS,
    ReaderDocument,
    Refusals,
    asking_routes,
    charts_route,
    document_route,
)
from journal.web.shell import ServeShell, Shell
from tests.support.machines import Wall, machine_on
from tests.web.asking import Answer, ask, scope_of

ORIGIN: Final = "http://localhost:8501"
SOME: Final = Passes(ratings=frozenset({"mood"}))
RIGHT: Final = "lantern pier"
ACTS: Final = ("open", "still", "reply", "moment", "take-back")
DOCUMENT: Final = ReaderDocument.of(
    "/shared", "<html><script>go()</script><script type='text/plain'>no</script></html>"
)
MORE: Final[dict[str, dict[str, object]]] = {
    "open": {},
    "still": {},
    "reply": {"replies": [{"kind": "comment", "words": "hello"}]},
    "moment": {"kind": "long_hug", "date": "2026-05-14"},
    "take-back": {"id": "none"},
}


@dataclass
class Time:
    """A clock that only waiting and working put forward."""

    now: float = 1_000.0
    slept: list[float] = field(default_factory=list)

    async def sleep(self, seconds: float) -> None:
        """Let the time go by."""
        self.slept.append(seconds)
        self.now += seconds


@dataclass
class Link:
    """A machine with links, behind everything that stands before a page."""

    machine: OwnMachine
    wall: Wall
    time: Time
    app: Starlette

    def made(self, passphrase: str = "", **terms: Any) -> str:
        """Make a link that lasts a day; return its secret."""
        given = LinkTerms(**terms)
        journal = self.machine.journal()
        return journal.make_link("Ada", SOME, given, lasting_days=1, passphrase=passphrase)[1]

    def asked(self, act: str, body: object, **headers: str | None) -> Answer:
        """Ask as the page does."""
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        named = {"origin": ORIGIN, "content-type": "application/json", **headers}
        scope = scope_of(f"/shared/{act}", method="POST", headers=named)
        return ask(self.app, scope, sent)

    def opens(self, secret: str, passphrase: str = "") -> bool:
        """Say whether a link opens."""
        answer = self.asked("open", {"secret": secret, "passphrase": passphrase})
        return answer.status == 200


@pytest.fixture
def link(tmp_path: Path) -> Iterator[Link]:
    """The readers' side of a journal in a file of its own."""
    wall, time = Wall(), Time()
    with machine_on(tmp_path / "journal.db", wall) as machine:
        asks = ReaderAsks(lambda: machine.readers, lambda opened: f'"{opened.grant.recipient}"')
        refusals = Refusals(now=lambda: time.now, sleep=time.sleep)
        app = Starlette(
            routes=[document_route(DOCUMENT), *asking_routes(asks.by_name(), refusals)],
            middleware=[
                Middleware(
                    SecurityHeaders,
                    script_hashes=["sha256-shell"],
                    documents={DOCUMENT.place: DOCUMENT.script_hashes},
                ),
                Middleware(Guard),
                Middleware(Lock, is_locked=lambda: machine.is_locked, touched=pytest.fail),
                Middleware(ServeShell, shell=Shell(b"shell", b'"1"', ()), others=[DOCUMENT.place]),
            ],
        )
        yield Link(machine, wall, time, app)


def test_an_open_link_is_answered_at_once_and_kept_nowhere(link: Link) -> None:
    answer = link.asked("open", {"secret": link.made(), "passphrase": ""})
    assert (answer.status, answer.body) == (200, b'"Ada"')
    assert answer.headers["cache-control"] == "no-store"
    assert "set-cookie" not in answer.headers
    assert link.time.slept == []


def test_a_page_may_ask_whether_it_still_may_show_what_it_shows(link: Link) -> None:
    secret = link.made()
    answer = link.asked("still", {"secret": secret})
    assert (answer.status, answer.body) == (204, b"")
    grant = link.machine.journal().grants()[0]
    assert link.machine.journal().openings(grant.id) == []
    link.machine.journal().withdraw_grant(grant.id)
    assert link.asked("still", {"secret": secret}).status == 404


def closed_links(link: Link) -> dict[str, dict[str, object]]:
    """Return what is sent for links that are closed, each for another reason."""
    came_back = link.made()
    journal = link.machine.journal()
    taken = journal.snapshot()
    journal.forget_grant(journal.grants()[0].id)
    journal.restore(taken)
    ended = link.made()
    link.wall.pass_by(24 * 60)
    withdrawn = link.made()
    link.machine.journal().withdraw_grant(link.machine.journal().grants()[0].id)
    sealed = link.made(RIGHT)
    return {
        "came back from a backup": {"secret": came_back},
        "ended": {"secret": ended},
        "withdrawn": {"secret": withdrawn},
        "never made": {"secret": new_secret()},
        "misspelt": {"secret": f"{sealed[:-1]}*"},
        "cut off": {"secret": sealed[:-1]},
        "without its passphrase": {"secret": sealed},
        "with another passphrase": {"secret": sealed, "passphrase": "lantern quay"},
        "never made, with a passphrase": {"secret": new_secret(), "passphrase": RIGHT},
    }


def no_bodies() -> dict[str, bytes]:
    """Return bodies that no page of ours would send."""
    secret = new_secret()
    return {
        "nothing": b"",
        "no JSON": b"{",
        "no text": b"\xff\xfe",
        "a list": b"[]",
        "too deep": b"[" * 100_000,
        "a long number": b'{"secret": ' + b"9" * 5_000 + b"}",
        "not a number": b'{"secret": NaN}',
        "no secret": b"{}",
        "a secret that is no text": b'{"secret": 7}',
        "half a letter": json.dumps({"secret": "\ud800" * 43}).encode(),
        "another name": json.dumps({"secret": secret, "as": "owner"}).encode(),
        "a long passphrase": json.dumps({"secret": secret, "passphrase": "x" * 1_001}).encode(),
        "too long": b" " * LONGEST_BODY + b"{}",
    }


@pytest.mark.parametrize("act", ACTS)
def test_nothing_tells_one_refusal_from_another(link: Link, act: str) -> None:
    asked = closed_links(link)
    answers = {}
    for why, body in asked.items():
        link.time.now += FORGOTTEN_SECONDS + 1
        answers[why] = link.asked(act, body | MORE[act])
    for why, body in no_bodies().items():
        link.time.now += FORGOTTEN_SECONDS + 1
        answers[why] = link.asked(act, body)
    link.time.now += FORGOTTEN_SECONDS + 1
    answers["no JSON by name"] = link.asked(
        act, {"secret": link.made()}, **{"content-type": "text/plain"}
    )
    link.machine.set_passphrase("of the journal")
    link.machine.lock()
    answers["locked"] = link.asked(act, {"secret": new_secret()} | MORE[act])
    refused = answers["never made"]
    assert (refused.status, refused.body) == (404, b"There is nothing here.\n")
    assert refused.headers["cache-control"] == "no-store"
    assert dict.fromkeys(answers, refused) == answers
    assert [pytest.approx(STEP_SECONDS)] * len(answers) == link.time.slept


def test_a_locked_journal_refuses_what_it_opened_before(link: Link) -> None:
    secret = link.made()
    assert link.opens(secret)
    link.machine.set_passphrase("of the journal")
    assert link.opens(secret)
    link.machine.lock()
    assert not link.opens(secret)
    link.machine.unlock("of the journal")
    assert link.opens(secret)


def test_a_refusal_takes_whole_steps_however_long_the_look_up_took() -> None:
    for work, whole in ((0.0, 1), (0.29, 1), (0.31, 2), (0.7, 3)):
        time = Time()

        def look(_: object, time: Time = time, work: float = work) -> None:
            time.now += work

        routes = asking_routes({"open": look}, Refusals(now=lambda t=time: t.now, sleep=time.sleep))
        began = time.now
        answer = ask(Starlette(routes=routes), json_scope(), b"{}")
        assert answer.status == 404
        assert pytest.approx(whole * STEP_SECONDS) == time.now - began


def json_scope() -> dict[str, Any]:
    return dict(
        scope_of("/shared/open", method="POST", headers={"content-type": "application/json"})
    )


def test_the_wait_is_real() -> None:
    import time  # noqa: PLC0415 - the name is another thing above

    app = Starlette(routes=asking_routes({"open": lambda _: None}))
    began = time.monotonic()
    ask(app, json_scope(), b"{}")
    assert time.monotonic() - began >= STEP_SECONDS


def test_many_refusals_slow_the_next_down_and_no_opening(link: Link) -> None:
    secret = link.made()
    for _ in range(FREE_REFUSALS + 6):
        assert not link.opens(new_secret())
    slowed = link.time.slept[FREE_REFUSALS:]
    assert pytest.approx(link.time.slept[:FREE_REFUSALS]) == [STEP_SECONDS] * FREE_REFUSALS
    assert pytest.approx([0.6, 1.2, 2.4, LONGEST_SECONDS, LONGEST_SECONDS, LONGEST_SECONDS]) == (
        slowed
    )
    link.time.slept.clear()
    assert link.opens(secret)
    assert link.time.slept == []
    link.time.now += FORGOTTEN_SECONDS + 1
    assert not link.opens(new_secret())
    assert link.time.slept == pytest.approx([STEP_SECONDS])


def test_looking_up_holds_no_page_up(link: Link) -> None:
    threads: list[int] = []

    async def sleep(_: float) -> None:
        threads.append(get_ident())  # the thread that serves the pages

    routes = asking_routes({"open": lambda _: threads.append(get_ident())}, Refusals(sleep=sleep))
    ask(Starlette(routes=routes), json_scope(), b"{}")
    looked_up, served = threads
    assert looked_up != served
    del link


def test_what_was_written_is_kept_and_told_back_with_her_answers(link: Link) -> None:
    secret = link.made(may_reply=True)
    said = {"kind": "comment", "words": " Calmer? ", "date": "2026-05-12", "subject": "ratings"}
    answer = link.asked("reply", {"secret": secret, "replies": [{**said, "title": "Ratings"}]})
    assert answer.status == 200
    (kept,) = link.machine.journal().replies()
    assert (kept.words, kept.subject) == ("Calmer?", "ratings")
    assert kept.date is not None
    assert json.loads(answer.body)["replies"][0]["words"] == "Calmer?"
    link.machine.journal().answer_reply(kept.id, "A little.")
    link.wall.pass_by(1)
    again = {"kind": "comment", "words": "And now?"}
    told = json.loads(link.asked("reply", {"secret": secret, "replies": [again]}).body)
    assert [reply["answer"] for reply in told["replies"]] == ["A little.", ""]


def test_an_open_link_that_takes_no_replies_says_so(link: Link) -> None:
    secret = link.made()
    answer = link.asked("reply", {"secret": secret, **MORE["reply"]})
    assert answer.status == 409
    assert "does not allow" in json.loads(answer.body)["said"]
    assert link.machine.journal().replies() == []


def test_replies_no_page_would_send_are_refused_as_no_link_is(link: Link) -> None:
    secret = link.made(may_reply=True)
    plain: dict[str, object] = {"kind": "comment", "words": "x"}
    wrong: list[object] = [
        *(None, "hello", [], ["hello"], [plain] * 51),
        *([plain | other] for other in wrong_fields()),
        [plain, plain | {"words": ""}],
    ]
    for replies in wrong:
        link.time.now += FORGOTTEN_SECONDS + 1
        answer = link.asked("reply", {"secret": secret, "replies": replies})
        assert answer.status == 404, replies
    assert link.machine.journal().replies() == []


def wrong_fields() -> list[dict[str, object]]:
    return [
        {"words": None},
        {"words": " "},
        {"words": "x" * 4_001},
        {"kind": "agreed", "words": "x" * 121},
        {"kind": "order"},
        {"date": "yesterday"},
        {"date": "2026-02-30"},
        {"date": 7},
        {"title": ["x"]},
        {"answer": "hers"},
    ]


def test_a_partner_adds_a_moment_and_takes_it_back(link: Link) -> None:
    secret = link.made(may_add_moments=True)
    answer = link.asked("moment", {"secret": secret, **MORE["moment"]})
    added = json.loads(answer.body)
    assert {name: added[name] for name in ("kind", "date")} == {
        "kind": "long_hug",
        "date": "2026-05-14",
    }
    (moment,) = link.machine.journal().moments(DateRange.last_days(9, link.wall.now.date()))
    assert (Author.PARTNER, added["id"]) == (moment.author, moment.id)
    for gone in (True, False):
        taken = link.asked("take-back", {"secret": secret, "id": added["id"]})
        assert {"gone": gone} == json.loads(taken.body)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": None},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"host": "evil.example:8501"},
    ],
)
def test_no_other_page_may_ask(link: Link, headers: dict[str, str | None]) -> None:
    assert link.asked("open", {"secret": link.made()}, **headers).status == 403
    grant = link.machine.journal().grants()[0]
    assert link.machine.journal().openings(grant.id) == []


@pytest.mark.parametrize("act", ACTS)
def test_nothing_is_asked_by_an_address(link: Link, act: str) -> None:
    scope = scope_of(f"/shared/{act}", method="GET")
    assert ask(link.app, {**scope, "query_string": b"secret=x"}).status == 405


def test_the_document_is_the_same_for_everybody_and_runs_its_own_scripts(link: Link) -> None:
    followed = {
        "sec-fetch-site": "cross-site",
        "sec-fetch-mode": "navigate",
        "sec-fetch-dest": "document",
    }
    answer = ask(link.app, scope_of("/shared", headers=followed))
    assert (200, DOCUMENT.body) == (answer.status, answer.body)
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    policy = dict(
        part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; ")
    )
    (own,) = DOCUMENT.script_hashes
    assert policy["script-src"] == f"'{own}' {ORIGIN}{CHARTS_PLACE}"
    assert policy["default-src"] == policy["frame-ancestors"] == "'none'"
    assert policy["form-action"] == policy["base-uri"] == "'none'"
    assert policy["connect-src"] == "'self'"


def test_what_is_answered_may_run_nothing(link: Link) -> None:
    answer = link.asked("open", {"secret": link.made()})
    assert "script-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_what_draws_charts_is_kept_by_the_browser_and_packed() -> None:
    answer = ask(Starlette(routes=[charts_route(lambda: b"draw()")]), scope_of(CHARTS_PLACE))
    assert gzip.decompress(answer.body) == b"draw()"
    assert answer.headers["content-encoding"] == "gzip"
    assert "immutable" in answer.headers["cache-control"]
