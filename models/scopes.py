"""Which rows an actor may see, as an SQL condition on each noun. There is no other way to a row.

Every function takes the viewer and the alias of the noun's table. What is cheap and often true
comes first: the databases stop at the first alternative that holds. Source: docs/aturan.md, "siapa
boleh apa".
"""

from collections.abc import Callable
from dataclasses import dataclass

from models.rules.aktor import Aktor
from models.rules.vocabulary import Peran

Placeholder = Callable[[str], str]  # a key of the actor → the placeholder that stands for it


@dataclass(frozen=True)
class Viewer:
    """The actor as a statement sees him: his peran, and a placeholder for each of his keys. A
    statement written for one viewer serves everyone of his peran."""

    peran: Peran
    placeholder: Placeholder

    @classmethod
    def of(cls, aktor: Aktor, bind: Callable[[object], str]) -> "Viewer":
        """The viewer of a statement that is run once, for `aktor`."""
        return cls(aktor.peran, lambda key: bind(getattr(aktor, key)))

    @property
    def akun(self) -> str:
        return self.placeholder("akun_id")

    @property
    def pegawai(self) -> str:
        return self.placeholder("pegawai_id")

    @property
    def instansi(self) -> str:
        return self.placeholder("instansi_id")

    @property
    def dikelola(self) -> str:
        """The instansi he administers; his own when he administers none."""
        return self.placeholder("instansi_dikelola_id")


Scope = Callable[[Viewer, str], str]

EVERYTHING = "TRUE"


def subtree_sql(unor: str, top: str) -> str:
    """SQL: the unor aliased `unor` is the one aliased `top` or below it."""
    return f"({unor}.jalur >= {top}.jalur AND {unor}.jalur < {top}.jalur || '~')"


def within_sql(unor: str, top: str) -> str:
    """SQL: the unor aliased `unor` is the one whose id is bound to the placeholder `top`, or below
    it. As a join PostgreSQL would expect a third of all unor there, and read them all."""
    jalur = f"(SELECT jalur FROM unor WHERE id = {top})"
    return f"({unor}.jalur >= {jalur} AND {unor}.jalur < {jalur} || '~')"


def overlaps_sql(one: str, other: str) -> str:
    """SQL: the periods of two SKP share a day."""
    return (
        f"({one}.periode_awal <= {other}.periode_akhir"
        f" AND {other}.periode_awal <= {one}.periode_akhir)"
    )


def akun(viewer: Viewer, t: str) -> str:
    """One's own only."""
    return f"{t}.id = {viewer.akun}"


def instansi(viewer: Viewer, t: str) -> str:
    """SUPER_ADMIN: all. Others: their own (and the one they administer)."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return f"{t}.id IN ({viewer.instansi}, {viewer.dikelola})"


def unor(viewer: Viewer, t: str) -> str:
    """The organisation chart is open within an instansi."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return f"{t}.instansi_id IN ({viewer.instansi}, {viewer.dikelola})"


def pegawai(viewer: Viewer, t: str) -> str:
    """Admins: their scope. Others: themselves, everyone below a unor they lead, the pimpinan of
    their instansi (the names on the organisation chart), and whoever rates them or is rated."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    own = (
        f"{t}.id = {viewer.pegawai}"
        f" OR EXISTS (SELECT 1 FROM unor led WHERE led.pimpinan_id = {t}.id"
        f" AND led.instansi_id = {viewer.instansi})"
        f" OR EXISTS (SELECT 1 FROM skp plan WHERE plan.pejabat_penilai_id = {t}.id"
        f" AND plan.pegawai_id = {viewer.pegawai})"
        f" OR EXISTS (SELECT 1 FROM skp plan WHERE plan.pegawai_id = {t}.id"
        f" AND plan.pejabat_penilai_id = {viewer.pegawai})"
        " OR EXISTS (SELECT 1 FROM unor led JOIN unor place"
        f" ON {subtree_sql('place', 'led')} WHERE place.id = {t}.unor_id"
        f" AND led.pimpinan_id = {viewer.pegawai})"
    )
    if viewer.peran is Peran.ADMIN_INSTANSI:
        own = f"{t}.instansi_id = {viewer.dikelola} OR {own}"
    return f"({own})"


def skp(viewer: Viewer, t: str) -> str:
    """One's own; a bawahan's once submitted; for admins every SKP of their scope."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    own = (
        f"{t}.pegawai_id = {viewer.pegawai}"
        f" OR ({t}.pejabat_penilai_id = {viewer.pegawai} AND {t}.status <> 'DRAFT')"
    )
    if viewer.peran is Peran.ADMIN_INSTANSI:
        own = (
            f"EXISTS (SELECT 1 FROM pegawai owner WHERE owner.id = {t}.pegawai_id"
            f" AND owner.instansi_id = {viewer.dikelola}) OR {own}"
        )
    return f"({own})"


def rhk(viewer: Viewer, t: str) -> str:
    """With its SKP; and, at once and in any status, the RHK of one's pejabat penilai for an
    overlapping period, since those are what one intervenes."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return (
        f"EXISTS (SELECT 1 FROM skp plan WHERE plan.id = {t}.skp_id AND"
        f" ({skp(viewer, 'plan')} OR EXISTS (SELECT 1 FROM skp mine"
        f" WHERE mine.pegawai_id = {viewer.pegawai}"
        f" AND mine.pejabat_penilai_id = plan.pegawai_id AND {overlaps_sql('mine', 'plan')})))"
    )


def indikator(viewer: Viewer, t: str) -> str:
    """With the SKP alone."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return (
        "EXISTS (SELECT 1 FROM rhk result JOIN skp plan ON plan.id = result.skp_id"
        f" WHERE result.id = {t}.rhk_id AND {skp(viewer, 'plan')})"
    )


def riwayat(viewer: Viewer, t: str) -> str:
    """With the row whose history it is."""
    return (
        f"{t}.noun = 'skp' AND EXISTS (SELECT 1 FROM skp plan"
        f" WHERE plan.id = {t}.noun_id AND {skp(viewer, 'plan')})"
    )


def notifikasi(viewer: Viewer, t: str) -> str:
    """One's own only, whatever one's peran."""
    return f"{t}.pegawai_id = {viewer.pegawai}"
