"""What the owner of an SKP writes in a periode (manual 6.1; domain: penilaian)."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import urlsplit

from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.periode import Periode, overlap
from models.rules.teks import fits

TAUTAN = 2000  # characters
SATUAN = 50

_JAM = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_NOT_IN_A_LINK = re.compile(r"[\s\x00-\x1f\x7f]")


def sesuai_refusals(
    skp: Periode, periode: Periode, same_instansi: bool, *, named: bool = True
) -> tuple[Alasan, ...]:
    """A periode is for the SKP that were made in its instansi and share a day with it. `named`: who
    asks said which periode; else it is that of what he names."""
    if same_instansi and overlap(skp, periode):
        return ()
    return (
        Alasan(
            KodeKesalahan.PERIODE_TIDAK_SESUAI,
            "Periode penilaian itu bukan untuk SKP ini: lain instansi, atau lain waktu.",
            ("input", "periodeId") if named else (),
        ),
    )


def rencana_aksi_hapus_refusals(progres: int, is_last: bool, hasil: int) -> tuple[Alasan, ...]:
    """Why a rencana aksi may not be removed (D): it has `progres`, or it is the last one of an RHK
    of which `hasil` eviden and realisasi of the periode depend."""
    if progres:
        message = f"Rencana aksi ini punya {progres} progres harian. Hapus progresnya dahulu."
    elif is_last and hasil:
        message = (
            f"Ini rencana aksi terakhir RHK itu pada periode ini, dan {hasil} eviden atau realisasi"
            " bergantung padanya. Hapus itu dahulu, atau cukup ubah uraiannya."
        )
    else:
        return ()
    return (Alasan(KodeKesalahan.RENCANA_AKSI_DIPAKAI, message),)


def tautan_refusals(tautan: str | None) -> tuple[Alasan, ...]:
    """A link (cleaned; None is no matter of this rule) is an http or https URL with a host."""
    if tautan is None or _is_link(tautan):
        return fits(tautan, "tautan", "Tautan", TAUTAN)
    return (
        Alasan(
            KodeKesalahan.TAUTAN_TIDAK_SAH,
            "Tautan harus alamat lengkap yang diawali http:// atau https://.",
            ("input", "tautan"),
        ),
    )


def _is_link(text: str) -> bool:
    if _NOT_IN_A_LINK.search(text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets that enclose no address, a port that is no number
        return False


def tanggal_refusals(
    tanggal: date, skp: Periode, periode: Periode, hari_ini: date
) -> tuple[Alasan, ...]:
    """What was done on a day lies within the SKP and the periode, and not in the future."""
    shared = overlap(skp, periode)
    if shared and shared[0] <= tanggal <= min(shared[1], hari_ini):
        return ()
    awal, akhir = shared or periode
    return (
        Alasan(
            KodeKesalahan.TANGGAL_DI_LUAR_PERIODE,
            f"Tanggal harus antara {awal:%d-%m-%Y} dan {akhir:%d-%m-%Y}, dan tidak sesudah hari"
            " ini.",
            ("input", "tanggal"),
        ),
    )


def jam_refusals(mulai: str, selesai: str, taken: Iterable[tuple[str, str]]) -> tuple[Alasan, ...]:
    """Hours are "HH:MM", the first before the second, and nobody does two things at once (D):
    `taken` are the hours of the person's other progress of the day."""
    unreadable = tuple(_unreadable((("jamMulai", mulai), ("jamSelesai", selesai))))
    if unreadable:
        return unreadable
    if mulai >= selesai:
        message = "Jam mulai harus sebelum jam selesai, pada hari yang sama."
        return (Alasan(KodeKesalahan.JAM_TIDAK_SAH, message, ("input", "jamSelesai")),)
    return tuple(
        Alasan(
            KodeKesalahan.JAM_TUMPANG_TINDIH,
            f"Pukul {other_mulai} sampai {other_selesai} hari itu sudah terisi kegiatan lain.",
            ("input", "jamMulai"),
        )
        for other_mulai, other_selesai in sorted(taken)
        if mulai < other_selesai and other_mulai < selesai
    )[:1]


def _unreadable(hours: Iterable[tuple[str, str]]) -> Iterator[Alasan]:
    for field, jam in hours:
        if not _JAM.fullmatch(jam):
            message = "Tulis jam sebagai JJ:MM, dari 00:00 sampai 23:59."
            yield Alasan(KodeKesalahan.JAM_TIDAK_SAH, message, ("input", field))


def jumlah_refusals(realisasi: int) -> tuple[Alasan, ...]:
    """What was done is counted from 0 up."""
    if realisasi >= 0:
        return ()
    message = "Realisasi paling sedikit 0."
    return (Alasan(KodeKesalahan.ANGKA_TIDAK_SAH, message, ("input", "realisasi")),)


def satuan_refusals(satuan: str | None, used: str | None) -> tuple[Alasan, ...]:
    """One satuan for a rencana aksi, so that its progress adds up; `used` is that of the others."""
    if None in (satuan, used) or satuan == used:
        return ()
    return (
        Alasan(
            KodeKesalahan.SATUAN_TIDAK_SAMA,
            f'Progres lain rencana aksi ini memakai satuan "{used}". Pakai satuan yang sama.',
            ("input", "satuan"),
        ),
    )
