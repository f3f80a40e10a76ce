"""What the tests of unor, pegawai and koreksi share."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from models.database import fetch
from models.organisasi import Pegawai, Unor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import JenisJabatan, JenisPegawai, Peran
from subscriptions import exchange
from subscriptions.events import STRUKTUR, Event
from subscriptions.exchange import Exchange
from tests.buatan import ditolak, ditolak_di_atas, potret
from tests.dunia import Dunia, Orang, beri_peran, minta

NIP = "199003032015031001"  # of nobody yet

Alasan = tuple[KodeKesalahan, Sequence[str] | None]


def id_unor(unor: Unor) -> str:
    return f"unor_{unor.id}"


def id_pegawai(siapa: Orang) -> str:
    return f"pegawai_{siapa.pegawai.id}"


def masukan_pegawai(unor: Unor, **isi: Any) -> dict[str, Any]:
    """A PegawaiBuatInput."""
    return {
        "nip": NIP,
        "nama": "Siti Aminah",
        "unorId": id_unor(unor),
        "jenisPegawai": JenisPegawai.PNS,
        "golongan": "III/a",
        "jenisJabatan": JenisJabatan.PELAKSANA,
        "namaJabatan": "Pengolah Data",
        **isi,
    }


async def hanya_admin(
    dunia: Dunia, document: str, melihat: Collection[Orang], tidak: Collection[Orang], **lain: Any
) -> None:
    """Those who see it are told that they are no admins of it; for the others it is not there."""
    await beri_peran(dunia.asing, Peran.ADMIN_INSTANSI, dunia.lain.id)
    sebelum = await potret()
    for siapa in melihat:
        ditolak(await siapa.minta(document, **lain), (KodeKesalahan.BUKAN_ADMIN, None))
    for siapa in (*tidak, dunia.asing):
        ditolak_di_atas(await siapa.minta(document, **lain), "NOT_FOUND")
    ditolak_di_atas(await minta(None, document, **lain), "UNAUTHENTICATED")
    assert await potret() == sebelum


async def ditolak_semua(
    admin: Orang, document: str, cases: Sequence[tuple[dict[str, Any], Sequence[Alasan]]]
) -> None:
    """Each request, of `admin`, is refused for its reasons and changes nothing."""
    sebelum = await potret()
    for variables, alasan in cases:
        ditolak(await admin.minta(document, **variables), *alasan)
    assert await potret() == sebelum


@contextmanager
def terdengar() -> Iterator[list[Event]]:
    """What is told to whoever watches."""
    heard: list[Event] = []
    exchange.use(Exchange("memory://", 0.01, heard.extend, lambda: None))  # not started
    try:
        yield heard
    finally:
        exchange.use(None)


def struktur(heard: Sequence[Event]) -> set[int]:
    """The instansi whose tree, names or pimpinan changed."""
    return {event.id for event in heard if event.jenis == STRUKTUR}


async def jalur_benar() -> bool:
    """Every path is that of the induk, and then the unor itself: no cycle, no unor lost."""
    rows = await fetch(
        "SELECT u.id, u.jalur, induk.jalur AS atas FROM unor u"
        " LEFT JOIN unor induk ON induk.id = u.induk_id"
    )
    return all(row["jalur"] == f"{row['atas'] or ''}{row['id']}/" for row in rows)


async def baca_unor(unor: Unor) -> Unor:
    """As it is now."""
    return await Unor.get(id=unor.id)


async def baca_pegawai(siapa: Orang) -> Pegawai:
    """As he is now."""
    return await Pegawai.get(id=siapa.pegawai.id)


def kode(jawaban: Sequence[Any]) -> list[list[str]]:
    """The codes with which requests made at once were refused, sorted; none of them failed."""
    return sorted(
        [str(code) for code in one.codes] or [str(code) for code in one.user_errors()]
        for one in jawaban
    )
