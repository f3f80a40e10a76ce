"""What some people of the demo wrote and were told in the running periode and the one before; runs
inside the demo's transaction."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from random import Random

from models.counters import hari_ini
from models.database import Row, as_date, execute_many, fetch
from models.rules.vocabulary import AsalUmpanBalik, AspekPerilaku, JenisLampiran
from resolvers.demo.akun import KANTOR_AKUN

DAYS = 10  # working days with progress

RENCANA = "Menyelesaikan {uraian}, setiap pekan satu bagian"
KEGIATAN = (
    "Memeriksa kelengkapan berkas",
    "Menyusun rekapitulasi dan melaporkannya",
    "Berkoordinasi dengan unit terkait",
    "Menindaklanjuti hasil pemeriksaan",
)
PUJIAN = (
    "Hasilnya baik; pertahankan ketepatan waktunya.",
    "Sudah sesuai rencana. Lengkapi dokumentasinya.",
    "Perlu lebih cepat memberi kabar bila ada hambatan.",
)
REKAN = (
    "Selalu membantu bila diminta, dan menjelaskan dengan sabar.",
    "Teliti; sesekali perlu diingatkan tenggatnya.",
    "Terbuka terhadap masukan.",
)
HARAPAN = "Menjadi teladan bagi rekan-rekannya di unit ini."
LAMPIRAN = {
    JenisLampiran.DUKUNGAN_SUMBER_DAYA: "Anggaran dan pegawai sesuai dokumen pelaksanaan anggaran",
    JenisLampiran.SKEMA_PERTANGGUNGJAWABAN: "Laporan triwulan kepada pimpinan",
    JenisLampiran.KONSEKUENSI: "Menjadi dasar pembinaan dan pengembangan karier",
}


async def tulis_pelaksanaan() -> None:
    """Of the people of the offices that have accounts."""
    await _write_lampiran()
    rows = await _rhk()
    await _write_rencana(rows)
    await _write_eviden(rows)
    await _write_realisasi(rows)
    await _write_progres()
    await _write_umpan_balik(rows)


_KANTOR = ", ".join(f"'{nama}'" for names in KANTOR_AKUN.values() for nama in names)
_IN_KANTOR = f"skp_unor.nama IN ({_KANTOR})"


async def _rhk() -> list[Row]:
    """The RHK of their approved SKP in each periode that has begun; the running one last."""
    return await fetch(
        "SELECT r.id, r.skp_id, r.uraian, plan.pegawai_id, plan.pejabat_penilai_id,"
        " periode.id AS periode_id, periode.awal, periode.akhir FROM rhk r"
        " JOIN skp plan ON plan.id = r.skp_id AND plan.status = 'PERSETUJUAN'"
        f" JOIN unor skp_unor ON skp_unor.id = plan.unor_id AND {_IN_KANTOR}"
        " JOIN periode_penilaian periode ON periode.instansi_id = skp_unor.instansi_id"
        " AND periode.tahun = plan.tahun AND periode.jenis = 'TRIWULAN'"
        " AND periode.awal <= plan.periode_akhir AND plan.periode_awal <= periode.akhir"
        " ORDER BY plan.id, r.urutan, r.id, periode.awal"
    )


def _running(rows: Sequence[Row], back: int = 0) -> Iterator[tuple[Row, Random]]:
    """Of each RHK the one in the periode that runs (or the last), or in the one `back` before;
    with chance of its own."""
    today = hari_ini()
    for _, some in groupby(rows, key=lambda row: row["id"]):
        begun = [row for row in some if as_date(row["awal"]) <= today]
        if len(begun) > back:
            row = begun[-1 - back]
            yield row, Random(f"{row['id']} {row['periode_id']}")


async def _write_rencana(rows: Sequence[Row]) -> None:
    """Everything for the periode before; for the one that runs most."""
    chosen = [row for row, _ in _running(rows, 1)]
    chosen += [row for row, acak in _running(rows) if acak.random() < 0.8]
    await execute_many(
        "INSERT INTO rencana_aksi (rhk_id, periode_id, uraian) VALUES ($1, $2, $3)",
        [
            (row["id"], row["periode_id"], RENCANA.format(uraian=_lower(row["uraian"])))
            for row in chosen
        ],
    )


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


async def _write_eviden(rows: Sequence[Row]) -> None:
    await execute_many(
        "INSERT INTO eviden (rhk_id, periode_id, nama, tautan) VALUES ($1, $2, $3, $4)",
        [
            (
                row["id"],
                row["periode_id"],
                "Laporan pelaksanaan",
                f"https://drive.example.go.id/laporan/{row['id']}",
            )
            for row, acak in _running(rows, 1)
            if acak.random() < 0.9
        ],
    )


async def _write_realisasi(rows: Sequence[Row]) -> None:
    await execute_many(
        "INSERT INTO realisasi (indikator_id, periode_id, realisasi, sumber_data)"
        " SELECT id, $1, coalesce(target, 'Terlaksana'), 'Laporan bulanan unit kerja'"
        " FROM indikator WHERE rhk_id = $2",
        [(row["periode_id"], row["id"]) for row, acak in _running(rows, 1) if acak.random() < 0.9],
    )


async def _write_progres() -> None:
    """Of the first rencana aksi of each SKP in the running periode; some have paused."""
    today = hari_ini()
    rows = await fetch(
        "SELECT min(rencana.id) AS id, r.skp_id, periode.awal, periode.akhir"
        " FROM rencana_aksi rencana JOIN rhk r ON r.id = rencana.rhk_id"
        " JOIN periode_penilaian periode ON periode.id = rencana.periode_id"
        " GROUP BY r.skp_id, periode.id, periode.awal, periode.akhir ORDER BY r.skp_id, periode.id"
    )
    await execute_many(
        "INSERT INTO progres_harian (rencana_aksi_id, tanggal, jam_mulai, jam_selesai, kegiatan,"
        " realisasi, satuan) VALUES ($1, $2, '08:00', '10:30', $3, $4, 'berkas')",
        [
            (row["id"], day, acak.choice(KEGIATAN), acak.randint(1, 6))
            for row in rows
            if as_date(row["awal"]) <= today
            for acak in [Random(row["id"])]
            for day in _days(as_date(row["awal"]), min(as_date(row["akhir"]), today), acak)
        ],
    )


def _days(awal: date, akhir: date, acak: Random) -> list[date]:
    """Working days up to the last one, or up to a week or two before it."""
    last = akhir - timedelta(days=acak.choice((0, 0, 0, 1, 5, 12)))
    days = [last - timedelta(days=back) for back in range(2 * DAYS)]
    return [day for day in days if day >= awal and day.weekday() < 5][:DAYS]


async def _write_umpan_balik(rows: Sequence[Row]) -> None:
    """From the pejabat penilai on each RHK, and on behaviour; from a rekan kerja on behaviour."""
    given: list[tuple[object, ...]] = []
    for row, acak in _running(rows, 1):
        penilai, waktu = row["pejabat_penilai_id"], _moment(row["akhir"])
        if penilai is None or acak.random() > 0.8:
            continue
        about = (row["skp_id"], row["periode_id"])
        given.append((*about, row["id"], None, "ATASAN", penilai, acak.choice(PUJIAN), waktu))
    for row, acak in _one_of_each_skp(rows):
        aspek = acak.choice(list(AspekPerilaku)).value
        rekan = await _rekan(row)
        if rekan is not None:
            about = (row["skp_id"], row["periode_id"])
            asal = AsalUmpanBalik.REKAN_KERJA.value
            text, waktu = acak.choice(REKAN), _moment(row["akhir"])
            given.append((*about, None, aspek, asal, rekan, text, waktu))
    await execute_many(
        "INSERT INTO umpan_balik (skp_id, periode_id, rhk_id, aspek, asal, pemberi_id, uraian,"
        " waktu) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        given,
    )
    await execute_many(
        "INSERT INTO ekspektasi (skp_id, aspek, uraian) VALUES ($1, $2, $3)",
        [
            (row["skp_id"], AspekPerilaku.KOLABORATIF.value, HARAPAN)
            for row, _ in _one_of_each_skp(rows)
        ],
    )


def _one_of_each_skp(rows: Sequence[Row]) -> Iterator[tuple[Row, Random]]:
    for _, some in groupby(_running(rows, 1), key=lambda pair: pair[0]["skp_id"]):
        yield next(some)


async def _rekan(row: Row) -> int | None:
    """The next of the same office."""
    found = await fetch(
        "SELECT mate.id FROM pegawai own JOIN pegawai mate ON mate.unor_id = own.unor_id"
        " AND mate.aktif AND mate.id > own.id WHERE own.id = $1 ORDER BY mate.id LIMIT 1",
        [row["pegawai_id"]],
    )
    return found[0]["id"] if found else None


def _moment(day: date | str) -> datetime:
    """The morning after."""
    after = as_date(day) + timedelta(days=1)
    return datetime(after.year, after.month, after.day, 3, tzinfo=UTC)


async def _write_lampiran() -> None:
    """Of every head's SKP."""
    await execute_many(
        "INSERT INTO lampiran (skp_id, jenis, uraian, urutan) SELECT plan.id, $1, $2, 1"
        " FROM skp plan WHERE EXISTS"
        " (SELECT 1 FROM unor led WHERE led.pimpinan_id = plan.pegawai_id) ORDER BY plan.id",
        [(jenis.value, uraian) for jenis, uraian in LAMPIRAN.items()],
    )
