"""Writing the demo's people as the CSV files that the import reads."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from resolvers.demo.kantor import semua_tempat
from resolvers.demo.orang import INSTANSI, Orang
from resolvers.impor.kolom import BERKAS_INSTANSI, BERKAS_PEGAWAI, BERKAS_UNOR, KOLOM


def tulis_berkas(folder: Path, people: Sequence[Orang]) -> None:
    """Write instansi.csv, unor.csv and pegawai.csv into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, BERKAS_INSTANSI, ((i.kode, i.nama, i.jenis) for i in INSTANSI))
    _write(folder, BERKAS_UNOR, _unor(people))
    _write(folder, BERKAS_PEGAWAI, map(_pegawai, people))


def _unor(people: Sequence[Orang]) -> Iterable[Sequence[str]]:
    heads = {(o.tempat.instansi.kode, o.tempat.kode): o.nip for o in people if o.memimpin}
    for instansi in INSTANSI:
        for tempat in semua_tempat(instansi):
            head = heads.get((instansi.kode, tempat.kode), "")
            yield tempat.kode, instansi.kode, tempat.induk_kode, tempat.kantor.nama, head


def _pegawai(orang: Orang) -> Sequence[str]:
    jabatan, tempat = orang.jabatan, orang.tempat
    return (
        orang.nip,
        orang.nama,
        jabatan.jenis_pegawai,
        jabatan.golongan,
        jabatan.jenis,
        jabatan.nama,
        tempat.instansi.kode,
        tempat.kode,
        "ya" if orang.aktif else "tidak",
    )


def _write(folder: Path, berkas: str, rows: Iterable[Sequence[str]]) -> None:
    with (folder / berkas).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(kolom.nama for kolom in KOLOM[berkas])
        writer.writerows(rows)
