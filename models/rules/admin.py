"""Who manages an instansi."""

from models.rules.aktor import Aktor
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.vocabulary import Peran


def admin_refusals(aktor: Aktor, instansi_id: int) -> tuple[Alasan, ...]:
    """Why `aktor` does not manage what belongs to this instansi (domain 6)."""
    if aktor.peran is Peran.SUPER_ADMIN:
        return ()
    if aktor.peran is Peran.ADMIN_INSTANSI and aktor.admin_instansi_id == instansi_id:
        return ()
    return (
        Alasan(
            KodeKesalahan.BUKAN_ADMIN,
            "Hanya admin instansi ini yang dapat melakukannya; mintalah kepadanya, atau ajukan"
            " koreksi bila data Anda keliru.",
        ),
    )
