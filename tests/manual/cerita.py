"""What happens in a chapter that the next ones build on."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from models.counters import hari_ini
from tests.manual.dokumen import (
    INDIKATOR_TAMBAH,
    RHK_TAMBAH,
    SKP_AJUKAN,
    SKP_BUAT,
    SKP_SETUJUI,
    mutasi,
    setahun,
)
from tests.manual.panggung import Panggung, Pelaku

TAHUN = hari_ini().year

KANDIDAT = "query ($id: ID!) { skp(id: $id) { rhkKandidatIntervensi { id uraian } } }"
MATRIKS = "query ($id: ID!) { skp(id: $id) { matriks { id timKerja { nama } jumlahBaris } } }"


@dataclass
class Cerita:
    """The ids of what was made so far."""

    skp: dict[str, str] = field(default_factory=dict)  # by whose it is
    rhk: dict[str, str] = field(default_factory=dict)
    periode: str = ""


async def tulis_skp(siapa: Pelaku, uraian: str, **rhk: Any) -> tuple[str, str]:
    """An SKP that could be submitted; its id, and its RHK's."""
    skp_id = (await siapa.minta(SKP_BUAT, input=setahun(TAHUN)))["skp"]["id"]
    return skp_id, await tulis_rhk(siapa, skp_id, uraian, **rhk)


async def tulis_rhk(siapa: Pelaku, skp_id: str, uraian: str, **rhk: Any) -> str:
    """An RHK with a complete indikator, intervening whatever there is to intervene."""
    kandidat = (await siapa.minta(KANDIDAT, id=skp_id))["rhkKandidatIntervensi"]
    atasan = {"rhkAtasanId": kandidat[0]["id"]} if kandidat else {}
    made = {"jenis": "UTAMA", "uraian": uraian, **atasan, **rhk}
    rhk_id = (await siapa.minta(RHK_TAMBAH, skpId=skp_id, input=made))["rhk"]["id"]
    indikator = {"uraian": "Berkas selesai", "target": "12", "perspektif": "PROSES_BISNIS"}
    await siapa.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=indikator)
    return str(rhk_id)


async def bab_3(panggung: Panggung, cerita: Cerita) -> None:
    """The JPT has an approved SKP."""
    skp_id, rhk_id = await tulis_skp(
        panggung.kabiro, "Layanan biro yang cepat", klasifikasi="ORGANISASI"
    )
    await panggung.kabiro.minta(SKP_AJUKAN, id=skp_id)
    await panggung.kepala.minta(SKP_SETUJUI, id=skp_id)
    cerita.skp["kabiro"], cerita.rhk["kabiro"] = skp_id, rhk_id


async def bab_4(panggung: Panggung, cerita: Cerita) -> None:
    """A pegawai intervenes the JPT's RHK, and submits."""
    skp_id, rhk_id = await tulis_skp(panggung.kabag, "Berkas diperiksa setiap hari")
    await panggung.kabag.minta(SKP_AJUKAN, id=skp_id)
    cerita.skp["kabag"], cerita.rhk["kabag"] = skp_id, rhk_id


async def bab_5(panggung: Panggung, cerita: Cerita) -> None:
    """The JPT approves; and so does the pegawai for his own people."""
    await panggung.kabiro.minta(SKP_SETUJUI, id=cerita.skp["kabag"])
    for nama in ("staf", "rekan"):
        siapa = getattr(panggung, nama)
        cerita.skp[nama], cerita.rhk[nama] = await tulis_skp(siapa, f"Hasil kerja {nama}")
        await siapa.minta(SKP_AJUKAN, id=cerita.skp[nama])
        await panggung.kabag.minta(SKP_SETUJUI, id=cerita.skp[nama])


PERIODE_BUAT = mutasi(
    "periodePenilaianBuat", "periodePenilaian { id }", masukan="PeriodePenilaianBuatInput"
)


async def buat_periode(admin: Pelaku, jenis: str = "TAHUNAN") -> str:
    """A period of the whole year that is open."""
    masukan = {
        "tahun": TAHUN,
        "nama": f"Periode {jenis.lower()}",
        "awal": f"{TAHUN}-01-01",
        "akhir": f"{TAHUN}-12-31",
        "batasPengisian": (max(hari_ini(), _new_years_eve()) + timedelta(days=31)).isoformat(),
        "jenis": jenis,
    }
    answer = await admin.minta(PERIODE_BUAT, input=masukan)
    return str(answer["periodePenilaian"]["id"])


def _new_years_eve() -> Any:
    return hari_ini().replace(month=12, day=31)
