from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import streamlit as st

from journal.web.assets import load_assets
from journal.web.shell import ServeShell, build_shell
from tests.web.asking import answering, ask, scope_of

ASSETS = load_assets()
ORIGINAL = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
SHELL = build_shell(ORIGINAL, ASSETS)
PAGE = SHELL.body.decode()
DOCUMENT = answering(ORIGINAL.encode(), headers={"content-type": "text/html; charset=utf-8"})


def test_the_document_is_ours_in_name_and_language() -> None:
    assert "<title>Tending</title>" in PAGE
    assert '<html lang="en-GB">' in PAGE
    assert ">Streamlit<" not in PAGE


def test_the_document_points_programs_to_nothing() -> None:
    assert "_stcore/agent" not in PAGE


def test_streamlits_own_scripts_and_styles_are_all_kept() -> None:
    kept = [
        line for line in ORIGINAL.splitlines() if "./static/js/" in line or "./static/css/" in line
    ]
    assert kept
    assert [line for line in kept if line.strip() not in PAGE] == []


def test_our_files_are_linked_with_their_fingerprints() -> None:
    for name in (
        "tending.css",
        "tending.js",
        "right_day.js",
        "manifest.webmanifest",
        "icon.svg",
        "icon-180.png",
    ):
        assert f'"./assets/{name}?v={ASSETS[name].fingerprint}"' in PAGE


def test_the_policy_allows_the_script_that_says_where_the_server_is() -> None:
    _, _, after = PAGE.partition("<script>window.__streamlit = ")
    script = f"window.__streamlit = {after.partition('</script>')[0]}"
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert "BACKEND_BASE_URL" in script
    assert f"sha256-{digest}" in SHELL.script_hashes


def test_the_hash_in_the_policy_is_that_of_the_inline_script() -> None:
    script = "\n  window.anything = 1\n"
    shell = build_shell(f"<html><head><script>{script}</script></head></html>", ASSETS)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"sha256-{digest}" == shell.script_hashes[0]


def test_every_html_answer_becomes_the_document() -> None:
    answer = ask(ServeShell(DOCUMENT, shell=SHELL), scope_of("/today"))
    assert SHELL.body == answer.body
    assert str(len(SHELL.body)) == answer.headers["content-length"]


def test_a_browser_that_has_the_document_is_told_so() -> None:
    headers = {"if-none-match": SHELL.etag.decode()}
    answer = ask(ServeShell(DOCUMENT, shell=SHELL), scope_of(headers=headers))
    assert (answer.status, answer.body) == (304, b"")


def test_other_answers_pass_untouched() -> None:
    app = ServeShell(answering(b"{}", headers={"content-type": "application/json"}), shell=SHELL)
    assert ask(app, scope_of("/_stcore/health")).body == b"{}"


def test_an_html_file_that_is_downloaded_stays_what_it_is() -> None:
    headers = {"content-type": "text/html", "content-disposition": "attachment"}
    page = answering(b"<p>her chart</p>", headers=headers)
    assert ask(ServeShell(page, shell=SHELL), scope_of("/media/x.html")).body == b"<p>her chart</p>"
