"""Who is asking."""

from dataclasses import dataclass

from models.rules.vocabulary import Peran


@dataclass(frozen=True, slots=True)
class Aktor:
    """A logged-in person. `admin_instansi_id` is the instansi an ADMIN_INSTANSI administers.

    `berakhir` is when his token ends, in seconds since 1970.
    """

    sesi_id: int
    akun_id: int
    pegawai_id: int
    instansi_id: int
    peran: Peran
    admin_instansi_id: int | None
    berakhir: int

    @property
    def instansi_dikelola_id(self) -> int:
        """The instansi he administers; his own when he administers none."""
        return self.admin_instansi_id or self.instansi_id
