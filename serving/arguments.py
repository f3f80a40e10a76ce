"""The command line of `python -m server`, and thus of scripts/serve."""

import argparse
from dataclasses import dataclass

MOST_PROCESSES = 64


@dataclass(frozen=True)
class Arguments:
    """What was asked for."""

    host: str
    port: int
    proses: int
    anak: bool  # started by a supervisor, which has prepared everything


def read_arguments() -> Arguments:
    """The arguments; wrong ones end the process."""
    parser = argparse.ArgumentParser(prog="scripts/serve", description="Menjalankan e-Kinerja.")
    parser.add_argument("--host", default="127.0.0.1", help="alamat yang didengarkan")
    parser.add_argument(
        "--port", type=int, choices=range(65536), default=8000, metavar="PORT", help="nomor port"
    )
    parser.add_argument(
        "--proses",
        type=int,
        choices=range(1, MOST_PROCESSES + 1),
        default=1,
        metavar="N",
        help=f"jumlah proses pada port itu, paling banyak {MOST_PROCESSES}; lihat docs/operasi.md",
    )
    parser.add_argument("--anak", action="store_true", help=argparse.SUPPRESS)
    return Arguments(**vars(parser.parse_args()))
