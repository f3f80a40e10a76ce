"""The fill-in curve: dashboard pengisian, day by day."""

from collections.abc import Iterable
from datetime import date

import strawberry

from models import riwayat_pengisian
from models.statistik import Statistik
from schema.types.dashboard import AngkaPengisian, LingkupDashboard


@strawberry.type(description="Jumlah pegawai aktif menurut status SKP-nya pada akhir satu hari.")
class TitikPengisian(AngkaPengisian):
    tanggal: date = strawberry.field(description="Harinya; untuk hari ini, keadaan sekarang.")

    @classmethod
    def at(cls, titik: riwayat_pengisian.Titik) -> "TitikPengisian":
        return cls(tanggal=titik.tanggal, **cls.figures(titik.rekap))


@strawberry.type(description="Perjalanan pengisian SKP satu tahun, hari demi hari.")
class RiwayatPengisian:
    versi: int = strawberry.field(
        description="Naik setiap kali ada yang berubah, selama satu langganan."
    )
    lengkap: bool = strawberry.field(
        description="`titik` memuat semuanya; bila tidak, hanya titik hari ini."
    )
    tahun: int = strawberry.field(description="Tahun SKP-nya.")
    lingkup: LingkupDashboard = strawberry.field(description="Yang direkap.")
    titik: list[TitikPengisian] = strawberry.field(
        description="Satu titik untuk setiap hari yang angkanya berubah, dari yang terlama."
    )

    @classmethod
    def of(cls, state: Statistik, titik: Iterable[riwayat_pengisian.Titik]) -> "RiwayatPengisian":
        return cls(
            versi=state.versi,
            lengkap=state.lengkap,
            tahun=state.pandangan.kunci,
            lingkup=LingkupDashboard.of(state.pandangan.lingkup),
            titik=[TitikPengisian.at(one) for one in titik],
        )
