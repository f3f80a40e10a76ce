"""The rows behind an account, and the trail that a change of one leaves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tortoise.transactions import in_transaction

from commands.jalankan import GagalError
from models.akun import Akun, Sesi
from models.database import dialect
from models.organisasi import Instansi, Pegawai
from models.riwayat import Riwayat
from models.rules.vocabulary import Peran
from resolvers.unit_of_work import now


async def pegawai_ber_nip(nip: str) -> Pegawai:
    """Raises GagalError."""
    pegawai = await Pegawai.get_or_none(nip=nip.strip())
    if pegawai is None:
        raise GagalError(f"pegawai dengan NIP {nip} tidak ada; impor dulu datanya.")
    return pegawai


@asynccontextmanager
async def ubah_akun(nip: str, aksi: str) -> AsyncIterator[Akun]:
    """The account of `nip`, saved and recorded as `aksi` when the block ends. Raises GagalError.

    Whoever is logged in with it has to log in again.
    """
    async with in_transaction(dialect().value):
        akun = await Akun.get_or_none(pegawai__nip=nip.strip())
        if akun is None:
            raise GagalError(f"NIP {nip} belum punya akun; buat dengan: ekinerja akun buat {nip}")
        yield akun
        await akun.save()
        await Sesi.filter(akun_id=akun.id).delete()
        await catat(akun, aksi)


async def catat(akun: Akun, aksi: str) -> None:
    """Record what was done to the account; the command line has no pelaku."""
    await Riwayat.create(noun="akun", noun_id=akun.id, aksi=aksi, waktu=now())


async def instansi_dikelola(peran: Peran, kode: str | None) -> int | None:
    """The id of the instansi that an account of this role administers. Raises GagalError."""
    if peran is not Peran.ADMIN_INSTANSI:
        if kode is not None:
            raise GagalError(f"--instansi hanya untuk {Peran.ADMIN_INSTANSI}; hilangkan.")
        return None
    if kode is None:
        raise GagalError(f"sebutkan --instansi KODE yang dikelola {Peran.ADMIN_INSTANSI} ini.")
    instansi = await Instansi.get_or_none(kode=kode)
    if instansi is None:
        raise GagalError(f"instansi dengan kode {kode} tidak ada; periksa kodenya.")
    return instansi.id
