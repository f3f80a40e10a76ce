"""Checking that every pimpinan exists and belongs to the instansi of the unor that he leads."""

from resolvers.impor.bacaan import Bacaan
from resolvers.impor.bandingkan import BedaPegawai
from resolvers.impor.kolom import BERKAS_PEGAWAI, BERKAS_UNOR
from resolvers.impor.tersimpan import chunks, muat_pegawai, muat_unor_dipimpin


async def periksa_pimpinan(bacaan: Bacaan, pegawai: BedaPegawai) -> None:
    """Note a pimpinan who is nowhere or elsewhere, and one who leaves the unor that he leads."""
    instansi_of = await _instansi_of_pimpinan(bacaan)
    for unit in bacaan.semua_unor:
        nip = unit.nip_pimpinan
        if not nip or "nip_pimpinan" in unit.salah:
            continue
        instansi = instansi_of.get(nip)
        person = bacaan.pegawai.get(nip)
        if instansi is None:
            reason = f"pegawai {nip} tidak ada; tambahkan pada {BERKAS_PEGAWAI} atau kosongkan"
            bacaan.catat(BERKAS_UNOR, unit.baris, "nip_pimpinan", reason)
        elif instansi != unit.instansi_kode and not (
            "instansi_kode" in unit.salah or (person and "instansi_kode" in person.salah)
        ):
            reason = f"pegawai {nip} dari instansi '{instansi}', bukan '{unit.instansi_kode}'"
            bacaan.catat(BERKAS_UNOR, unit.baris, "nip_pimpinan", reason)
    await _check_leaving(bacaan, pegawai)


async def _instansi_of_pimpinan(bacaan: Bacaan) -> dict[str, str]:
    """The kode of the instansi of everyone whom unor.csv names, after the import."""
    found: dict[str, str] = {}
    others: set[str] = set()
    for nip in {unit.nip_pimpinan for unit in bacaan.semua_unor if unit.nip_pimpinan}:
        if person := bacaan.pegawai.get(nip):
            found[nip] = person.instansi_kode
        else:
            others.add(nip)
    for nips in chunks(sorted(others)):
        for nip, stored in (await muat_pegawai(nips)).items():
            found[nip] = stored.instansi_kode
    return found


async def _check_leaving(bacaan: Bacaan, pegawai: BedaPegawai) -> None:
    led = await muat_unor_dipimpin(pegawai.pindah_instansi.keys())
    for pegawai_id, units in led.items():
        person = pegawai.pindah_instansi[pegawai_id]
        for nama, kunci in units:
            if kunci[0] != person.instansi_kode and kunci not in bacaan.unor:
                reason = (
                    f"pegawai ini masih memimpin '{nama}' di instansi '{kunci[0]}';"
                    f" ganti dulu pimpinannya pada {BERKAS_UNOR}"
                )
                bacaan.catat(BERKAS_PEGAWAI, person.baris, "instansi_kode", reason)
