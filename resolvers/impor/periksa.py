"""Checking what the files say against each other and against the database."""

from resolvers.impor.bacaan import Bacaan
from resolvers.impor.baris import BarisPegawai, BarisUnor
from resolvers.impor.kolom import BERKAS_INSTANSI, BERKAS_PEGAWAI, BERKAS_UNOR
from resolvers.impor.periksa_pohon import periksa_pohon
from resolvers.impor.pohon import Pohon
from resolvers.impor.tersimpan import Tersimpan


def periksa(bacaan: Bacaan, tersimpan: Tersimpan) -> Pohon:
    """Note every reference that leads nowhere and every fault of the tree; the tree itself.

    A column that is already known to be wrong is not looked at again.
    """
    names = _Names(bacaan, tersimpan)
    for unit in bacaan.semua_unor:
        _check_unor(unit, bacaan, names)
    for person in bacaan.semua_pegawai:
        _check_pegawai(person, bacaan, names)
    return periksa_pohon(bacaan, tersimpan, names.unor)


class _Names:
    """Which instansi and unor will exist."""

    def __init__(self, bacaan: Bacaan, tersimpan: Tersimpan) -> None:
        self.instansi = bacaan.instansi.keys() | tersimpan.instansi.keys()
        self.unor = bacaan.unor.keys() | tersimpan.unor.keys()
        self.nonaktif = {kunci for kunci, unit in tersimpan.unor.items() if not unit.aktif}
        self.elsewhere: dict[str, str] = {kode: instansi for instansi, kode in self.unor}

    def unknown_instansi(self, kode: str) -> str | None:
        if kode in self.instansi:
            return None
        return f"instansi '{kode}' tidak ada; tambahkan pada {BERKAS_INSTANSI}"

    def unknown_unor(self, what: str, instansi: str, kode: str) -> str | None:
        if (instansi, kode) in self.unor:
            return None
        if other := self.elsewhere.get(kode):
            return (
                f"{what} '{kode}' ada di instansi '{other}', bukan di '{instansi}';"
                " pakai unor dari instansi yang sama"
            )
        return f"{what} '{kode}' tidak ada di instansi '{instansi}'; tambahkan pada {BERKAS_UNOR}"


def _check_unor(unit: BarisUnor, bacaan: Bacaan, names: _Names) -> None:
    if "instansi_kode" in unit.salah:
        return
    if reason := names.unknown_instansi(unit.instansi_kode):
        bacaan.catat(BERKAS_UNOR, unit.baris, "instansi_kode", reason)
        return
    if "induk_kode" in unit.salah or not unit.induk_kode:
        return
    reason = names.unknown_unor("induk", unit.instansi_kode, unit.induk_kode)
    if not reason and unit.kunci_induk in names.nonaktif and unit.kunci not in names.nonaktif:
        reason = f"induk '{unit.induk_kode}' nonaktif; aktifkan dulu atau pilih induk lain"
    if reason:
        bacaan.catat(BERKAS_UNOR, unit.baris, "induk_kode", reason)


def _check_pegawai(person: BarisPegawai, bacaan: Bacaan, names: _Names) -> None:
    if "instansi_kode" in person.salah:
        return
    if reason := names.unknown_instansi(person.instansi_kode):
        bacaan.catat(BERKAS_PEGAWAI, person.baris, "instansi_kode", reason)
        return
    if "unor_kode" in person.salah:
        return
    reason = names.unknown_unor("unor", person.instansi_kode, person.unor_kode)
    if not reason and person.aktif and person.kunci_unor in names.nonaktif:
        reason = f"unor '{person.unor_kode}' nonaktif; pegawai aktif tidak boleh di dalamnya"
    if reason:
        bacaan.catat(BERKAS_PEGAWAI, person.baris, "unor_kode", reason)
