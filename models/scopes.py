"""Which rows an actor may see, as an SQL condition on each noun. There is no other way to a row.

Every function takes the actor, the alias of the noun's table and `bind`, which turns a value into a
placeholder. Source: domain, "who may do what".
"""

from collections.abc import Callable

from models.rules.aktor import Aktor
from models.rules.vocabulary import Peran

Bind = Callable[[object], str]
Scope = Callable[[Aktor, str, Bind], str]

EVERYTHING = "TRUE"


def subtree_sql(unor: str, top: str) -> str:
    """SQL: the unor aliased `unor` is the one aliased `top` or below it."""
    return f"({unor}.jalur >= {top}.jalur AND {unor}.jalur < {top}.jalur || '~')"


def overlaps_sql(one: str, other: str) -> str:
    """SQL: the periods of two SKP share a day."""
    return (
        f"({one}.periode_awal <= {other}.periode_akhir"
        f" AND {other}.periode_awal <= {one}.periode_akhir)"
    )


def akun(aktor: Aktor, t: str, bind: Bind) -> str:
    """One's own only."""
    return f"{t}.id = {bind(aktor.akun_id)}"


def instansi(aktor: Aktor, t: str, bind: Bind) -> str:
    """SUPER_ADMIN: all. Others: their own (and the one they administer)."""
    if aktor.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return f"{t}.id IN ({bind(aktor.instansi_id)}, {bind(_administered(aktor))})"


def unor(aktor: Aktor, t: str, bind: Bind) -> str:
    """The organisation chart is open within an instansi."""
    if aktor.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return f"{t}.instansi_id IN ({bind(aktor.instansi_id)}, {bind(_administered(aktor))})"


def pegawai(aktor: Aktor, t: str, bind: Bind) -> str:
    """Admins: their scope. Others: themselves, everyone below a unor they lead, the pimpinan of
    their instansi (the names on the organisation chart), and whoever rates them or is rated."""
    if aktor.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    own = (
        f"{t}.id = {bind(aktor.pegawai_id)} OR EXISTS (SELECT 1 FROM unor led JOIN unor place"
        f" ON {subtree_sql('place', 'led')} WHERE place.id = {t}.unor_id"
        f" AND led.pimpinan_id = {bind(aktor.pegawai_id)})"
        f" OR EXISTS (SELECT 1 FROM unor led WHERE led.pimpinan_id = {t}.id"
        f" AND led.instansi_id = {bind(aktor.instansi_id)})"
        f" OR EXISTS (SELECT 1 FROM skp plan WHERE plan.pegawai_id = {t}.id"
        f" AND plan.pejabat_penilai_id = {bind(aktor.pegawai_id)})"
        f" OR EXISTS (SELECT 1 FROM skp plan WHERE plan.pejabat_penilai_id = {t}.id"
        f" AND plan.pegawai_id = {bind(aktor.pegawai_id)})"
    )
    if aktor.peran is Peran.ADMIN_INSTANSI:
        own += f" OR {t}.instansi_id = {bind(_administered(aktor))}"
    return f"({own})"


def skp(aktor: Aktor, t: str, bind: Bind) -> str:
    """One's own; a bawahan's once submitted; for admins every SKP of their scope."""
    if aktor.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    own = (
        f"{t}.pegawai_id = {bind(aktor.pegawai_id)}"
        f" OR ({t}.pejabat_penilai_id = {bind(aktor.pegawai_id)} AND {t}.status <> 'DRAFT')"
    )
    if aktor.peran is Peran.ADMIN_INSTANSI:
        own += (
            f" OR EXISTS (SELECT 1 FROM pegawai owner WHERE owner.id = {t}.pegawai_id"
            f" AND owner.instansi_id = {bind(_administered(aktor))})"
        )
    return f"({own})"


def rhk(aktor: Aktor, t: str, bind: Bind) -> str:
    """With its SKP; and, at once and in any status, the RHK of one's pejabat penilai for an
    overlapping period, since those are what one intervenes."""
    if aktor.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return (
        f"EXISTS (SELECT 1 FROM skp plan WHERE plan.id = {t}.skp_id AND"
        f" ({skp(aktor, 'plan', bind)} OR EXISTS (SELECT 1 FROM skp mine"
        f" WHERE mine.pegawai_id = {bind(aktor.pegawai_id)}"
        f" AND mine.pejabat_penilai_id = plan.pegawai_id AND {overlaps_sql('mine', 'plan')})))"
    )


def indikator(aktor: Aktor, t: str, bind: Bind) -> str:
    """With the SKP alone."""
    if aktor.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return (
        "EXISTS (SELECT 1 FROM rhk result JOIN skp plan ON plan.id = result.skp_id"
        f" WHERE result.id = {t}.rhk_id AND {skp(aktor, 'plan', bind)})"
    )


def riwayat(aktor: Aktor, t: str, bind: Bind) -> str:
    """With the row whose history it is."""
    return (
        f"{t}.noun = 'skp' AND EXISTS (SELECT 1 FROM skp plan"
        f" WHERE plan.id = {t}.noun_id AND {skp(aktor, 'plan', bind)})"
    )


def _administered(aktor: Aktor) -> int:
    return aktor.admin_instansi_id or aktor.instansi_id
