"""Who sees what (docs/aturan.md), as plain Python over rows held in memory."""

from models.rules.aktor import Aktor
from models.rules.vocabulary import Peran, StatusSkp
from tests.naif.rows import (
    Data,
    Indikator,
    Instansi,
    Notifikasi,
    Pegawai,
    Rhk,
    Riwayat,
    Row,
    Skp,
    Unor,
    overlap,
)


class Visibility:
    """What one person may see; None is nobody, who sees nothing."""

    def __init__(self, data: Data, aktor: Aktor | None) -> None:
        self.data = data
        self.aktor = aktor

    def sees(self, row: Row) -> bool:
        if self.aktor is None:
            return False
        match row:
            case Instansi():
                seen = self._at_home(self.aktor, row.id)
            case Unor():
                seen = self._at_home(self.aktor, row.instansi_id)
            case Pegawai():
                seen = self._sees_pegawai(self.aktor, row)
            case Skp():
                seen = self._sees_skp(self.aktor, row)
            case Rhk():
                seen = self._sees_rhk(self.aktor, row)
            case Indikator():
                rhk = self.data.rhk[row.rhk_id]
                seen = self._sees_skp(self.aktor, self.data.skp[rhk.skp_id])
            case Riwayat():
                plan = self.data.skp.get(row.noun_id) if row.noun == "skp" else None
                seen = plan is not None and self._sees_skp(self.aktor, plan)
            case Notifikasi():
                seen = row.pegawai_id == self.aktor.pegawai_id
        return seen

    def _at_home(self, aktor: Aktor, instansi_id: int) -> bool:
        """The organisation chart: of where one works, and of what one administers."""
        return (
            aktor.peran is Peran.SUPER_ADMIN
            or instansi_id == aktor.instansi_id
            or self._administers(aktor, instansi_id)
        )

    def _administers(self, aktor: Aktor, instansi_id: int) -> bool:
        return aktor.peran is Peran.SUPER_ADMIN or (
            aktor.peran is Peran.ADMIN_INSTANSI and instansi_id == aktor.admin_instansi_id
        )

    def _sees_pegawai(self, aktor: Aktor, other: Pegawai) -> bool:
        me = aktor.pegawai_id
        return (
            other.id == me
            or self._administers(aktor, other.instansi_id)
            or any(unor.pimpinan_id == me for unor in self.data.upwards(other.unor_id))
            or any(
                unor.pimpinan_id == other.id and unor.instansi_id == aktor.instansi_id
                for unor in self.data.unor.values()
            )
            or any(
                {plan.pegawai_id, plan.pejabat_penilai_id} == {me, other.id}
                for plan in self.data.skp.values()
            )
        )

    def _sees_skp(self, aktor: Aktor, plan: Skp) -> bool:
        me = aktor.pegawai_id
        return (
            plan.pegawai_id == me
            or (plan.pejabat_penilai_id == me and plan.status != StatusSkp.DRAFT)
            or self._administers(aktor, self.data.pegawai[plan.pegawai_id].instansi_id)
        )

    def _sees_rhk(self, aktor: Aktor, rhk: Rhk) -> bool:
        plan = self.data.skp[rhk.skp_id]
        return self._sees_skp(aktor, plan) or any(
            mine.pegawai_id == aktor.pegawai_id
            and mine.pejabat_penilai_id == plan.pegawai_id
            and overlap(mine, plan)
            for mine in self.data.skp.values()
        )
