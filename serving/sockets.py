"""The listening socket, and how many sockets a process may have."""

import resource
import socket
import sys
from contextlib import suppress

BACKLOG = 4096  # connections waiting to be accepted; the kernel's net.core.somaxconn caps it
STALLED_MS = 120_000  # a client that takes nothing for so long is dropped by the kernel


def listening_socket(host: str, port: int, shared: bool = False) -> socket.socket:
    """A socket bound to the address, which listens once the server has started; `shared`: several
    processes of this user bind to it, and the kernel spreads connections over those that listen.
    Ends the process when the address cannot be had."""
    bound = socket.socket(_family(host), socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        # Accepted sockets inherit it. uvicorn's pings free nobody who stops reading: closing
        # waits for the bytes that he does not take.
        bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, STALLED_MS)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        sys.exit(
            f"Tidak dapat mendengarkan di {host}:{port} ({error.strerror}). Pilih --port lain."
        )
    return bound


def reserved(host: str, port: int) -> socket.socket:
    """A shared socket that never listens: it holds the address for the processes that will. Ends
    the process when somebody listens there, whom a shared socket would quietly join."""
    listening_socket(host, port).close()
    return listening_socket(host, port, shared=True)


def raise_file_limit() -> None:
    """Allow this process, and those it starts, as many sockets as the system lets it."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):  # macOS takes no "unlimited"
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def address(bound: socket.socket) -> str:
    """Where it is, as a browser takes it."""
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
