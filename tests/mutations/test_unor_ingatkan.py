"""unorIngatkan: those who are late hear of it, once a day."""

import asyncio
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from models.counters import hari_ini
from models.database import execute, fetch
from models.notifikasi import Notifikasi
from models.organisasi import Pegawai
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import JenisNotifikasi, Peran, StatusJabatan, StatusSkp
from subscriptions.events import NOTIFIKASI
from tests.buatan import (
    Jejak,
    berhasil,
    buat,
    buat_berstatus,
    ditolak_di_atas,
    jejak,
    potret,
    tolak_id_asal,
)
from tests.dunia import Dunia, Orang, beri_peran
from tests.organisasi import ditolak_semua, id_unor, terdengar

pytestmark = pytest.mark.anyio

INGATKAN = """
mutation ($id: ID!, $input: UnorIngatkanInput!) {
  unorIngatkan(id: $id, input: $input) {
    jumlahPegawai jumlahPejabatPenilai userErrors { code field message }
  }
}
"""
TAHUN = hari_ini().year
SETAHUN = date(TAHUN, 1, 1), date(TAHUN, 12, 31)
ITU = {"tahun": TAHUN}
DITUNGGU, PERSETUJUAN = JenisNotifikasi.SKP_DITUNGGU, JenisNotifikasi.PERSETUJUAN_DITUNGGU


async def ingatkan(siapa: Orang, unor_id: str, **given: Any) -> tuple[int, int]:
    payload = berhasil(await siapa.minta(INGATKAN, id=unor_id, input=ITU | given))
    return payload["jumlahPegawai"], payload["jumlahPejabatPenilai"]


async def told() -> set[tuple[str, JenisNotifikasi]]:
    """Who was reminded of what."""
    rows = await Notifikasi.filter(jenis__in=[DITUNGGU, PERSETUJUAN]).prefetch_related("pegawai")
    return {(row.pegawai.nama, row.jenis) for row in rows}


async def test_owners_without_and_with_a_draft_are_told(dunia: Dunia) -> None:
    await buat(dunia.staf, SETAHUN)
    bagian = id_unor(dunia.bagian)
    with terdengar() as heard:
        assert await ingatkan(dunia.kabag, bagian, pesan=" Batasnya Jumat. ") == (2, 0)
    assert await told() == {("staf", DITUNGGU), ("rekan", DITUNGGU)}
    assert {event.id for event in heard if event.jenis == NOTIFIKASI} == {0}
    [his] = await fetch(
        "SELECT tahun, pelaku_id, alasan FROM notifikasi WHERE pegawai_id = $1",
        [dunia.staf.pegawai.id],
    )
    kabag = dunia.kabag.pegawai.id
    assert his == {"tahun": TAHUN, "pelaku_id": kabag, "alasan": "Batasnya Jumat."}
    ke = f'{{"tahun": {TAHUN}, "jumlahPegawai": 2, "jumlahPejabatPenilai": 0}}'
    assert await jejak(bagian) == [Jejak("INGATKAN", kabag, "Batasnya Jumat.", None, ke)]


async def test_for_a_submitted_one_the_pejabat_penilai_is_told(dunia: Dunia) -> None:
    for siapa in (dunia.staf, dunia.rekan):
        await buat_berstatus(siapa, dunia.kabag, StatusSkp.PENGAJUAN, SETAHUN)
    await execute("DELETE FROM notifikasi")
    bagian = id_unor(dunia.bagian)
    assert await ingatkan(dunia.kabag, bagian) == (0, 0)  # he waits for himself
    assert await ingatkan(dunia.kabiro, bagian) == (1, 1)
    assert await told() == {("kabag", DITUNGGU), ("kabag", PERSETUJUAN)}
    await Pegawai.filter(id=dunia.kabag.pegawai.id).update(aktif=False)
    assert await ingatkan(dunia.kepala, bagian) == (0, 0)


async def test_the_skp_that_counts_decides(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN, SETAHUN)
    await buat(dunia.staf, SETAHUN, status_jabatan=StatusJabatan.PLT)
    await Pegawai.filter(id=dunia.rekan.pegawai.id).update(aktif=False)
    sebelum = await potret()
    assert await ingatkan(dunia.kabag, id_unor(dunia.bagian)) == (0, 0)
    assert await potret() == sebelum


async def test_everyone_once_a_day_by_the_same_person(dunia: Dunia) -> None:
    bagian = id_unor(dunia.bagian)
    assert await ingatkan(dunia.kabag, bagian) == (2, 0)
    assert await ingatkan(dunia.kabag, bagian) == (0, 0)
    assert await ingatkan(dunia.kabiro, bagian) == (3, 0)
    assert await ingatkan(dunia.kabag, bagian, tahun=TAHUN + 1) == (2, 0)


async def test_the_day_begins_in_the_capital(dunia: Dunia) -> None:
    bagian, capital = id_unor(dunia.bagian), datetime.now(timezone(timedelta(hours=7)))
    began = capital.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    await ingatkan(dunia.kabag, bagian)
    await execute("UPDATE notifikasi SET waktu = $1", [began])
    assert await ingatkan(dunia.kabag, bagian) == (0, 0)
    await execute("UPDATE notifikasi SET waktu = $1", [began - timedelta(milliseconds=1)])
    assert await ingatkan(dunia.kabag, bagian) == (2, 0)


async def test_twice_at_once_is_once(dunia: Dunia) -> None:
    bagian = id_unor(dunia.bagian)
    counts = await asyncio.gather(*(ingatkan(dunia.kabag, bagian) for _ in range(5)))
    assert sorted(counts) == [(0, 0)] * 4 + [(2, 0)]


async def test_a_draft_that_goes_takes_no_reminder_along(dunia: Dunia) -> None:
    skp_id, bagian = await buat(dunia.staf, SETAHUN), id_unor(dunia.bagian)
    assert await ingatkan(dunia.kabag, bagian) == (2, 0)
    hapus = "mutation ($id: ID!) { skpHapus(id: $id) { userErrors { code } } }"
    berhasil(await dunia.staf.minta(hapus, id=skp_id))
    assert await ingatkan(dunia.kabag, bagian) == (0, 0)


async def test_everybody_below_is_told(dunia: Dunia) -> None:
    [everybody] = await fetch(
        "SELECT count(*) AS n FROM pegawai WHERE instansi_id = $1", [dunia.instansi.id]
    )
    assert await ingatkan(dunia.admin, id_unor(dunia.akar)) == (everybody["n"] - 1, 0)


async def test_by_whoever_leads_and_by_admins_alone(dunia: Dunia) -> None:
    bagian, biro = id_unor(dunia.bagian), id_unor(dunia.biro)
    for nama in ("kabag", "kabiro", "kepala", "admin", "super"):
        await ingatkan(dunia.orang[nama], bagian)
    no = [(KodeKesalahan.BUKAN_PIMPINAN, None)]
    await ditolak_semua(dunia.staf, INGATKAN, [({"id": bagian, "input": ITU}, no)])
    await ditolak_semua(dunia.kabag, INGATKAN, [({"id": biro, "input": ITU}, no)])
    await beri_peran(dunia.asing, Peran.ADMIN_INSTANSI, dunia.lain.id)
    ditolak_di_atas(await dunia.asing.minta(INGATKAN, id=bagian, input=ITU), "NOT_FOUND")


async def test_refusals(dunia: Dunia) -> None:
    bagian = id_unor(dunia.bagian)
    other_years = [
        (
            {"id": bagian, "input": {"tahun": tahun}},
            [(KodeKesalahan.ANGKA_TIDAK_SAH, ["input", "tahun"])],
        )
        for tahun in (TAHUN - 2, TAHUN + 2)
    ]
    too_long = {"id": bagian, "input": ITU | {"pesan": "x" * 501}}
    why = [(KodeKesalahan.TERLALU_PANJANG, ["input", "pesan"])]
    await ditolak_semua(dunia.kabag, INGATKAN, [*other_years, (too_long, why)])
    await tolak_id_asal(dunia.admin, INGATKAN, "id", ("skp_1", "instansi_1"), input=ITU)
