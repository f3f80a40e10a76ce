"""penilaianTetapkan: the two ratings of an SKP in a periode, and the predikat that follows."""

import asyncio
import json
from typing import Any

import pytest

from models.counters import differences
from models.penilaian import Penilaian
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import JenisPeriode, Rating, StatusSkp
from tests.buatan import (
    SEMESTER_1,
    SEMESTER_2,
    Jejak,
    baris_skp,
    berhasil,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    jejak,
    tolak_id_asal,
)
from tests.dunia import Dunia, minta
from tests.penilai import (
    DI_ATAS,
    DI_BAWAH,
    SESUAI,
    buat_periode,
    dinilai,
    hitungan_penilaian,
    nilai,
    siap_dinilai,
)

pytestmark = pytest.mark.anyio

TETAPKAN = """
mutation ($skpId: ID!, $input: PenilaianTetapkanInput!) {
  penilaianTetapkan(skpId: $skpId, input: $input) {
    penilaian { hasilKerja perilaku predikat skp { id versi } periode { id } }
    userErrors { code field message }
  }
}
"""


async def tetapkan(dunia: Dunia, skp_id: str, periode_id: str, **ratings: Rating) -> Any:
    """Rated by kabag; the penilaian."""
    masukan = {"periodeId": periode_id, **ratings}
    return berhasil(await dunia.kabag.minta(TETAPKAN, skpId=skp_id, input=masukan))["penilaian"]


async def test_a_predikat_follows_when_both_ratings_are_given(dunia: Dunia) -> None:
    skp_id, periode_id = await siap_dinilai(dunia)
    versi = (await baris_skp(skp_id))["versi"]

    satu = await tetapkan(dunia, skp_id, periode_id, hasilKerja=DI_ATAS)
    assert (satu["hasilKerja"], satu["perilaku"], satu["predikat"]) == (DI_ATAS, None, None)
    assert satu["skp"] == {"id": skp_id, "versi": versi + 1}
    assert satu["periode"] == {"id": periode_id}
    assert await hitungan_penilaian(dunia.bagian.id) == (0, 0, 0, 0, 0)
    assert await dinilai(dunia.staf) == []

    dua = await tetapkan(dunia, skp_id, periode_id, perilaku=SESUAI)
    assert (dua["hasilKerja"], dua["perilaku"], dua["predikat"]) == (DI_ATAS, SESUAI, "BAIK")
    assert await hitungan_penilaian(dunia.bagian.id) == (0, 0, 0, 1, 0)
    assert await dinilai(dunia.staf) == [skp_id]

    # Another way to the same predikat is nothing to be told of; the same ratings are no change.
    await nilai(dunia.kabag, skp_id, periode_id, hasilKerja=SESUAI)
    assert await dinilai(dunia.staf) == [skp_id]
    sama = await tetapkan(dunia, skp_id, periode_id, hasilKerja=SESUAI, perilaku=SESUAI)
    assert sama["skp"]["versi"] == versi + 3
    lain = await tetapkan(dunia, skp_id, periode_id, hasilKerja=DI_BAWAH, perilaku=DI_BAWAH)
    assert lain["predikat"] == "SANGAT_KURANG"
    assert await dinilai(dunia.staf) == [skp_id, skp_id]
    assert await hitungan_penilaian(dunia.bagian.id) == (1, 0, 0, 0, 0)
    assert await differences() == []

    trail = [one for one in await jejak(skp_id) if one.aksi == "PENILAIAN_TETAPKAN"]
    assert len(trail) == 4
    assert trail[1] == Jejak(
        "PENILAIAN_TETAPKAN",
        dunia.kabag.pegawai.id,
        None,
        '{"hasilKerja": "DI_ATAS", "perilaku": null, "predikat": null}',
        json.dumps(
            {
                "periodeId": periode_id,
                "hasilKerja": "DI_ATAS",
                "perilaku": "SESUAI",
                "predikat": "BAIK",
            }
        ),
    )


async def test_each_periode_is_rated_by_itself(dunia: Dunia) -> None:
    skp_id, setahun = await siap_dinilai(dunia)
    semester = await buat_periode(dunia.instansi, SEMESTER_1, JenisPeriode.SEMESTER)
    both = {"hasilKerja": DI_ATAS, "perilaku": DI_ATAS}
    await nilai(dunia.kabag, skp_id, semester, **both)
    await nilai(dunia.kabag, skp_id, setahun, **{**both, "perilaku": DI_BAWAH})
    rows = await Penilaian.all().order_by("id")
    assert [row.predikat for row in rows] == ["SANGAT_BAIK", "KURANG"]
    assert await hitungan_penilaian(dunia.bagian.id) == (0, 1, 0, 0, 1)
    assert await differences() == []


async def test_two_ratings_at_once_lose_nothing(dunia: Dunia) -> None:
    skp_id, periode_id = await siap_dinilai(dunia)
    await asyncio.gather(
        nilai(dunia.kabag, skp_id, periode_id, hasilKerja=DI_BAWAH),
        nilai(dunia.kabag, skp_id, periode_id, perilaku=DI_ATAS),
    )
    [row] = await Penilaian.all()
    assert (row.hasil_kerja, row.perilaku, row.predikat) == (DI_BAWAH, DI_ATAS, "BUTUH_PERBAIKAN")
    assert await dinilai(dunia.staf) == [skp_id]
    assert await differences() == []


async def test_what_is_refused(dunia: Dunia) -> None:
    skp_id, periode_id = await siap_dinilai(dunia)
    semester = await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.PERSETUJUAN, SEMESTER_1)
    belum = await buat_berstatus(dunia.kabag, dunia.kabiro, StatusSkp.PENGAJUAN)
    kedua = await buat_periode(dunia.instansi, SEMESTER_2, JenisPeriode.SEMESTER)
    lain = await buat_periode(dunia.lain)
    sebelum = [await baris_skp(one) for one in (skp_id, semester, belum)]
    hasil = {"hasilKerja": SESUAI}
    bukan_penilai = (KodeKesalahan.BUKAN_PEJABAT_PENILAI, None)
    lain_periode = (KodeKesalahan.PERIODE_TIDAK_SESUAI, ("input", "periodeId"))
    cases: list[tuple[str, str, str, dict[str, Any], Any]] = [
        ("staf", skp_id, periode_id, hasil, bukan_penilai),
        ("admin", skp_id, periode_id, hasil, bukan_penilai),
        ("super", skp_id, periode_id, hasil, bukan_penilai),
        ("kabiro", belum, periode_id, hasil, (KodeKesalahan.STATUS_TIDAK_SESUAI, None)),
        ("kabag", semester, kedua, hasil, lain_periode),
        ("super", skp_id, lain, hasil, lain_periode),
        (
            "kabag",
            skp_id,
            periode_id,
            {},
            (KodeKesalahan.WAJIB_DIISI, ("input", "hasilKerja")),
        ),
    ]
    for nama, skp, periode, isi, alasan in cases:
        masukan = {"periodeId": periode, **isi}
        ditolak(await dunia.orang[nama].minta(TETAPKAN, skpId=skp, input=masukan), alasan)
    kosong = {"periodeId": periode_id, "hasilKerja": None}
    jawaban = await dunia.kabag.minta(TETAPKAN, skpId=skp_id, input=kosong)
    ditolak_di_atas(jawaban, "BAD_INPUT")
    assert [await baris_skp(one) for one in (skp_id, semester, belum)] == sebelum
    assert await Penilaian.all().count() == 0
    assert await dinilai(dunia.staf) == []


async def test_outside_ones_sight(dunia: Dunia) -> None:
    skp_id, periode_id = await siap_dinilai(dunia)
    masukan = {"periodeId": periode_id, "hasilKerja": SESUAI}
    for siapa in (dunia.kabiro, dunia.rekan, dunia.asing):
        jawaban = await siapa.minta(TETAPKAN, skpId=skp_id, input=masukan)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    jawaban = await minta(None, TETAPKAN, skpId=skp_id, input=masukan)
    ditolak_di_atas(jawaban, "UNAUTHENTICATED")
    for periode in (await buat_periode(dunia.lain), "periodepenilaian_99", skp_id):
        masukan = {"periodeId": periode, "hasilKerja": SESUAI}
        jawaban = await dunia.kabag.minta(TETAPKAN, skpId=skp_id, input=masukan)
        ditolak_di_atas(jawaban, "NOT_FOUND")
    masukan = {"periodeId": periode_id, "hasilKerja": SESUAI}
    await tolak_id_asal(dunia.kabag, TETAPKAN, "skpId", ("rhk_1", periode_id), input=masukan)
    assert await Penilaian.all().count() == 0
