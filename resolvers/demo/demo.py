"""Loading the demo into an empty database."""

from dataclasses import dataclass
from pathlib import Path

from tortoise.transactions import in_transaction

from models.counters import recount
from models.database import dialect, fetch, fetch_value, refresh_statistics
from models.pejabat_penilai import pejabat_penilai_sql
from models.rules.vocabulary import JenisJabatan
from resolvers.demo.akun import AkunDemo, akun_demo, tulis_akun, tulis_berkas_akun
from resolvers.demo.berkas import tulis_berkas
from resolvers.demo.kantor import semua_tempat
from resolvers.demo.orang import INSTANSI, semua_orang
from resolvers.demo.rencana import rencanakan_skp
from resolvers.demo.skp import PegawaiDemo
from resolvers.demo.tulis_harian import tulis_harian
from resolvers.demo.tulis_koreksi import tulis_koreksi
from resolvers.demo.tulis_matriks import tulis_matriks
from resolvers.demo.tulis_pelaksanaan import tulis_pelaksanaan
from resolvers.demo.tulis_penilaian import tulis_penilaian
from resolvers.demo.tulis_skp import tulis_skp
from resolvers.impor.impor import impor
from resolvers.impor.laporan import Progress, silent


class DatabaseInUseError(Exception):
    """The database holds data that are not the demo's."""


@dataclass(frozen=True)
class HasilDemo:
    """The accounts to log in with, and whether the demo was loaded now or was there before."""

    akun: list[AkunDemo]
    baru: bool


async def demo(data: Path, tahun: int, progress: Progress = silent) -> HasilDemo:
    """Load the demo with SKP of `tahun`; its files go to `data`/demo and `data`/demo-akun.json.

    A demo that is already there stays as people left it. Raises DatabaseInUseError.
    """
    people = semua_orang()
    accounts = akun_demo(people)
    loaded = await _is_loaded(accounts)
    if not loaded:
        await _refuse_other_data()
    tulis_berkas_akun(data / "demo-akun.json", accounts)
    if loaded:
        return HasilDemo(accounts, baru=False)
    tulis_berkas(data / "demo", people)
    laporan = await impor(data / "demo", progress=progress)
    assert not laporan.masalah, laporan.masalah[0]
    progress("Menyusun SKP", 0, 1)
    async with in_transaction(dialect().value):
        plans = rencanakan_skp(await _people(), tahun)
        await tulis_skp(plans)
        await tulis_matriks(tahun)
        await tulis_penilaian(tahun)
        await tulis_pelaksanaan()
        await tulis_akun(accounts)
        await tulis_koreksi(accounts)
        await refresh_statistics()
        await recount()
        await tulis_harian(plans)
        await refresh_statistics()
    progress("Menyusun SKP", 1, 1)
    return HasilDemo(accounts, baru=True)


async def _is_loaded(accounts: list[AkunDemo]) -> bool:
    """The accounts are written with all that follows them, so they stand for it."""
    found = await fetch_value(
        "SELECT 1 FROM akun JOIN pegawai p ON p.id = akun.pegawai_id WHERE p.nip = $1",
        [accounts[0].nip],
    )
    return found is not None


async def _refuse_other_data() -> None:
    """Nothing may be there, but for the organisation of a demo that was interrupted."""
    codes = {row["kode"] for row in await fetch("SELECT kode FROM instansi")}
    others = codes - {instansi.kode for instansi in INSTANSI}
    if others or await fetch_value("SELECT 1 FROM akun LIMIT 1"):
        raise DatabaseInUseError(
            "Basis data ini sudah berisi data lain, jadi demo tidak dimuat. Pakai basis data"
            " kosong: isi EKINERJA_DATABASE_URL dengan berkas baru, misalnya"
            " sqlite://data/demo.db."
        )


async def _people() -> list[PegawaiDemo]:
    """The active people of the demo, upper offices first."""
    tempat = {(i.kode, t.kode): t for i in INSTANSI for t in semua_tempat(i)}
    rows = await fetch(
        "SELECT p.id, p.unor_id, p.jenis_jabatan, p.nama_jabatan, i.kode AS instansi_kode,"
        f" u.kode AS unor_kode, {pejabat_penilai_sql('u', 'p.id')} AS pejabat_penilai_id,"
        " EXISTS (SELECT 1 FROM unor led WHERE led.pimpinan_id = p.id) AS memimpin"
        " FROM pegawai p JOIN unor u ON u.id = p.unor_id JOIN instansi i ON i.id = p.instansi_id"
        " WHERE p.aktif ORDER BY length(u.kode), u.id, p.id"
    )
    return [
        PegawaiDemo(
            row["id"],
            row["unor_id"],
            row["pejabat_penilai_id"],
            JenisJabatan(row["jenis_jabatan"]),
            row["nama_jabatan"],
            bool(row["memimpin"]),
            tempat[row["instansi_kode"], row["unor_kode"]],
        )
        for row in rows
    ]
