"""Reading a folder: every row typed, every wrong value and every repeated key noted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from models.rules.nip import alasan_nip_salah
from models.rules.vocabulary import JenisPegawai
from resolvers.impor.baris import (
    NONE_WRONG,
    BarisInstansi,
    BarisPegawai,
    BarisUnor,
    KunciUnor,
)
from resolvers.impor.csv_file import RawRow, UnreadableFileError, read_rows
from resolvers.impor.kolom import (
    BERKAS_INSTANSI,
    BERKAS_PEGAWAI,
    BERKAS_UNOR,
    KOLOM,
    YA_TIDAK,
    PembacaKolom,
)
from resolvers.impor.laporan import Masalah, Progress


@dataclass
class Bacaan:
    """The three files. The dictionaries hold the first row of each key, the lists every row."""

    instansi: dict[str, BarisInstansi] = field(default_factory=dict)
    unor: dict[KunciUnor, BarisUnor] = field(default_factory=dict)
    pegawai: dict[str, BarisPegawai] = field(default_factory=dict)
    semua_unor: list[BarisUnor] = field(default_factory=list)
    semua_pegawai: list[BarisPegawai] = field(default_factory=list)
    masalah: list[Masalah] = field(default_factory=list)
    terbaca: bool = True

    def catat(self, berkas: str, baris: int, kolom: str | None, alasan: str) -> None:
        self.masalah.append(Masalah(berkas, baris, kolom, alasan))


def baca(folder: Path, today: date, progress: Progress) -> Bacaan:
    """The files of `folder`. `terbaca` is false when one of them could not be read to its end."""
    bacaan = Bacaan()
    for berkas, take in (
        (BERKAS_INSTANSI, _take_instansi),
        (BERKAS_UNOR, _take_unor),
        (BERKAS_PEGAWAI, lambda into, rows: _take_pegawai(into, rows, today)),
    ):
        try:
            take(bacaan, read_rows(folder / berkas, progress))
        except UnreadableFileError as error:
            bacaan.masalah += error.masalah
            bacaan.terbaca = False
    return bacaan


def _take_instansi(bacaan: Bacaan, rows: Iterator[RawRow]) -> None:
    pembaca = _PembacaBaris(bacaan, BERKAS_INSTANSI)
    for raw in rows:
        values, salah = pembaca.baca(raw)
        row = BarisInstansi(raw.baris, salah, values["kode"], values["nama"], values["jenis"])
        first = bacaan.instansi.setdefault(row.kode, row) if row.kode else row
        if first is not row and "kode" not in salah:
            bacaan.catat(BERKAS_INSTANSI, row.baris, "kode", _repeated(row.kode, first.baris))


def _take_unor(bacaan: Bacaan, rows: Iterator[RawRow]) -> None:
    pembaca = _PembacaBaris(bacaan, BERKAS_UNOR)
    for raw in rows:
        values, salah = pembaca.baca(raw)
        row = BarisUnor(raw.baris, salah, **values)
        bacaan.semua_unor.append(row)
        first = bacaan.unor.setdefault(row.kunci, row) if all(row.kunci) else row
        if first is not row and salah.isdisjoint(("kode", "instansi_kode")):
            bacaan.catat(BERKAS_UNOR, row.baris, "kode", _repeated(row.kode, first.baris))


def _take_pegawai(bacaan: Bacaan, rows: Iterator[RawRow], today: date) -> None:
    pembaca = _PembacaBaris(bacaan, BERKAS_PEGAWAI)
    for raw in rows:
        values, salah = pembaca.baca(raw)
        aktif = YA_TIDAK.get(values.pop("aktif").lower(), False)
        if "nip" not in salah and (reason := _nip_problem(values, salah, today)):
            bacaan.catat(BERKAS_PEGAWAI, raw.baris, "nip", reason)
            salah |= {"nip"}
        row = BarisPegawai(raw.baris, salah, **values, aktif=aktif)
        bacaan.semua_pegawai.append(row)
        first = bacaan.pegawai.setdefault(row.nip, row) if row.nip else row
        if first is not row and "nip" not in salah:
            bacaan.catat(BERKAS_PEGAWAI, row.baris, "nip", _repeated(row.nip, first.baris))


class _PembacaBaris:
    """Reads the values of one file's rows, and notes the wrong ones."""

    def __init__(self, bacaan: Bacaan, berkas: str) -> None:
        self._bacaan = bacaan
        self._berkas = berkas
        self._columns = [(kolom.nama, PembacaKolom(kolom)) for kolom in KOLOM[berkas]]

    def baca(self, raw: RawRow) -> tuple[dict[str, str], frozenset[str]]:
        """The values of a row, and which of them are wrong: all of them when fields are missing."""
        values: dict[str, str] = {}
        reasons: dict[str, str] = {}
        for name, column in self._columns:
            values[name], reason = column.baca(raw.fields.get(name, ""))
            if reason:
                reasons[name] = reason
        if not raw.complete:
            reason = f"berisi {raw.found} isian, seharusnya {len(values)}"
            advice = "periksa pemisah dan tanda kutip"
            self._bacaan.catat(self._berkas, raw.baris, None, f"{reason}; {advice}")
            return values, frozenset(values)
        for name, reason in reasons.items():
            self._bacaan.catat(self._berkas, raw.baris, name, reason)
        return values, frozenset(reasons) if reasons else NONE_WRONG


def _nip_problem(values: dict[str, str], salah: frozenset[str], today: date) -> str | None:
    jenis = None if "jenis_pegawai" in salah else JenisPegawai(values["jenis_pegawai"])
    return alasan_nip_salah(values["nip"], today, jenis)


def _repeated(key: str, baris: int) -> str:
    return f"'{key}' sudah ada pada baris {baris}; setiap kunci hanya boleh satu baris"
