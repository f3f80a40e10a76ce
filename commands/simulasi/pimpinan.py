"""What a pimpinan does next for his bawahan as a group (pure, apart from chance)."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from commands.simulasi.dokumen import MATRIKS_RHK_TAMBAH, TIM_KERJA_ANGGOTA_TAMBAH, TIM_KERJA_BUAT
from commands.simulasi.langkah import Langkah, uraian_bawahan
from models.rules.vocabulary import StatusSkp

NAMA_TIM = ("Tim Inovasi Layanan", "Tim Pelaporan Kinerja", "Tim Penataan Arsip")
FIRST_MEMBERS = 3
MANY_HANDED_OUT = 2  # to one SKP

Rows = Sequence[Mapping[str, Any]]


def langkah_pimpinan(saya: Mapping[str, Any], tahun: int, acak: Random) -> Langkah | None:
    """The next step of `saya` with the matrices of his SKP; None is nothing now."""
    matrices = [matriks for skp in saya["pegawai"]["skp"] for matriks in skp["matriks"]]
    people = list(dict.fromkeys(row["pegawai"]["id"] for row in _rows(matrices)))
    teams = saya["timKerjaDipimpin"]
    steps = [
        _bentuk_tim(teams, people, tahun, acak),
        _tambah_anggota(teams, people, acak),
        _bagikan_rhk(matrices, acak),
    ]
    possible = [step for step in steps if step]
    return acak.choice(possible) if possible else None


def _rows(matrices: Rows) -> list[Mapping[str, Any]]:
    return [row for matriks in matrices for row in matriks["baris"]["nodes"]]


def _bentuk_tim(teams: Rows, people: Sequence[str], tahun: int, acak: Random) -> Langkah | None:
    names = sorted(set(NAMA_TIM) - {team["nama"] for team in teams})
    if not names or len(people) < FIRST_MEMBERS:
        return None
    members = acak.sample(people, FIRST_MEMBERS)
    made = {"nama": acak.choice(names), "tahun": tahun, "anggotaIds": members}
    return Langkah(f"membentuk {made['nama']}", TIM_KERJA_BUAT, {"input": made})


def _tambah_anggota(teams: Rows, people: Sequence[str], acak: Random) -> Langkah | None:
    if not teams:
        return None
    team = acak.choice(teams)
    others = sorted(set(people) - {one["id"] for one in team["anggota"]["nodes"]})
    if not others:
        return None
    variables = {"id": team["id"], "input": {"anggotaIds": [acak.choice(others)]}}
    return Langkah(f"menambah anggota {team['nama']}", TIM_KERJA_ANGGOTA_TAMBAH, variables)


def _bagikan_rhk(matrices: Rows, acak: Random) -> Langkah | None:
    """Under a column, to an SKP that is still draft and has few that were handed out."""
    places = [
        (matriks, row)
        for matriks in matrices
        for row in _rows([matriks])
        if matriks["kolom"]
        and row["status"] == StatusSkp.DRAFT
        and sum(len(cell["rhk"]) for cell in row["sel"]) < MANY_HANDED_OUT
    ]
    if not places:
        return None
    matriks, row = acak.choice(places)
    rhk = {
        "skpId": row["skpRingkas"]["id"],
        "rhkAtasanId": acak.choice(matriks["kolom"])["id"],
        "jenis": "UTAMA",
        "uraian": uraian_bawahan(acak),
    }
    what = f"membagikan RHK kepada {row['pegawai']['nama']}"
    return Langkah(what, MATRIKS_RHK_TAMBAH, {"id": matriks["id"], "input": rhk})
