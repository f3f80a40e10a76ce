"""A child's line to the supervisor that started it."""

import os
import signal
import socket
import threading
import time
from contextlib import suppress


class Parent:
    """The supervisor, at the other end of the standard input. When it ends, this process stops
    within `stop_seconds`."""

    def __init__(self, stop_seconds: float) -> None:
        self._stop_seconds = stop_seconds
        self._line = socket.socket(fileno=0)
        threading.Thread(target=self._outlive_briefly, daemon=True).start()

    def tell_serving(self) -> None:
        """Say that this process takes connections."""
        with suppress(OSError):
            self._line.send(b"1")

    def _outlive_briefly(self) -> None:
        """Stop when the supervisor ends, however it ends: the kernel then closes its end. Nothing
        ever comes on this line."""
        with suppress(OSError):
            self._line.recv(1)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(self._stop_seconds)
        os._exit(1)
