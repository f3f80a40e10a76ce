"""The NIP of a civil servant: what its 18 digits must say (docs/aturan.md: struktur, NIP)."""

from datetime import date

from models.rules.vocabulary import JenisPegawai

EARLIEST_BIRTH_YEAR = 1900
FIRST_PPPK_CODE = 21


def is_shaped(nip: str) -> bool:
    """Whether `nip` is 18 digits, whatever they say."""
    return len(nip) == 18 and nip.isascii() and nip.isdigit()


def alasan_nip_salah(nip: str, today: date, jenis: JenisPegawai | None = None) -> str | None:
    """Why `nip` cannot be the NIP of a `jenis` pegawai, or None when it can.

    Without `jenis` a NIP of either kind is fine. A birth lies before `today`; the year in digits
    9-12 lies after the birth and at most one year ahead, because appointments are numbered early.
    """
    if not is_shaped(nip):
        return (
            f"NIP harus tepat 18 angka, tertulis '{_shortened(nip)}'; bila berasal dari lembar"
            " sebar, jadikan kolomnya teks lebih dahulu"
        )
    return (
        _birth_problem(nip[:8], today)
        or _year_problem(nip[8:12], int(nip[:4]), today)
        or _code_problem(nip[12:14], jenis)
        or _sex_problem(nip[14])
        or _number_problem(nip[15:])
    )


def _shortened(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:23]}…"


def _birth_problem(digits: str, today: date) -> str | None:
    try:
        birth = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return f"angka 1-8 NIP ({digits}) bukan tanggal lahir tahun-bulan-hari yang ada"
    if birth >= today or birth.year < EARLIEST_BIRTH_YEAR:
        return f"angka 1-8 NIP ({digits}) bukan tanggal lahir yang masuk akal"
    return None


def _year_problem(digits: str, birth_year: int, today: date) -> str | None:
    if birth_year < int(digits) <= today.year + 1:
        return None
    return (
        f"angka 9-12 NIP ({digits}) harus tahun pengangkatan sesudah tahun lahir {birth_year}"
        f" dan paling lambat {today.year + 1}"
    )


def _code_problem(digits: str, jenis: JenisPegawai | None) -> str | None:
    is_month = 1 <= int(digits) <= 12
    is_pppk = int(digits) >= FIRST_PPPK_CODE
    if jenis is JenisPegawai.PNS and not is_month:
        return f"angka 13-14 NIP PNS ({digits}) harus bulan 01-12"
    if jenis is JenisPegawai.PPPK and not is_pppk:
        return f"angka 13-14 NIP PPPK ({digits}) harus kode 21 atau lebih"
    if not is_month and not is_pppk:
        return f"angka 13-14 NIP ({digits}) harus bulan 01-12 (PNS) atau kode 21 ke atas (PPPK)"
    return None


def _sex_problem(digit: str) -> str | None:
    if digit in "12":
        return None
    return f"angka 15 NIP ({digit}) harus 1 (laki-laki) atau 2 (perempuan)"


def _number_problem(digits: str) -> str | None:
    return f"angka 16-18 NIP ({digits}) harus 001-999" if digits == "000" else None
