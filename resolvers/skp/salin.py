"""Copy an SKP of one's own into a new one (docs/aturan.md: SKP)."""

from dataclasses import asdict, dataclass
from datetime import date

from models.database import execute
from models.keadaan_skp import KANDIDAT
from models.memimpin import memimpin_sql
from models.rules.aktor import Aktor
from models.rules.vocabulary import AksiSkp, StatusJabatan
from resolvers.reading.sources import spell
from resolvers.skp.buat import SkpBaru, hold_around, make
from resolvers.skp.tulis import load_for
from resolvers.unit_of_work import unit_of_work


@dataclass(frozen=True)
class Salinan:
    """What the owner chooses; the approach is that of the source."""

    periode_awal: date
    periode_akhir: date
    status_jabatan: StatusJabatan


async def salin(aktor: Aktor, skp_id: int, salinan: Salinan) -> int:
    """Returns the new SKP's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        held = await hold_around(work, salinan.periode_awal.year)
        asal = await load_for(work, skp_id, AksiSkp.SALIN)
        baru = SkpBaru(**asdict(salinan), pendekatan=asal.keadaan.pendekatan)
        skp = await make(work, held, baru)
        for statement in _COPIES:
            await execute(statement, [skp.id, asal.id])
        ke = {**asdict(baru), "asal_id": asal.id}
        await work.record("skp", skp.id, AksiSkp.SALIN.value, ke=ke)
    return skp.id


# From the SKP $2 to the new one, $1. The RHK are numbered anew, in their order; what its owner may
# no longer choose is left empty.
_NUMBERED = "row_number() OVER (ORDER BY lama.urutan, lama.id)"
_COPIES = (
    f"""
INSERT INTO rhk (skp_id, rhk_atasan_id, jenis, klasifikasi, uraian, penugasan_dari, urutan)
SELECT baru.id,
    CASE WHEN lama.rhk_atasan_id IN (SELECT k.id {spell(KANDIDAT, "baru", "k")})
        THEN lama.rhk_atasan_id END,
    lama.jenis,
    CASE WHEN {memimpin_sql("baru.pegawai_id", "baru.jenis_jabatan")} THEN lama.klasifikasi END,
    lama.uraian, lama.penugasan_dari, {_NUMBERED}
FROM rhk lama JOIN skp baru ON baru.id = $1 WHERE lama.skp_id = $2
""",
    f"""
INSERT INTO indikator (rhk_id, uraian, target, perspektif, aspek, urutan)
SELECT baru.id, isi.uraian, isi.target, isi.perspektif, isi.aspek, isi.urutan
FROM (SELECT lama.id, {_NUMBERED} AS nomor FROM rhk lama WHERE lama.skp_id = $2) asal
JOIN rhk baru ON baru.skp_id = $1 AND baru.urutan = asal.nomor
JOIN indikator isi ON isi.rhk_id = asal.id
""",
    """
INSERT INTO lampiran (skp_id, jenis, uraian, urutan)
SELECT baru.id, lama.jenis, lama.uraian, lama.urutan
FROM lampiran lama JOIN skp baru ON baru.id = $1 WHERE lama.skp_id = $2
""",
)
