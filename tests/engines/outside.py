"""The rest of the world, as a browser under test finds it: it is asked, says no, and remembers."""

import socketserver
import threading
from types import TracebackType
from typing import Self

HOST = "127.0.0.1"


class Outside:
    """A proxy that every request but those to this machine goes to, and that answers none."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        asked = self.asked

        class Refusal(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                asked.append(self.rfile.readline(2048).decode(errors="replace").strip())
                self.wfile.write(b"HTTP/1.1 502 Nobody\r\nContent-Length: 0\r\n\r\n")

        self._server = socketserver.ThreadingTCPServer((HOST, 0), Refusal)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def port(self) -> int:
        """Where it listens."""
        port: int = self._server.server_address[1]
        return port

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Listen no more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
