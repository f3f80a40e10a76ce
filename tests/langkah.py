"""A random walk of real actions: through the public mutations, and what admins and atasan do."""

import calendar
from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

from models.database import Row, fetch
from models.organisasi import Pegawai, Unor
from models.penilaian import PeriodePenilaian
from models.rules.vocabulary import (
    JenisJabatan,
    JenisKoreksi,
    JenisPegawai,
    JenisRhk,
    Pendekatan,
    Perspektif,
    Rating,
    StatusJabatan,
    StatusSkp,
)
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
from tests.buatan_matriks import (
    ANGGOTA_HAPUS,
    ANGGOTA_TAMBAH,
    MATRIKS_HAPUS,
    MATRIKS_TAMBAH,
    SINKRONKAN,
    TIM_BUAT,
    TIM_HAPUS,
)
from tests.dunia import Dunia, Orang, berakun, sesi_baru
from tests.penilai import BATALKAN, TETAPKAN

TAHUN = (2025, 2026)
MOST_PEOPLE, MOST_UNOR = 14, 9
UBAH = """
mutation ($id: ID!, $input: SkpUbahInput!) {
  skpUbah(id: $id, input: $input) { userErrors { code } }
}
"""


PEGAWAI_BUAT = """
mutation ($input: PegawaiBuatInput!) { pegawaiBuat(input: $input) { userErrors { code } } }
"""
PEGAWAI_PINDAHKAN = """
mutation ($id: ID!, $input: PegawaiPindahkanInput!) {
  pegawaiPindahkan(id: $id, input: $input) { userErrors { code } }
}
"""
PEGAWAI_NONAKTIFKAN = "mutation ($id: ID!) { pegawaiNonaktifkan(id: $id) { userErrors { code } } }"
PEGAWAI_AKTIFKAN = "mutation ($id: ID!) { pegawaiAktifkan(id: $id) { userErrors { code } } }"
UNOR_BUAT = """
mutation ($input: UnorBuatInput!) { unorBuat(input: $input) { userErrors { code } } }
"""
UNOR_PINDAHKAN = """
mutation ($id: ID!, $input: UnorPindahkanInput!) {
  unorPindahkan(id: $id, input: $input) { userErrors { code } }
}
"""
UNOR_NONAKTIFKAN = "mutation ($id: ID!) { unorNonaktifkan(id: $id) { userErrors { code } } }"
UNOR_AKTIFKAN = "mutation ($id: ID!) { unorAktifkan(id: $id) { userErrors { code } } }"
UNOR_PIMPIN = """
mutation ($id: ID!, $input: UnorPimpinanTetapkanInput!) {
  unorPimpinanTetapkan(id: $id, input: $input) { userErrors { code } }
}
"""
KOREKSI_AJUKAN = """
mutation ($input: KoreksiAjukanInput!) { koreksiAjukan(input: $input) { userErrors { code } } }
"""
KOREKSI_TERIMA = """
mutation ($id: ID!, $input: KoreksiTerimaInput!) {
  koreksiTerima(id: $id, input: $input) { userErrors { code } }
}
"""


def _id(siapa: Orang) -> str:
    return f"pegawai_{siapa.pegawai.id}"


class Langkah:
    """A random walk of real actions; each may be refused, none may fail."""

    def __init__(self, dunia: Dunia, acak: Random) -> None:
        self.acak = acak
        self.orang = {siapa.pegawai.id: siapa for siapa in dunia.orang.values()}
        self.pembuat = [dunia.orang[nama] for nama in ("staf", "rekan", "kabag", "kabiro", "asing")]
        self.struktur = Struktur(dunia.super, acak, self.orang, self.pembuat)
        self.berhasil = 0

    async def maju(self) -> None:
        if self.acak.random() < 0.35:
            self.berhasil += await self.struktur.maju()
            return
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
        if not pemilik.pegawai.aktif:
            return
        kandidat = (await pemilik.minta(KANDIDAT, id=skp_id)).payload()["rhkKandidatIntervensi"]
        atasan = self.acak.choice(kandidat)["id"] if kandidat else None
        masukan = {"jenis": JenisRhk.UTAMA, "uraian": "Layanan", "rhkAtasanId": atasan}
        payload = (await pemilik.minta(RHK_TAMBAH, skpId=skp_id, input=masukan)).payload()
        masukan = {"uraian": "Berkas", "target": "1", "perspektif": Perspektif.ANGGARAN}
        await self._tanya(pemilik, INDIKATOR_TAMBAH, rhkId=payload["rhk"]["id"], input=masukan)

    async def _tanya(self, siapa: Orang, document: str, **variables: object) -> None:
        jawaban = await siapa.minta(document, **variables)
        if siapa.pegawai.aktif:
            self.berhasil += not jawaban.user_errors()
        else:
            assert jawaban.codes == ["UNAUTHENTICATED"]

    def _masukan(self) -> dict[str, object]:
        tahun, awal = self.acak.choice(TAHUN), self.acak.randint(1, 12)
        akhir = self.acak.randint(awal, 12)
        last = calendar.monthrange(tahun, akhir)[1]
        status = self.acak.choice([StatusJabatan.DEFINITIF, *StatusJabatan])
        periode = (date(tahun, awal, 1), date(tahun, akhir, last))
        return masukan_skp(periode, Pendekatan.KUANTITATIF, status)


class Struktur:
    """What changes the figures from outside an SKP: people, units, matrices and ratings, by the
    mutations of who may."""

    def __init__(
        self, admin: Orang, acak: Random, people: dict[int, Orang], makers: list[Orang]
    ) -> None:
        self._admin = admin
        self._acak = acak
        self._people = people
        self._makers = makers

    async def maju(self) -> bool:
        """One step; whether there was anything to do."""
        steps = [self._move, self._retire_or_return, self._hire, self._found, self._regroup]
        steps += [self._give_up_or_reuse, self._appoint, self._correct]
        steps += [*[self._involve] * 3, self._release, self._synchronise]
        steps += [*[self._team] * 2, *[self._change_team] * 2]
        steps += [*[self._rate] * 3, self._unrate]
        return await self._acak.choice(steps)()

    async def _one(self, sql: str, *params: object) -> Row | None:
        """Any of the rows."""
        rows = await fetch(sql, list(params))
        return self._acak.choice(rows) if rows else None

    def _somebody(self) -> Orang:
        return self._acak.choice([one for one in self._people.values() if one is not self._admin])

    async def _do(self, document: str, **variables: Any) -> Any:
        """A mutation of the admin; its payload, or None when it was refused."""
        jawaban = await self._admin.minta(document, **variables)
        return None if jawaban.user_errors() else jawaban.payload()

    async def _place(self) -> str:
        """Any unor."""
        row = await self._one("SELECT id FROM unor ORDER BY id")
        assert row is not None
        return f"unor_{row['id']}"

    async def _move(self) -> bool:
        """A person to another unor, perhaps of the other instansi."""
        who = self._somebody()
        goal = {"unorId": await self._place()}
        done = await self._do(PEGAWAI_PINDAHKAN, id=_id(who), input=goal)
        await who.pegawai.refresh_from_db()
        return done is not None

    async def _retire_or_return(self) -> bool:
        who = self._somebody()
        document = PEGAWAI_NONAKTIFKAN if who.pegawai.aktif else PEGAWAI_AKTIFKAN
        done = await self._do(document, id=_id(who))
        await who.pegawai.refresh_from_db()
        if done and who.pegawai.aktif:
            who.sesi = await sesi_baru(who.akun)
        return done is not None

    async def _hire(self) -> bool:
        if len(self._people) == MOST_PEOPLE:
            return False
        masukan = {
            "nip": f"199001012015031{len(self._people):03d}",
            "nama": f"baru {len(self._people)}",
            "unorId": await self._place(),
            "jenisPegawai": JenisPegawai.PNS,
            "golongan": "III/a",
            "jenisJabatan": JenisJabatan.PELAKSANA,
            "namaJabatan": "Pengolah Data",
        }
        made = await self._do(PEGAWAI_BUAT, input=masukan)
        if made is None:
            return False
        who = await berakun(await Pegawai.get(nip=masukan["nip"]))
        self._people[who.pegawai.id] = who
        self._makers.append(who)
        return True

    async def _found(self) -> bool:
        """A new unor below another one."""
        count = await Unor.all().count()
        if count == MOST_UNOR:
            return False
        masukan = {"indukId": await self._place(), "kode": f"u{count}", "nama": f"unor {count}"}
        return await self._do(UNOR_BUAT, input=masukan) is not None

    async def _regroup(self) -> bool:
        """A unor moves below another one, with everything below it."""
        masukan = {"indukId": await self._place()}
        return await self._do(UNOR_PINDAHKAN, id=await self._place(), input=masukan) is not None

    async def _give_up_or_reuse(self) -> bool:
        """A unor is given up, or used again."""
        row = await self._one("SELECT id, aktif FROM unor WHERE induk_id IS NOT NULL ORDER BY id")
        assert row is not None
        document = UNOR_NONAKTIFKAN if row["aktif"] else UNOR_AKTIFKAN
        return await self._do(document, id=f"unor_{row['id']}") is not None

    async def _appoint(self) -> bool:
        """Somebody leads a unor of his instansi."""
        who = self._somebody()
        row = await self._one(
            "SELECT id FROM unor WHERE instansi_id = $1 ORDER BY id", who.pegawai.instansi_id
        )
        assert row is not None
        masukan = {"pimpinanId": _id(who)}
        return await self._do(UNOR_PIMPIN, id=f"unor_{row['id']}", input=masukan) is not None

    async def _correct(self) -> bool:
        """Somebody reports that he works elsewhere, and is right."""
        who, masukan = self._somebody(), {"jenis": JenisKoreksi.UNOR, "uraian": "Keliru."}
        if not who.pegawai.aktif:
            return False
        await who.minta(KOREKSI_AJUKAN, input=masukan)
        row = await self._one(
            "SELECT id, pegawai_id FROM koreksi WHERE status = 'DIAJUKAN' ORDER BY id"
        )
        assert row is not None
        goal = {"unorId": await self._place()}
        done = await self._do(KOREKSI_TERIMA, id=f"koreksi_{row['id']}", input=goal)
        await self._people[row["pegawai_id"]].pegawai.refresh_from_db()
        return done is not None

    async def _ask(self, pegawai_id: int, document: str, **variables: object) -> bool:
        """Whether the person did it; he may be refused, or be gone."""
        jawaban = await self._people[pegawai_id].minta(document, **variables)
        assert jawaban.codes in ([], ["NOT_FOUND"], ["UNAUTHENTICATED"])
        return not jawaban.codes and not jawaban.user_errors()

    async def _matrix(self) -> Row | None:
        return await self._one(
            "SELECT matriks.id, top.pegawai_id FROM matriks"
            " JOIN skp top ON top.id = matriks.skp_id ORDER BY matriks.id"
        )

    async def _involve(self) -> bool:
        """A pimpinan puts an SKP into his matriks."""
        matrix = await self._matrix()
        plan = await self._one("SELECT id FROM skp ORDER BY id")
        if matrix is None or plan is None:
            return False
        id_, skp_id = f"matriks_{matrix['id']}", f"skp_{plan['id']}"
        return await self._ask(matrix["pegawai_id"], MATRIKS_TAMBAH, id=id_, skpId=skp_id)

    async def _release(self) -> bool:
        row = await self._one(
            "SELECT baris.matriks_id, baris.skp_id, top.pegawai_id FROM baris_matriks baris"
            " JOIN matriks ON matriks.id = baris.matriks_id"
            " JOIN skp top ON top.id = matriks.skp_id ORDER BY baris.id"
        )
        if row is None:
            return False
        id_, skp_id = f"matriks_{row['matriks_id']}", f"skp_{row['skp_id']}"
        return await self._ask(row["pegawai_id"], MATRIKS_HAPUS, id=id_, skpId=skp_id)

    async def _synchronise(self) -> bool:
        matrix = await self._matrix()
        if matrix is None:
            return False
        return await self._ask(matrix["pegawai_id"], SINKRONKAN, id=f"matriks_{matrix['id']}")

    def _some(self) -> list[str]:
        return sorted({f"pegawai_{self._somebody().pegawai.id}" for _ in range(3)})

    async def _team(self) -> bool:
        """Somebody who leads makes a team."""
        leader = await self._one("SELECT pimpinan_id FROM unor WHERE pimpinan_id > 0 ORDER BY id")
        assert leader is not None
        masukan = {"nama": f"tim {self._acak.random()}", "tahun": self._acak.choice(TAHUN)}
        masukan["anggotaIds"] = self._some()
        return await self._ask(leader["pimpinan_id"], TIM_BUAT, input=masukan)

    async def _change_team(self) -> bool:
        """Its ketua adds to a team, takes out of it, or dissolves it."""
        team = await self._one("SELECT id, ketua_id FROM tim_kerja ORDER BY id")
        if team is None:
            return False
        id_, masukan = f"timkerja_{team['id']}", {"anggotaIds": self._some()}
        document = self._acak.choice([*[ANGGOTA_TAMBAH] * 2, ANGGOTA_HAPUS, TIM_HAPUS])
        variables = {} if document == TIM_HAPUS else {"input": masukan}
        return await self._ask(team["ketua_id"], document, id=id_, **variables)

    async def _rate(self) -> bool:
        """An SKP is rated in a period of its year, or rated anew, or by halves; the period is one
        of the instansi that it was made in, which its owner may have left."""
        plan = await self._one(
            "SELECT plan.id, plan.pejabat_penilai_id, plan.tahun, place.instansi_id FROM skp plan"
            " JOIN unor place ON place.id = plan.unor_id WHERE plan.status = 'PERSETUJUAN'"
            " ORDER BY plan.id"
        )
        if plan is None:
            return False
        ratings = {name: self._acak.choice([*Rating]) for name in ("hasilKerja", "perilaku")}
        if self._acak.random() < 0.2:
            del ratings["perilaku"]
        periode = await self._period(plan["instansi_id"], plan["tahun"])
        return await self._assess(TETAPKAN, plan, periode.id, ratings)

    async def _unrate(self) -> bool:
        row = await self._one(
            "SELECT plan.id, plan.pejabat_penilai_id, rating.periode_id FROM penilaian rating"
            " JOIN skp plan ON plan.id = rating.skp_id ORDER BY rating.id"
        )
        return row is not None and await self._assess(
            BATALKAN, row, row["periode_id"], {"alasan": "Perlu"}
        )

    async def _assess(
        self, document: str, plan: Row, periode_id: int, isi: Mapping[str, str]
    ) -> bool:
        """Whether the SKP's pejabat penilai could do it."""
        masukan = {"periodeId": f"periodepenilaian_{periode_id}", **isi}
        skp_id = f"skp_{plan['id']}"
        return await self._ask(plan["pejabat_penilai_id"], document, skpId=skp_id, input=masukan)

    async def _period(self, instansi_id: int, tahun: int) -> PeriodePenilaian:
        """The only one of a year in an instansi; set when it is needed first."""
        content: dict[str, Any] = {
            "nama": "Tahunan",
            "awal": date(tahun, 1, 1),
            "akhir": date(tahun, 12, 31),
            "batas_pengisian": date(tahun + 1, 1, 31),
            "jenis": "TAHUNAN",
        }
        periode, _ = await PeriodePenilaian.get_or_create(
            content, instansi_id=instansi_id, tahun=tahun
        )
        return periode
