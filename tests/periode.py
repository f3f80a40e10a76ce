"""An approved SKP and the periode in which it is filled in: today, whatever day that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from models.counters import hari_ini
from models.database import Row, execute, fetch
from models.penilaian import PeriodePenilaian
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import JenisPeriode, StatusSkp
from tests.buatan import baris_skp, berhasil, buat_berstatus, ditolak, ditolak_di_atas, kunci
from tests.dunia import Dunia, Orang, minta

HARI_INI = hari_ini()
KEMARIN = HARI_INI - timedelta(days=1)
BESOK = HARI_INI + timedelta(days=1)
TAHUN_INI = KEMARIN.year  # so that yesterday is in it, even on the first of January
AWAL, AKHIR = date(TAHUN_INI, 1, 1), date(TAHUN_INI, 12, 31)
BATAS = HARI_INI + timedelta(days=400)

RENCANA_AKSI_TAMBAH = """
mutation ($rhkId: ID!, $input: RencanaAksiTambahInput!) {
  rencanaAksiTambah(rhkId: $rhkId, input: $input) { rencanaAksi { id } userErrors { code field } }
}
"""
EVIDEN_TAMBAH = """
mutation ($rhkId: ID!, $input: EvidenTambahInput!) {
  evidenTambah(rhkId: $rhkId, input: $input) { eviden { id } userErrors { code field } }
}
"""
REALISASI_TETAPKAN = """
mutation ($id: ID!, $input: RealisasiTetapkanInput!) {
  realisasiTetapkan(indikatorId: $id, input: $input) { indikator { id } userErrors { code field } }
}
"""
PROGRES_TAMBAH = """
mutation ($id: ID!, $input: ProgresHarianTambahInput!) {
  progresHarianTambah(rencanaAksiId: $id, input: $input) {
    progresHarian { id }
    userErrors { code field }
  }
}
"""
UMPAN_BALIK_TAMBAH = """
mutation ($skpId: ID!, $input: UmpanBalikTambahInput!) {
  umpanBalikTambah(skpId: $skpId, input: $input) { umpanBalik { id } userErrors { code field } }
}
"""


@dataclass
class Siap:
    """An SKP of staf in PERSETUJUAN over TAHUN_INI, with its only RHK and indikator; a TAHUNAN
    periode of its instansi that is open."""

    dunia: Dunia
    skp: str
    rhk: str
    indikator: str
    periode: str

    @property
    def pemilik(self) -> Orang:
        return self.dunia.staf

    async def rencana_aksi(self) -> str:
        masukan = {"periodeId": self.periode, "uraian": "Menyusun berkas"}
        jawaban = await self.pemilik.minta(RENCANA_AKSI_TAMBAH, rhkId=self.rhk, input=masukan)
        return str(berhasil(jawaban)["rencanaAksi"]["id"])

    async def eviden(self) -> str:
        masukan = {"periodeId": self.periode, "nama": "Berkas", "tautan": "https://a.go.id/1"}
        jawaban = await self.pemilik.minta(EVIDEN_TAMBAH, rhkId=self.rhk, input=masukan)
        return str(berhasil(jawaban)["eviden"]["id"])

    async def progres(self, rencana_aksi: str, **isi: Any) -> str:
        jawaban = await self.pemilik.minta(PROGRES_TAMBAH, id=rencana_aksi, input=progres(**isi))
        return str(berhasil(jawaban)["progresHarian"]["id"])

    async def umpan_balik(self, pemberi: Orang, **isi: Any) -> str:
        masukan = {"periodeId": self.periode, "uraian": "Bagus", "aspek": "LOYAL", **isi}
        jawaban = await pemberi.minta(UMPAN_BALIK_TAMBAH, skpId=self.skp, input=masukan)
        return str(berhasil(jawaban)["umpanBalik"]["id"])

    async def versi(self) -> int:
        return int((await baris_skp(self.skp))["versi"])

    async def berstatus(self, status: StatusSkp) -> None:
        await execute("UPDATE skp SET status = $1 WHERE id = $2", [status.value, kunci(self.skp)])

    async def berbatas(self, batas: date) -> None:
        await PeriodePenilaian.filter(id=kunci(self.periode)).update(batas_pengisian=batas)


async def siapkan(dunia: Dunia) -> Siap:
    """Everything ready to be filled in."""
    skp = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN, (AWAL, AKHIR))
    row = (await fetch("SELECT i.id, i.rhk_id FROM indikator i ORDER BY i.id DESC LIMIT 1"))[0]
    periode = await buat_periode(dunia.instansi.id)
    return Siap(dunia, skp, f"rhk_{row['rhk_id']}", f"indikator_{row['id']}", periode)


async def buat_periode(instansi_id: int, **isi: Any) -> str:
    """A periode over TAHUN_INI unless `isi` says otherwise; its id."""
    row = await PeriodePenilaian.create(
        **{
            "instansi_id": instansi_id,
            "tahun": TAHUN_INI,
            "nama": "Tahunan",
            "awal": AWAL,
            "akhir": AKHIR,
            "batas_pengisian": BATAS,
            "jenis": JenisPeriode.TAHUNAN,
            **isi,
        }
    )
    return f"periodepenilaian_{row.id}"


def progres(**isi: Any) -> dict[str, Any]:
    """A ProgresHarianTambahInput."""
    return {
        "tanggal": KEMARIN.isoformat(),
        "jamMulai": "08:00",
        "jamSelesai": "10:00",
        "kegiatan": "Memeriksa berkas",
        "realisasi": 3,
        "satuan": "berkas",
        **isi,
    }


_TABEL = (
    *("periode_penilaian", "rencana_aksi", "eviden", "realisasi", "progres_harian"),
    *("umpan_balik", "ekspektasi", "skp", "riwayat", "notifikasi"),
)


async def isi_periode() -> dict[str, list[Row]]:
    """Every row that is written or given in a periode, and what records it."""
    return {table: await fetch(f"SELECT * FROM {table} ORDER BY id") for table in _TABEL}


async def jejak_periode(periode: str) -> list[Row]:
    """The audit trail of a periode, oldest first; there even when the periode is gone."""
    return await fetch(
        "SELECT * FROM riwayat WHERE noun = 'periodepenilaian' AND noun_id = $1 ORDER BY id",
        [kunci(periode)],
    )


async def hanya_pemilik(siap: Siap, document: str, **variables: Any) -> None:
    """Only the owner writes, until the deadline, while the SKP is approved; after it nothing has
    changed, and the periode is open again."""
    dunia, before = siap.dunia, await isi_periode()
    for siapa in (dunia.kabag, dunia.admin, dunia.super):
        ditolak(await siapa.minta(document, **variables), (KodeKesalahan.BUKAN_PEMILIK, None))
    for siapa in (dunia.rekan, dunia.asing):
        ditolak_di_atas(await siapa.minta(document, **variables), "NOT_FOUND")
    ditolak_di_atas(await minta(None, document, **variables), "UNAUTHENTICATED")
    for status in (StatusSkp.DRAFT, StatusSkp.PENGAJUAN):
        await siap.berstatus(status)
        jawaban = await siap.pemilik.minta(document, **variables)
        ditolak(jawaban, (KodeKesalahan.STATUS_TIDAK_SESUAI, None))
    await siap.berstatus(StatusSkp.PERSETUJUAN)
    await siap.berbatas(KEMARIN)
    jawaban = await siap.pemilik.minta(document, **variables)
    ditolak(jawaban, (KodeKesalahan.PERIODE_DITUTUP, None))
    await siap.berbatas(BATAS)
    assert await isi_periode() == before


Penolakan = tuple[dict[str, Any], Sequence[tuple[KodeKesalahan, Sequence[str] | None]]]


async def tolak_masukan(
    siapa: Orang, document: str, masukan: dict[str, Any], *cases: Penolakan, **variables: Any
) -> None:
    """`masukan` with each of these changes is refused for these reasons, and nothing is written."""
    before = await isi_periode()
    for changes, reasons in cases:
        jawaban = await siapa.minta(document, **variables, input=masukan | changes)
        ditolak(jawaban, *reasons)
    assert await isi_periode() == before


async def tolak_periode(
    siap: Siap, document: str, masukan: dict[str, Any], **variables: Any
) -> None:
    """A periode of another time or instansi is not for this SKP; one that is not seen or none at
    all is not found."""
    dulu = {"tahun": TAHUN_INI - 1, "awal": date(TAHUN_INI - 1, 1, 1)}
    dulu |= {"akhir": date(TAHUN_INI - 1, 12, 31)}
    lain = await buat_periode(siap.dunia.instansi.id, **dulu)
    asing = await buat_periode(siap.dunia.lain.id)
    wrong = ((KodeKesalahan.PERIODE_TIDAK_SESUAI, ["input", "periodeId"]),)
    await tolak_masukan(siap.pemilik, document, masukan, ({"periodeId": lain}, wrong), **variables)
    for id_ in (asing, "periodepenilaian_999999", "periodepenilaian_x", siap.skp, ""):
        jawaban = await siap.pemilik.minta(
            document, **variables, input=masukan | {"periodeId": id_}
        )
        ditolak_di_atas(jawaban, "NOT_FOUND")
