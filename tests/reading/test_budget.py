"""The budget: one statement for each root field, however much it reads."""

import logging
from typing import Any

import pytest

from models.organisasi import Instansi, Pegawai
from models.rules.vocabulary import JenisInstansi, JenisJabatan, JenisPegawai
from tests.buatan import SEMESTER_1, SEMESTER_2, buat
from tests.dunia import Dunia, Jawaban, Orang

pytestmark = pytest.mark.anyio

BUDGET = {
    "saya": "{ saya { nama pegawai { skp { rhk { indikator { id } } aksiTersedia { aksi } } } } }",
    "daftarInstansi": "{ daftarInstansi(first: 100) { totalCount nodes { unor { totalCount } } } }",
    "unor": '{ unor(id: "unor_3") { pegawai(first: 100) { nodes { skp { rhk { id } } } } } }',
    "node": '{ node(id: "unor_3") { ... on Unor { pegawai(first: 100) { nodes { nama } } } } }',
    "two": '{ a: unor(id: "unor_3") { nama } b: unor(id: "unor_2") { nama } }',
    "dashboardPengisian": "{ dashboardPengisian(tahun: 2026) { utama { total } unit { nama } } }",
}


async def test_one_statement_at_one_row_and_at_two_hundred(
    dunia: Dunia, caplog: pytest.LogCaptureFixture
) -> None:
    await buat(dunia.staf)
    for _ in range(2):
        for nama, document in BUDGET.items():
            jawaban, statements = await _counted(dunia.super, document, caplog)
            assert jawaban.errors == []
            assert (nama, statements) == (nama, 2 if nama == "two" else 1)
        await _dua_ratus(dunia)


async def _counted(
    siapa: Orang, document: str, caplog: pytest.LogCaptureFixture, **variables: Any
) -> tuple[Jawaban, int]:
    """The answer, and how many statements it took."""
    with caplog.at_level(logging.DEBUG, "tortoise.db_client"):
        caplog.clear()
        jawaban = await siapa.minta(document, **variables)
        return jawaban, len([r for r in caplog.records if r.name == "tortoise.db_client"])


async def _dua_ratus(dunia: Dunia) -> None:
    """Two hundred people more in the bagian, and two hundred instansi."""
    people, agencies = await Pegawai.all().count(), await Instansi.all().count()
    await Pegawai.bulk_create(
        Pegawai(
            nip=f"19850101201001{number:04}",
            nama=f"pegawai {number}",
            instansi=dunia.instansi,
            unor=dunia.bagian,
            jenis_pegawai=JenisPegawai.PNS,
            golongan="III/a",
            jenis_jabatan=JenisJabatan.PELAKSANA,
            nama_jabatan="pelaksana",
        )
        for number in range(1100 + people, 1300 + people)
    )
    await Instansi.bulk_create(
        Instansi(kode=f"i{number}", nama=f"instansi {number}", jenis=JenisInstansi.DAERAH)
        for number in range(agencies, agencies + 200)
    )


async def test_a_payload_costs_one_statement_however_deep(
    dunia: Dunia, caplog: pytest.LogCaptureFixture
) -> None:
    """What a mutation answers is read through the same plans as what a query asks for."""
    skp_id = await buat(dunia.staf)
    kosong = "mutation ($id: ID!) { skpUbah(id: $id, input: {}) { userErrors { code } } }"
    penuh = kosong.replace("{ userErrors", "{ skp { pegawai { skp { id } } rhk { id } } userErrors")
    _, without = await _counted(dunia.staf, kosong, caplog, id=skp_id)
    jawaban, with_payload = await _counted(dunia.staf, penuh, caplog, id=skp_id)
    assert jawaban.payload()["skp"] == {"pegawai": {"skp": [{"id": skp_id}]}, "rhk": []}
    assert with_payload == without + 1


async def test_beside_fields_that_the_reader_cannot_answer(
    dunia: Dunia, caplog: pytest.LogCaptureFixture
) -> None:
    document = """
    {
      saya { nama }
      __type(name: "Saya") { name }
      hilang: skp(id: "skp_999") { id }
      dashboardPengisian(tahun: 2026) { utama { total } }
      __typename
    }
    """
    jawaban, statements = await _counted(dunia.super, document, caplog)
    assert jawaban.codes == ["NOT_FOUND"]
    assert jawaban.errors[0].path == ["hilang"]
    assert jawaban.data == {
        "saya": {"nama": "super"},
        "__type": {"name": "Saya"},
        "hilang": None,
        "dashboardPengisian": {"utama": {"total": 8}},
        "__typename": "Query",
    }
    assert statements == 3


async def test_a_plan_serves_everybody_of_a_peran_and_each_his_own(dunia: Dunia) -> None:
    """The statement is the same; who asks and what he asks for are its parameters."""
    document = "query ($nip: String!) { saya { nama } pegawai(nip: $nip) { nama } }"
    for nama in ("staf", "rekan", "staf", "kabag"):
        siapa = dunia.orang[nama]
        jawaban = await siapa.minta(document, nip=siapa.pegawai.nip)
        assert jawaban.data == {"saya": {"nama": nama}, "pegawai": {"nama": nama}}
    asing = await dunia.staf.minta(document, nip=dunia.asing.pegawai.nip)
    assert asing.codes == ["NOT_FOUND"]
    terbuka = await dunia.super.minta(document, nip=dunia.asing.pegawai.nip)
    assert terbuka.data == {"saya": {"nama": "super"}, "pegawai": {"nama": "asing"}}


async def test_null_and_absent_variables_have_plans_of_their_own(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    document = "query ($tahun: Int) { saya { pegawai { skp(tahun: $tahun) { id } } } }"
    for variables in ({"tahun": 2026}, {}, {"tahun": None}, {"tahun": 2025}, {"tahun": 2026}):
        payload = (await dunia.staf.minta(document, **variables)).payload()
        expected = [] if variables.get("tahun") == 2025 else [{"id": skp_id}]
        assert payload["pegawai"]["skp"] == expected, variables


async def test_a_fragment_in_two_payloads_is_merged_with_what_stands_beside_it(
    dunia: Dunia,
) -> None:
    """The same nodes, in two places, with and without company: two plans."""
    satu, dua = await buat(dunia.staf, SEMESTER_1), await buat(dunia.staf, SEMESTER_2)
    document = """
    mutation ($a: ID!, $b: ID!) {
      a: skpUbah(id: $a, input: {}) { ...p }
      b: skpUbah(id: $b, input: {}) { ...p skp { versi status } }
      c: skpUbah(id: $a, input: {}) { ...p }
    }
    fragment p on SkpUbahPayload { skp { id } userErrors { code } }
    """
    data = (await dunia.staf.minta(document, a=satu, b=dua)).data
    assert data is not None
    assert data["a"]["skp"] == data["c"]["skp"] == {"id": satu}
    assert data["b"]["skp"] == {"id": dua, "versi": 1, "status": "DRAFT"}


async def test_who_moved_has_no_instansi_until_he_logs_in_again(dunia: Dunia) -> None:
    """His token still says where he was; what he may see goes by that."""
    akar_b = await dunia.asing.pegawai.unor
    await Pegawai.filter(id=dunia.staf.pegawai.id).update(instansi=dunia.lain, unor=akar_b)
    jawaban = await dunia.staf.minta("{ saya { nama instansi { nama } pegawai { nama } } }")
    assert jawaban.payload() == {"nama": "staf", "instansi": None, "pegawai": {"nama": "staf"}}
