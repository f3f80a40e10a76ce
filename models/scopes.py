"""Which rows an actor may see, as an SQL condition on each noun. There is no other way to a row.

Every function takes the viewer and the alias of the noun's table. What is cheap and often true
comes first: the databases stop at the first alternative that holds. Source: docs/aturan.md, "Who
sees what".
"""

from collections.abc import Callable
from dataclasses import dataclass

from models.intervensi import dapat_diintervensi
from models.jalur import subtree_sql
from models.rules.aktor import Aktor
from models.rules.vocabulary import Peran

Placeholder = Callable[[str], str]  # a key of the actor → the placeholder that stands for it


KEYS = ("akun_id", "pegawai_id", "instansi_id", "instansi_dikelola_id")  # what scopes ask about


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


def periode_penilaian(viewer: Viewer, t: str) -> str:
    """Open within the instansi that set it."""
    return unor(viewer, t)


def predikat_organisasi(viewer: Viewer, t: str) -> str:
    """With its unor."""
    return _with(viewer, "unor", f"{t}.unor_id", unor)


def kurva_ideal(viewer: Viewer, t: str) -> str:  # noqa: ARG001 - every scope's signature
    """Everybody."""
    return EVERYTHING


def pegawai(viewer: Viewer, t: str) -> str:
    """Admins: their scope. Others: themselves, everyone below a unor they lead, the pimpinan of
    their instansi (the names on the organisation chart), whoever rates them or is rated, and those
    with whom they share a tim kerja or a matriks."""
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
        f" OR {below_me(viewer, f'{t}.unor_id')}"
        f" OR {t}.id IN ({_TEAMMATES.format(me=viewer.pegawai)})"
        " OR EXISTS (SELECT 1 FROM skp top JOIN matriks ON matriks.skp_id = top.id"
        " JOIN baris_matriks baris ON baris.matriks_id = matriks.id"
        " JOIN skp plan ON plan.id = baris.skp_id"
        f" WHERE top.pegawai_id = {viewer.pegawai} AND plan.pegawai_id = {t}.id)"
    )
    if viewer.peran is Peran.ADMIN_INSTANSI:
        own = f"{t}.instansi_id = {viewer.dikelola} OR {own}"
    return f"({own})"


# The ketua and the members of the teams that somebody leads or is in.
_TEAMMATES = """
SELECT tim.ketua_id FROM anggota_tim mine JOIN tim_kerja tim ON tim.id = mine.tim_kerja_id
WHERE mine.pegawai_id = {me}
UNION ALL SELECT mate.pegawai_id FROM anggota_tim mine
JOIN anggota_tim mate ON mate.tim_kerja_id = mine.tim_kerja_id WHERE mine.pegawai_id = {me}
UNION ALL SELECT mate.pegawai_id FROM tim_kerja tim
JOIN anggota_tim mate ON mate.tim_kerja_id = tim.id WHERE tim.ketua_id = {me}
"""


def below_me(viewer: Viewer, unor_id: str) -> str:
    """SQL: the viewer leads the unor with the id `unor_id`, or one above it."""
    return (
        "EXISTS (SELECT 1 FROM unor led JOIN unor place"
        f" ON {subtree_sql('place', 'led')} WHERE place.id = {unor_id}"
        f" AND led.pimpinan_id = {viewer.pegawai})"
    )


def perorangan(viewer: Viewer, t: str) -> str:
    """As the dashboards: SUPER_ADMIN all, ADMIN_INSTANSI his instansi, a pimpinan his subtree."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    led = below_me(viewer, f"{t}.unor_id")
    if viewer.peran is Peran.ADMIN_INSTANSI:
        return f"({t}.instansi_id = {viewer.dikelola} OR {led})"
    return led


def kurva(viewer: Viewer, t: str) -> str:
    """The curve of what a person rated: his own, and that of whom one administers or leads."""
    return EVERYTHING if viewer.peran is Peran.SUPER_ADMIN else _governed_pegawai(viewer, t)


def sejawat(viewer: Viewer, t: str) -> str:
    """Active people of one's instansi, as they are found by NIP."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return f"{t}.aktif"
    return f"({t}.aktif AND {t}.instansi_id IN ({viewer.instansi}, {viewer.dikelola}))"


def skp_sejawat(viewer: Viewer, t: str) -> str:
    """That they are there; not what is in them."""
    return _with(viewer, "pegawai", f"{t}.pegawai_id", sejawat)


def skp_bermatriks(viewer: Viewer, t: str) -> str:
    """That they are there: as `skp_sejawat`, and whatever stands in a matriks that one sees."""
    return (
        f"({skp_sejawat(viewer, t)} OR EXISTS (SELECT 1 FROM baris_matriks placed"
        f" WHERE placed.skp_id = {t}.id AND {baris_matriks(viewer, 'placed')}))"
    )


def koreksi(viewer: Viewer, t: str) -> str:
    """One's own; for admins those of their scope."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    own = f"{t}.pegawai_id = {viewer.pegawai}"
    if viewer.peran is Peran.ADMIN_INSTANSI:
        return f"({own} OR {_administered(viewer, f'{t}.pegawai_id')})"
    return own


def tim_kerja(viewer: Viewer, t: str) -> str:
    """Its ketua, its members, and admins of the ketua's instansi."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    own = (
        f"{t}.ketua_id = {viewer.pegawai} OR EXISTS (SELECT 1 FROM anggota_tim anggota"
        f" WHERE anggota.tim_kerja_id = {t}.id AND anggota.pegawai_id = {viewer.pegawai})"
    )
    if viewer.peran is Peran.ADMIN_INSTANSI:
        own = f"{own} OR {_administered(viewer, f'{t}.ketua_id')}"
    return f"({own})"


def matriks(viewer: Viewer, t: str) -> str:
    """The pimpinan whose it is, and admins of his instansi."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    whose = f"top.pegawai_id = {viewer.pegawai}"
    if viewer.peran is Peran.ADMIN_INSTANSI:
        whose = f"({whose} OR {_administered(viewer, 'top.pegawai_id')})"
    return f"EXISTS (SELECT 1 FROM skp top WHERE top.id = {t}.skp_id AND {whose})"


def baris_matriks(viewer: Viewer, t: str) -> str:
    """With the matriks."""
    return _with(viewer, "matriks", f"{t}.matriks_id", matriks)


def sel_matriks(viewer: Viewer, t: str) -> str:
    """With the row of the matriks."""
    return _with(viewer, "baris_matriks", f"{t}.baris_id", baris_matriks)


def skp(viewer: Viewer, t: str) -> str:
    """The plan: one's own; once submitted, a bawahan's and those in one's matriks; for admins every
    SKP of their scope."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return _skp(
        viewer,
        t,
        f"({t}.pejabat_penilai_id = {viewer.pegawai} OR EXISTS (SELECT 1 FROM"
        " baris_matriks baris JOIN matriks ON matriks.id = baris.matriks_id"
        " JOIN skp top ON top.id = matriks.skp_id"
        f" WHERE baris.skp_id = {t}.id AND top.pegawai_id = {viewer.pegawai}))",
    )


def kinerja(viewer: Viewer, t: str) -> str:
    """What is done about an SKP and said of it, and its riwayat: as the plan, but for whom it
    stands in a matriks only."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return _skp(viewer, t, f"{t}.pejabat_penilai_id = {viewer.pegawai}")


def _skp(viewer: Viewer, t: str, submitted: str) -> str:
    """SQL: the SKP is the viewer's own, or one that was submitted and for which `submitted` holds;
    for an admin also any of his scope."""
    own = f"{t}.pegawai_id = {viewer.pegawai} OR ({t}.status <> 'DRAFT' AND {submitted})"
    if viewer.peran is Peran.ADMIN_INSTANSI:
        own = f"{_administered(viewer, f'{t}.pegawai_id')} OR {own}"
    return f"({own})"


def of_skp(viewer: Viewer, t: str) -> str:
    """With the SKP alone."""
    return _with(viewer, "skp", f"{t}.skp_id", skp)


def of_kinerja(viewer: Viewer, t: str) -> str:
    """With what is done about the SKP."""
    return _with(viewer, "skp", f"{t}.skp_id", kinerja)


def lembar_penilaian(viewer: Viewer, t: str) -> str:
    """With what is done about the SKP; and that of everyone below a unor that one leads, as the
    dashboards show it."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    led = _with(viewer, "pegawai", f"{t}.pegawai_id", _below_me)
    return f"({of_kinerja(viewer, t)} OR {led})"


def _below_me(viewer: Viewer, t: str) -> str:
    return below_me(viewer, f"{t}.unor_id")


def rhk(viewer: Viewer, t: str) -> str:
    """With its SKP; at once and in any status, the RHK that one may intervene; those that one
    handed out from one's matriks, and those that one was handed an RHK under."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return (
        f"({t}.pembagi_id = {viewer.pegawai} OR EXISTS (SELECT 1 FROM rhk given"
        f" JOIN skp mine ON mine.id = given.skp_id WHERE given.rhk_atasan_id = {t}.id"
        f" AND given.pembagi_id IS NOT NULL AND mine.pegawai_id = {viewer.pegawai}) OR"
        f" EXISTS (SELECT 1 FROM skp plan WHERE plan.id = {t}.skp_id AND"
        f" ({skp(viewer, 'plan')} OR EXISTS (SELECT 1 FROM skp mine"
        f" WHERE mine.pegawai_id = {viewer.pegawai} AND {dapat_diintervensi('mine', 'plan')}))))"
    )


def of_rhk(viewer: Viewer, t: str) -> str:
    """With the SKP of its RHK alone."""
    return _of_rhk(viewer, t, skp)


def kinerja_rhk(viewer: Viewer, t: str) -> str:
    """With what is done about the SKP of its RHK."""
    return _of_rhk(viewer, t, kinerja)


def _of_rhk(viewer: Viewer, t: str, scope: Scope) -> str:
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return (
        "EXISTS (SELECT 1 FROM rhk result JOIN skp plan ON plan.id = result.skp_id"
        f" WHERE result.id = {t}.rhk_id AND {scope(viewer, 'plan')})"
    )


def realisasi(viewer: Viewer, t: str) -> str:
    """With what is done about the SKP of its indikator."""
    return _with(viewer, "indikator", f"{t}.indikator_id", kinerja_rhk)


def progres_harian(viewer: Viewer, t: str) -> str:
    """With its rencana aksi."""
    return _with(viewer, "rencana_aksi", f"{t}.rencana_aksi_id", kinerja_rhk)


def umpan_balik(viewer: Viewer, t: str) -> str:
    """With what is done about the SKP; and what one gave oneself."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return f"({t}.pemberi_id = {viewer.pegawai} OR {of_kinerja(viewer, t)})"


def skp_umpan_balik(viewer: Viewer, t: str) -> str:
    """The SKP that one may ask to give umpan balik on, or gave it: those that one sees, and those
    of one's sejawat."""
    if viewer.peran is Peran.SUPER_ADMIN:
        return EVERYTHING
    return (
        f"({skp(viewer, t)} OR {skp_sejawat(viewer, t)}"
        f" OR EXISTS (SELECT 1 FROM umpan_balik given WHERE given.skp_id = {t}.id"
        f" AND given.pemberi_id = {viewer.pegawai}))"
    )


def riwayat(viewer: Viewer, t: str) -> str:
    """With the row whose history it is; that of a unor or a pegawai is for its admins, for those
    who lead it, and for himself."""
    return (
        f"CASE {t}.noun WHEN 'skp' THEN {_with(viewer, 'skp', f'{t}.noun_id', kinerja)}"
        f" WHEN 'unor' THEN {_with(viewer, 'unor', f'{t}.noun_id', _governed_unor)}"
        f" WHEN 'pegawai' THEN {_with(viewer, 'pegawai', f'{t}.noun_id', _governed_pegawai)}"
        f" WHEN 'koreksi' THEN {_with(viewer, 'koreksi', f'{t}.noun_id', koreksi)}"
        f" WHEN 'timkerja' THEN {_with(viewer, 'tim_kerja', f'{t}.noun_id', tim_kerja)}"
        " WHEN 'periodepenilaian' THEN"
        f" {_with(viewer, 'periode_penilaian', f'{t}.noun_id', periode_penilaian)}"
        f" WHEN 'kurvaideal' THEN {_with(viewer, 'kurva_ideal', f'{t}.noun_id', kurva_ideal)}"
        " ELSE FALSE END"
    )


def notifikasi(viewer: Viewer, t: str) -> str:
    """One's own only, whatever one's peran."""
    return f"{t}.pegawai_id = {viewer.pegawai}"


def _governed_unor(viewer: Viewer, t: str) -> str:
    led = below_me(viewer, f"{t}.id")
    if viewer.peran is Peran.ADMIN_INSTANSI:
        return f"({t}.instansi_id = {viewer.dikelola} OR {led})"
    return led


def _governed_pegawai(viewer: Viewer, t: str) -> str:
    own = f"{t}.id = {viewer.pegawai} OR {below_me(viewer, f'{t}.unor_id')}"
    if viewer.peran is Peran.ADMIN_INSTANSI:
        own = f"{t}.instansi_id = {viewer.dikelola} OR {own}"
    return f"({own})"


def _administered(viewer: Viewer, pegawai_id: str) -> str:
    """SQL: the person is of the instansi that the viewer, an admin, administers."""
    return (
        f"EXISTS (SELECT 1 FROM pegawai owner WHERE owner.id = {pegawai_id}"
        f" AND owner.instansi_id = {viewer.dikelola})"
    )


def _with(viewer: Viewer, table: str, key: str, scope: Scope) -> str:
    """SQL: the viewer sees, by `scope`, the row of `table` with this key."""
    seen = f"seen_{table}"
    return (
        f"EXISTS (SELECT 1 FROM {table} {seen} WHERE {seen}.id = {key}"
        f" AND {EVERYTHING if viewer.peran is Peran.SUPER_ADMIN else scope(viewer, seen)})"
    )
