"""periodePenilaianBuat: an admin sets the periode of an instansi."""

import asyncio
import json
from typing import Any

import pytest

from models.penilaian import PeriodePenilaian
from models.rules.alasan import KodeKesalahan
from models.rules.periode_penilaian import NAMA
from tests.buatan import berhasil, ditolak, ditolak_di_atas
from tests.dunia import Dunia, minta
from tests.periode import jejak_periode, tolak_masukan

pytestmark = pytest.mark.anyio

PERIODE_PENILAIAN_BUAT = """
mutation ($input: PeriodePenilaianBuatInput!) {
  periodePenilaianBuat(input: $input) {
    periodePenilaian {
      id tahun nama awal akhir batasPengisian jenis instansi { id }
      riwayat(first: 1) { nodes { aksi } }
    }
    userErrors { code field message }
  }
}
"""
MASUKAN = {
    "tahun": 2026,
    "nama": "Triwulan I",
    "awal": "2026-01-01",
    "akhir": "2026-03-31",
    "batasPengisian": "2026-04-10",
    "jenis": "TRIWULAN",
}


def _di(field: str, kode: KodeKesalahan) -> tuple[KodeKesalahan, list[str]]:
    return (kode, ["input", field])


async def test_an_admin_sets_it_for_his_instansi(dunia: Dunia) -> None:
    """SUPER_ADMIN for any; the same name stands in another instansi and in another tahun."""
    a, b = (f"instansi_{instansi.id}" for instansi in (dunia.instansi, dunia.lain))
    lain: dict[str, Any] = {"tahun": 2027, "awal": "2027-01-01", "akhir": "2027-12-31"}
    lain |= {"batasPengisian": "2027-12-01", "jenis": "TAHUNAN"}
    for siapa, isi, instansi in (
        (dunia.admin, {"nama": " Triwulan I "}, a),
        (dunia.admin, {"instansiId": a, **lain}, a),
        (dunia.super, {"instansiId": b}, b),
    ):
        jawaban = await siapa.minta(PERIODE_PENILAIAN_BUAT, input=MASUKAN | isi)
        made = berhasil(jawaban)["periodePenilaian"]
        id_, riwayat = made.pop("id"), made.pop("riwayat")
        wanted = MASUKAN | isi | {"nama": "Triwulan I"}
        wanted.pop("instansiId", None)
        assert made == {**wanted, "instansi": {"id": instansi}}
        assert riwayat == {"nodes": [{"aksi": "BUAT"}]}
        (only,) = await jejak_periode(id_)
        assert (only["pelaku_id"], json.loads(only["ke"])) == (siapa.pegawai.id, wanted)


async def test_refusals(dunia: Dunia) -> None:
    a, b = (f"instansi_{instansi.id}" for instansi in (dunia.instansi, dunia.lain))
    for isi in ({}, {"instansiId": a}):
        jawaban = await dunia.kepala.minta(PERIODE_PENILAIAN_BUAT, input=MASUKAN | isi)
        ditolak(jawaban, (KodeKesalahan.BUKAN_ADMIN, None))
    jawaban = await dunia.super.minta(PERIODE_PENILAIAN_BUAT, input=MASUKAN)
    ditolak(jawaban, _di("instansiId", KodeKesalahan.WAJIB_DIISI))
    for siapa, id_ in ((dunia.admin, b), (dunia.super, "instansi_999"), (dunia.super, "unor_1")):
        jawaban = await siapa.minta(PERIODE_PENILAIAN_BUAT, input=MASUKAN | {"instansiId": id_})
        ditolak_di_atas(jawaban, "NOT_FOUND")
    jawaban = await minta(None, PERIODE_PENILAIAN_BUAT, input=MASUKAN)
    ditolak_di_atas(jawaban, "UNAUTHENTICATED")

    setahun = {"nama": "Tahunan", "jenis": "TAHUNAN"}
    berhasil(await dunia.admin.minta(PERIODE_PENILAIAN_BUAT, input=MASUKAN | setahun))
    await tolak_masukan(
        dunia.admin,
        PERIODE_PENILAIAN_BUAT,
        MASUKAN,
        ({"nama": " "}, [_di("nama", KodeKesalahan.WAJIB_DIISI)]),
        ({"nama": "x" * (NAMA + 1)}, [_di("nama", KodeKesalahan.TERLALU_PANJANG)]),
        ({"awal": "2026-03-31"}, [_di("akhir", KodeKesalahan.PERIODE_TERBALIK)]),
        ({"tahun": 2025}, [_di("tahun", KodeKesalahan.PERIODE_LINTAS_TAHUN)]),
        ({"awal": "2025-12-01"}, [_di("tahun", KodeKesalahan.PERIODE_LINTAS_TAHUN)]),
        (
            {"batasPengisian": "2026-02-28"},
            [_di("batasPengisian", KodeKesalahan.TANGGAL_DI_LUAR_PERIODE)],
        ),
        (
            setahun,
            [
                _di("nama", KodeKesalahan.SUDAH_ADA),
                _di("jenis", KodeKesalahan.PERIODE_TAHUNAN_SUDAH_ADA),
            ],
        ),
    )


async def test_two_set_the_tahunan_at_once(dunia: Dunia) -> None:
    isi = MASUKAN | {"jenis": "TAHUNAN", "instansiId": f"instansi_{dunia.instansi.id}"}
    jawaban = await asyncio.gather(
        *(
            siapa.minta(PERIODE_PENILAIAN_BUAT, input=isi | {"nama": siapa.pegawai.nama})
            for siapa in (dunia.admin, dunia.super)
        )
    )
    assert await PeriodePenilaian.all().count() == 1
    lost = [one.codes or one.user_errors() for one in jawaban if one.codes or one.user_errors()]
    assert lost in ([["CONFLICT"]], [[KodeKesalahan.PERIODE_TAHUNAN_SUDAH_ADA]])
