"""Texts that are hard to carry unharmed, and the mark by which a row is known in any answer."""

import re
from random import Random

NAMA = (
    "Budi",
    "Budi",
    "budi",
    "BUDI",
    "",
    "Siti 'Petik' dan \"Kutip\"",
    "garis \\ miring \\n \\u0041 \\",
    "100%",
    "seratus",
    "a_b",
    "aXb",
    "Ani \t baris\nbaru\r\n",
    "\x01\x1f\x7f",
    "emoji 🙂👩‍👩‍👧",
    "ꦧꦱꦗꦮ العربية é e\u0301 Å",
    "\u2028\ufeff",
    "{t} {c} {0} $1 ?1 %s :a",
    "'; DROP TABLE skp; --",
    '{"json": [1, null]}',
    '["Budi",1]',
    "null",
    "12",
    "z" * 150,
)
_MARK = re.compile(r"«([a-z]+) (\d+)»")


def mark(noun: str, key: int) -> str:
    """Stands in a text of the row, and nowhere else."""
    return f"«{noun} {key}»"


def marks_in(answer: str) -> set[tuple[str, int]]:
    """The rows (noun and key) whose mark stands in an answer."""
    return {(noun, int(key)) for noun, key in _MARK.findall(answer)}


def marked(acak: Random, noun: str, key: int) -> str:
    """A hard text with the row's mark somewhere in it."""
    return f"{acak.choice(NAMA)}{mark(noun, key)}{acak.choice(NAMA)}"
