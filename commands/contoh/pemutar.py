"""Playing the examples: each by its person, with what the earlier ones have saved."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import OperationType

from commands.contoh.berkas import Contoh
from commands.contoh.nilai import NilaiTidakAdaError, ambil, isi
from commands.simulasi.klien import DitolakError, Klien, Orang
from models.rules.vocabulary import Peran

TAHUN_TERPAKAI = """
query TahunTerpakai {
  daftarInstansi(first: 100) { nodes { periodePenilaian { tahun } } }
}
"""


class ContohGagalError(Exception):
    """An example did not go as it should; the message says why."""


@dataclass(frozen=True)
class Diputar:
    """How an example went."""

    contoh: Contoh
    nama_pelaku: str
    variabel: Mapping[str, Any]
    jawaban: Mapping[str, Any]


@dataclass
class Pemutar:
    """Plays examples one after the other. `nilai` is all that they know: what was saved, and
    `tahun`, `tahunIni`, `kataSandi`, and the NIP of everybody."""

    pelaku: Mapping[str, Orang]
    nilai: dict[str, Any] = field(default_factory=dict)

    @classmethod
    async def baru(
        cls, klien: Klien, accounts: Sequence[Mapping[str, Any]], tahun_ini: int
    ) -> "Pemutar":
        """Everybody who has an account, and the last year before this one that the story has not
        been played in: it begins by making periods of that year. Raises LayananDiamError,
        DitolakError."""
        pelaku = {
            sebutan: Orang(klien, akun)
            for sebutan, akun in zip(_sebutan(accounts), accounts, strict=True)
        }
        found = await pelaku[Peran.SUPER_ADMIN].minta(TAHUN_TERPAKAI, {})
        used = {row["tahun"] for node in found["nodes"] for row in node["periodePenilaian"]}
        nilai: dict[str, Any] = {
            f"nip {sebutan}": orang.nip for sebutan, orang in pelaku.items()
        } | {
            "kataSandi": accounts[0]["kataSandi"],
            "tahunIni": tahun_ini,
            "tahun": next(year for year in range(tahun_ini - 1, 0, -1) if year not in used),
        }
        return cls(pelaku, nilai)

    async def putar(self, contoh: Contoh) -> Diputar:
        """Play one. Raises ContohGagalError, LayananDiamError."""
        orang = self.pelaku.get(contoh.pelaku)
        if orang is None:
            raise ContohGagalError(f'tidak ada akun demo "{contoh.pelaku}"')
        try:
            variables = isi(contoh.variabel, self.nilai)
            answer = await _ask(orang, contoh, variables)
            self._check(contoh, answer)
            self.nilai |= {name: _saved(answer, path) for name, path in contoh.simpan.items()}
        except DitolakError as error:
            raise ContohGagalError(f"ditolak ({error.code}): {error}") from error
        except NilaiTidakAdaError as error:
            raise ContohGagalError(str(error)) from error
        return Diputar(contoh, orang.nama, variables, answer)

    def _check(self, contoh: Contoh, answer: Mapping[str, Any]) -> None:
        for name, value in answer.items():
            if value is None:
                raise ContohGagalError(f'"{name}" kosong: tidak ditemukan, atau bukan untuknya')
        for path, expected in isi(contoh.hasil, self.nilai).items():
            value = ambil(answer, path)
            if value != expected:
                raise ContohGagalError(
                    f'"{path}" berisi {json.dumps(value)}, seharusnya {json.dumps(expected)}'
                )


async def _ask(orang: Orang, contoh: Contoh, variables: Mapping[str, Any]) -> Mapping[str, Any]:
    """The answer; of a subscription the first message."""
    ask = orang.pantau if contoh.jenis is OperationType.SUBSCRIPTION else orang.kirim
    return await ask(contoh.document, variables)


def _saved(answer: Mapping[str, Any], path: str) -> Any:
    value = ambil(answer, path)
    if value is None:
        raise NilaiTidakAdaError(f'"{path}" kosong, jadi tidak ada yang disimpan')
    return value


def _sebutan(accounts: Sequence[Mapping[str, Any]]) -> list[str]:
    """What each account is called: what it is for, numbered where several are for the same; the
    super admin by his peran."""
    names = [
        akun["peran"] if akun["peran"] == Peran.SUPER_ADMIN else akun["keterangan"]
        for akun in accounts
    ]
    several = {name for name, count in Counter(names).items() if count > 1}
    seen: Counter[str] = Counter()
    for place, name in enumerate(names):
        if name in several:
            seen[name] += 1
            names[place] = f"{name} {seen[name]}"
    return names
