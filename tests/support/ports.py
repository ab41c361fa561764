"""Ports nobody listens on."""

import os
import socket

_given_back: list[int] = []


def free_port() -> int:
    """Find a free port of the loopback address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def borrow_port() -> int:
    """Find a free port, rather one that was given back than a new one.

    What a browser keeps of a program, it keeps by address: at another port it loads it anew.
    """
    while _given_back:
        port = _given_back.pop()
        if _nobody_listens(port):
            return port
    return free_port()


def give_back_port(port: int) -> None:
    """Let the next who borrows a port have this one; nobody is to listen on it any more."""
    _given_back.append(port)


def _nobody_listens(port: int) -> bool:
    with socket.socket() as probe:
        if os.name == "posix":
            # Connections that have just ended are in nobody's way, as they are in no server's.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
