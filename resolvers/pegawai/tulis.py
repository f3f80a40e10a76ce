"""Changing a pegawai who is held: what mutations and accepted koreksi share."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from models.organisasi import Pegawai
from models.rules.alasan import Alasan
from models.rules.struktur import atasan_refusals, penempatan_refusals
from resolvers.matriks.sinkron import say
from resolvers.pegawai.isi import IsiPegawai, isi_refusals
from resolvers.pegawai.muat import keadaan_pegawai, keadaan_seen
from resolvers.unit_of_work import UnitOfWork
from resolvers.unor.muat import keadaan_unor
from resolvers.unor.tulis import vacate_posts


async def write_pegawai(
    work: UnitOfWork, pegawai: Pegawai, aksi: str, after: Mapping[str, Any]
) -> None:
    """Set columns of the pegawai; nothing happens when they are so already."""
    changed = {name: value for name, value in after.items() if value != getattr(pegawai, name)}
    if changed:
        async with work.counting(pegawai.id):
            await Pegawai.filter(id=pegawai.id).update(**changed)
        dari = {name: getattr(pegawai, name) for name in changed}
        await work.record("pegawai", pegawai.id, aksi, dari=dari, ke=changed)
        say(work, [pegawai.id])  # whoever rates him may be another one now


async def ubah_isi(
    work: UnitOfWork,
    pegawai: Pegawai,
    changes: Mapping[str, Any],
    aksi: str = "UBAH",
    refusals: Iterable[Alasan] = (),
    **columns: int,
) -> None:
    """Change fields of IsiPegawai, and `columns` with them, if there are no `refusals`."""
    before = IsiPegawai.of(pegawai)
    isi = replace(before, **changes).cleaned()
    work.demand(refusals, await isi_refusals(isi, before))
    await write_pegawai(work, pegawai, aksi, {**asdict(isi), **columns})


async def tempatkan(
    work: UnitOfWork, pegawai: Pegawai, unor_id: int, jabatan: Mapping[str, Any]
) -> None:
    """Put him into a unor, whose instansi is held too, with another jabatan if one is given. What
    he leads stays his within his instansi, and nowhere else."""
    unor = await keadaan_unor(unor_id)
    refusals = penempatan_refusals(work.aktor, keadaan_pegawai(pegawai), unor)
    place = {"unor_id": unor.id, "instansi_id": unor.instansi_id}
    await ubah_isi(work, pegawai, jabatan, "PINDAHKAN", refusals, **place)
    if unor.instansi_id != pegawai.instansi_id:
        await vacate_posts(work, pegawai.id, pegawai.instansi_id)


async def tetapkan_pejabat_penilai(
    work: UnitOfWork, pegawai: Pegawai, atasan_id: int | None
) -> None:
    """Name who rates him; None lets the tree say so again."""
    atasan = await keadaan_seen(work, atasan_id)
    work.demand(atasan_refusals(keadaan_pegawai(pegawai), atasan))
    after = {"pejabat_penilai_id": atasan_id}
    await write_pegawai(work, pegawai, "PEJABAT_PENILAI_TETAPKAN", after)
