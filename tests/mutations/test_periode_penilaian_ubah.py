"""periodePenilaianUbah: anything while it is unused; afterwards its name, and closing earlier."""

import json
from datetime import date

import pytest

from models.rules.alasan import KodeKesalahan
from tests.buatan import berhasil, ditolak, ditolak_di_atas, tolak_id_asal
from tests.dunia import Dunia
from tests.periode import (
    AKHIR,
    AWAL,
    BATAS,
    TAHUN_INI,
    buat_periode,
    jejak_periode,
    siapkan,
    tolak_masukan,
)

pytestmark = pytest.mark.anyio

PERIODE_PENILAIAN_UBAH = """
mutation ($id: ID!, $input: PeriodePenilaianUbahInput!) {
  periodePenilaianUbah(id: $id, input: $input) {
    periodePenilaian { tahun nama awal akhir batasPengisian jenis }
    userErrors { code field message }
  }
}
"""
SEMULA = {
    "tahun": TAHUN_INI,
    "nama": "Tahunan",
    "awal": AWAL.isoformat(),
    "akhir": AKHIR.isoformat(),
    "batasPengisian": BATAS.isoformat(),
    "jenis": "TAHUNAN",
}
AWAL_LAIN = date(TAHUN_INI, 2, 1).isoformat()
LEBIH_AWAL = date(TAHUN_INI, 12, 1).isoformat()


def _di(field: str, kode: KodeKesalahan) -> tuple[KodeKesalahan, list[str]]:
    return (kode, ["input", field])


async def test_what_is_not_named_stays(dunia: Dunia) -> None:
    id_, isi = await buat_periode(dunia.instansi.id), dict(SEMULA)
    tahun_depan = {"tahun": TAHUN_INI + 1, "batasPengisian": f"{TAHUN_INI + 2}-01-31"}
    tahun_depan |= {"awal": f"{TAHUN_INI + 1}-01-01", "akhir": f"{TAHUN_INI + 1}-12-31"}
    for siapa, changes in (
        (dunia.admin, {}),
        (dunia.admin, {"nama": "Akhir", "awal": AWAL_LAIN, "jenis": "SEMESTER"}),
        (dunia.super, tahun_depan),
    ):
        before, isi = isi, isi | changes
        jawaban = await siapa.minta(PERIODE_PENILAIAN_UBAH, id=id_, input=changes)
        assert berhasil(jawaban)["periodePenilaian"] == isi
    rows = await jejak_periode(id_)
    assert [row["aksi"] for row in rows] == ["UBAH", "UBAH"]
    assert (json.loads(rows[-1]["dari"]), json.loads(rows[-1]["ke"])) == (before, isi)
    assert rows[-1]["pelaku_id"] == dunia.super.pegawai.id


async def test_a_used_one_keeps_its_dates(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    await siap.umpan_balik(dunia.kabag)
    dipakai = KodeKesalahan.PERIODE_DIPAKAI
    lebih_lama = {"batasPengisian": f"{TAHUN_INI + 9}-01-01"}
    await tolak_masukan(
        dunia.admin,
        PERIODE_PENILAIAN_UBAH,
        {},
        ({"awal": AWAL_LAIN, "jenis": "BULANAN"}, [_di("awal", dipakai), _di("jenis", dipakai)]),
        ({"akhir": LEBIH_AWAL}, [_di("akhir", dipakai)]),
        (lebih_lama, [_di("batasPengisian", dipakai)]),
        id=siap.periode,
    )
    changes = {"nama": "Akhir", "batasPengisian": LEBIH_AWAL}
    jawaban = await dunia.admin.minta(PERIODE_PENILAIAN_UBAH, id=siap.periode, input=changes)
    assert berhasil(jawaban)["periodePenilaian"] == SEMULA | changes


async def test_refusals(dunia: Dunia) -> None:
    id_ = await buat_periode(dunia.instansi.id)
    for siapa in (dunia.staf, dunia.kepala):
        jawaban = await siapa.minta(PERIODE_PENILAIAN_UBAH, id=id_, input={"nama": "Lain"})
        ditolak(jawaban, (KodeKesalahan.BUKAN_ADMIN, None))
    jawaban = await dunia.asing.minta(PERIODE_PENILAIAN_UBAH, id=id_, input={"nama": "Lain"})
    ditolak_di_atas(jawaban, "NOT_FOUND")
    asing = await buat_periode(dunia.lain.id)
    await tolak_id_asal(dunia.admin, PERIODE_PENILAIAN_UBAH, "id", (asing,), input={})
    for nama in SEMULA:
        jawaban = await dunia.admin.minta(PERIODE_PENILAIAN_UBAH, id=id_, input={nama: None})
        ditolak_di_atas(jawaban, "BAD_INPUT")
    lain = await buat_periode(dunia.instansi.id, nama="Lain", jenis="SEMESTER")
    await tolak_masukan(
        dunia.admin,
        PERIODE_PENILAIAN_UBAH,
        {},
        ({"nama": " "}, [_di("nama", KodeKesalahan.WAJIB_DIISI)]),
        ({"tahun": TAHUN_INI + 1}, [_di("tahun", KodeKesalahan.PERIODE_LINTAS_TAHUN)]),
        (
            {"awal": f"{TAHUN_INI + 1}-02-01"},
            [
                _di("akhir", KodeKesalahan.PERIODE_TERBALIK),
                _di("tahun", KodeKesalahan.PERIODE_LINTAS_TAHUN),
            ],
        ),
        (
            {"nama": "Tahunan", "jenis": "TAHUNAN"},
            [
                _di("nama", KodeKesalahan.SUDAH_ADA),
                _di("jenis", KodeKesalahan.PERIODE_TAHUNAN_SUDAH_ADA),
            ],
        ),
        id=lain,
    )
