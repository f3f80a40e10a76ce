"""Dashboard pengisian (manual 7.2)."""

from collections.abc import Iterable

import strawberry

from models import statistik
from models.rules.vocabulary import JenisLingkup
from schema.ids import encode


@strawberry.type
class AngkaPengisian:
    """What every type that shows fill-in figures has; no type of the schema by itself."""

    total: int = strawberry.field(description="Seluruh pegawai aktif.")
    belum_buat: int = strawberry.field(description="Belum membuat SKP.")
    draft: int = strawberry.field(description="SKP-nya masih draft.")
    pengajuan: int = strawberry.field(description="SKP-nya sedang diajukan.")
    persetujuan: int = strawberry.field(description="SKP-nya sudah disetujui.")


@strawberry.type(description="Jumlah pegawai aktif menurut status SKP-nya dalam satu tahun.")
class RekapPengisian(AngkaPengisian):
    @classmethod
    def of(cls, rekap: statistik.Rekap) -> "RekapPengisian":
        return cls(**figures(rekap))


@strawberry.type(
    description="Rekap satu unit: sebuah instansi, atau sebuah unor beserta semua di bawahnya."
)
class UnitPengisian(AngkaPengisian):
    id: strawberry.ID = strawberry.field(description="Pengenal instansi atau unornya.")
    nama: str = strawberry.field(description="Nama unit.")
    jumlah_anak: int = strawberry.field(
        description="Jumlah unit di bawahnya; 0 berarti tak dapat dirinci lagi."
    )
    sendiri: RekapPengisian | None = strawberry.field(
        description="Hanya pegawai yang langsung di unor ini; kosong untuk instansi."
    )
    induk_id: strawberry.ID | None = strawberry.field(
        description="Unor di atasnya; kosong untuk instansi."
    )

    @classmethod
    def of(cls, unit: statistik.Unit) -> "UnitPengisian":
        noun = "unor" if unit.sendiri else "instansi"
        return cls(
            id=encode(noun, unit.id),
            nama=unit.nama,
            jumlah_anak=unit.jumlah_anak,
            sendiri=RekapPengisian.of(unit.sendiri) if unit.sendiri else None,
            induk_id=None if unit.induk_id is None else encode(noun, unit.induk_id),
            **figures(unit.rekap),
        )


@strawberry.type(description="Yang ditampilkan sebuah dashboard.")
class LingkupDashboard:
    jenis: JenisLingkup = strawberry.field(description="Nasional, instansi atau unor.")
    id: strawberry.ID | None = strawberry.field(
        description="Pengenal instansi atau unornya; kosong untuk nasional."
    )
    nama: str = strawberry.field(description="Namanya.")

    @classmethod
    def of(cls, lingkup: statistik.Lingkup) -> "LingkupDashboard":
        noun = lingkup.jenis.lower()
        global_id = None if lingkup.id is None else encode(noun, lingkup.id)
        return cls(jenis=lingkup.jenis, id=global_id, nama=lingkup.nama)


@strawberry.type(
    description="Rekap pengisian SKP satu tahun. `utama` adalah `langsung` ditambah unit terdekat."
)
class DashboardPengisian:
    versi: int = strawberry.field(
        description="Naik setiap kali ada yang berubah, selama satu langganan."
    )
    lengkap: bool = strawberry.field(
        description="`unit` memuat semuanya; bila tidak, hanya yang berubah (angka mutlak)."
    )
    tahun: int = strawberry.field(description="Tahun yang direkap.")
    lingkup: LingkupDashboard = strawberry.field(description="Yang direkap.")
    jejak: list[LingkupDashboard] = strawberry.field(
        description="Lingkup di atasnya yang boleh Anda buka, dari yang teratas."
    )
    utama: RekapPengisian = strawberry.field(description="Rekap seluruh lingkup.")
    langsung: RekapPengisian | None = strawberry.field(
        description="Pegawai yang ditempatkan langsung di unor ini; kosong untuk nasional."
    )
    unit: list[UnitPengisian] = strawberry.field(
        description="Per instansi (nasional), atau per unor di bawahnya, menurut nama."
    )

    @classmethod
    def of(
        cls, state: statistik.Statistik, jejak: Iterable[statistik.Lingkup]
    ) -> "DashboardPengisian":
        return cls(
            versi=state.versi,
            lengkap=state.lengkap,
            tahun=state.pandangan.kunci,
            lingkup=LingkupDashboard.of(state.pandangan.lingkup),
            jejak=[LingkupDashboard.of(lingkup) for lingkup in jejak],
            utama=RekapPengisian.of(state.utama),
            langsung=RekapPengisian.of(state.langsung) if state.langsung else None,
            unit=[UnitPengisian.of(unit) for unit in state.unit.values()],
        )


def figures(rekap: statistik.Rekap) -> dict[str, int]:
    draft, pengajuan, persetujuan = rekap.angka
    return {
        "total": rekap.total,
        "belum_buat": rekap.sisa,
        "draft": draft,
        "pengajuan": pengajuan,
        "persetujuan": persetujuan,
    }
