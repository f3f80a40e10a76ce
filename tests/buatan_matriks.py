"""Teams and matrices, as the tests make them and look at them."""

from typing import Any

from models.counters import differences
from models.database import fetch, fetch_value
from tests.buatan import TAHUN, berhasil, kunci
from tests.dunia import Orang

TIM_BUAT = """
mutation ($input: TimKerjaBuatInput!) {
  timKerjaBuat(input: $input) { timKerja { id } userErrors { code field } }
}
"""
TIM_HAPUS = "mutation ($id: ID!) { timKerjaHapus(id: $id) { id userErrors { code field } } }"
ANGGOTA_TAMBAH = """
mutation ($id: ID!, $input: TimKerjaAnggotaTambahInput!) {
  timKerjaAnggotaTambah(id: $id, input: $input) { timKerja { id } userErrors { code field } }
}
"""
ANGGOTA_HAPUS = """
mutation ($id: ID!, $input: TimKerjaAnggotaHapusInput!) {
  timKerjaAnggotaHapus(id: $id, input: $input) { timKerja { id } userErrors { code field } }
}
"""
MATRIKS_TAMBAH = """
mutation ($id: ID!, $skpId: ID!) {
  matriksPegawaiTambah(id: $id, input: {skpId: $skpId}) { matriks { id } userErrors { code field } }
}
"""
MATRIKS_HAPUS = """
mutation ($id: ID!, $skpId: ID!) {
  matriksPegawaiHapus(id: $id, input: {skpId: $skpId}) { matriks { id } userErrors { code field } }
}
"""
SINKRONKAN = """
mutation ($id: ID!) { matriksSinkronkan(id: $id) { matriks { id } userErrors { code field } } }
"""


def masukan_tim(*anggota: Orang, nama: str = "tim", tahun: int = TAHUN) -> dict[str, Any]:
    """A TimKerjaBuatInput."""
    return {"nama": nama, "tahun": tahun, "anggotaIds": pegawai_ids(*anggota)}


def pegawai_ids(*siapa: Orang) -> list[str]:
    return [f"pegawai_{orang.pegawai.id}" for orang in siapa]


async def buat_tim(ketua: Orang, *anggota: Orang, nama: str = "tim", tahun: int = TAHUN) -> str:
    """A new team; its id."""
    masukan = masukan_tim(*anggota, nama=nama, tahun=tahun)
    payload = berhasil(await ketua.minta(TIM_BUAT, input=masukan))
    return str(payload["timKerja"]["id"])


async def matriks(skp_id: str, tim_id: str | None = None) -> str:
    """The id of the matrix of an SKP, of all its people or of a team."""
    key = await fetch_value(
        "SELECT id FROM matriks WHERE skp_id = $1 AND coalesce(tim_kerja_id, 0) = $2",
        [kunci(skp_id), kunci(tim_id) if tim_id else 0],
    )
    assert key is not None
    return f"matriks_{key}"


async def semua_matriks() -> dict[tuple[str, str | None], list[str]]:
    """Every matrix, by the name of its pimpinan and of its team: whose SKP stand in it, one name
    for each row. The counters agree."""
    assert await differences() == []
    rows = await fetch(
        "SELECT matriks.id, pimpinan.nama AS pimpinan, tim.nama AS tim, orang.nama AS orang"
        " FROM matriks JOIN skp top ON top.id = matriks.skp_id"
        " JOIN pegawai pimpinan ON pimpinan.id = top.pegawai_id"
        " LEFT JOIN tim_kerja tim ON tim.id = matriks.tim_kerja_id"
        " LEFT JOIN baris_matriks baris ON baris.matriks_id = matriks.id"
        " LEFT JOIN skp plan ON plan.id = baris.skp_id"
        " LEFT JOIN pegawai orang ON orang.id = plan.pegawai_id ORDER BY orang.nama"
    )
    found: dict[tuple[str, str | None], list[str]] = {}
    for row in rows:
        inside = found.setdefault((row["pimpinan"], row["tim"]), [])
        inside += [row["orang"]] if row["orang"] else []
    return found


async def keterlibatan(siapa: Orang) -> int:
    """In how many matrices the SKP of a person stand."""
    count = await fetch_value(
        "SELECT count(DISTINCT baris.matriks_id) FROM skp plan"
        " JOIN baris_matriks baris ON baris.skp_id = plan.id WHERE plan.pegawai_id = $1",
        [siapa.pegawai.id],
    )
    return int(count)


async def jejak_tim(tim_id: str) -> list[tuple[str, int]]:
    """The audit trail of a team: what was done, and by whom."""
    rows = await fetch(
        "SELECT aksi, pelaku_id FROM riwayat WHERE noun = 'timkerja' AND noun_id = $1 ORDER BY id",
        [kunci(tim_id)],
    )
    return [(row["aksi"], row["pelaku_id"]) for row in rows]
