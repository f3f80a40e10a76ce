"""What is kept of a pegawai: what hiring him and every change of him share."""

from dataclasses import dataclass, replace

from models.counters import hari_ini
from models.database import fetch_value
from models.organisasi import Pegawai
from models.rules.alasan import Alasan, KodeKesalahan
from models.rules.struktur import PANJANG, nip_refusals
from models.rules.teks import clean_line, required
from models.rules.vocabulary import JenisJabatan, JenisPegawai


@dataclass(frozen=True)
class IsiPegawai:
    """What an admin writes."""

    nip: str | None
    nama: str | None
    jenis_pegawai: JenisPegawai
    golongan: str | None
    jenis_jabatan: JenisJabatan
    nama_jabatan: str | None

    @classmethod
    def of(cls, pegawai: Pegawai) -> "IsiPegawai":
        return cls(**{name: getattr(pegawai, name) for name in cls.__dataclass_fields__})

    def cleaned(self) -> "IsiPegawai":
        return replace(
            self,
            nip=clean_line(self.nip),
            nama=clean_line(self.nama),
            golongan=clean_line(self.golongan),
            nama_jabatan=clean_line(self.nama_jabatan),
        )


async def isi_refusals(isi: IsiPegawai, before: IsiPegawai | None = None) -> tuple[Alasan, ...]:
    """Why a pegawai cannot be `isi` (cleaned). A NIP that stays as it was `before`, with its jenis,
    is left in peace."""
    reasons = (
        *required(isi.nama, "nama", "Nama", PANJANG["nama"]),
        *required(isi.golongan, "golongan", "Golongan", PANJANG["golongan"]),
        *required(isi.nama_jabatan, "namaJabatan", "Nama jabatan", PANJANG["nama_jabatan"]),
    )
    if before and (before.nip, before.jenis_pegawai) == (isi.nip, isi.jenis_pegawai):
        return reasons
    reasons += nip_refusals(isi.nip, isi.jenis_pegawai, hari_ini())
    taken = "SELECT 1 FROM pegawai WHERE nip = $1"
    if (before is None or before.nip != isi.nip) and await fetch_value(taken, [isi.nip]):
        message = "NIP itu sudah dipakai pegawai lain; periksa kembali angkanya."
        reasons += (Alasan(KodeKesalahan.NIP_TERPAKAI, message, ("input", "nip")),)
    return reasons
