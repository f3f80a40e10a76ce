"""What the tests of ratings and curves share: a periode, ratings, and how they are given."""

from datetime import date

from models.database import fetch
from models.organisasi import Instansi
from models.penilaian import PeriodePenilaian
from models.rules.vocabulary import JenisPeriode, Rating, StatusSkp
from tests.buatan import SETAHUN, berhasil, buat_berstatus
from tests.dunia import Dunia, Orang

DI_BAWAH, SESUAI, DI_ATAS = Rating

TETAPKAN = """
mutation ($skpId: ID!, $input: PenilaianTetapkanInput!) {
  penilaianTetapkan(skpId: $skpId, input: $input) {
    penilaian { predikat } userErrors { code field }
  }
}
"""
BATALKAN = """
mutation ($skpId: ID!, $input: PenilaianBatalkanInput!) {
  penilaianBatalkan(skpId: $skpId, input: $input) { userErrors { code field } }
}
"""
KOTAK = "{ saya { notifikasi { nodes { jenis pelaku { id } skp { id } } } } }"


async def buat_periode(
    instansi: Instansi,
    rentang: tuple[date, date] = SETAHUN,
    jenis: JenisPeriode = JenisPeriode.TAHUNAN,
) -> str:
    """A periode of the instansi, whose batas pengisian is long past; its id."""
    awal, akhir = rentang
    row = await PeriodePenilaian.create(
        instansi=instansi,
        tahun=awal.year,
        nama=f"{jenis} {awal:%m}",
        awal=awal,
        akhir=akhir,
        batas_pengisian=date(2020, 1, 1),
        jenis=jenis,
    )
    return f"periodepenilaian_{row.id}"


async def siap_dinilai(dunia: Dunia) -> tuple[str, str]:
    """An SKP of staf that kabag may rate, and the periode of its year."""
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    return skp_id, await buat_periode(dunia.instansi)


async def nilai(penilai: Orang, skp_id: str, periode_id: str, **ratings: Rating) -> None:
    masukan = {"periodeId": periode_id, **ratings}
    berhasil(await penilai.minta(TETAPKAN, skpId=skp_id, input=masukan))


async def dinilai(siapa: Orang) -> list[str]:
    """The SKP that he was told are rated, the latest first."""
    nodes = (await siapa.minta(KOTAK)).payload()["notifikasi"]["nodes"]
    return [node["skp"]["id"] for node in nodes if node["jenis"] == "SKP_DINILAI"]


async def hitungan_penilaian(unor_id: int) -> tuple[int, ...]:
    """The counters of a unor, of every periode together, from the lowest predikat."""
    rows = await fetch(
        "SELECT sum(sangat_kurang), sum(kurang) AS b, sum(butuh_perbaikan) AS c, sum(baik) AS d,"
        " sum(sangat_baik) AS e FROM hitungan_penilaian WHERE unor_id = $1",
        [unor_id],
    )
    return tuple(int(value or 0) for value in rows[0].values())
