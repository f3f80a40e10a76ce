"""The supervisor with processes that do not do what they should."""

import asyncio
import sys

import pytest

from serving.supervisor import GAVE_UP, MOST_FAILURES, Supervisor

SERVES = "import socket; socket.socket(fileno=0).send(b'1');"


def run(program: str, stop_after: float | None = None) -> tuple[int, int]:
    """Supervise two of `program`, and stop them some seconds after both serve; the exit code, and
    how often both served."""
    served = 0

    def started() -> None:
        nonlocal served
        served += 1
        if stop_after is not None:
            asyncio.get_running_loop().call_later(stop_after, supervisor._stop)

    supervisor = Supervisor([sys.executable, "-c", program], 2, 0.5, started)
    return asyncio.run(asyncio.wait_for(supervisor.run(), 30)), served


def test_it_gives_up_on_processes_that_never_serve(capfd: pytest.CaptureFixture[str]) -> None:
    code, served = run("print('mulai', flush=True); raise SystemExit(7)")
    said = capfd.readouterr()
    assert (code, served) == (1, 0)
    assert GAVE_UP.format(code=7) in said.err
    assert MOST_FAILURES <= said.out.splitlines().count("mulai") <= 2 * MOST_FAILURES


def test_it_goes_on_with_processes_that_have_served(capfd: pytest.CaptureFixture[str]) -> None:
    code, served = run(f"{SERVES} print('mulai', flush=True)", stop_after=4)
    said = capfd.readouterr()
    assert (code, served) == (0, 1)
    assert 4 <= said.out.splitlines().count("mulai") <= 8  # at once, then after 0.5, 1, 2, 4 s
    assert GAVE_UP.format(code=0) not in said.err


def test_it_kills_what_does_not_stop() -> None:
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
    code, served = run(f"{deaf.replace('time.sleep', f'{SERVES} time.sleep')}", stop_after=0.1)
    assert (code, served) == (1, 1)
