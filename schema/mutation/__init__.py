"""What can be changed: one file per noun, put together here."""

import strawberry

from schema.mutation.akun import AkunMutation
from schema.mutation.ekspektasi import EkspektasiMutation
from schema.mutation.eviden import EvidenMutation
from schema.mutation.indikator import IndikatorMutation
from schema.mutation.koreksi import KoreksiMutation
from schema.mutation.kurva_ideal import KurvaIdealMutation
from schema.mutation.lampiran import LampiranMutation
from schema.mutation.matriks import MatriksMutation
from schema.mutation.notifikasi import NotifikasiMutation
from schema.mutation.pegawai import PegawaiMutation
from schema.mutation.penilaian import PenilaianMutation
from schema.mutation.periode_penilaian import PeriodePenilaianMutation
from schema.mutation.predikat_organisasi import PredikatOrganisasiMutation
from schema.mutation.progres_harian import ProgresHarianMutation
from schema.mutation.realisasi import RealisasiMutation
from schema.mutation.rencana_aksi import RencanaAksiMutation
from schema.mutation.rhk import RhkMutation
from schema.mutation.skp import SkpMutation
from schema.mutation.tim_kerja import TimKerjaMutation
from schema.mutation.umpan_balik import UmpanBalikMutation
from schema.mutation.unor import UnorMutation


@strawberry.type(
    description="Yang dapat diubah. Penolakan menurut aturan dijawab dalam `userErrors`."
)
class Mutation(
    AkunMutation,
    SkpMutation,
    RhkMutation,
    IndikatorMutation,
    PeriodePenilaianMutation,
    RencanaAksiMutation,
    EvidenMutation,
    RealisasiMutation,
    ProgresHarianMutation,
    UmpanBalikMutation,
    EkspektasiMutation,
    PenilaianMutation,
    PredikatOrganisasiMutation,
    KurvaIdealMutation,
    LampiranMutation,
    TimKerjaMutation,
    MatriksMutation,
    NotifikasiMutation,
    UnorMutation,
    PegawaiMutation,
    KoreksiMutation,
):
    pass
