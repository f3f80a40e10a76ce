"""The periode in which an instansi rates (docs/aturan.md: penilaian)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.periode import tahun_refusals
from models.rules.teks import clean, required
from models.rules.vocabulary import JenisPeriode

NAMA = 100  # characters

IN_USE = Alasan(
    KodeKesalahan.PERIODE_DIPAKAI,
    "Periode ini sudah dipakai, maka tetap ada. Namanya masih dapat diubah.",
)

BATAS = ("input", "batasPengisian")


@dataclass(frozen=True)
class IsiPeriode:
    """What an admin sets."""

    tahun: int
    nama: str | None
    awal: date
    akhir: date
    batas_pengisian: date
    jenis: JenisPeriode

    def cleaned(self) -> "IsiPeriode":
        return replace(self, nama=clean(self.nama))


def isi_refusals(isi: IsiPeriode) -> tuple[Alasan, ...]:
    """A periode has a name, begins before it ends, lies in its tahun, and stays open at least until
    its last month has begun (D)."""
    return (*required(isi.nama, "nama", "Nama periode", NAMA), *_dates(isi))


def _dates(isi: IsiPeriode) -> Iterator[Alasan]:
    if isi.awal >= isi.akhir:
        yield Alasan(
            KodeKesalahan.PERIODE_TERBALIK,
            "Hari pertama periode harus sebelum hari terakhirnya.",
            ("input", "akhir"),
        )
    if {isi.awal.year, isi.akhir.year} != {isi.tahun}:
        yield Alasan(
            KodeKesalahan.PERIODE_LINTAS_TAHUN,
            f"Seluruh periode harus dalam tahun {isi.tahun}. Sesuaikan tahun atau tanggalnya.",
            ("input", "tahun"),
        )
    yield from tahun_refusals(isi.tahun)
    earliest = isi.akhir.replace(day=1)
    if isi.batas_pengisian < earliest:
        yield Alasan(
            KodeKesalahan.TANGGAL_DI_LUAR_PERIODE,
            f"Batas pengisian paling awal {earliest:%d-%m-%Y}: bulan terakhir periode.",
            BATAS,
        )


def kembar_refusals(
    isi: IsiPeriode, others: Sequence[tuple[str, JenisPeriode]]
) -> tuple[Alasan, ...]:
    """Names are unique in a tahun of an instansi, and one periode there is TAHUNAN. `others` are
    the names and jenis of the other ones."""
    reasons: tuple[Alasan, ...] = ()
    if isi.nama in {nama for nama, _ in others}:
        message = "Nama itu sudah dipakai periode lain pada tahun yang sama. Pilih nama lain."
        reasons += (Alasan(KodeKesalahan.SUDAH_ADA, message, ("input", "nama")),)
    if isi.jenis is JenisPeriode.TAHUNAN and isi.jenis in {jenis for _, jenis in others}:
        message = f"Tahun {isi.tahun} sudah punya periode TAHUNAN. Ubah yang itu saja."
        kode = KodeKesalahan.PERIODE_TAHUNAN_SUDAH_ADA
        reasons += (Alasan(kode, message, ("input", "jenis")),)
    return reasons


def dipakai_refusals(before: IsiPeriode, after: IsiPeriode) -> tuple[Alasan, ...]:
    """What has been used keeps its tahun, dates and jenis (D): what was written in it would no
    longer fit. Its name may change, and it may close earlier; later only with a reason."""
    fixed = (
        ("tahun", before.tahun == after.tahun),
        ("awal", before.awal == after.awal),
        ("akhir", before.akhir == after.akhir),
        ("jenis", before.jenis is after.jenis),
    )
    reasons = tuple(
        Alasan(
            KodeKesalahan.PERIODE_DIPAKAI,
            "Periode ini sudah dipakai; tahun, tanggal dan jenisnya tidak dapat diubah lagi.",
            ("input", name),
        )
        for name, same in fixed
        if not same
    )
    if after.batas_pengisian > before.batas_pengisian:
        message = "Periode ini sudah dipakai; perpanjang batasnya dengan menyebut alasan."
        reasons += (Alasan(KodeKesalahan.PERIODE_DIPAKAI, message, BATAS),)
    return reasons


def perpanjang_refusals(before: date, after: date) -> tuple[Alasan, ...]:
    """Extending makes it later."""
    if after > before:
        return ()
    return (
        Alasan(
            KodeKesalahan.TANGGAL_DI_LUAR_PERIODE,
            f"Batas pengisian yang baru harus sesudah {before:%d-%m-%Y}.",
            BATAS,
        ),
    )
