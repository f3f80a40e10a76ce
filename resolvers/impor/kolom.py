"""The columns of the three files, and what a single value may be."""

from dataclasses import dataclass
from enum import StrEnum

from models.rules.struktur import PANJANG
from models.rules.teks import CONTROL_CHARACTER, one_line
from models.rules.vocabulary import JenisInstansi, JenisJabatan, JenisPegawai

BERKAS_INSTANSI = "instansi.csv"
BERKAS_UNOR = "unor.csv"
BERKAS_PEGAWAI = "pegawai.csv"

YA_TIDAK = {"ya": True, "true": True, "1": True, "tidak": False, "false": False, "0": False}


@dataclass(frozen=True)
class Kolom:
    """A column: its name, its longest value (that of the table), and the values it may have.

    `berulang` is false where nearly every row has a value of its own.
    """

    nama: str
    panjang: int = 0
    wajib: bool = True
    pilihan: type[StrEnum] | None = None
    berulang: bool = True


KOLOM = {
    BERKAS_INSTANSI: (
        Kolom("kode", 20),
        Kolom("nama", 200),
        Kolom("jenis", pilihan=JenisInstansi),
    ),
    BERKAS_UNOR: (
        Kolom("kode", PANJANG["kode"]),
        Kolom("instansi_kode", 20),
        Kolom("induk_kode", PANJANG["kode"], wajib=False),
        Kolom("nama", PANJANG["nama"]),
        Kolom("nip_pimpinan", 18, wajib=False),
    ),
    BERKAS_PEGAWAI: (
        Kolom("nip", berulang=False),
        Kolom("nama", PANJANG["nama"], berulang=False),
        Kolom("jenis_pegawai", pilihan=JenisPegawai),
        Kolom("golongan", PANJANG["golongan"]),
        Kolom("jenis_jabatan", pilihan=JenisJabatan),
        Kolom("nama_jabatan", PANJANG["nama_jabatan"]),
        Kolom("instansi_kode", 20),
        Kolom("unor_kode", PANJANG["kode"]),
        Kolom("aktif"),
    ),
}


class PembacaKolom:
    """Reads the values of one column; a value that repeats is judged, and kept, only once."""

    def __init__(self, kolom: Kolom) -> None:
        self.kolom = kolom
        self._known: dict[str, tuple[str, str | None]] = {}

    def baca(self, text: str) -> tuple[str, str | None]:
        """The value as it is stored, and why it cannot stand in this column, if so."""
        known = self._known.get(text)
        if known is None:
            value = normal(text, self.kolom)
            known = value, alasan_nilai_salah(value, self.kolom)
            if self.kolom.berulang:
                self._known[text] = known
        return known


def normal(text: str, kolom: Kolom) -> str:
    """The value without stray blanks (a line break in quotes is one), enum values in capitals."""
    text = one_line(text)
    return text.upper() if kolom.pilihan else text


def alasan_nilai_salah(value: str, kolom: Kolom) -> str | None:
    """Why a normal `value` cannot stand in `kolom`, or None."""
    if not value:
        return "wajib diisi" if kolom.wajib else None
    if CONTROL_CHARACTER.search(value):
        return "memuat karakter kendali yang tidak terlihat; ketik ulang isinya"
    if kolom.panjang and len(value) > kolom.panjang:
        return f"terlalu panjang: {len(value)} karakter, paling banyak {kolom.panjang}"
    if kolom.pilihan and value not in kolom.pilihan.__members__:
        return f"'{_shortened(value)}' tidak dikenal; pilih {', '.join(kolom.pilihan)}"
    if kolom.nama == "aktif" and value.lower() not in YA_TIDAK:
        return f"'{_shortened(value)}' tidak dikenal; pilih ya atau tidak (true/false, 1/0)"
    return None


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
