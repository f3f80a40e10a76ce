"""A random walk of real actions through the public mutations."""

import calendar
from datetime import date
from random import Random

from models.database import fetch
from models.rules.vocabulary import JenisRhk, Pendekatan, Perspektif, StatusJabatan, StatusSkp
from tests.buatan import (
    AJUKAN,
    BUKA_KEMBALI,
    HAPUS,
    INDIKATOR_TAMBAH,
    KANDIDAT,
    KEMBALIKAN,
    RHK_TAMBAH,
    SETUJUI,
    SKP_BUAT,
    masukan_skp,
)
from tests.dunia import Dunia, Orang

TAHUN = (2025, 2026)
UBAH = """
mutation ($id: ID!, $input: SkpUbahInput!) {
  skpUbah(id: $id, input: $input) { userErrors { code } }
}
"""


class Langkah:
    """A random walk of real actions; each may be refused, none may fail."""

    def __init__(self, dunia: Dunia, acak: Random) -> None:
        self.acak = acak
        self.orang = {siapa.pegawai.id: siapa for siapa in dunia.orang.values()}
        self.pembuat = [dunia.orang[nama] for nama in ("staf", "rekan", "kabag", "kabiro", "asing")]
        self.berhasil = 0

    async def maju(self) -> None:
        rows = await fetch("SELECT id, pegawai_id, pejabat_penilai_id, status FROM skp ORDER BY id")
        if not rows or self.acak.random() < 0.3:
            await self._tanya(self.acak.choice(self.pembuat), SKP_BUAT, input=self._masukan())
            return
        row = self.acak.choice(rows)
        pemilik = self.orang[row["pegawai_id"]]
        penilai = self.orang.get(row["pejabat_penilai_id"] or 0, pemilik)
        await self._lanjut(f"skp_{row['id']}", StatusSkp(row["status"]), pemilik, penilai)

    async def _lanjut(self, skp_id: str, status: StatusSkp, pemilik: Orang, penilai: Orang) -> None:
        match status, self.acak.random():
            case StatusSkp.DRAFT, chance if chance < 0.55:
                await self._isi(pemilik, skp_id)
                await self._tanya(pemilik, AJUKAN, id=skp_id)
            case StatusSkp.DRAFT, chance if chance < 0.85:
                masukan = self._masukan()
                name = self.acak.choice(["statusJabatan", "periodeAkhir", "periodeAwal"])
                await self._tanya(pemilik, UBAH, id=skp_id, input={name: masukan[name]})
            case StatusSkp.DRAFT, _:
                await self._tanya(pemilik, HAPUS, id=skp_id)
            case StatusSkp.PENGAJUAN, chance if chance < 0.5:
                await self._tanya(penilai, SETUJUI, id=skp_id)
            case StatusSkp.PENGAJUAN, _:
                await self._tanya(penilai, KEMBALIKAN, id=skp_id, alasan="Perbaiki.")
            case StatusSkp.PERSETUJUAN, _:
                await self._tanya(penilai, BUKA_KEMBALI, id=skp_id, alasan="Perbaiki.")

    async def _isi(self, pemilik: Orang, skp_id: str) -> None:
        kandidat = (await pemilik.minta(KANDIDAT, id=skp_id)).payload()["rhkKandidatIntervensi"]
        atasan = self.acak.choice(kandidat)["id"] if kandidat else None
        masukan = {"jenis": JenisRhk.UTAMA, "uraian": "Layanan", "rhkAtasanId": atasan}
        payload = (await pemilik.minta(RHK_TAMBAH, skpId=skp_id, input=masukan)).payload()
        masukan = {"uraian": "Berkas", "target": "1", "perspektif": Perspektif.ANGGARAN}
        await self._tanya(pemilik, INDIKATOR_TAMBAH, rhkId=payload["rhk"]["id"], input=masukan)

    async def _tanya(self, siapa: Orang, document: str, **variables: object) -> None:
        self.berhasil += not (await siapa.minta(document, **variables)).user_errors()

    def _masukan(self) -> dict[str, object]:
        tahun, awal = self.acak.choice(TAHUN), self.acak.randint(1, 12)
        akhir = self.acak.randint(awal, 12)
        last = calendar.monthrange(tahun, akhir)[1]
        status = self.acak.choice([StatusJabatan.DEFINITIF, *StatusJabatan])
        periode = (date(tahun, awal, 1), date(tahun, akhir, last))
        return masukan_skp(periode, Pendekatan.KUANTITATIF, status)
