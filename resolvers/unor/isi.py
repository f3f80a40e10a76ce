"""What a unor is called: what making and changing it share."""

from dataclasses import dataclass, replace

from models.database import fetch_value
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.struktur import PANJANG
from models.rules.teks import clean_line, required


@dataclass(frozen=True)
class IsiUnor:
    """What an admin writes."""

    kode: str | None
    nama: str | None

    def cleaned(self) -> "IsiUnor":
        return replace(self, kode=clean_line(self.kode), nama=clean_line(self.nama))


async def isi_refusals(instansi_id: int, isi: IsiUnor, unor_id: int = 0) -> tuple[Alasan, ...]:
    """Why the unor `unor_id` (0: a new one) of an instansi that is held cannot be called `isi`."""
    reasons = (
        *required(isi.kode, "kode", "Kode unor", PANJANG["kode"]),
        *required(isi.nama, "nama", "Nama unor", PANJANG["nama"]),
    )
    taken = "SELECT 1 FROM unor WHERE instansi_id = $1 AND kode = $2 AND id <> $3"
    if await fetch_value(taken, [instansi_id, isi.kode, unor_id]):
        message = f"Kode '{isi.kode}' sudah dipakai unor lain di instansi ini; pilih yang lain."
        reasons += (Alasan(KodeKesalahan.KODE_TERPAKAI, message, ("input", "kode")),)
    return reasons
