"""A bundle is a zip anybody can open: same in, same out; no name leaves its folder."""

import io
import zipfile
from datetime import date
from zipfile import ZipFile

import pandas as pd
import plotly.graph_objects as go
from hypothesis import given
from hypothesis import strategies as st

from journal.charts.chart import Chart, ChartTable, Shade
from journal.exchange.bundle.chart_list import ChartGroup
from journal.exchange.bundle.chart_zip import Bundle, chart_zip, left_out_text
from journal.exchange.bundle.taken import (
    LONGEST_STEM,
    FileFormat,
    LeftOut,
    TakenChart,
    taken_chart,
    unique_stem,
)
from journal.exchange.chart_files import PLOTLY_FILE, plotly_library

TODAY = date(2026, 11, 22)
FOLDER = "tending-charts-2026-11-22"
HOSTILE = '</script><script>document.title="taken"</script><img src=x onerror="document.title=1">'
PNG = b"\x89PNG\r\n\x1a\n" + bytes(2000)


def chart(title: str = "Mood over time") -> Chart:
    return Chart(
        key="over-time-mood",
        title=title,
        subtitle="1 March to 30 May 2026 · 2 days recorded",
        sentence=f"Mood was 3 and 7. {title}",
        table=ChartTable(("Day", title), (("2026-03-01", 3), ("2026-05-30", None))),
        figure=lambda _: go.Figure(go.Scatter(x=["2026-03-01"], y=[3], name=title)),
    )


def taken(title: str = "Mood over time", stem: str = "mood") -> TakenChart:
    made = taken_chart(chart(title), ChartGroup.OVER_TIME, stem, Shade.LIGHT, list(FileFormat))
    pictures = {FileFormat.PNG: PNG, FileFormat.SVG: b"<svg/>"}
    return TakenChart(
        made.stem,
        made.group,
        made.title,
        made.subtitle,
        made.sentence,
        {**made.files, **pictures},
    )


def bundle(*charts: TakenChart, left_out: tuple[LeftOut, ...] = ()) -> Bundle:
    return Bundle(TODAY, "3 months", Shade.LIGHT, charts, left_out, ("This cycle, round",))


def opened(content: bytes) -> dict[str, bytes]:
    """Read a zip as any program would, every sum checked."""
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_chart_leaves_in_every_format_with_its_words_on_the_index() -> None:
    files = opened(chart_zip(bundle(taken())))
    assert set(files) == {
        f"{FOLDER}/index.html",
        f"{FOLDER}/left-out.txt",
        f"{FOLDER}/pictures/mood.png",
        f"{FOLDER}/drawings/mood.svg",
        f"{FOLDER}/live/mood.html",
        f"{FOLDER}/live/{PLOTLY_FILE}",
        f"{FOLDER}/numbers/mood.csv",
    }
    index = files[f"{FOLDER}/index.html"].decode()
    assert "Mood was 3 and 7." in index
    assert 'src="drawings/mood.svg"' in index
    assert files[f"{FOLDER}/pictures/mood.png"] == PNG


def test_the_numbers_are_read_by_another_program() -> None:
    files = opened(chart_zip(bundle(taken())))
    read = pd.read_csv(io.BytesIO(files[f"{FOLDER}/numbers/mood.csv"]))
    assert read["Day"].tolist() == ["2026-03-01", "2026-05-30"]
    assert read["Mood over time"].isna().tolist() == [False, True]


def test_live_pages_share_one_copy_of_what_draws_them() -> None:
    files = opened(chart_zip(bundle(taken(), taken(stem="mood-2"))))
    assert files[f"{FOLDER}/live/{PLOTLY_FILE}"] == plotly_library()
    assert len(files[f"{FOLDER}/live/mood.html"]) < 20_000
    assert f'<script src="{PLOTLY_FILE}">' in files[f"{FOLDER}/live/mood-2.html"].decode()


def test_a_bundle_without_live_pages_leaves_the_drawing_script_out() -> None:
    only_numbers = taken_chart(chart(), ChartGroup.OVER_TIME, "mood", Shade.DARK, [FileFormat.CSV])
    files = opened(chart_zip(bundle(only_numbers)))
    assert set(files) == {
        f"{FOLDER}/index.html",
        f"{FOLDER}/left-out.txt",
        f"{FOLDER}/numbers/mood.csv",
    }


def test_the_same_charts_of_the_same_day_are_the_same_bytes() -> None:
    assert chart_zip(bundle(taken())) == chart_zip(bundle(taken()))


def test_every_file_carries_the_day_and_can_be_read_by_its_owner() -> None:
    with ZipFile(io.BytesIO(chart_zip(bundle(taken())))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 22, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o644}
        kinds = {entry.filename[-3:]: entry.compress_type for entry in archive.infolist()}
    assert kinds["png"] == zipfile.ZIP_STORED
    assert kinds["csv"] == zipfile.ZIP_DEFLATED


def test_what_was_left_out_is_said_with_its_reason() -> None:
    left_out = LeftOut("This cycle, round", "No cycle\nis going on.")
    said = left_out_text(bundle(taken(), left_out=(left_out,)))
    assert "- This cycle, round: No cycle is going on.\n" in said
    index = opened(chart_zip(bundle(left_out=(left_out,))))[f"{FOLDER}/index.html"].decode()
    assert "<li>This cycle, round: No cycle\nis going on.</li>" in index


def test_where_nothing_was_left_out_that_is_said_beside_what_was_not_chosen() -> None:
    said = left_out_text(bundle(taken()))
    assert "Nothing you chose was left out." in said
    assert "Not chosen:\n\n- This cycle, round\n" in said


def test_her_own_words_are_text_on_the_index() -> None:
    charts = bundle(taken(HOSTILE), left_out=(LeftOut(HOSTILE, HOSTILE),))
    index = opened(chart_zip(charts))[f"{FOLDER}/index.html"].decode()
    assert "&lt;/script&gt;" in index
    assert "<script" not in index
    assert "<img src=x" not in index


@given(st.lists(st.text(max_size=300), min_size=1, max_size=8))
def test_names_are_unique_plain_and_short_whatever_is_in_them(wanted: list[str]) -> None:
    stems: list[str] = []
    for name in [*wanted, *wanted]:
        stems.append(unique_stem(f"tending-{name}-2026-03-01-to-2026-05-30", stems))
    assert len(set(stems)) == len(stems)
    assert all(len(stem) <= LONGEST_STEM for stem in stems)
    assert all(set(stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for stem in stems)
    assert all(stem[0] != "-" and stem[-1] != "-" and stem.startswith("tending") for stem in stems)


def test_a_shortened_name_keeps_its_dates() -> None:
    stem = unique_stem(f"tending-{'days-behind-' * 20}2026-03-01-to-2026-05-30", [])
    assert stem.endswith("-2026-03-01-to-2026-05-30")


@given(st.text(max_size=60))
def test_no_title_leads_a_file_out_of_its_folder(title: str) -> None:
    stem = unique_stem(title, [])
    made = taken_chart(chart(title), ChartGroup.OVER_TIME, stem, Shade.LIGHT, [FileFormat.CSV])
    files = opened(chart_zip(bundle(made)))
    assert all(name.startswith(f"{FOLDER}/") and ".." not in name for name in files)
    assert all(name.count("/") <= 2 for name in files)
