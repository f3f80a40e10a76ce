"""A pgbench script made of the statements that one change really sent."""

import re
from collections.abc import Mapping, Sequence

from bench.live.places import AKUN, SESI, SKP, Block, Person
from bench.live.statements import Statement

_PLACEHOLDER = re.compile(r"'(?:[^']|'')*'|\$(\d+)")
_NUMBERS = re.compile(r"'\{[\d,]*\}'")
_COLON = re.compile(r":(?=[A-Za-z_])")  # pgbench would take it for a variable of its own

# How the ids of one change follow from the client's number and how many changes it has made: in
# the same order as the load on the service.
_IDS = f"""\
\\set n :i * :clients + :client_id
\\set i :i + 1
\\set place :n % {{count}}
\\set penilai_id {{first_pegawai}} + :place * {{size}}
\\set pegawai_id :penilai_id + 1 + :n / {{count}}
\\set unor_id {{first_unor}} + :place
\\set instansi_id {{instansi}}
\\set akun_id :pegawai_id + {AKUN}
\\set sesi_id :pegawai_id + {SESI}
\\set skp_id :pegawai_id + {SKP}
"""


def names(owner: Person, penilai: Person, unor_id: int) -> dict[str, str]:
    """The ids of a change, and the variables of the script that stand for them."""
    return {
        str(owner.id): "pegawai_id",
        str(penilai.id): "penilai_id",
        str(unor_id): "unor_id",
        str(owner.instansi_id): "instansi_id",
        str(owner.id + AKUN): "akun_id",
        str(owner.id + SESI): "sesi_id",
        str(owner.id + SKP): "skp_id",
    }


def script(statements: Sequence[Statement], known: Mapping[str, str], block: Block) -> str:
    """The script, in which the known ids are those of the client's next change in the block."""
    head = _IDS.format(
        count=block.count,
        size=block.size,
        first_pegawai=block.first_pegawai,
        first_unor=block.first_unor,
        instansi=block.instansi_id,
    )
    return head + "".join(f"{_filled(each, known)};\n" for each in statements)


def _filled(statement: Statement, known: Mapping[str, str]) -> str:
    """The statement with its parameters in their places."""

    def put(match: re.Match[str]) -> str:
        if match[1] is None:
            return _literal(match[0])
        return _value(statement.parameters[int(match[1])], known)

    lines = _PLACEHOLDER.sub(put, statement.sql).strip().rstrip(";").splitlines()
    return " ".join(line.strip() for line in lines)


def _value(literal: str, known: Mapping[str, str]) -> str:
    """A parameter: an id as a variable, and whatever holds an id put together around it."""
    if literal.strip("'") in known:
        return f":{known[literal.strip(chr(39))]}"
    parts = re.split(rf"\b({'|'.join(known)})\b", literal[1:-1]) if known else []
    if literal == "NULL" or len(parts) < 2:
        return _literal(literal)
    if _NUMBERS.fullmatch(literal):
        numbers = [f":{known[n]}" if n in known else n for n in literal[2:-2].split(",")]
        return f"ARRAY[{', '.join(numbers)}]::int[]"
    shown = [f":{known[part]}::text" if part in known else f"'{part}'" for part in parts]
    return f"({' || '.join(shown)})"


def _literal(literal: str) -> str:
    """A literal in which pgbench finds no variable."""
    pieces = _COLON.split(literal)
    return literal if len(pieces) == 1 else "(" + "' || chr(58) || '".join(pieces) + ")"
