"""The content of an RHK, checked against its SKP: what adding and changing share."""

from dataclasses import dataclass, replace

from models.database import fetch_value
from models.keadaan_skp import KANDIDAT
from models.memimpin import is_pimpinan
from models.rules.alasan import Alasan
from models.rules.rhk import intervensi_refusals, klasifikasi_refusals
from models.rules.teks import LONG, SHORT, clean, fits, required
from models.rules.vocabulary import JenisRhk, KlasifikasiRhk
from resolvers.reading.sources import spell
from resolvers.skp.tulis import LockedSkp


@dataclass(frozen=True)
class IsiRhk:
    """What the owner writes."""

    jenis: JenisRhk
    uraian: str | None
    klasifikasi: KlasifikasiRhk | None = None
    penugasan_dari: str | None = None
    rhk_atasan_id: int | None = None

    def cleaned(self) -> "IsiRhk":
        return replace(self, uraian=clean(self.uraian), penugasan_dari=clean(self.penugasan_dari))


async def isi_refusals(
    skp: LockedSkp, isi: IsiRhk, before: IsiRhk | None = None
) -> tuple[Alasan, ...]:
    """Why `isi` (cleaned) may not stand in `skp`. What is as it was `before` is left in peace, even
    if it would no longer be allowed today."""
    reasons = text_refusals(isi)
    chosen = {
        name: value
        for name, value in vars(isi).items()
        if value is not None and (before is None or value != getattr(before, name))
    }
    if "klasifikasi" in chosen:
        leads = await is_pimpinan(skp.keadaan.pegawai_id, skp.jenis_jabatan)
        reasons += klasifikasi_refusals(isi.klasifikasi, leads)
    if "rhk_atasan_id" in chosen:
        reasons += intervensi_refusals(await _is_kandidat(skp, chosen["rhk_atasan_id"]))
    return reasons


def text_refusals(isi: IsiRhk) -> tuple[Alasan, ...]:
    """Why the texts of `isi` (cleaned) may stand in no SKP."""
    return (
        *required(isi.uraian, "uraian", "Uraian rencana hasil kerja", LONG),
        *fits(isi.penugasan_dari, "penugasanDari", "Penugasan dari", SHORT),
    )


async def _is_kandidat(skp: LockedSkp, rhk_id: int) -> bool:
    kandidat = spell(KANDIDAT, "t", "k")
    found = await fetch_value(
        f"SELECT 1 FROM skp t WHERE t.id = $1 AND EXISTS (SELECT 1 {kandidat} AND k.id = $2)",
        [skp.id, rhk_id],
    )
    return found is not None
