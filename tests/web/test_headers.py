from journal.web.headers import SecurityHeaders, content_policy
from tests.web.asking import answering, ask, scope_of

ORIGIN = "http://localhost:8501"


def directives(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (part.split() for part in policy.split("; "))}


def test_scripts_run_only_from_the_journal_itself() -> None:
    sources = directives(content_policy(ORIGIN, ["sha256-abc="]))["script-src"]
    assert sources == ["'self'", "blob:", "'sha256-abc='"]


def test_nothing_may_be_sent_to_another_host() -> None:
    policy = directives(content_policy(ORIGIN, []))
    assert policy["connect-src"] == ["'self'", "ws://localhost:8501"]
    assert policy["form-action"] == ["'self'"]


def test_no_directive_lets_another_host_in() -> None:
    policy = directives(content_policy(None, ["sha256-abc="]))
    allowed = {"'self'", "'none'", "'unsafe-inline'", "blob:", "data:", "'sha256-abc='"}
    assert set() == {source for sources in policy.values() for source in sources} - allowed


def test_a_foreign_host_name_never_enters_the_policy() -> None:
    app = SecurityHeaders(answering(status=403), script_hashes=[])
    answer = ask(app, scope_of(headers={"host": "evil.example; script-src *"}))
    assert "evil" not in answer.headers["content-security-policy"]


def test_a_refusal_carries_the_headers_too() -> None:
    answer = ask(SecurityHeaders(answering(status=403), script_hashes=[]), scope_of())
    assert answer.headers["x-frame-options"] == "DENY"


def test_what_was_taken_away_is_not_kept_by_the_browser() -> None:
    app = SecurityHeaders(answering(headers={"cache-control": "public"}), script_hashes=[])
    assert ask(app, scope_of("/media/a.csv")).headers["cache-control"] == "no-store"
    assert ask(app, scope_of("/today")).headers["cache-control"] == "public"


def test_a_header_of_ours_replaces_one_from_below() -> None:
    app = SecurityHeaders(answering(headers={"X-Frame-Options": "ALLOWALL"}), script_hashes=[])
    answer = ask(app, scope_of())
    assert answer.headers["x-frame-options"] == "DENY"
    assert "X-Frame-Options" not in answer.headers
