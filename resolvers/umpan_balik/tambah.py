"""Give umpan balik: the pejabat penilai to a bawahan (manual 6.2.1), anybody to a rekan kerja
(manual 6.2.3)."""

from dataclasses import asdict

from models.errors import NotFoundError
from models.pelaksanaan import UmpanBalik
from models.rules.aktor import Aktor
from models.rules.batas import Batas, batas_refusals
from models.rules.umpan_balik import asal_of, hal_refusals
from models.rules.vocabulary import AksiPenilaian, JenisNotifikasi
from models.scopes import skp_umpan_balik
from models.skp import Rhk
from resolvers.pelaksanaan.muat import open_periode
from resolvers.pelaksanaan.tulis import add
from resolvers.skp.tulis import load_skp
from resolvers.umpan_balik.isi import IsiUmpanBalik, uraian_refusals
from resolvers.unit_of_work import now, unit_of_work


async def tambah(aktor: Aktor, skp_id: int, periode_id: int, isi: IsiUmpanBalik) -> int:
    """Returns the new umpan balik's id. Raises NotFoundError, Refused."""
    isi = isi.cleaned()
    async with unit_of_work(aktor) as work:
        skp = await load_skp(work, skp_id, skp_umpan_balik)
        await open_periode(work, skp, periode_id, AksiPenilaian.BERI_UMPAN_BALIK)
        asal = asal_of(aktor, skp.keadaan)
        work.demand(hal_refusals(asal, isi.rhk_id, isi.aspek), uraian_refusals(isi.uraian))
        if isi.rhk_id and not await Rhk.exists(id=isi.rhk_id, skp_id=skp_id):
            raise NotFoundError
        given = {"skp_id": skp_id, "periode_id": periode_id, "pemberi_id": aktor.pegawai_id}
        hal = {"rhk_id": isi.rhk_id, "aspek": isi.aspek}
        work.demand(
            batas_refusals(Batas.UMPAN_BALIK, await UmpanBalik.filter(**given, **hal).count())
        )
        umpan_balik_id = await add(
            work, skp, UmpanBalik, **given, asal=asal, waktu=now(), **asdict(isi)
        )
        await work.tell(skp.keadaan.pegawai_id, JenisNotifikasi.UMPAN_BALIK_DIBERIKAN, skp_id)
    return umpan_balik_id
