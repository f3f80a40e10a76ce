"""The curve of the ratings (manual 6.2.2)."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from models import scopes
from models.kurva import KurvaPenilaian
from models.rules import kurva
from models.rules.vocabulary import JenisSyarat, KinerjaOrganisasi, Predikat
from resolvers.reading.sources import ID, Order, Page
from schema.declare import Connection, Node, column, connection, noun
from schema.types.dashboard import PeriodeDashboard

if TYPE_CHECKING:
    from schema.types.riwayat import Riwayat


@noun("kurva_ideal", scopes.kurva_ideal)
@strawberry.type(description="Titik-titik kurva yang ideal menurut predikat kinerja organisasi.")
class KurvaIdeal(Node):
    organisasi: KinerjaOrganisasi = column("Predikat kinerja organisasinya.")
    sangat_kurang: int = column("Titik predikat sangat kurang.")
    kurang: int = column("Titik predikat kurang.")
    butuh_perbaikan: int = column("Titik predikat butuh perbaikan.")
    baik: int = column("Titik predikat baik.")
    sangat_baik: int = column("Titik predikat sangat baik.")
    riwayat: Connection[Annotated["Riwayat", strawberry.lazy("schema.types.riwayat")]] = connection(
        Page("{c}.noun = 'kurvaideal' AND {c}.noun_id = {t}.id", Order((ID,), descending=True)),
        "Siapa mengubah kurva ini, yang terbaru lebih dahulu.",
    )


@strawberry.type
class AngkaPredikat:
    """What every point of a curve has; no type of the schema by itself."""

    predikat: Predikat = strawberry.field(description="Predikatnya.")
    jumlah: int = strawberry.field(description="Jumlah orang.")
    persen: float = strawberry.field(description="Bagian dari seluruhnya, 0 sampai 100.")


@strawberry.type(description="Satu titik kurva kenyataan.")
class TitikKurva(AngkaPredikat):
    pass


@strawberry.type(description="Satu titik kurva ideal.")
class TitikIdeal(AngkaPredikat):
    poin: int = strawberry.field(
        description="Titiknya seperti ditetapkan; `jumlah` adalah titik itu untuk orang sebanyak"
        " `total`, dibulatkan sehingga semuanya berjumlah `total`."
    )


@strawberry.type(
    description="Satu pemeriksaan sebaran predikat menurut SE MenPANRB 3/2023: peringatan, bukan"
    " larangan."
)
class PemeriksaanKurva:
    aturan: str = strawberry.field(description="Yang diminta, sebagai kalimat.")
    jenis: JenisSyarat = strawberry.field(description="Yang diminta, sebagai kode.")
    persen: int | None = strawberry.field(
        description="Bagian dari semua pegawai; 0 berarti tidak boleh ada (PALING_BANYAK) atau"
        " cukup satu orang (SEKURANGNYA); kosong bila aturannya tentang yang terbanyak."
    )
    terpenuhi: bool = strawberry.field(description="Terpenuhi sekarang.")
    predikat: list[Predikat] = strawberry.field(description="Predikat yang dihitung bersama.")
    jumlah: int = strawberry.field(description="Jumlah orang dengan predikat itu.")
    kurang: int | None = strawberry.field(
        description="Berapa orang lagi yang masih diperlukan; kosong bila aturannya batas atas."
    )
    sisa: int | None = strawberry.field(
        description="Berapa orang lagi yang masih boleh; kosong bila aturannya bukan batas atas."
    )
    lebih: int | None = strawberry.field(
        description="Kelebihan berapa orang; kosong bila aturannya bukan batas atas."
    )

    @classmethod
    def of(cls, one: kurva.Pemeriksaan) -> "PemeriksaanKurva":
        return cls(
            aturan=one.syarat.aturan,
            jenis=one.syarat.jenis,
            persen=one.syarat.persen,
            terpenuhi=one.terpenuhi,
            predikat=list(one.syarat.predikat),
            jumlah=one.jumlah,
            kurang=one.kurang,
            sisa=one.sisa,
            lebih=one.lebih,
        )


@strawberry.type(
    description="Kurva penilaian dalam satu periode: sebaran predikat yang ideal (merah) dan yang"
    " sudah diberikan (hijau) (manual 6.2.2)."
)
class Kurva:
    periode: PeriodeDashboard = strawberry.field(description="Periode penilaiannya.")
    tahun: int = strawberry.field(description="Tahun periodenya.")
    organisasi: KinerjaOrganisasi = strawberry.field(
        description="Predikat kinerja organisasi, yang menentukan kurva ideal: dari unor itu, atau"
        " unor terdekat di atasnya yang sudah ditetapkan."
    )
    andaian: bool = strawberry.field(
        description="Predikat organisasi belum ditetapkan, dan dianggap BAIK."
    )
    ideal: list[TitikIdeal] = strawberry.field(description="Dari predikat terendah.")
    kenyataan: list[TitikKurva] = strawberry.field(description="Dari predikat terendah.")
    total: int = strawberry.field(description="Semua orang, dinilai atau belum.")
    dinilai: int = strawberry.field(description="Yang sudah berpredikat.")
    belum_dinilai: int = strawberry.field(description="Yang belum berpredikat.")
    cukup_orang: bool = strawberry.field(
        description=f"Sekurangnya {kurva.FEWEST} orang; bila kurang, tidak ada pemeriksaan."
    )
    pemeriksaan: list[PemeriksaanKurva] = strawberry.field(
        description="Setiap pemeriksaan untuk predikat organisasi itu, atas semua orang."
    )

    @classmethod
    def of(cls, state: KurvaPenilaian) -> "Kurva":
        periode, acuan, rekap = state.periode, state.acuan, state.rekap
        sebaran = dict(zip(Predikat, rekap.angka, strict=True))
        checks = kurva.periksa(acuan.organisasi, sebaran, rekap.total)
        return cls(
            periode=PeriodeDashboard.of(periode),
            tahun=periode.tahun,
            organisasi=acuan.organisasi,
            andaian=acuan.andaian,
            ideal=_ideal(acuan.poin, rekap.total),
            kenyataan=_kenyataan(sebaran, rekap.total),
            total=rekap.total,
            dinilai=rekap.total - rekap.sisa,
            belum_dinilai=rekap.sisa,
            cukup_orang=kurva.cukup_orang(rekap.total),
            pemeriksaan=[PemeriksaanKurva.of(one) for one in checks],
        )


def _ideal(poin: tuple[int, ...], total: int) -> list[TitikIdeal]:
    people = kurva.berskala(poin, total)
    return [
        TitikIdeal(predikat=predikat, jumlah=jumlah, persen=_persen(each, sum(poin)), poin=each)
        for predikat, each, jumlah in zip(Predikat, poin, people, strict=True)
    ]


def _kenyataan(sebaran: kurva.Sebaran, total: int) -> list[TitikKurva]:
    return [
        TitikKurva(predikat=predikat, jumlah=jumlah, persen=_persen(jumlah, total))
        for predikat, jumlah in sebaran.items()
    ]


def _persen(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0
