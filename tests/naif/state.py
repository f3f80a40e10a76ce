"""What the rules need to know of an SKP, counted by hand."""

from models.rules.skp import KeadaanSkp
from models.rules.vocabulary import JenisRhk, Pendekatan, StatusSkp
from tests.naif.rows import Data, Skp


def keadaan(data: Data, skp: Skp) -> KeadaanSkp:
    """The state of `skp`, whoever may see what of it."""
    rhk = data.rhk_of(skp)
    keys = {one.id for one in rhk}
    kandidat = {one.id for one in data.kandidat_of(skp)}
    utama = [one for one in rhk if one.jenis == JenisRhk.UTAMA]
    incomplete = [
        indikator
        for one in rhk
        for indikator in data.indikator_of(one)
        if indikator.target is None or indikator.perspektif is None
    ]
    return KeadaanSkp(
        status=StatusSkp(skp.status),
        pegawai_id=skp.pegawai_id,
        pejabat_penilai_id=skp.pejabat_penilai_id,
        pendekatan=Pendekatan(skp.pendekatan),
        rhk_utama=len(utama),
        rhk_tanpa_indikator=sum(not data.indikator_of(one) for one in rhk),
        indikator_tak_lengkap=(len(incomplete) if skp.pendekatan == Pendekatan.KUANTITATIF else 0),
        utama_tanpa_intervensi=sum(one.rhk_atasan_id not in kandidat for one in utama),
        ada_kandidat=bool(kandidat),
        rhk_diintervensi=sum(other.rhk_atasan_id in keys for other in data.rhk.values()),
    )
