"""What is read: half a million pegawai with their SKP, the same in both databases.

Ids are computed, not drawn, so that whoever measures knows which row is whose: unor `u` holds the
pegawai 100(u - 1) + 1 … 100u, the first of whom leads it, and every pegawai has one SKP, with his
own id. Dashboards are not measured, so their counters stay empty.
"""

from collections.abc import Iterator, Sequence

from models.database import Dialect, dialect, execute
from resolvers.impor.tulis import tulis_jalur

PEOPLE_PER_UNOR = 100
SMALL_INSTANSI = 10
SMALL_UNOR = 1_000  # of all small instansi together
LARGE_INSTANSI = SMALL_INSTANSI + 1
LARGE_UNOR = 4_000
SMALL_PEOPLE = SMALL_UNOR * PEOPLE_PER_UNOR
PEOPLE = (SMALL_UNOR + LARGE_UNOR) * PEOPLE_PER_UNOR
SMALL_RHK, LARGE_RHK = 4, 2  # of one SKP
SMALL_INDIKATOR, LARGE_INDIKATOR = 2, 1  # of one RHK
BATCH = 25_000  # pegawai at a time, so that no statement takes longer than the service allows

_FIRST = (
    "Ahmad Siti Budi Dewi Eko Fitri Gunawan Hasan Indah Joko Kartika Lestari Made Nur Oktavia "
    "Putu Rahmat Sri Teguh Utami Vina Wahyu Yohanes Zainal Agus Bambang Citra Dian Endang Fajar"
)
_MIDDLE = (
    "Abdul Bayu Cahya Dwi Edi Fauzan Galih Hadi Ilham Jaya Kurnia Lukman Mega Nanda Oki Prasetyo "
    "Ratna Surya Tri Umar Wulan Yudha Zahra Arif Bagus Candra Desi Eka Firman Gita Hendra"
)
_LAST = (
    "Anwar Basuki Chandra Darmawan Effendi Firdaus Ginting Harahap Iskandar Jatmiko Kusuma Lubis "
    "Maharani Nasution Oktaviani Pratama Rahayu Santoso Tanjung Utomo Wibowo Yulianti Zulkarnain "
    "Siregar Hidayat Setiawan Nugroho Saputra Permana Halim Wijaya Simanjuntak Mulyono Susanti "
    "Hartono Purnomo Rangkuti"
)
_FIELD = (
    "Perencanaan",
    "Kepegawaian",
    "Pelayanan Publik",
    "Keuangan",
    "Pengawasan",
    "Data dan Informasi",
    "Hukum dan Organisasi",
)
_JABATAN = {
    "PELAKSANA": "Pengelola Layanan Operasional",
    "JF_AHLI_PERTAMA": "Analis SDM Aparatur Ahli Pertama",
    "JF_AHLI_MUDA": "Perencana Ahli Muda",
    "JF_TERAMPIL": "Arsiparis Terampil",
}
_RESULT = (
    "Tersusunnya dokumen perencanaan",
    "Meningkatnya mutu pelayanan",
    "Terlaksananya pembinaan pegawai",
    "Tersedianya data yang mutakhir",
    "Terwujudnya tata kelola arsip",
)
_SUBJECT = (
    "program dan anggaran",
    "administrasi kepegawaian",
    "kinerja unit kerja",
    "pengaduan masyarakat",
    "barang milik negara",
    "sistem informasi",
    "pendidikan dan pelatihan",
)
_MEASURE = (
    "Jumlah laporan",
    "Persentase berkas",
    "Tingkat kepuasan atas layanan",
    "Ketepatan waktu penyelesaian",
)
_QUALITY = (
    "yang selesai sesuai standar",
    "yang ditindaklanjuti tepat waktu",
    "yang dinyatakan lengkap dan benar",
)


def _pick(words: Sequence[str], number: str) -> str:
    """SQL: one of `words`, chosen by the number."""
    cases = " ".join(f"WHEN {place} THEN '{word}'" for place, word in enumerate(words))
    return f"CASE ({number}) % {len(words)} {cases} END"


def _digits(number: str, width: int) -> str:
    """SQL: the number, which has at most `width` digits, with zeros before it."""
    return f"substr(CAST({10**width} + ({number}) AS text), 2)"


def _numbers(first: int, last: int) -> str:
    """SQL: the rows `n` = first … last, to stand behind FROM."""
    if dialect() is Dialect.POSTGRES:
        return f"generate_series(CAST({first} AS bigint), {last}) AS numbers (n)"
    return (
        f"(WITH RECURSIVE counted (n) AS (SELECT {first} UNION ALL"
        f" SELECT n + 1 FROM counted WHERE n < {last}) SELECT n FROM counted) AS numbers"
    )


async def fill() -> None:
    """Fill the open, migrated, empty database."""
    await execute(_instansi())
    await execute(_unor())
    await tulis_jalur(range(1, LARGE_INSTANSI + 1))
    for batch in _batches():
        await execute(_pegawai(*batch))
    await execute(
        f"UPDATE unor SET pimpinan_id = (id - 1) * {PEOPLE_PER_UNOR} + 1",
    )
    for batch in _batches():
        for table in (_akun, _skp, _rhk, _indikator):
            await execute(table(*batch))


def _batches() -> Iterator[tuple[int, int]]:
    for first in range(1, PEOPLE + 1, BATCH):
        yield first, first + BATCH - 1


def _instansi() -> str:
    return f"""
        INSERT INTO instansi (id, kode, nama, jenis)
        SELECT n, 'I' || n, 'Pemerintah Kabupaten Contoh ' || n, 'DAERAH'
        FROM {_numbers(1, LARGE_INSTANSI)}
    """


def _unor() -> str:
    """Each instansi a tree in which every unor has ten below it."""
    small = SMALL_UNOR // SMALL_INSTANSI
    return f"""
        INSERT INTO unor (id, instansi_id, induk_id, kode, nama, jalur, aktif)
        SELECT n, instansi_id, CASE WHEN place > 1 THEN n - place + (place - 2) / 10 + 1 END,
            'U' || {_digits("n", 5)}, 'Bidang ' || {_pick(_FIELD, "n")} || ' ' || n, '', TRUE
        FROM (
            SELECT n,
                CASE WHEN n <= {SMALL_UNOR} THEN (n - 1) / {small} + 1
                    ELSE {LARGE_INSTANSI} END AS instansi_id,
                CASE WHEN n <= {SMALL_UNOR} THEN (n - 1) % {small} + 1
                    ELSE n - {SMALL_UNOR} END AS place
            FROM {_numbers(1, SMALL_UNOR + LARGE_UNOR)}
        ) AS placed
    """


def _pegawai(first: int, last: int) -> str:
    """Names in no order of the ids, many of them shared, as in life."""
    mixed = "(n * 7919 % 1000003)"
    first_name, middle_name, last_name = (
        _pick(words.split(), f"{mixed} / {step}")
        for words, step in ((_FIRST, 1), (_MIDDLE, 30), (_LAST, 930))
    )
    birth = (
        f"{_digits('1965 + n % 35', 4)} || {_digits('n / 35 % 12 + 1', 2)}"
        f" || {_digits('n / 420 % 28 + 1', 2)}"
    )
    appointed = f"'2010' || {_digits('n / 11760 % 12 + 1', 2)} || '1'"
    place = f"(n % {PEOPLE_PER_UNOR})"
    return f"""
        INSERT INTO pegawai (id, nip, nama, instansi_id, unor_id, jenis_pegawai, golongan,
            jenis_jabatan, nama_jabatan, aktif)
        SELECT n, {birth} || {appointed} || {_digits("n / 141120 + 1", 3)},
            {first_name} || ' ' || {middle_name} || ' ' || {last_name},
            unor.instansi_id, unor.id, 'PNS', {_pick(("III/a", "III/c", "IV/a"), "n")},
            CASE WHEN {place} = 1 THEN 'ADMINISTRATOR' ELSE {_pick(list(_JABATAN), "n")} END,
            CASE WHEN {place} = 1 THEN 'Kepala Bidang'
                ELSE {_pick(list(_JABATAN.values()), "n")} END,
            TRUE
        FROM {_numbers(first, last)} JOIN unor ON unor.id = (n - 1) / {PEOPLE_PER_UNOR} + 1
    """


def admin_of(instansi_id: int) -> int:
    """The id of the pegawai, and of his account, who administers the instansi."""
    small = SMALL_UNOR // SMALL_INSTANSI
    root = SMALL_UNOR if instansi_id == LARGE_INSTANSI else (instansi_id - 1) * small
    return root * PEOPLE_PER_UNOR + 2


def _akun(first: int, last: int) -> str:
    """Everybody's account, without a password that could be typed."""
    admins = ", ".join(str(admin_of(instansi)) for instansi in range(1, LARGE_INSTANSI + 1))
    return f"""
        INSERT INTO akun (id, pegawai_id, peran, instansi_id, kata_sandi, aktif)
        SELECT id, id, CASE WHEN id IN ({admins}) THEN 'ADMIN_INSTANSI' ELSE 'PEGAWAI' END,
            CASE WHEN id IN ({admins}) THEN instansi_id END, '!', TRUE
        FROM pegawai WHERE id BETWEEN {first} AND {last}
    """


def _skp(first: int, last: int) -> str:
    return f"""
        INSERT INTO skp (id, pegawai_id, pejabat_penilai_id, unor_id, tahun, periode_awal,
            periode_akhir, pendekatan, status_jabatan, jenis_jabatan, nama_jabatan, status, versi,
            dibuat, diubah)
        SELECT p.id, p.id,
            CASE WHEN unor.pimpinan_id <> p.id THEN unor.pimpinan_id ELSE atas.pimpinan_id END,
            unor.id, 2026, '2026-01-01', '2026-12-31',
            CASE WHEN p.id % 4 = 0 THEN 'KUALITATIF' ELSE 'KUANTITATIF' END, 'DEFINITIF',
            p.jenis_jabatan, p.nama_jabatan,
            {_pick(("DRAFT", "PENGAJUAN", "PERSETUJUAN", "PERSETUJUAN", "PERSETUJUAN"), "p.id")},
            p.id % 9 + 1, '2026-01-05 01:30:00+00:00', '2026-02-11 04:15:30.250000+00:00'
        FROM pegawai p JOIN unor ON unor.id = p.unor_id
            LEFT JOIN unor atas ON atas.id = unor.induk_id
        WHERE p.id BETWEEN {first} AND {last}
    """


def _rhk(first: int, last: int) -> str:
    """Each but the last of a long list intervenes the RHK of the pejabat penilai at its place."""
    return f"""
        INSERT INTO rhk (id, skp_id, rhk_atasan_id, jenis, uraian, penugasan_dari, urutan)
        SELECT {_before("skp.id")} + n, skp.id,
            CASE WHEN n < {SMALL_RHK} AND pejabat_penilai_id IS NOT NULL
                THEN {_before("pejabat_penilai_id")} + n END,
            CASE WHEN n < {SMALL_RHK} THEN 'UTAMA' ELSE 'TAMBAHAN' END,
            {_pick(_RESULT, "skp.id + n")} || ' ' || {_pick(_SUBJECT, "skp.id / 5 + n")}
                || ' tahun ' || tahun,
            CASE WHEN n = {SMALL_RHK} THEN 'Surat tugas kepala unit kerja' END, n
        FROM skp JOIN {_numbers(1, SMALL_RHK)}
            ON n <= CASE WHEN skp.id <= {SMALL_PEOPLE} THEN {SMALL_RHK} ELSE {LARGE_RHK} END
        WHERE skp.id BETWEEN {first} AND {last}
    """


def _before(skp_id: str) -> str:
    """SQL: how many RHK the SKP before this one have together."""
    return (
        f"CASE WHEN {skp_id} <= {SMALL_PEOPLE} THEN ({skp_id} - 1) * {SMALL_RHK}"
        f" ELSE {SMALL_PEOPLE * SMALL_RHK} + ({skp_id} - {SMALL_PEOPLE} - 1) * {LARGE_RHK} END"
    )


def _indikator(first: int, last: int) -> str:
    small = SMALL_PEOPLE * SMALL_RHK
    perspektif = ("PENERIMA_LAYANAN", "PROSES_BISNIS", "PENGUATAN_INTERNAL", "ANGGARAN")
    return f"""
        INSERT INTO indikator (id, rhk_id, uraian, target, perspektif, aspek, urutan)
        SELECT CASE WHEN rhk.id <= {small} THEN (rhk.id - 1) * {SMALL_INDIKATOR} + n
                ELSE {small * SMALL_INDIKATOR} + (rhk.id - {small} - 1) * {LARGE_INDIKATOR} + n END,
            rhk.id,
            {_pick(_MEASURE, "rhk.id + n")} || ' ' || {_pick(_SUBJECT, "rhk.id / 4 + n")} || ' '
                || {_pick(_QUALITY, "rhk.id / 7 + n")},
            CASE WHEN skp.pendekatan = 'KUANTITATIF' THEN (80 + rhk.id % 20) || ' persen' END,
            CASE WHEN skp.pendekatan = 'KUANTITATIF' THEN {_pick(perspektif, "rhk.id")} END,
            {_pick(("KUANTITAS", "KUALITAS", "WAKTU"), "rhk.id + n")}, n
        FROM rhk JOIN skp ON skp.id = rhk.skp_id JOIN {_numbers(1, SMALL_INDIKATOR)}
            ON n <= CASE WHEN rhk.id <= {small} THEN {SMALL_INDIKATOR} ELSE {LARGE_INDIKATOR} END
        WHERE skp.id BETWEEN {first} AND {last}
    """
