"""The periode in which something is written about an SKP."""

from dataclasses import dataclass
from datetime import date

from models.counters import hari_ini
from models.database import Dialect, as_date, dialect, fetch
from models.errors import NotFoundError
from models.pelaksanaan import RencanaAksi
from models.rules.pelaksanaan import sesuai_refusals
from models.rules.penilaian import KeadaanPenilaian, penilaian_refusals
from models.rules.periode import Periode
from models.rules.vocabulary import AksiPenilaian
from models.scopes import periode_penilaian as periode_scope
from resolvers.in_scope import select_in_scope
from resolvers.skp.tulis import LockedSkp
from resolvers.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class PeriodeSkp:
    """A periode that an SKP is rated in; it neither goes nor moves before the transaction ends. The
    SKP's owner is active in the instansi `instansi_rekan_id`, or (None) no more."""

    id: int
    rentang: Periode
    batas_pengisian: date
    instansi_rekan_id: int | None


async def open_periode(
    work: UnitOfWork,
    skp: LockedSkp,
    periode_id: int,
    aksi: AksiPenilaian,
    rhk_id: int = 0,
    *,
    named: bool = True,
) -> PeriodeSkp:
    """The periode, after the rules have let `aksi` pass, on the RHK if one is named. `named`: the
    periode is an input, not that of a row. Raises NotFoundError, Refused."""
    periode = await _periode_of(work, skp, periode_id, named)
    written = not rhk_id or await RencanaAksi.exists(rhk_id=rhk_id, periode_id=periode_id)
    keadaan = KeadaanPenilaian(
        status=skp.keadaan.status,
        pegawai_id=skp.keadaan.pegawai_id,
        pejabat_penilai_id=skp.keadaan.pejabat_penilai_id,
        batas_pengisian=periode.batas_pengisian,
        hari_ini=hari_ini(),
        rhk=1,
        rhk_tanpa_rencana_aksi=0 if written else 1,
        instansi_rekan_id=periode.instansi_rekan_id,
    )
    work.demand(penilaian_refusals(work.aktor, keadaan, aksi))
    return periode


async def _periode_of(work: UnitOfWork, skp: LockedSkp, periode_id: int, named: bool) -> PeriodeSkp:
    """A periode of the instansi that the SKP was made in is found by whoever got as far as the SKP:
    its owner may have left that instansi since."""
    locking = "FOR KEY SHARE OF t" if dialect() is Dialect.POSTGRES else ""
    rows = await fetch(
        "SELECT t.awal, t.akhir, t.batas_pengisian, t.instansi_id = tempat.instansi_id AS cocok,"
        " CASE WHEN pemilik.aktif THEN pemilik.instansi_id END AS instansi_rekan_id"
        " FROM periode_penilaian t JOIN skp plan ON plan.id = $2"
        " JOIN pegawai pemilik ON pemilik.id = plan.pegawai_id"
        f" JOIN unor tempat ON tempat.id = plan.unor_id WHERE t.id = $1 {locking}",
        [periode_id, skp.id],
    )
    if not rows or not (rows[0]["cocok"] or await _is_seen(work, periode_id)):
        raise NotFoundError
    awal, akhir, batas = (as_date(rows[0][name]) for name in ("awal", "akhir", "batas_pengisian"))
    cocok = bool(rows[0]["cocok"])
    work.demand(sesuai_refusals(skp.periode, (awal, akhir), cocok, named=named))
    return PeriodeSkp(periode_id, (awal, akhir), batas, rows[0]["instansi_rekan_id"])


async def _is_seen(work: UnitOfWork, periode_id: int) -> bool:
    seen = await select_in_scope("periode_penilaian", periode_scope, work.aktor, periode_id, "1")
    return bool(seen)
