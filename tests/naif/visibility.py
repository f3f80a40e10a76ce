"""Who sees what (docs/aturan.md), as plain Python over rows held in memory."""

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import Any

from models.rules.aktor import Aktor
from models.rules.vocabulary import Peran, StatusSkp
from tests.naif.data import Data
from tests.naif.rows import (
    BarisMatriks,
    Ekspektasi,
    Eviden,
    Indikator,
    Instansi,
    Koreksi,
    KurvaIdeal,
    Lampiran,
    Matriks,
    Notifikasi,
    Pegawai,
    Penilaian,
    PeriodePenilaian,
    Perorangan,
    PredikatOrganisasi,
    ProgresHarian,
    Realisasi,
    RencanaAksi,
    Rhk,
    Riwayat,
    Row,
    SelMatriks,
    Skp,
    TimKerja,
    UmpanBalik,
    Unor,
)
from tests.naif.wire import global_id


@lru_cache(16)
def visibility_of(data: Data, aktor: Aktor | None) -> "Visibility":
    """What somebody may see of a world that changes no more."""
    return Visibility(data, aktor)


class Visibility:
    """What one person may see; None is nobody, who sees nothing."""

    def __init__(self, data: Data, aktor: Aktor | None) -> None:
        self.data = data
        self.aktor = aktor
        self._known: dict[Row, bool] = {}

    def sees(self, row: Row) -> bool:
        if self.aktor is None:
            return False
        if row not in self._known:
            self._known[row] = RULES[type(row)](self, self.aktor, row)
        return self._known[row]

    @cached_property
    def ids(self) -> set[str]:
        """Of all that one sees."""
        return {
            global_id(noun, key)
            for noun, table in self.data.nouns().items()
            for key, row in table.items()
            if self.sees(row)
        }

    def finds(self, row: Pegawai | Skp) -> bool:
        """Whether a search by NIP shows that somebody is there, and which SKP he has."""
        if self.aktor is None:
            return False
        pegawai = row if isinstance(row, Pegawai) else self.data.pegawai[row.pegawai_id]
        return pegawai.aktif and self._at_home(self.aktor, pegawai.instansi_id)

    @cached_property
    def named(self) -> set[str]:
        """The ids that rows which one sees name, whether or not one sees them otherwise: of the SKP
        that stand in a matriks; and of the pegawai who gave umpan balik, whose SKP stands in a
        matriks, who is proposed in a koreksi and who decided it; and to whom any of these people
        reports."""
        data = self.data
        named = {one.pemberi_id for one in data.umpan_balik.values() if self.sees(one)}
        placed = {baris.skp_id for baris in data.baris_matriks.values() if self.sees(baris)}
        named |= {data.skp[key].pegawai_id for key in placed}
        for koreksi in filter(self.sees, data.koreksi.values()):
            named |= {koreksi.usulan_atasan_id or 0, koreksi.pemutus_id or 0}
        named |= {skp.pegawai_id for skp in data.skp.values() if self.sees(skp)}
        named |= {one.id for one in data.pegawai.values() if self.sees(one)}
        everybody = self._with_atasan(named - {0})
        return {global_id("pegawai", key) for key in everybody} | {
            global_id("skp", key) for key in placed
        }

    def _with_atasan(self, pegawai_ids: set[int]) -> set[int]:
        """These people, those whom they report to, and so on."""
        people = [self.data.pegawai[id_] for id_ in pegawai_ids if id_]
        above = {atasan.id for one in people if (atasan := self.data.pejabat_penilai(one))}
        above |= {one.pejabat_penilai_id for one in people if one.pejabat_penilai_id}
        return pegawai_ids if above <= pegawai_ids else self._with_atasan(pegawai_ids | above)

    def _at_home(self, aktor: Aktor, instansi_id: int) -> bool:
        """The organisation chart: of where one works, and of what one administers."""
        return instansi_id == aktor.instansi_id or self._administers(aktor, instansi_id)

    def _administers(self, aktor: Aktor, instansi_id: int) -> bool:
        return aktor.peran is Peran.SUPER_ADMIN or (
            aktor.peran is Peran.ADMIN_INSTANSI and instansi_id == aktor.admin_instansi_id
        )

    def _governs(self, aktor: Aktor, pegawai_id: int) -> bool:
        """Whether one administers the instansi where somebody works."""
        return self._administers(aktor, self.data.pegawai[pegawai_id].instansi_id)

    def _leads(self, aktor: Aktor, pegawai_id: int) -> bool:
        """Whether one leads the unor where somebody works, or one above it."""
        return self._leads_unor(aktor, self.data.pegawai[pegawai_id].unor_id)

    def _leads_unor(self, aktor: Aktor, unor_id: int) -> bool:
        return any(unor.pimpinan_id == aktor.pegawai_id for unor in self.data.upwards(unor_id))

    @cached_property
    def _my_teams(self) -> set[int]:
        """The teams that one leads or is in."""
        if self.aktor is None:
            return set()
        me = self.aktor.pegawai_id
        led = {tim.id for tim in self.data.of("tim_kerja", "ketua_id", me)}
        return led | {one.tim_kerja_id for one in self.data.of("anggota_tim", "pegawai_id", me)}

    @cached_property
    def _teammates(self) -> set[int]:
        """Everybody in them."""
        data = self.data
        members = {
            one.pegawai_id
            for one in data.anggota_tim.values()
            if one.tim_kerja_id in self._my_teams
        }
        return members | {data.tim_kerja[key].ketua_id for key in self._my_teams}

    @cached_property
    def _in_my_matrices(self) -> set[int]:
        """The SKP that stand in the matrices of one's own."""
        if self.aktor is None:
            return set()
        data = self.data
        own = [skp.id for skp in data.of("skp", "pegawai_id", self.aktor.pegawai_id)]
        matrices = [matriks.id for key in own for matriks in data.of("matriks", "skp_id", key)]
        return {
            baris.skp_id
            for key in matrices
            for baris in data.of("baris_matriks", "matriks_id", key)
        }

    def _sees_pegawai(self, aktor: Aktor, other: Pegawai) -> bool:
        me = aktor.pegawai_id
        return (
            other.id == me
            or self._governs(aktor, other.id)
            or self._leads(aktor, other.id)
            or any(
                unor.instansi_id == aktor.instansi_id
                for unor in self.data.of("unor", "pimpinan_id", other.id)
            )
            or any(
                {plan.pegawai_id, plan.pejabat_penilai_id} == {me, other.id}
                for plan in self.data.skp.values()
            )
            or other.id in self._teammates
            or any(self.data.skp[key].pegawai_id == other.id for key in self._in_my_matrices)
        )

    def _sees_skp(self, aktor: Aktor, plan: Skp) -> bool:
        submitted = plan.status != StatusSkp.DRAFT
        return self._sees_kinerja(aktor, plan) or (submitted and plan.id in self._in_my_matrices)

    def _sees_kinerja(self, aktor: Aktor, plan: Skp) -> bool:
        """What is done about an SKP, and said of it."""
        me = aktor.pegawai_id
        return (
            plan.pegawai_id == me
            or (plan.status != StatusSkp.DRAFT and plan.pejabat_penilai_id == me)
            or self._governs(aktor, plan.pegawai_id)
        )

    def _sees_penilaian(self, aktor: Aktor, sheet: Penilaian) -> bool:
        return self._sees_kinerja_of(aktor, sheet) or self._leads(aktor, sheet.pegawai_id)

    def _sees_rhk(self, aktor: Aktor, rhk: Rhk) -> bool:
        plan = self.data.skp[rhk.skp_id]
        return (
            self.sees(plan)
            or rhk.pembagi_id == aktor.pegawai_id
            or any(
                given.pembagi_id is not None
                and self.data.skp[given.skp_id].pegawai_id == aktor.pegawai_id
                for given in self.data.of("rhk", "rhk_atasan_id", rhk.id)
            )
            or any(
                self.data.may_intervene(mine, plan)
                for mine in self.data.of("skp", "pegawai_id", aktor.pegawai_id)
            )
        )

    def _sees_plan_of(self, _: Aktor, row: Lampiran | Rhk) -> bool:
        return self.sees(self.data.skp[row.skp_id])

    def _sees_kinerja_of(
        self, aktor: Aktor, row: Ekspektasi | UmpanBalik | Penilaian | Rhk
    ) -> bool:
        return self._sees_kinerja(aktor, self.data.skp[row.skp_id])

    def _sees_plan_of_rhk(self, aktor: Aktor, row: Indikator) -> bool:
        return self._sees_plan_of(aktor, self.data.rhk[row.rhk_id])

    def _sees_kinerja_of_rhk(self, aktor: Aktor, row: Indikator | RencanaAksi | Eviden) -> bool:
        return self._sees_kinerja_of(aktor, self.data.rhk[row.rhk_id])

    def _sees_realisasi(self, aktor: Aktor, row: Realisasi) -> bool:
        return self._sees_kinerja_of_rhk(aktor, self.data.indikator[row.indikator_id])

    def _sees_umpan_balik(self, aktor: Aktor, row: UmpanBalik) -> bool:
        return row.pemberi_id == aktor.pegawai_id or self._sees_kinerja_of(aktor, row)

    def _sees_koreksi(self, aktor: Aktor, row: Koreksi) -> bool:
        return row.pegawai_id == aktor.pegawai_id or self._governs(aktor, row.pegawai_id)

    def _sees_perorangan(self, aktor: Aktor, row: Perorangan) -> bool:
        return self._governs(aktor, row.pegawai_id) or self._leads(aktor, row.pegawai_id)

    def _sees_tim_kerja(self, aktor: Aktor, row: TimKerja) -> bool:
        return row.id in self._my_teams or self._governs(aktor, row.ketua_id)

    def _sees_matriks(self, aktor: Aktor, row: Matriks) -> bool:
        owner_id = self.data.skp[row.skp_id].pegawai_id
        return owner_id == aktor.pegawai_id or self._governs(aktor, owner_id)

    def _sees_riwayat(self, aktor: Aktor, row: Riwayat) -> bool:
        """Of what one sees; of a unor and of a pegawai only as far as one governs or leads it, and
        of oneself."""
        subject = self.data.nouns().get(row.noun, {}).get(row.noun_id)
        match subject:
            case Unor():
                return self._administers(aktor, subject.instansi_id) or self._leads_unor(
                    aktor, subject.id
                )
            case Pegawai():
                return (
                    subject.id == aktor.pegawai_id
                    or self._governs(aktor, subject.id)
                    or self._leads(aktor, subject.id)
                )
            case Skp():
                return self._sees_kinerja(aktor, subject)
            case TimKerja() | PeriodePenilaian() | KurvaIdeal() | Koreksi():
                return self.sees(subject)
        return False


RULES: dict[type, Callable[[Visibility, Aktor, Any], bool]] = {
    Instansi: lambda its, aktor, row: its._at_home(aktor, row.id),
    Unor: lambda its, aktor, row: its._at_home(aktor, row.instansi_id),
    PeriodePenilaian: lambda its, aktor, row: its._at_home(aktor, row.instansi_id),
    PredikatOrganisasi: lambda its, _, row: its.sees(its.data.unor[row.unor_id]),
    KurvaIdeal: lambda *_: True,
    Pegawai: Visibility._sees_pegawai,
    Koreksi: Visibility._sees_koreksi,
    Perorangan: Visibility._sees_perorangan,
    Skp: Visibility._sees_skp,
    Rhk: Visibility._sees_rhk,
    Lampiran: Visibility._sees_plan_of,
    Ekspektasi: Visibility._sees_kinerja_of,
    Penilaian: Visibility._sees_penilaian,
    UmpanBalik: Visibility._sees_umpan_balik,
    Indikator: Visibility._sees_plan_of_rhk,
    RencanaAksi: Visibility._sees_kinerja_of_rhk,
    Eviden: Visibility._sees_kinerja_of_rhk,
    Realisasi: Visibility._sees_realisasi,
    ProgresHarian: lambda its, _, row: its.sees(its.data.rencana_aksi[row.rencana_aksi_id]),
    TimKerja: Visibility._sees_tim_kerja,
    Matriks: Visibility._sees_matriks,
    BarisMatriks: lambda its, _, row: its.sees(its.data.matriks[row.matriks_id]),
    SelMatriks: lambda its, _, row: its.sees(its.data.baris_matriks[row.baris_id]),
    Riwayat: Visibility._sees_riwayat,
    Notifikasi: lambda _, aktor, row: row.pegawai_id == aktor.pegawai_id,
}
