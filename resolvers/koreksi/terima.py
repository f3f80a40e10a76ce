"""Accept a koreksi: put right what it says is wrong, and whatever hangs on it."""

from dataclasses import replace
from typing import Any

from models.koreksi import Koreksi
from models.organisasi import Pegawai
from models.rules.aktor import Aktor
from models.rules.koreksi import Putusan, terima_refusals
from models.rules.teks import clean
from models.rules.vocabulary import JenisKoreksi, StatusKoreksi
from models.scopes import koreksi as koreksi_scope
from resolvers.in_scope import column_in_scope
from resolvers.koreksi.putuskan import load_koreksi, putuskan
from resolvers.pegawai.tulis import tempatkan, tetapkan_pejabat_penilai, ubah_isi
from resolvers.skp.pejabat_penilai import turunkan_ulang
from resolvers.unit_of_work import UnitOfWork, unit_of_work
from resolvers.unor.muat import instansi_of

# What was wrong about where somebody works, and as what.
_PLACE = (JenisKoreksi.UNOR, JenisKoreksi.JABATAN)


async def terima(aktor: Aktor, koreksi_id: int, putusan: Putusan) -> int:
    """Returns the koreksi's id. Raises NotFoundError, Refused."""
    putusan = replace(putusan, tanggapan=clean(putusan.tanggapan))
    async with unit_of_work(aktor) as work:
        goal = await _goal(work, koreksi_id, putusan.unor_id)
        koreksi, pegawai = await load_koreksi(work, koreksi_id, *goal)
        work.demand(
            terima_refusals(
                koreksi.jenis, putusan, koreksi.usulan_atasan_id, koreksi.usulan_unor_id
            )
        )
        await _put_right(work, koreksi, pegawai, putusan)
        await turunkan_ulang(work, pegawai.id, jabatan=koreksi.jenis in _PLACE)
        await putuskan(work, koreksi, StatusKoreksi.DITERIMA, "TERIMA", putusan.tanggapan)
    return koreksi_id


async def _goal(work: UnitOfWork, koreksi_id: int, unor_id: int | None) -> list[int]:
    """The instansi to which accepting would take the person: that of `unor_id`, else of the unor
    that he proposed, if any. Raises NotFoundError."""
    proposed = await column_in_scope(
        "koreksi", koreksi_scope, work.aktor, koreksi_id, "usulan_unor_id"
    )
    goal = unor_id or proposed
    return [] if goal is None else [await instansi_of(work, goal)]


async def _put_right(
    work: UnitOfWork, koreksi: Koreksi, pegawai: Pegawai, putusan: Putusan
) -> None:
    given = {"jenis_jabatan": putusan.jenis_jabatan, "nama_jabatan": putusan.nama_jabatan}
    jabatan: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    match koreksi.jenis:
        case JenisKoreksi.PEJABAT_PENILAI:
            atasan_id = putusan.atasan_id or koreksi.usulan_atasan_id
            await tetapkan_pejabat_penilai(work, pegawai, atasan_id)
        case JenisKoreksi.UNOR:
            unor_id = putusan.unor_id or koreksi.usulan_unor_id
            assert unor_id is not None
            await tempatkan(work, pegawai, unor_id, jabatan)
        case JenisKoreksi.JABATAN:
            await ubah_isi(work, pegawai, jabatan)
        case JenisKoreksi.LAINNYA:
            pass
