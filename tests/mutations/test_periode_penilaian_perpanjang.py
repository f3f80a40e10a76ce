"""periodePenilaianPerpanjang: open for longer, and on record why."""

import asyncio
import json
from datetime import date, timedelta

import pytest
from tortoise.transactions import in_transaction

from models.database import Dialect, dialect, execute
from models.rules.alasan import KodeKesalahan
from models.rules.teks import LONG
from tests.buatan import berhasil, ditolak, ditolak_di_atas, kunci, tolak_id_asal
from tests.dunia import Dunia
from tests.mutations.test_periode_penilaian_ubah import PERIODE_PENILAIAN_UBAH
from tests.periode import (
    BATAS,
    HARI_INI,
    KEMARIN,
    RENCANA_AKSI_TAMBAH,
    TAHUN_INI,
    buat_periode,
    jejak_periode,
    siapkan,
    tolak_masukan,
)

pytestmark = pytest.mark.anyio

PERIODE_PENILAIAN_PERPANJANG = """
mutation ($id: ID!, $input: PeriodePenilaianPerpanjangInput!) {
  periodePenilaianPerpanjang(id: $id, input: $input) {
    periodePenilaian { batasPengisian ditutup } userErrors { code field message }
  }
}
"""
MASUKAN = {"batasPengisian": HARI_INI.isoformat(), "alasan": " Jaringan putus. "}


async def test_what_was_closed_is_open_again(dunia: Dunia) -> None:
    siap = await siapkan(dunia)
    await siap.berbatas(KEMARIN)
    isi = {"periodeId": siap.periode, "uraian": "Menyusun berkas"}
    jawaban = await dunia.staf.minta(RENCANA_AKSI_TAMBAH, rhkId=siap.rhk, input=isi)
    ditolak(jawaban, (KodeKesalahan.PERIODE_DITUTUP, None))

    jawaban = await dunia.admin.minta(PERIODE_PENILAIAN_PERPANJANG, id=siap.periode, input=MASUKAN)
    wanted = {"batasPengisian": HARI_INI.isoformat(), "ditutup": False}
    assert berhasil(jawaban)["periodePenilaian"] == wanted
    berhasil(await dunia.staf.minta(RENCANA_AKSI_TAMBAH, rhkId=siap.rhk, input=isi))
    (only,) = await jejak_periode(siap.periode)
    assert (only["aksi"], only["alasan"]) == ("PERPANJANG", "Jaringan putus.")
    assert only["pelaku_id"] == dunia.admin.pegawai.id
    assert json.loads(only["dari"]) == {"batasPengisian": KEMARIN.isoformat()}
    assert json.loads(only["ke"]) == {"batasPengisian": HARI_INI.isoformat()}


async def test_refusals(dunia: Dunia) -> None:
    id_ = await buat_periode(dunia.instansi.id, batas_pengisian=KEMARIN)
    jawaban = await dunia.kepala.minta(PERIODE_PENILAIAN_PERPANJANG, id=id_, input=MASUKAN)
    ditolak(jawaban, (KodeKesalahan.BUKAN_ADMIN, None))
    jawaban = await dunia.asing.minta(PERIODE_PENILAIAN_PERPANJANG, id=id_, input=MASUKAN)
    ditolak_di_atas(jawaban, "NOT_FOUND")
    batas, alasan = ["input", "batasPengisian"], ["input", "alasan"]
    await tolak_masukan(
        dunia.admin,
        PERIODE_PENILAIAN_PERPANJANG,
        MASUKAN,
        (
            {"batasPengisian": KEMARIN.isoformat(), "alasan": " "},
            [(KodeKesalahan.TANGGAL_DI_LUAR_PERIODE, batas), (KodeKesalahan.WAJIB_DIISI, alasan)],
        ),
        ({"alasan": "x" * (LONG + 1)}, [(KodeKesalahan.TERLALU_PANJANG, alasan)]),
        id=id_,
    )
    asing = await buat_periode(dunia.lain.id)
    await tolak_id_asal(dunia.admin, PERIODE_PENILAIAN_PERPANJANG, "id", (asing,), input=MASUKAN)


async def test_extending_while_closing(dunia: Dunia) -> None:
    """Whoever comes later finds what the other one left: the trail is one chain."""
    id_ = await buat_periode(dunia.instansi.id)
    tutup = {"batasPengisian": date(TAHUN_INI, 12, 1).isoformat()}
    batas = [(BATAS + timedelta(days=days)).isoformat() for days in (1, 2, 3)]
    await asyncio.gather(
        *(
            admin.minta(
                PERIODE_PENILAIAN_PERPANJANG,
                id=id_,
                input={"batasPengisian": one, "alasan": "Perlu"},
            )
            for admin, one in zip((dunia.admin, dunia.super, dunia.admin), batas, strict=True)
        ),
        dunia.super.minta(PERIODE_PENILAIAN_UBAH, id=id_, input=tutup),
    )
    chain = [BATAS.isoformat()]
    for row in await jejak_periode(id_):
        assert json.loads(row["dari"])["batasPengisian"] == chain[-1]
        chain.append(json.loads(row["ke"])["batasPengisian"])
    assert tutup["batasPengisian"] in chain
    jawaban = await dunia.admin.minta(PERIODE_PENILAIAN_UBAH, id=id_, input={})
    assert berhasil(jawaban)["periodePenilaian"]["batasPengisian"] == chain[-1]


async def test_it_waits_for_nobody_who_writes(dunia: Dunia) -> None:
    """On the last day there is always somebody: extending, and closing earlier, need no gap."""
    if dialect() is Dialect.SQLITE:
        pytest.skip("SQLite has one writer at a time")
    id_ = await buat_periode(dunia.instansi.id)
    held, done = asyncio.Event(), asyncio.Event()

    async def write() -> None:
        async with in_transaction(dialect().value):
            await execute(f"SELECT 1 FROM periode_penilaian WHERE id = {kunci(id_)} FOR KEY SHARE")
            held.set()
            await done.wait()

    writer = asyncio.create_task(write())
    await held.wait()
    try:
        async with asyncio.timeout(10):
            isi = {"batasPengisian": (BATAS + timedelta(days=1)).isoformat(), "alasan": "Perlu"}
            berhasil(await dunia.admin.minta(PERIODE_PENILAIAN_PERPANJANG, id=id_, input=isi))
            isi = {"batasPengisian": BATAS.isoformat(), "nama": "Akhir"}
            berhasil(await dunia.admin.minta(PERIODE_PENILAIAN_UBAH, id=id_, input=isi))
    finally:
        done.set()
        await writer
