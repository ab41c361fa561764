import pytest

from bench.cycle_curves import FITS, SHAPES, main


def test_every_shape_has_a_row_for_each_fit(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--fast"]) == 0
    rows = capsys.readouterr().out.strip().splitlines()[2:]
    assert len(rows) == len(SHAPES) * len(FITS)
