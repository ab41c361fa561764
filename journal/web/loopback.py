"""Which addresses mean "this machine", and the refusal to listen on any other.

The journal has no sign-in yet, so whoever reaches its port can read it.
"""

from ipaddress import ip_address

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")


class AddressNotPrivate(SystemExit):
    """The journal was told to listen where other machines could reach it.

    A way out of the program rather than a fault: Python prints the sentence and no traceback.
    """

    def __init__(self, address: str | None) -> None:
        named = f"the address {address}" if address else "every address of this machine"
        super().__init__(
            f"Tending will not start: it was told to listen on {named}, where other machines "
            "could read the journal, and there is no sign-in yet. Start it with "
            "--server.address 127.0.0.1, which is what .streamlit/config.toml says."
        )


def is_loopback(address: str) -> bool:
    """Tell whether an address can be reached from this machine only."""
    if address.lower() == "localhost":
        return True
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def require_loopback(address: str | None) -> None:
    """Stop the program when the server would listen on anything but loopback.

    Raises:
        AddressNotPrivate: When the address is another one, or none (which means all).
    """
    if address is None or not is_loopback(address):
        raise AddressNotPrivate(address)
