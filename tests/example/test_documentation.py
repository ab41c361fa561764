"""What docs/EXAMPLE_JOURNAL.md says of the numbers is what the generator uses."""

import importlib
import re
from dataclasses import asdict
from pathlib import Path

from journal.example.ratings import RECIPES

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "EXAMPLE_JOURNAL.md").read_text(encoding="utf-8")
MODULES = sorted(
    file.stem for file in (ROOT / "journal" / "example").glob("*.py") if file.stem != "__init__"
)
# A calendar fact, not a choice.
NOT_CHOSEN = {"story.DAYS_PER_YEAR"}


def constants() -> dict[str, float]:
    found = {}
    for stem in MODULES:
        source = (ROOT / "journal" / "example" / f"{stem}.py").read_text(encoding="utf-8")
        module = importlib.import_module(f"journal.example.{stem}")
        for line in re.findall(r"^([A-Z][A-Z_, ]+?)(?:: Final)? = ", source, re.MULTILINE):
            for name in line.split(", "):
                if isinstance(value := getattr(module, name), int | float):
                    found[f"{stem}.{name}"] = float(value)
    return {name: value for name, value in found.items() if name not in NOT_CHOSEN}


def test_every_chosen_number_is_documented_with_its_reason() -> None:
    rows = re.findall(r"^\| `(\w+\.[A-Z_]+)` \| ([\d.]+) \| (.{4,}) \|$", PAGE, re.MULTILINE)
    assert {name: float(value) for name, value, _ in rows} == constants()


def test_the_table_of_ratings_is_the_one_in_use() -> None:
    rows = re.findall(r"^\| ([a-z]+) ((?:\| -?[\d.]+ )+)\|$", PAGE, re.MULTILINE)
    head = re.findall(r"^\| rating \| (.+) \|$", PAGE, re.MULTILINE)[0]
    columns = head.replace(" a ", "_").split(" | ")
    documented = {
        name: dict(zip(columns, map(float, values.split("|")[1:]), strict=True))
        for name, values in rows
    }
    assert documented == {name: asdict(recipe) for name, recipe in RECIPES.items()}
