"""What accepting and rejecting a koreksi share."""

from models.koreksi import Koreksi
from models.organisasi import Pegawai
from models.rules.koreksi import putuskan_refusals
from models.rules.vocabulary import JenisNotifikasi, StatusKoreksi
from models.scopes import koreksi as koreksi_scope
from resolvers.in_scope import column_in_scope
from resolvers.pegawai.muat import load_pegawai
from resolvers.unit_of_work import UnitOfWork, now


async def load_koreksi(
    work: UnitOfWork, koreksi_id: int, *instansi_ids: int
) -> tuple[Koreksi, Pegawai]:
    """The koreksi to be decided, and whose it is, held as by `load_pegawai`. Raises NotFoundError,
    Refused, ConflictError."""
    pegawai_id = await column_in_scope(
        "koreksi", koreksi_scope, work.aktor, koreksi_id, "pegawai_id"
    )
    pegawai = await load_pegawai(work, pegawai_id, *instansi_ids)
    koreksi = await Koreksi.get(id=koreksi_id)
    work.demand(putuskan_refusals(koreksi.status))
    return koreksi, pegawai


async def putuskan(
    work: UnitOfWork, koreksi: Koreksi, status: StatusKoreksi, aksi: str, tanggapan: str | None
) -> None:
    """Note the decision, and let the person know."""
    await Koreksi.filter(id=koreksi.id).update(
        status=status, diputuskan=now(), pemutus_id=work.aktor.pegawai_id, tanggapan=tanggapan
    )
    dari, ke = ({"status": one} for one in (koreksi.status, status))
    await work.record("koreksi", koreksi.id, aksi, alasan=tanggapan, dari=dari, ke=ke)
    told = JenisNotifikasi.KOREKSI_DIPUTUSKAN
    await work.tell(koreksi.pegawai_id, told, koreksi_id=koreksi.id, alasan=tanggapan)
