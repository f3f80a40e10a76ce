"""The curve of the ratings: against a count by hand, tried out before it is done, and watched."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import date
from random import Random
from typing import Any

import pytest

from models.counters import recount
from models.organisasi import Unor
from models.penilaian import Penilaian
from models.rules.predikat import predikat_of
from models.rules.vocabulary import (
    JenisJabatan,
    JenisLingkup,
    JenisPeriode,
    JenisSyarat,
    Pendekatan,
    Predikat,
    Rating,
    StatusJabatan,
    StatusSkp,
)
from models.skp import Skp
from models.statistik import Lingkup
from schema.live import Live
from subscriptions.hub import Hub
from tests.buatan import (
    SEMESTER_1,
    SEMESTER_2,
    SETAHUN,
    SETUJUI,
    TAHUN,
    ajukan,
    berhasil,
    buat,
    buat_berstatus,
    ditolak_di_atas,
    isi_lengkap,
    kunci,
)
from tests.dunia import Dunia, Jawaban, Orang, minta, orang, pimpin
from tests.live.penonton import menghubungkan
from tests.live.test_subscription import _ikuti, _refused, _soon
from tests.mutations.test_penilaian_tetapkan_banyak import BANYAK
from tests.mutations.test_predikat_organisasi_tetapkan import TETAPKAN as TETAPKAN_ORGANISASI
from tests.penilai import DI_ATAS, SESUAI, buat_periode, nilai, siap_dinilai
from tests.rekap import Naif

pytestmark = pytest.mark.anyio

ISI = """{
  periode { id nama } tahun organisasi andaian total dinilai belumDinilai cukupOrang
  ideal { predikat poin jumlah persen } kenyataan { predikat jumlah persen }
  pemeriksaan { aturan jenis persen terpenuhi predikat jumlah kurang sisa lebih }
}"""
KURVA = f"""
query ($id: ID!, $periodeId: ID!) {{ kurva(pejabatPenilaiId: $id, periodeId: $periodeId) {ISI} }}
"""
KURVA_UNOR = f"""
query ($id: ID!, $periodeId: ID!) {{ kurvaUnor(unorId: $id, periodeId: $periodeId) {ISI} }}
"""
PRATINJAU = f"""
query ($periodeId: ID!, $penilaian: [PenilaianCalonInput!]!) {{
  pratinjauKurva(periodeId: $periodeId, penilaian: $penilaian) {ISI}
}}
"""


async def kurva(siapa: Orang, milik: Orang, periode_id: str) -> Jawaban:
    return await siapa.minta(KURVA, id=f"pegawai_{milik.pegawai.id}", periodeId=periode_id)


async def kurva_unor(siapa: Orang, unor: Unor, periode_id: str) -> Jawaban:
    return await siapa.minta(KURVA_UNOR, id=f"unor_{unor.id}", periodeId=periode_id)


def jumlah(shown: dict[str, Any]) -> list[int]:
    """How many people have each predikat, from the lowest."""
    assert [titik["predikat"] for titik in shown["kenyataan"]] == list(Predikat)
    return [titik["jumlah"] for titik in shown["kenyataan"]]


class Kantor:
    """Many people in the bagian, each with SKP of his own, rated at random by kabag or kabiro."""

    def __init__(self, dunia: Dunia, acak: Random) -> None:
        self.dunia = dunia
        self.acak = acak

    async def isi(self, count: int, periode_ids: list[str]) -> None:
        for number in range(count):
            who = await orang(f"orang {number}", self.dunia.bagian)
            for _ in range(self.acak.randint(0, 3)):
                await self._rate(await self._plan(who), periode_ids)
        await recount()

    async def _plan(self, who: Orang) -> Skp:
        awal, akhir = self.acak.choice([SETAHUN, SEMESTER_1, SEMESTER_2])
        penilai = self.acak.choice([self.dunia.kabag, self.dunia.kabag, self.dunia.kabiro])
        return await Skp.create(
            pegawai=who.pegawai,
            pejabat_penilai=penilai.pegawai,
            unor=self.dunia.bagian,
            tahun=TAHUN,
            periode_awal=awal,
            periode_akhir=akhir,
            pendekatan=Pendekatan.KUANTITATIF,
            status_jabatan=self.acak.choice(list(StatusJabatan)),
            jenis_jabatan=JenisJabatan.PELAKSANA,
            nama_jabatan="jabatan",
            status=self.acak.choice([StatusSkp.PERSETUJUAN, *StatusSkp]),
        )

    async def _rate(self, plan: Skp, periode_ids: list[str]) -> None:
        if plan.status is not StatusSkp.PERSETUJUAN:
            return
        for periode_id in periode_ids:
            ratings = [self.acak.choice([None, *Rating, *Rating]) for _ in range(2)]
            await Penilaian.create(
                skp=plan,
                periode_id=kunci(periode_id),
                hasil_kerja=ratings[0],
                perilaku=ratings[1],
                predikat=predikat_of(ratings[0], ratings[1]),
            )


async def _by_hand(penilai: Orang, periode_id: str, rentang: tuple[date, date]) -> list[int]:
    """How many people have each predikat, and how many have none: one person at a time."""
    plans: dict[int, list[Skp]] = {}
    for plan in await Skp.filter(pejabat_penilai_id=penilai.pegawai.id, status="PERSETUJUAN"):
        if plan.periode_awal <= rentang[1] and rentang[0] <= plan.periode_akhir:
            plans.setdefault(plan.pegawai_id, []).append(plan)
    found: Counter[str | None] = Counter()
    for mine in plans.values():
        definitif = [plan for plan in mine if plan.status_jabatan is StatusJabatan.DEFINITIF]
        counting = max(definitif or mine, key=lambda plan: (plan.periode_akhir, plan.id))
        row = await Penilaian.get_or_none(skp_id=counting.id, periode_id=kunci(periode_id))
        found[row.predikat if row else None] += 1
    return [found[predikat] for predikat in (*Predikat, None)]


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_the_curve_is_a_count_by_hand(dunia: Dunia, seed: int) -> None:
    setahun = await buat_periode(dunia.instansi)
    semester = await buat_periode(dunia.instansi, SEMESTER_1, JenisPeriode.SEMESTER)
    await Kantor(dunia, Random(seed)).isi(20, [setahun, semester])
    naif = await Naif.load()
    for periode_id, rentang in ((setahun, SETAHUN), (semester, SEMESTER_1)):
        for penilai in (dunia.kabag, dunia.kabiro, dunia.staf):
            shown = (await kurva(penilai, penilai, periode_id)).payload()
            *rated, unrated = await _by_hand(penilai, periode_id, rentang)
            assert (jumlah(shown), shown["belumDinilai"]) == (rated, unrated)
            assert shown["dinilai"] + unrated == shown["total"] == sum(rated) + unrated
        for unor in (dunia.akar, dunia.biro, dunia.bagian):
            shown = (await kurva_unor(dunia.admin, unor, periode_id)).payload()
            lingkup = Lingkup(JenisLingkup.UNOR, unor.nama, unor.id, unor.id)
            rekap = naif.utama(lingkup, kunci(periode_id), "penilaian")
            assert (jumlah(shown), shown["total"]) == ([*rekap.angka], rekap.total)
            assert sum(titik["jumlah"] for titik in shown["ideal"]) == rekap.total


async def test_what_is_tried_out_is_what_comes_of_it(dunia: Dunia) -> None:
    acak = Random(4)
    setahun = await buat_periode(dunia.instansi)
    await Kantor(dunia, acak).isi(25, [setahun])
    before = (await kurva(dunia.kabag, dunia.kabag, setahun)).payload()
    assert (await _pratinjau(dunia.kabag, setahun, [])).payload() == before
    plans = await Skp.filter(pejabat_penilai_id=dunia.kabag.pegawai.id, status="PERSETUJUAN")
    calon = [
        {
            "skpId": f"skp_{plan.id}",
            "hasilKerja": acak.choice(list(Rating)),
            "perilaku": acak.choice(list(Rating)),
        }
        for plan in plans
        if acak.random() < 0.7
    ]
    tried = (await _pratinjau(dunia.kabag, setahun, calon)).payload()
    assert tried != before
    assert (await kurva(dunia.kabag, dunia.kabag, setahun)).payload() == before
    masukan = {"periodeId": setahun, "penilaian": calon}
    hasil = berhasil(await dunia.kabag.minta(BANYAK, input=masukan))["hasil"]
    assert not any(one["userErrors"] for one in hasil)
    assert (await kurva(dunia.kabag, dunia.kabag, setahun)).payload() == tried


async def _pratinjau(siapa: Orang, periode_id: str, penilaian: list[dict[str, Any]]) -> Jawaban:
    return await siapa.minta(PRATINJAU, periodeId=periode_id, penilaian=penilaian)


async def test_half_a_rating_is_tried_out_with_the_half_that_is_there(dunia: Dunia) -> None:
    skp_id, setahun = await siap_dinilai(dunia)
    calon = [{"skpId": skp_id, "perilaku": SESUAI}]
    assert jumlah((await _pratinjau(dunia.kabag, setahun, calon)).payload()) == [0, 0, 0, 0, 0]
    await nilai(dunia.kabag, skp_id, setahun, hasilKerja=DI_ATAS)
    assert jumlah((await _pratinjau(dunia.kabag, setahun, calon)).payload()) == [0, 0, 0, 1, 0]
    rekan = await buat_berstatus(dunia.rekan, dunia.kabag, StatusSkp.PENGAJUAN)
    for id_ in (rekan, "skp_99", setahun):
        jawaban = await _pratinjau(dunia.kabag, setahun, [{"skpId": id_}])
        ditolak_di_atas(jawaban, "NOT_FOUND")
    ditolak_di_atas(await _pratinjau(dunia.kabiro, setahun, calon), "NOT_FOUND")
    ditolak_di_atas(await _pratinjau(dunia.asing, setahun, []), "NOT_FOUND")


async def test_the_organisation_picks_the_ideal(dunia: Dunia) -> None:
    setahun = await buat_periode(dunia.instansi)
    semester = await buat_periode(dunia.instansi, SEMESTER_2, JenisPeriode.SEMESTER)

    async def shown() -> dict[str, tuple[str, bool]]:
        answers = {
            "kepala": await kurva(dunia.admin, dunia.kepala, setahun),
            "kabiro": await kurva(dunia.admin, dunia.kabiro, setahun),
            "kabag": await kurva(dunia.admin, dunia.kabag, setahun),
            "staf": await kurva(dunia.admin, dunia.staf, setahun),
            "biro": await kurva_unor(dunia.admin, dunia.biro, setahun),
            "bagian": await kurva_unor(dunia.admin, dunia.bagian, setahun),
        }
        payloads = {nama: jawaban.payload() for nama, jawaban in answers.items()}
        return {nama: (one["organisasi"], one["andaian"]) for nama, one in payloads.items()}

    assert await shown() == dict.fromkeys(await shown(), ("BAIK", True))
    await _organisasi(dunia, dunia.biro, semester, "KURANG")  # another periode
    await _organisasi(dunia, dunia.bagian, setahun, "ISTIMEWA")
    bagian, nothing = ("ISTIMEWA", False), ("BAIK", True)
    wanted = dict.fromkeys(("kabag", "staf", "bagian"), bagian)
    assert await shown() == dict.fromkeys(await shown(), nothing) | wanted
    await _organisasi(dunia, dunia.akar, setahun, "SANGAT_KURANG")
    above = dict.fromkeys(("kepala", "kabiro", "biro"), ("SANGAT_KURANG", False))
    assert await shown() == wanted | above
    # Of several units that he leads the topmost one counts.
    await pimpin(dunia.akar, dunia.kabag)
    assert (await shown())["kabag"] == ("SANGAT_KURANG", False)
    ideal = (await kurva(dunia.kabag, dunia.kabag, setahun)).payload()["ideal"]
    assert [titik["poin"] for titik in ideal] == [13, 7, 3, 1, 0]
    assert [titik["persen"] for titik in ideal] == [54.17, 29.17, 12.5, 4.17, 0.0]


async def _organisasi(dunia: Dunia, unor: Unor, periode_id: str, predikat: str) -> None:
    masukan = {"periodeId": periode_id, "predikat": predikat}
    berhasil(await dunia.admin.minta(TETAPKAN_ORGANISASI, id=f"unor_{unor.id}", input=masukan))


async def test_from_ten_people_up_it_is_checked(dunia: Dunia) -> None:
    setahun = await buat_periode(dunia.instansi)
    acak = Random(5)
    kantor = Kantor(dunia, acak)
    for number in range(10):
        shown = (await kurva(dunia.kabag, dunia.kabag, setahun)).payload()
        assert (shown["total"], shown["cukupOrang"], shown["pemeriksaan"]) == (number, False, [])
        who = await orang(f"orang {number}", dunia.bagian)
        plan = await kantor._plan(who)
        await Skp.filter(id=plan.id).update(
            pejabat_penilai_id=dunia.kabag.pegawai.id,
            status=StatusSkp.PERSETUJUAN,
            periode_awal=SETAHUN[0],
            periode_akhir=SETAHUN[1],
        )
        if number < 8:
            await nilai(dunia.kabag, f"skp_{plan.id}", setahun, hasilKerja=SESUAI, perilaku=DI_ATAS)
    shown = (await kurva(dunia.kabag, dunia.kabag, setahun)).payload()
    assert shown["cukupOrang"]
    assert [
        (one["terpenuhi"], one["predikat"], one["jumlah"], one["kurang"], one["sisa"], one["lebih"])
        for one in shown["pemeriksaan"]
    ] == [
        (True, ["BAIK"], 8, 0, None, None),
        (False, ["BAIK"], 8, None, 0, 1),
        (False, ["BUTUH_PERBAIKAN", "KURANG"], 0, 1, None, None),
    ]
    assert [(one["jenis"], one["persen"]) for one in shown["pemeriksaan"]] == [
        (JenisSyarat.TERBANYAK, None),
        (JenisSyarat.PALING_BANYAK, 70),
        (JenisSyarat.SEKURANGNYA, 0),
    ]
    assert [titik["persen"] for titik in shown["kenyataan"]] == [0, 0, 0, 80.0, 0]
    assert [titik["jumlah"] for titik in shown["ideal"]] == [1, 1, 2, 5, 1]


# Whose curve each may open: of the bagian's pimpinan and of a unor.
OPEN_KURVA = ("kabag", "kabiro", "kepala", "admin", "super")


async def test_who_may_open_it(dunia: Dunia) -> None:
    setahun, lain = await buat_periode(dunia.instansi), await buat_periode(dunia.lain)
    for nama, siapa in dunia.orang.items():
        answers = [
            await kurva(siapa, dunia.kabag, setahun),
            await kurva_unor(siapa, dunia.bagian, setahun),
        ]
        for jawaban in answers:
            if nama in OPEN_KURVA:
                assert jawaban.payload()["periode"]["id"] == setahun
            else:
                ditolak_di_atas(jawaban, "NOT_FOUND")
    assert (await kurva(dunia.staf, dunia.staf, setahun)).payload()["total"] == 0
    ditolak_di_atas(await kurva(dunia.kabag, dunia.kabiro, setahun), "NOT_FOUND")
    ditolak_di_atas(await kurva(dunia.kabag, dunia.kabag, lain), "NOT_FOUND")
    ditolak_di_atas(await kurva_unor(dunia.kabag, dunia.bagian, lain), "NOT_FOUND")
    ditolak_di_atas(await kurva_unor(dunia.super, dunia.bagian, lain), "BAD_INPUT")
    ditolak_di_atas(await kurva_unor(dunia.kabag, dunia.bagian, "periodepenilaian_99"), "NOT_FOUND")
    nobody = await minta(None, KURVA, id="pegawai_1", periodeId=setahun)
    ditolak_di_atas(nobody, "UNAUTHENTICATED")


@pytest.fixture
async def hub(dunia: Dunia) -> AsyncIterator[Hub]:
    async with menghubungkan() as made:
        yield made


async def _until(stream: Any, **wanted: object) -> dict[str, Any]:
    """What is shown once it is so."""
    shown: dict[str, Any] = await _soon(stream)
    while any(shown[name] != value for name, value in wanted.items()):
        shown = await _soon(stream)
    return shown


async def test_it_is_live(dunia: Dunia, hub: Hub) -> None:
    setahun = await buat_periode(dunia.instansi)
    live = Live(hub)
    milik = {"id": f"pegawai_{dunia.kabag.pegawai.id}", "periodeId": setahun}
    unor = {"id": f"unor_{dunia.biro.id}", "periodeId": setahun}
    mine = _ikuti(dunia.kabag, live, KURVA.replace("query", "subscription", 1), **milik)
    whole = _ikuti(dunia.kabiro, live, KURVA_UNOR.replace("query", "subscription", 1), **unor)
    assert (await _soon(mine)) == (await kurva(dunia.kabag, dunia.kabag, setahun)).payload()
    assert (await _soon(whole)) == (await kurva_unor(dunia.kabiro, dunia.biro, setahun)).payload()

    skp_id = await buat(dunia.staf)
    await isi_lengkap(dunia.staf, skp_id)
    await ajukan(dunia.staf, skp_id)
    berhasil(await dunia.kabag.minta(SETUJUI, id=skp_id))
    await _until(mine, total=1, belumDinilai=1)
    await nilai(dunia.kabag, skp_id, setahun, hasilKerja=DI_ATAS, perilaku=DI_ATAS)
    for stream, asked in (
        (mine, await kurva(dunia.kabag, dunia.kabag, setahun)),
        (whole, await kurva_unor(dunia.kabiro, dunia.biro, setahun)),
    ):
        shown = await _until(stream, dinilai=1)
        assert jumlah(shown) == [0, 0, 0, 0, 1]
        assert shown == asked.payload()
    await _organisasi(dunia, dunia.biro, setahun, "ISTIMEWA")
    await _until(mine, organisasi="ISTIMEWA", andaian=False)
    await _until(whole, organisasi="ISTIMEWA", andaian=False)
    for siapa, document, variables in (
        (dunia.staf, KURVA, milik),
        (dunia.rekan, KURVA_UNOR, unor),
    ):
        refused = _ikuti(siapa, live, document.replace("query", "subscription", 1), **variables)
        assert await _refused(refused) == ["NOT_FOUND"]
