"""What the files change in the database: rows to add, rows to change, rows that stay."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from resolvers.impor.bacaan import Bacaan
from resolvers.impor.baris import BarisInstansi, BarisPegawai, BarisUnor
from resolvers.impor.laporan import Perubahan, Progress
from resolvers.impor.pohon import Pohon
from resolvers.impor.tersimpan import (
    PegawaiTersimpan,
    Tersimpan,
    chunks,
    isi_pegawai,
    muat_pegawai,
)

Row = TypeVar("Row")


@dataclass
class Beda(Generic[Row]):
    """The rows of one file, sorted by what they do; a changed one with the id of its stored row."""

    baru: list[Row] = field(default_factory=list)
    berubah: list[tuple[int, Row]] = field(default_factory=list)
    tetap: int = 0

    @property
    def kosong(self) -> bool:
        """Whether the file says what the database says."""
        return not self.baru and not self.berubah

    @property
    def perubahan(self) -> Perubahan:
        return Perubahan(len(self.baru), len(self.berubah), self.tetap)


@dataclass
class BedaPegawai(Beda[BarisPegawai]):
    """`pindah_instansi` are the changed people who leave their instansi, by id."""

    pindah_instansi: dict[int, BarisPegawai] = field(default_factory=dict)


def bandingkan_instansi(bacaan: Bacaan, tersimpan: Tersimpan) -> Beda[BarisInstansi]:
    beda = Beda[BarisInstansi]()
    for kode, row in bacaan.instansi.items():
        stored = tersimpan.instansi.get(kode)
        if stored is None:
            beda.baru.append(row)
        elif (stored.nama, stored.jenis) != (row.nama, row.jenis):
            beda.berubah.append((stored.id, row))
        else:
            beda.tetap += 1
    return beda


def bandingkan_unor(bacaan: Bacaan, tersimpan: Tersimpan, pohon: Pohon) -> Beda[BarisUnor]:
    """New units stand below the units that they hang on."""
    beda = Beda[BarisUnor]()
    for kunci, row in bacaan.unor.items():
        stored = tersimpan.unor.get(kunci)
        if stored is None:
            beda.baru.append(row)
        elif (stored.nama, stored.induk_kode, stored.nip_pimpinan) != (
            row.nama,
            row.induk_kode,
            row.nip_pimpinan,
        ):
            beda.berubah.append((stored.id, row))
        else:
            beda.tetap += 1
    beda.baru.sort(key=lambda row: pohon.tingkat.get(row.kunci, 0))
    return beda


async def bandingkan_pegawai(bacaan: Bacaan, progress: Progress) -> BedaPegawai:
    beda = BedaPegawai()
    done = 0
    for rows in chunks(bacaan.pegawai.values()):
        stored = await muat_pegawai([row.nip for row in rows])
        for row in rows:
            _place(beda, row, stored)
        done += len(rows)
        progress("Membandingkan pegawai", done, len(bacaan.pegawai))
    return beda


def _place(beda: BedaPegawai, row: BarisPegawai, known: dict[str, PegawaiTersimpan]) -> None:
    stored = known.get(row.nip)
    if stored is None:
        beda.baru.append(row)
    elif stored.isi == isi_pegawai(row):
        beda.tetap += 1
    else:
        beda.berubah.append((stored.id, row))
        if stored.instansi_kode != row.instansi_kode:
            beda.pindah_instansi[stored.id] = row
