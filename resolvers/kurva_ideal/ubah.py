"""Change the points of an ideal curve."""

from dataclasses import asdict, dataclass

from pydantic.alias_generators import to_camel

from models.database import Dialect, dialect, execute
from models.errors import NotFoundError
from models.penilaian import KurvaIdeal
from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.kurva import poin_refusals
from models.rules.vocabulary import KinerjaOrganisasi, Peran
from resolvers.unit_of_work import unit_of_work
from subscriptions.events import ACUAN, Event


@dataclass(frozen=True)
class Poin:
    """A point for each predikat, from the lowest."""

    sangat_kurang: int
    kurang: int
    butuh_perbaikan: int
    baik: int
    sangat_baik: int


async def ubah(aktor: Aktor, organisasi: KinerjaOrganisasi, poin: Poin) -> int:
    """Returns the curve's id. Raises NotFoundError, Refused."""
    async with unit_of_work(aktor) as work:
        work.demand(
            _admin_refusals(aktor),
            poin_refusals({to_camel(name): each for name, each in asdict(poin).items()}),
        )
        row = await _locked(organisasi)
        before = {name: getattr(row, name) for name in asdict(poin)}
        if before != asdict(poin):
            await KurvaIdeal.filter(id=row.id).update(**asdict(poin))
            work.events.append(Event(ACUAN, 0))
            await work.record("kurvaideal", row.id, "UBAH", dari=before, ke=asdict(poin))
    return row.id


def _admin_refusals(aktor: Aktor) -> tuple[Alasan, ...]:
    """It is one curve for the whole nation."""
    if aktor.peran is Peran.SUPER_ADMIN:
        return ()
    return (
        Alasan(
            KodeKesalahan.BUKAN_ADMIN,
            "Kurva ideal berlaku nasional; hanya super admin yang dapat mengubahnya.",
        ),
    )


async def _locked(organisasi: KinerjaOrganisasi) -> KurvaIdeal:
    """The curve, which nobody else changes before the transaction ends."""
    if dialect() is Dialect.POSTGRES:
        await execute(
            "SELECT 1 FROM kurva_ideal WHERE organisasi = $1 FOR NO KEY UPDATE", [organisasi.value]
        )
    row = await KurvaIdeal.get_or_none(organisasi=organisasi)
    if row is None:
        raise NotFoundError
    return row
