import re
from uuid import UUID

from journal.domain.catalogues import CatalogueName, shipped_catalogue
from journal.domain.days import LhTest, SignStrength
from journal.exchange.fhir.codes import OWN_SYSTEM, concept, known_codes, plain

LOINC = re.compile(r"(\d{1,6})-(\d)")
VERHOEFF = (
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip
DIHEDRAL = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip


def loinc_is_well_formed(code: str) -> bool:
    """Check the last digit of a LOINC code, which is a modulus 10 check (LOINC Users' Guide)."""
    found = LOINC.fullmatch(code)
    assert found
    digits = [int(digit) for digit in reversed(found[1])]
    total = sum(digits[1::2]) + sum(sum(map(int, str(2 * digit))) for digit in digits[::2])
    return -total % 10 == int(found[2])


def snomed_is_well_formed(code: str) -> bool:
    """Check the last digit of a SNOMED CT identifier by Verhoeff's dihedral check."""
    check = 0
    for place, digit in enumerate(reversed(code)):
        check = int(DIHEDRAL[check][int(VERHOEFF[place % 8][int(digit)])])
    return check == 0


def test_every_code_has_the_check_digit_of_its_system() -> None:
    codes = [code for found in known_codes().values() for code in found]
    assert {code.system for code in codes} == {"http://loinc.org", "http://snomed.info/sct"}
    for code in codes:
        loinc = code.system == "http://loinc.org"
        assert (loinc_is_well_formed if loinc else snomed_is_well_formed)(code.code), code


def test_every_sign_and_value_with_a_code_exists() -> None:
    signs = {f"sign:{code}" for code in shipped_catalogue(CatalogueName.SIGNS).entries}
    values = {f"strength={item}" for item in SignStrength} | {f"lh_test={item}" for item in LhTest}
    told = {key for key in known_codes() if ":" in key or "=" in key}
    assert values < told
    assert told - values < signs


def test_our_own_system_is_an_address_nobody_owns() -> None:
    assert UUID(OWN_SYSTEM.removeprefix("urn:uuid:")).urn == OWN_SYSTEM


def test_a_word_of_hers_stands_beside_our_own_code_alone() -> None:
    made = concept("sign:own_ziehen", " Ziehen\n\x07links ")
    assert made["text"] == "Ziehen links"
    assert [item["code"] for item in made["coding"]] == ["sign:own_ziehen"]


def test_a_text_without_anything_to_see_is_a_dash() -> None:
    assert plain("\u200b \t") == "-"
