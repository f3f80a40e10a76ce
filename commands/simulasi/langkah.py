"""What somebody does next about his SKP (pure, apart from chance)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Any

from commands.simulasi.dokumen import (
    EVIDEN_TAMBAH,
    INDIKATOR_TAMBAH,
    PENILAIAN_TETAPKAN,
    PROGRES_HARIAN_TAMBAH,
    REALISASI_TETAPKAN,
    RENCANA_AKSI_TAMBAH,
    RHK_HAPUS,
    RHK_TAMBAH,
    RHK_UBAH,
    SKP_BUAT,
    TRANSISI,
    UMPAN_BALIK_TAMBAH,
)
from models.counters import hari_ini
from models.rules.vocabulary import AksiPenilaian, AksiSkp, Pendekatan, Rating, StatusSkp
from resolvers.demo.naskah import ALASAN_BUKA, ALASAN_KEMBALI, NASKAH
from resolvers.demo.tulis_pelaksanaan import KEGIATAN, PUJIAN

MANY_RHK = 5
RATINGS = (Rating.SESUAI, Rating.SESUAI, Rating.SESUAI, Rating.DI_ATAS, Rating.DI_BAWAH)

TEMA = [tema for themes in NASKAH.values() for tema in themes]


@dataclass(frozen=True)
class Langkah:
    """A mutation, what it is in words, and whose it is: the pejabat penilai's if `nip_penilai`."""

    kegiatan: str
    document: str
    variables: Mapping[str, Any]
    nip_penilai: str | None = None


def langkah_berikut(plans: Sequence[Mapping[str, Any]], tahun: int, acak: Random) -> Langkah | None:
    """The next step for the owner of `plans`, or for his pejabat penilai; None is nothing now."""
    if not plans:
        return _buat(tahun, acak)
    skp = acak.choice(plans)
    match skp["status"]:
        case StatusSkp.DRAFT:
            return _isi(skp, acak) or _ajukan(skp)
        case StatusSkp.PENGAJUAN:
            return _tinjau(skp, acak)
        case _:
            return _laksanakan(skp, plans, acak) or _buka(skp, acak)


def _buat(tahun: int, acak: Random) -> Langkah:
    made = {
        "periodeAwal": f"{tahun}-01-01",
        "periodeAkhir": f"{tahun}-12-31",
        "pendekatan": acak.choice(list(Pendekatan)),
        "statusJabatan": "DEFINITIF",
    }
    return Langkah("membuat SKP", SKP_BUAT, {"input": made})


def _isi(skp: Mapping[str, Any], acak: Random) -> Langkah | None:
    """What submitting still needs; and now and then one RHK more or less."""
    utama = [rhk for rhk in skp["rhk"] if rhk["jenis"] == "UTAMA"]
    kandidat = skp["rhkKandidatIntervensi"]
    bare = [rhk for rhk in skp["rhk"] if not rhk["indikator"]]
    loose = [rhk for rhk in utama if kandidat and not rhk["rhkAtasan"]]
    if bare:
        return _tambah_indikator(skp, bare[0], acak)
    if loose:
        change = {"rhkAtasanId": acak.choice(kandidat)["id"]}
        variables = {"id": loose[0]["id"], "input": change}
        return Langkah("memilih RHK atasan", RHK_UBAH, variables)
    if not utama or (len(skp["rhk"]) < MANY_RHK and acak.random() < 0.3):
        return _tambah_rhk(skp, acak)
    spare = [rhk for rhk in utama[1:] if not rhk["rhkBawahan"]]
    if len(skp["rhk"]) >= MANY_RHK and spare:
        return Langkah("menghapus RHK", RHK_HAPUS, {"id": spare[-1]["id"]})
    return None


def _tambah_rhk(skp: Mapping[str, Any], acak: Random) -> Langkah:
    kandidat = skp["rhkKandidatIntervensi"]
    rhk = {
        "jenis": "UTAMA",
        "uraian": uraian_bawahan(acak),
        "rhkAtasanId": acak.choice(kandidat)["id"] if kandidat else None,
    }
    return Langkah("menambah RHK", RHK_TAMBAH, {"skpId": skp["id"], "input": rhk})


def uraian_bawahan(acak: Random) -> str:
    """What somebody may plan to achieve."""
    return acak.choice(acak.choice(TEMA).bawahan)


def _tambah_indikator(skp: Mapping[str, Any], rhk: Mapping[str, Any], acak: Random) -> Langkah:
    ukuran = acak.choice(acak.choice(TEMA).ukuran)
    indikator = {"uraian": ukuran.uraian, "aspek": ukuran.aspek}
    if skp["pendekatan"] == Pendekatan.KUANTITATIF:
        indikator |= {"target": ukuran.target, "perspektif": ukuran.perspektif}
    variables = {"rhkId": rhk["id"], "input": indikator}
    return Langkah("menambah indikator", INDIKATOR_TAMBAH, variables)


def _ajukan(skp: Mapping[str, Any]) -> Langkah | None:
    allowed = {row["aksi"] for row in skp["aksiTersedia"] if row["boleh"]}
    if AksiSkp.AJUKAN not in allowed:
        return None
    return Langkah("mengajukan SKP", TRANSISI[AksiSkp.AJUKAN], {"id": skp["id"]})


def _tinjau(skp: Mapping[str, Any], acak: Random) -> Langkah | None:
    if acak.random() < 0.75:
        return _oleh_penilai(skp, "menyetujui SKP", AksiSkp.SETUJUI)
    reason = acak.choice(ALASAN_KEMBALI)
    return _oleh_penilai(skp, "mengembalikan SKP", AksiSkp.KEMBALIKAN, reason)


def _laksanakan(
    skp: Mapping[str, Any], plans: Sequence[Mapping[str, Any]], acak: Random
) -> Langkah | None:
    """What a period still lacks, of the owner or of his pejabat penilai; now and then another
    rating."""
    if not skp["penilaian"]:
        return None
    lembar = acak.choice(skp["penilaian"])
    if _rated(lembar) and acak.random() < 0.7:
        return None
    return (
        _isi_periode(skp, lembar)
        or _tambah_progres(skp, lembar, plans, acak)
        or _tetapkan_realisasi(skp, lembar)
        or _beri_umpan_balik(skp, lembar, acak)
        or _nilai(skp, lembar, acak)
    )


def _rated(lembar: Mapping[str, Any]) -> bool:
    return bool(lembar["hasilKerja"] or lembar["perilaku"])


def _isi_periode(skp: Mapping[str, Any], lembar: Mapping[str, Any]) -> Langkah | None:
    """A rencana aksi for each RHK, then an eviden; while the period is open."""
    periode = lembar["periode"]
    if not _boleh(lembar, AksiPenilaian.ISI_RENCANA_AKSI):
        return None
    for rhk in skp["rhk"]:
        if not _in_periode(rhk["rencanaAksi"], periode):
            plan = {"periodeId": periode["id"], "uraian": f"Rencana {periode['nama']}"}
            variables = {"rhkId": rhk["id"], "input": plan}
            return Langkah("menulis rencana aksi", RENCANA_AKSI_TAMBAH, variables)
    for rhk in skp["rhk"]:
        if not _in_periode(rhk["eviden"], periode):
            proof = {
                "periodeId": periode["id"],
                "nama": f"Laporan {periode['nama']}",
                "tautan": "https://drive.example.go.id/laporan",
            }
            return Langkah("menambah eviden", EVIDEN_TAMBAH, {"rhkId": rhk["id"], "input": proof})
    return None


def _boleh(lembar: Mapping[str, Any], aksi: AksiPenilaian) -> bool:
    return any(row["aksi"] == aksi and row["boleh"] for row in lembar["aksiTersedia"])


def _tambah_progres(
    skp: Mapping[str, Any],
    lembar: Mapping[str, Any],
    plans: Sequence[Mapping[str, Any]],
    acak: Random,
) -> Langkah | None:
    """Now and then: on a day of the SKP and the period, not in the future, on which its owner noted
    nothing yet in any of his."""
    periode = lembar["periode"]
    if acak.random() < 0.7 or not _boleh(lembar, AksiPenilaian.ISI_REALISASI):
        return None
    noted = {
        progres["tanggal"]
        for each in plans
        for rhk in each["rhk"]
        for rencana in rhk["rencanaAksi"]
        for progres in rencana["progresHarian"]["nodes"]
    }
    first = max(date.fromisoformat(day) for day in (skp["periodeAwal"], periode["awal"]))
    ends = (date.fromisoformat(day) for day in (skp["periodeAkhir"], periode["akhir"]))
    days = range((min(*ends, hari_ini()) - first).days + 1)
    free = {(first + timedelta(days=number)).isoformat() for number in days} - noted
    if not free:
        return None
    rencana = acak.choice(
        [
            rencana
            for rhk in skp["rhk"]
            for rencana in rhk["rencanaAksi"]
            if rencana["periode"]["id"] == periode["id"]
        ]
    )
    done = {
        "tanggal": acak.choice(sorted(free)),
        "jamMulai": "08:00",
        "jamSelesai": "10:30",
        "kegiatan": acak.choice(KEGIATAN),
        "realisasi": acak.randint(1, 6),
        "satuan": rencana["satuan"] or "berkas",
    }
    variables = {"rencanaAksiId": rencana["id"], "input": done}
    return Langkah("mencatat progres harian", PROGRES_HARIAN_TAMBAH, variables)


def _tetapkan_realisasi(skp: Mapping[str, Any], lembar: Mapping[str, Any]) -> Langkah | None:
    """Of the next indikator that has none in that period."""
    periode = lembar["periode"]
    if not _boleh(lembar, AksiPenilaian.ISI_REALISASI):
        return None
    for indikator in (each for rhk in skp["rhk"] for each in rhk["indikator"]):
        if not _in_periode(indikator["realisasi"], periode):
            reached = {
                "periodeId": periode["id"],
                "realisasi": indikator["target"] or "Tercapai",
                "sumberData": f"Laporan {periode['nama']}",
            }
            variables = {"indikatorId": indikator["id"], "input": reached}
            return Langkah("menulis realisasi", REALISASI_TETAPKAN, variables)
    return None


def _beri_umpan_balik(
    skp: Mapping[str, Any], lembar: Mapping[str, Any], acak: Random
) -> Langkah | None:
    """Of the pejabat penilai, on an RHK on which nothing was said in that period."""
    penilai, periode = skp["pejabatPenilai"], lembar["periode"]
    silent = [rhk for rhk in skp["rhk"] if not _in_periode(rhk["umpanBalik"], periode)]
    if penilai is None or not silent or acak.random() < 0.5:
        return None
    said = {
        "periodeId": periode["id"],
        "uraian": acak.choice(PUJIAN),
        "rhkId": acak.choice(silent)["id"],
    }
    variables = {"skpId": skp["id"], "input": said}
    return Langkah("memberi umpan balik atas SKP", UMPAN_BALIK_TAMBAH, variables, penilai["nip"])


def _in_periode(rows: Sequence[Mapping[str, Any]], periode: Mapping[str, Any]) -> bool:
    return any(row["periode"]["id"] == periode["id"] for row in rows)


def _nilai(skp: Mapping[str, Any], lembar: Mapping[str, Any], acak: Random) -> Langkah | None:
    penilai = skp["pejabatPenilai"]
    if penilai is None:
        return None
    now = (lembar["hasilKerja"], lembar["perilaku"])
    others = [pair for pair in product(RATINGS, repeat=2) if pair != now]
    hasil_kerja, perilaku = acak.choice(others)
    given = {
        "periodeId": lembar["periode"]["id"],
        "hasilKerja": hasil_kerja,
        "perilaku": perilaku,
    }
    variables = {"skpId": skp["id"], "input": given}
    return Langkah(
        f"menilai {lembar['periode']['nama']} SKP", PENILAIAN_TETAPKAN, variables, penilai["nip"]
    )


def _buka(skp: Mapping[str, Any], acak: Random) -> Langkah | None:
    if acak.random() < 0.6 or any(map(_rated, skp["penilaian"])):
        return None
    reason = acak.choice(ALASAN_BUKA)
    return _oleh_penilai(skp, "membuka kembali SKP", AksiSkp.BUKA_KEMBALI, reason)


def _oleh_penilai(
    skp: Mapping[str, Any], kegiatan: str, aksi: AksiSkp, alasan: str | None = None
) -> Langkah | None:
    penilai = skp["pejabatPenilai"]
    if penilai is None:
        return None
    variables = {"id": skp["id"]} | ({"input": {"alasan": alasan}} if alasan else {})
    return Langkah(kegiatan, TRANSISI[aksi], variables, penilai["nip"])
