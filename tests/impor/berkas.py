"""The files of an import as the tests write them, and the database as the tests read it."""

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from models.database import Row, execute, fetch
from resolvers.impor.kolom import BERKAS_INSTANSI, BERKAS_PEGAWAI, BERKAS_UNOR, KOLOM, YA_TIDAK

Values = dict[str, str]
Isi = dict[object, tuple[object, ...]]


@dataclass
class Berkas:
    """Rows of the three files, by column."""

    instansi: list[Values] = field(default_factory=list)
    unor: list[Values] = field(default_factory=list)
    pegawai: list[Values] = field(default_factory=list)

    def rows(self, berkas: str) -> list[Values]:
        return {
            BERKAS_INSTANSI: self.instansi,
            BERKAS_UNOR: self.unor,
            BERKAS_PEGAWAI: self.pegawai,
        }[berkas]


@dataclass(frozen=True)
class Gaya:
    """How a spreadsheet writes its CSV."""

    pemisah: str = ","
    akhir_baris: str = "\n"
    awalan: bytes = b""


def tulis(folder: Path, berkas: Berkas, gaya: Gaya | None = None) -> dict[str, list[int]]:
    """Write the files; for each of them, the line on which every row begins."""
    return {nama: _tulis_satu(folder / nama, berkas.rows(nama), gaya or Gaya()) for nama in KOLOM}


def _tulis_satu(path: Path, rows: list[Values], gaya: Gaya) -> list[int]:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=gaya.pemisah, lineterminator=gaya.akhir_baris)
    names = [kolom.nama for kolom in KOLOM[path.name]]
    writer.writerow(names)
    lines = []
    for row in rows:
        lines.append(text.getvalue().count("\n") + 1)
        writer.writerow([row[name] for name in names])
    path.write_bytes(gaya.awalan + text.getvalue().encode())
    return lines


def instansi(kode: str, nama: str = "Instansi", jenis: str = "PUSAT") -> Values:
    return {"kode": kode, "nama": nama, "jenis": jenis}


def unor(
    kode: str, instansi_kode: str, induk_kode: str = "", nama: str = "Unor", nip_pimpinan: str = ""
) -> Values:
    return {
        "kode": kode,
        "instansi_kode": instansi_kode,
        "induk_kode": induk_kode,
        "nama": nama,
        "nip_pimpinan": nip_pimpinan,
    }


def pegawai(nip: str, instansi_kode: str, unor_kode: str, **others: str) -> Values:
    return {
        "nip": nip,
        "nama": "Pegawai",
        "jenis_pegawai": "PNS",
        "golongan": "III/a",
        "jenis_jabatan": "PELAKSANA",
        "nama_jabatan": "Pengelola Data",
        "instansi_kode": instansi_kode,
        "unor_kode": unor_kode,
        "aktif": "ya",
        **others,
    }


def nip_ke(number: int) -> str:
    """The NIP of the PNS with this number, below 999,000."""
    return f"{1950 + number // 999:04}0101200001{1 + number % 2}{1 + number % 999:03}"


def contoh() -> Berkas:
    """Two instansi; A has a tree of four units, everybody but the last unit has a pimpinan."""
    return Berkas(
        [instansi("A", "Instansi A"), instansi("B", "Instansi B", "DAERAH")],
        [
            unor("01", "A", "", "Akar A", nip_ke(0)),
            unor("02", "A", "01", "Biro", nip_ke(1)),
            unor("03", "A", "02", "Bagian", nip_ke(2)),
            unor("04", "A", "01", "Kosong"),
            unor("01", "B", "", "Akar B", nip_ke(5)),
        ],
        [
            *(pegawai(nip_ke(n), "A", kode) for n, kode in enumerate(("01", "02", "03", "03"))),
            pegawai(nip_ke(4), "A", "02", aktif="tidak"),
            pegawai(nip_ke(5), "B", "01"),
        ],
    )


def isi_berkas(berkas: Berkas) -> dict[str, Isi]:
    """What the database should say after the import of `berkas` into an empty one."""
    return {
        "instansi": {row["kode"]: (_rapi(row["nama"]), row["jenis"]) for row in berkas.instansi},
        "unor": {
            (row["instansi_kode"], row["kode"]): (
                row["induk_kode"],
                _rapi(row["nama"]),
                row["nip_pimpinan"],
            )
            for row in berkas.unor
        },
        "pegawai": {
            row["nip"]: (
                _rapi(row["nama"]),
                row["jenis_pegawai"],
                row["golongan"],
                row["jenis_jabatan"],
                _rapi(row["nama_jabatan"]),
                row["instansi_kode"],
                row["unor_kode"],
                YA_TIDAK[row["aktif"]],
            )
            for row in berkas.pegawai
        },
    }


async def isi_basis_data() -> dict[str, Isi]:
    """What the database says, in the shape of `isi_berkas`."""
    instansi_rows = await fetch("SELECT kode, nama, jenis FROM instansi")
    unor_rows = await fetch(
        "SELECT i.kode AS instansi, u.kode, induk.kode AS induk, u.nama, p.nip FROM unor u"
        " JOIN instansi i ON i.id = u.instansi_id LEFT JOIN unor induk ON induk.id = u.induk_id"
        " LEFT JOIN pegawai p ON p.id = u.pimpinan_id"
    )
    pegawai_rows = await fetch(
        "SELECT p.*, i.kode AS instansi, u.kode AS unor FROM pegawai p"
        " JOIN instansi i ON i.id = p.instansi_id JOIN unor u ON u.id = p.unor_id"
    )
    return {
        "instansi": {row["kode"]: (row["nama"], row["jenis"]) for row in instansi_rows},
        "unor": {
            (row["instansi"], row["kode"]): (row["induk"] or "", row["nama"], row["nip"] or "")
            for row in unor_rows
        },
        "pegawai": {row["nip"]: _pegawai_row(row) for row in pegawai_rows},
    }


def _pegawai_row(row: Row) -> tuple[object, ...]:
    return (
        row["nama"],
        row["jenis_pegawai"],
        row["golongan"],
        row["jenis_jabatan"],
        row["nama_jabatan"],
        row["instansi"],
        row["unor"],
        bool(row["aktif"]),
    )


async def jalur_salah() -> list[Row]:
    """Units whose path is not that of their induk and their own id."""
    return await fetch(
        "SELECT u.id, u.jalur, induk.jalur AS jalur_induk FROM unor u"
        " LEFT JOIN unor induk ON induk.id = u.induk_id"
        " WHERE u.jalur <> coalesce(induk.jalur, '') || u.id || '/'"
    )


async def kosongkan() -> None:
    """Nothing left, for the next example on the same database."""
    await execute("UPDATE unor SET pimpinan_id = NULL")
    for table in ("hitungan_pengisian", "hitungan_pegawai", "pegawai"):
        await execute(f"DELETE FROM {table}")
    while await execute(
        "DELETE FROM unor WHERE id NOT IN (SELECT induk_id FROM unor WHERE induk_id IS NOT NULL)"
    ):
        pass
    await execute("DELETE FROM instansi")


def _rapi(text: str) -> str:
    return " ".join(text.split())
