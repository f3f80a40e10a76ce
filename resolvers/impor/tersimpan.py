"""What the database already holds of the things that the files name."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from models.database import any_of, fetch
from resolvers.impor.baris import BarisPegawai, KunciUnor

CHUNK = 5_000

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class InstansiTersimpan:
    id: int
    nama: str
    jenis: str


@dataclass(frozen=True, slots=True)
class UnorTersimpan:
    id: int
    nama: str
    induk_kode: str
    nip_pimpinan: str
    aktif: bool


@dataclass(frozen=True, slots=True)
class PegawaiTersimpan:
    """`isi` is everything that a row of pegawai.csv says besides the NIP, as `isi_pegawai`."""

    id: int
    instansi_kode: str
    isi: tuple[object, ...]


@dataclass
class Tersimpan:
    """The instansi, and every unor of those that the files touch."""

    instansi: dict[str, InstansiTersimpan] = field(default_factory=dict)
    unor: dict[KunciUnor, UnorTersimpan] = field(default_factory=dict)


def isi_pegawai(row: BarisPegawai) -> tuple[object, ...]:
    return (
        row.nama,
        row.jenis_pegawai,
        row.golongan,
        row.jenis_jabatan,
        row.nama_jabatan,
        row.instansi_kode,
        row.unor_kode,
        row.aktif,
    )


async def muat_tersimpan(instansi_kode: Collection[str]) -> Tersimpan:
    """The stored instansi, and the unor of those whose kode is given."""
    found = Tersimpan()
    for row in await fetch("SELECT id, kode, nama, jenis FROM instansi"):
        found.instansi[row["kode"]] = InstansiTersimpan(row["id"], row["nama"], row["jenis"])
    kode_of = {found.instansi[kode].id: kode for kode in instansi_kode if kode in found.instansi}
    units = await fetch(
        "SELECT u.id, u.instansi_id, u.kode, u.nama, u.aktif, induk.kode AS induk_kode,"
        " p.nip AS nip_pimpinan FROM unor u LEFT JOIN unor induk ON induk.id = u.induk_id"
        f" LEFT JOIN pegawai p ON p.id = u.pimpinan_id WHERE {any_of('u.instansi_id', '$1')}",
        [list(kode_of)],
    )
    for row in units:
        found.unor[kode_of[row["instansi_id"]], row["kode"]] = UnorTersimpan(
            row["id"],
            row["nama"],
            row["induk_kode"] or "",
            row["nip_pimpinan"] or "",
            bool(row["aktif"]),
        )
    return found


async def muat_pegawai(nips: Collection[str]) -> dict[str, PegawaiTersimpan]:
    """The stored pegawai among `nips` (one chunk of them), by NIP."""
    rows = await fetch(
        "SELECT p.id, p.nip, p.nama, p.jenis_pegawai, p.golongan, p.jenis_jabatan,"
        " p.nama_jabatan, p.aktif, i.kode AS instansi_kode, u.kode AS unor_kode FROM pegawai p"
        " JOIN instansi i ON i.id = p.instansi_id JOIN unor u ON u.id = p.unor_id"
        f" WHERE {any_of('p.nip', '$1', 'text')}",
        [list(nips)],
    )
    return {
        row["nip"]: PegawaiTersimpan(
            row["id"],
            row["instansi_kode"],
            (
                row["nama"],
                row["jenis_pegawai"],
                row["golongan"],
                row["jenis_jabatan"],
                row["nama_jabatan"],
                row["instansi_kode"],
                row["unor_kode"],
                bool(row["aktif"]),
            ),
        )
        for row in rows
    }


async def muat_unor_dipimpin(
    pegawai_ids: Collection[int],
) -> dict[int, list[tuple[str, KunciUnor]]]:
    """For each of the people: name and key of the units that they lead."""
    led: dict[int, list[tuple[str, KunciUnor]]] = {}
    for ids in chunks(pegawai_ids):
        rows = await fetch(
            "SELECT u.pimpinan_id, u.nama, u.kode, i.kode AS instansi_kode FROM unor u"
            f" JOIN instansi i ON i.id = u.instansi_id WHERE {any_of('u.pimpinan_id', '$1')}"
            " ORDER BY u.id",
            [ids],
        )
        for row in rows:
            unit = (row["nama"], (row["instansi_kode"], row["kode"]))
            led.setdefault(row["pimpinan_id"], []).append(unit)
    return led


def chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """`items` in lists of at most `size`."""
    remaining = iter(items)
    while chunk := list(islice(remaining, size)):
        yield chunk
