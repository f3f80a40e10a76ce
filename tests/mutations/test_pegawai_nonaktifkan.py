"""pegawaiNonaktifkan: somebody no longer works."""

from datetime import date

import pytest

from models.counters import differences, hari_ini
from models.database import fetch
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import StatusSkp
from tests.buatan import (
    Jejak,
    baris_skp,
    berhasil,
    buat,
    buat_berstatus,
    ditolak_di_atas,
    hitungan,
    jejak,
    kunci,
    potret,
    setujui,
    tolak_id_asal,
)
from tests.dunia import Dunia, pimpin
from tests.organisasi import (
    baca_unor,
    ditolak_semua,
    hanya_admin,
    id_pegawai,
    id_unor,
    struktur,
    terdengar,
)
from tests.penilai import SESUAI, buat_periode, nilai

pytestmark = pytest.mark.anyio

NONAKTIFKAN = """
mutation ($id: ID!) {
  pegawaiNonaktifkan(id: $id) { pegawai { aktif } userErrors { code field message } }
}
"""


async def test_counts_no_more_and_leads_no_more(dunia: Dunia) -> None:
    await buat(dunia.kabag)
    await pimpin(dunia.biro, dunia.kabag)
    kabag = id_pegawai(dunia.kabag)
    with terdengar() as heard:
        payload = berhasil(await dunia.admin.minta(NONAKTIFKAN, id=kabag))
    assert payload["pegawai"] == {"aktif": False}
    assert struktur(heard) == {dunia.instansi.id}
    assert await hitungan(dunia.bagian.id) == (0, 0, 0)
    assert await differences() == []
    assert await jejak(kabag) == [
        Jejak("NONAKTIFKAN", dunia.admin.pegawai.id, None, '{"aktif": true}', '{"aktif": false}')
    ]
    for led in (dunia.biro, dunia.bagian):
        assert (await baca_unor(led)).pimpinan_id is None
        [catatan] = await jejak(id_unor(led))
        assert catatan.dari == f'{{"pimpinanId": "{kabag}"}}'
    ditolak_di_atas(await dunia.kabag.minta(NONAKTIFKAN, id=kabag), "UNAUTHENTICATED")
    assert not await dunia.kabag.sesi.filter(akun_id=dunia.kabag.akun.id).exists()

    sebelum = await potret()
    berhasil(await dunia.super.minta(NONAKTIFKAN, id=kabag))
    assert await potret() == sebelum


async def test_who_waits_for_him_waits_for_the_next_one_above(dunia: Dunia) -> None:
    """What was submitted, and what is still to be rated; a draft is its owner's to reload."""
    tahun = hari_ini().year
    semester_1 = (date(tahun, 1, 1), date(tahun, 6, 30))
    semester_2 = (date(tahun, 7, 1), date(tahun, 12, 31))
    for pimpinan in (dunia.kabag, dunia.kabiro):
        await buat(pimpinan, (semester_1[0], semester_2[1]))
    berjalan = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN, semester_1)
    diajukan = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN, semester_2)
    selesai = await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.PERSETUJUAN, semester_1)
    draft = await buat(dunia.rekan, semester_2)
    periode = await buat_periode(dunia.instansi, semester_1)
    await nilai(dunia.kabag, selesai, periode, hasilKerja=SESUAI, perilaku=SESUAI)
    await nilai(dunia.kabag, berjalan, periode, hasilKerja=SESUAI)
    versi = (await baris_skp(diajukan))["versi"]

    berhasil(await dunia.admin.minta(NONAKTIFKAN, id=id_pegawai(dunia.kabag)))

    kabag, kabiro = dunia.kabag.pegawai.id, dunia.kabiro.pegawai.id
    rows = [await baris_skp(skp) for skp in (berjalan, diajukan, selesai, draft)]
    assert [row["pejabat_penilai_id"] for row in rows] == [kabiro, kabiro, kabag, kabag]
    assert rows[1]["versi"] == versi + 1
    for skp in (berjalan, diajukan):
        assert (await jejak(skp))[-1] == Jejak(
            "PEJABAT_PENILAI_GANTI",
            dunia.admin.pegawai.id,
            None,
            f'{{"pejabatPenilaiId": "pegawai_{kabag}"}}',
            f'{{"pejabatPenilaiId": "pegawai_{kabiro}"}}',
        )
    told = await fetch(
        "SELECT pegawai_id, skp_id FROM notifikasi WHERE jenis = 'PEJABAT_PENILAI_DIGANTI'"
        " ORDER BY id"
    )
    assert [tuple(row.values()) for row in told] == [
        (siapa, kunci(skp))
        for skp in (berjalan, diajukan)
        for siapa in (dunia.staf.pegawai.id, kabiro)
    ]
    placed = await fetch(
        "SELECT top.pegawai_id, baris.skp_id FROM baris_matriks baris JOIN matriks"
        " ON matriks.id = baris.matriks_id JOIN skp top ON top.id = matriks.skp_id"
    )
    assert {(row["pegawai_id"], row["skp_id"]) for row in placed} >= {
        *((kabiro, kunci(skp)) for skp in (berjalan, diajukan)),
        *((kabag, kunci(skp)) for skp in (selesai, draft)),
    }
    assert (kabag, kunci(diajukan)) not in {tuple(row.values()) for row in placed}
    await nilai(dunia.kabiro, berjalan, periode, perilaku=SESUAI)
    await setujui(dunia.kabiro, diajukan)
    assert await differences() == []


async def test_only_his_admins_and_never_oneself(dunia: Dunia) -> None:
    melihat, tidak = (dunia.staf, dunia.kabag, dunia.kepala), (dunia.rekan,)
    await hanya_admin(dunia, NONAKTIFKAN, melihat, tidak, id=id_pegawai(dunia.staf))
    oneself = [({"id": id_pegawai(dunia.admin)}, [(KodeKesalahan.PEGAWAI_TIDAK_SESUAI, None)])]
    await ditolak_semua(dunia.admin, NONAKTIFKAN, oneself)
    await tolak_id_asal(dunia.admin, NONAKTIFKAN, "id", ("unor_1",))
