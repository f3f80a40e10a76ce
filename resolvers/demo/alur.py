"""How an SKP of the demo came to its status: who did what, when."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from random import Random

from models.rules.skp import BY_PEJABAT_PENILAI, NEXT
from models.rules.vocabulary import AksiSkp, StatusSkp
from resolvers.demo.naskah import ALASAN_BUKA, ALASAN_KEMBALI
from resolvers.demo.skp import Langkah, PegawaiDemo

# The ways to each status, and how often they are gone.
JALAN: Mapping[StatusSkp, Mapping[tuple[AksiSkp, ...], int]] = {
    StatusSkp.DRAFT: {
        (): 75,
        (AksiSkp.AJUKAN, AksiSkp.KEMBALIKAN): 20,
        (AksiSkp.AJUKAN, AksiSkp.SETUJUI, AksiSkp.BUKA_KEMBALI): 5,
    },
    StatusSkp.PENGAJUAN: {
        (AksiSkp.AJUKAN,): 85,
        (AksiSkp.AJUKAN, AksiSkp.KEMBALIKAN, AksiSkp.AJUKAN): 15,
    },
    StatusSkp.PERSETUJUAN: {
        (AksiSkp.AJUKAN, AksiSkp.SETUJUI): 90,
        (AksiSkp.AJUKAN, AksiSkp.KEMBALIKAN, AksiSkp.AJUKAN, AksiSkp.SETUJUI): 10,
    },
}

ALASAN = {AksiSkp.KEMBALIKAN: ALASAN_KEMBALI, AksiSkp.BUKA_KEMBALI: ALASAN_BUKA}


def langkah_menuju(
    status: StatusSkp, pegawai: PegawaiDemo, tahun: int, acak: Random
) -> tuple[Langkah, ...]:
    """The history of an SKP that stands at `status`: made and handled in the December before."""
    jalan = JALAN[status]
    aksi_semua = acak.choices(list(jalan), weights=list(jalan.values()))[0]
    if pegawai.pejabat_penilai_id is None:
        aksi_semua = ()
    waktu = datetime(tahun - 1, 12, 1, tzinfo=UTC) + _office_hours(acak, 0, 8)
    steps = [Langkah(None, pegawai.id, waktu, None, StatusSkp.DRAFT)]
    for aksi in aksi_semua:
        dari = steps[-1].ke
        ke = NEXT[dari, aksi]
        assert ke is not None
        pelaku = pegawai.pejabat_penilai_id if aksi in BY_PEJABAT_PENILAI else pegawai.id
        assert pelaku is not None
        waktu = waktu.replace(hour=0, minute=0, second=0) + _office_hours(acak, 1, 4)
        alasan = acak.choice(ALASAN[aksi]) if aksi in ALASAN else None
        steps.append(Langkah(aksi, pelaku, waktu, dari, ke, alasan))
    return tuple(steps)


def _office_hours(acak: Random, first_day: int, last_day: int) -> timedelta:
    """Some days on, between 08.00 and 16.00 in Jakarta."""
    return timedelta(days=acak.randint(first_day, last_day), seconds=acak.randint(3600, 9 * 3600))
