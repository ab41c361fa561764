import pytest

from journal.web.loopback import AddressNotPrivate, require_loopback


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.53", "localhost", "::1", "[::1]"])
def test_the_journal_starts_on_this_machines_own_address(address: str) -> None:
    require_loopback(address)


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.168.1.7", "journal.example"])  # noqa: S104 - refused
def test_it_refuses_any_other(address: str | None) -> None:
    with pytest.raises(AddressNotPrivate, match="will not start"):
        require_loopback(address)


def test_the_refusal_names_the_address_and_the_way_out() -> None:
    with pytest.raises(AddressNotPrivate, match=r"192\.168\.1\.7.*--server\.address 127\.0\.0\.1"):
        require_loopback("192.168.1.7")
