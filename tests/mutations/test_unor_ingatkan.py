"""unorIngatkan: those who are late hear of it, once a day."""

from datetime import timedelta
from typing import Any

import pytest

from models.database import execute, fetch
from models.notifikasi import Notifikasi
from models.organisasi import Pegawai
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import JenisNotifikasi, Peran, StatusSkp
from resolvers.unit_of_work import now
from subscriptions.events import NOTIFIKASI
from tests.buatan import (
    TAHUN,
    Jejak,
    berhasil,
    buat,
    buat_berstatus,
    ditolak_di_atas,
    jejak,
    kunci,
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
    draft = await buat(dunia.staf)
    with terdengar() as heard:
        assert await ingatkan(dunia.kabag, id_unor(dunia.bagian), pesan=" Batasnya Jumat. ") == (
            2,
            0,
        )
    assert await told() == {("staf", DITUNGGU), ("rekan", DITUNGGU)}
    owners = [dunia.staf.pegawai.id, dunia.rekan.pegawai.id]
    assert {event.id for event in heard if event.jenis == NOTIFIKASI} == set(owners)
    his = await Notifikasi.get(pegawai_id=dunia.staf.pegawai.id, jenis=DITUNGGU)
    assert (his.skp_id, his.tahun, his.pelaku_id, his.alasan) == (  # type: ignore[attr-defined]
        kunci(draft),
        TAHUN,
        dunia.kabag.pegawai.id,
        "Batasnya Jumat.",
    )
    ke = f'{{"tahun": {TAHUN}, "jumlahPegawai": 2, "jumlahPejabatPenilai": 0}}'
    assert (await jejak(id_unor(dunia.bagian)))[-1] == Jejak(
        "INGATKAN", dunia.kabag.pegawai.id, "Batasnya Jumat.", None, ke
    )


async def test_for_a_submitted_one_the_pejabat_penilai_is_told(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.PENGAJUAN)
    assert await ingatkan(dunia.kabiro, id_unor(dunia.bagian)) == (1, 1)
    assert await told() == {("kabag", DITUNGGU), ("kabag", PERSETUJUAN)}


async def test_whoever_was_approved_hears_nothing(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    await Pegawai.filter(id=dunia.rekan.pegawai.id).update(aktif=False)
    sebelum = await potret()
    assert await ingatkan(dunia.kabag, id_unor(dunia.bagian)) == (0, 0)
    assert await potret() == sebelum


async def test_everyone_once_a_day(dunia: Dunia) -> None:
    akar = id_unor(dunia.akar)
    assert await ingatkan(dunia.kabag, id_unor(dunia.bagian)) == (2, 0)
    first = await told()
    assert await ingatkan(dunia.admin, akar) == (len(await _others(dunia, first)), 0)
    assert await ingatkan(dunia.admin, akar) == (0, 0)
    assert (await ingatkan(dunia.admin, akar, tahun=TAHUN + 1))[0] > 0
    await execute("UPDATE notifikasi SET waktu = $1", [now() - timedelta(days=1)])
    assert (await ingatkan(dunia.admin, akar))[0] > 0


async def _others(dunia: Dunia, first: set[tuple[str, JenisNotifikasi]]) -> set[str]:
    """Those of the instansi who were not told yet, but for who reminds."""
    rows = await fetch(
        "SELECT nama FROM pegawai WHERE aktif AND instansi_id = $1", [dunia.instansi.id]
    )
    return {row["nama"] for row in rows} - {nama for nama, _ in first} - {"admin"}


async def test_by_whoever_leads_and_by_admins_alone(dunia: Dunia) -> None:
    bagian = id_unor(dunia.bagian)
    for nama in ("kabag", "kabiro", "kepala", "admin", "super"):
        await ingatkan(dunia.orang[nama], bagian)
    await ditolak_semua(
        dunia.staf,
        INGATKAN,
        [({"id": bagian, "input": ITU}, [(KodeKesalahan.BUKAN_PIMPINAN, None)])],
    )
    await ditolak_semua(
        dunia.kabag,
        INGATKAN,
        [({"id": id_unor(dunia.biro), "input": ITU}, [(KodeKesalahan.BUKAN_PIMPINAN, None)])],
    )
    await beri_peran(dunia.asing, Peran.ADMIN_INSTANSI, dunia.lain.id)
    ditolak_di_atas(await dunia.asing.minta(INGATKAN, id=bagian, input=ITU), "NOT_FOUND")


async def test_refusals(dunia: Dunia) -> None:
    bagian = id_unor(dunia.bagian)
    await ditolak_semua(
        dunia.kabag,
        INGATKAN,
        [
            (
                {"id": bagian, "input": {"tahun": 1989}},
                [(KodeKesalahan.ANGKA_TIDAK_SAH, ["input", "tahun"])],
            ),
            (
                {"id": bagian, "input": ITU | {"pesan": "x" * 501}},
                [(KodeKesalahan.TERLALU_PANJANG, ["input", "pesan"])],
            ),
        ],
    )
    await tolak_id_asal(dunia.admin, INGATKAN, "id", ("skp_1", "instansi_1"), input=ITU)
