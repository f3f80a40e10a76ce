"""Checking that the unor of every instansi will form one tree."""

from models.rules.struktur import TINGKAT_TERBANYAK
from resolvers.impor.bacaan import Bacaan
from resolvers.impor.baris import KunciUnor
from resolvers.impor.kolom import BERKAS_INSTANSI, BERKAS_UNOR
from resolvers.impor.pohon import Pohon, bentuk_pohon
from resolvers.impor.tersimpan import Tersimpan


def periksa_pohon(bacaan: Bacaan, tersimpan: Tersimpan, known: set[KunciUnor]) -> Pohon:
    """Note every cycle, every root too many, every instansi without one, and what is too deep.

    `known` are the unor that will exist: a row whose induk is not among them hangs nowhere yet.
    """
    induk, unclear = _future_tree(bacaan, tersimpan, known)
    pohon = bentuk_pohon(induk)
    _check_cycles(bacaan, pohon)
    _check_depth(bacaan, pohon)
    roots = _check_roots(bacaan, tersimpan, induk)
    unclear |= {cycle[0][0] for cycle in pohon.lingkaran}
    for kode, row in bacaan.instansi.items():
        if kode not in roots and kode not in unclear and "kode" not in row.salah:
            reason = f"instansi '{kode}' belum punya unor akar; tambahkan satu unor tanpa induk"
            bacaan.catat(BERKAS_INSTANSI, row.baris, "kode", reason)
    return pohon


def _future_tree(
    bacaan: Bacaan, tersimpan: Tersimpan, known: set[KunciUnor]
) -> tuple[dict[KunciUnor, KunciUnor | None], set[str]]:
    """The induk of every unor, and the instansi in which one hangs nowhere yet."""
    induk: dict[KunciUnor, KunciUnor | None] = {
        kunci: (kunci[0], unit.induk_kode) if unit.induk_kode else None
        for kunci, unit in tersimpan.unor.items()
    }
    detached: set[str] = set()
    for kunci, unit in bacaan.unor.items():
        above = unit.kunci_induk
        if "induk_kode" in unit.salah or (above and above not in known):
            induk.pop(kunci, None)
            detached.add(unit.instansi_kode)
        else:
            induk[kunci] = above
    return induk, detached


def _check_cycles(bacaan: Bacaan, pohon: Pohon) -> None:
    for cycle in pohon.lingkaran:
        way = " → ".join(kode for _, kode in [*cycle, cycle[0]])
        for kunci in cycle:
            if kunci in bacaan.unor:
                bacaan.catat(
                    BERKAS_UNOR,
                    bacaan.unor[kunci].baris,
                    "induk_kode",
                    f"induknya berputar ({way}); pilih induk di luar lingkaran itu",
                )


def _check_depth(bacaan: Bacaan, pohon: Pohon) -> None:
    for kunci, unit in bacaan.unor.items():
        if pohon.tingkat.get(kunci, 0) > TINGKAT_TERBANYAK:
            reason = f"terlalu dalam: paling banyak {TINGKAT_TERBANYAK} tingkat dari akar"
            bacaan.catat(BERKAS_UNOR, unit.baris, "induk_kode", reason)


def _check_roots(
    bacaan: Bacaan, tersimpan: Tersimpan, induk: dict[KunciUnor, KunciUnor | None]
) -> set[str]:
    """Note every root but one of an instansi; the instansi that have a root.

    The root that stays is the stored one, else the first of the file.
    """

    def seniority(kunci: KunciUnor) -> tuple[bool, int]:
        stored = tersimpan.unor.get(kunci)
        line = bacaan.unor[kunci].baris if kunci in bacaan.unor else 0
        return stored is None or bool(stored.induk_kode), line

    roots: dict[str, str] = {}
    candidates = [kunci for kunci, kunci_induk in induk.items() if kunci_induk is None]
    for kunci in sorted(candidates, key=seniority):
        instansi, kode = kunci
        first = roots.setdefault(instansi, kode)
        if first != kode:
            reason = f"instansi '{instansi}' sudah punya akar '{first}'; isi induknya"
            bacaan.catat(BERKAS_UNOR, bacaan.unor[kunci].baris, "induk_kode", reason)
    return set(roots)
