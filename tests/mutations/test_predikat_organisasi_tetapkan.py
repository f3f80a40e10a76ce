"""predikatOrganisasiTetapkan: how a unor did in a periode."""

import asyncio
import json
from typing import Any

import pytest

from models.database import fetch
from models.penilaian import PredikatOrganisasi
from models.rules.alasan import KodeKesalahan
from tests.buatan import berhasil, ditolak, ditolak_di_atas, tolak_id_asal
from tests.dunia import Dunia, minta
from tests.penilai import buat_periode

pytestmark = pytest.mark.anyio

TETAPKAN = """
mutation ($id: ID!, $input: PredikatOrganisasiTetapkanInput!) {
  predikatOrganisasiTetapkan(unorId: $id, input: $input) {
    unor { id predikatOrganisasi { predikat periode { id } } }
    userErrors { code field }
  }
}
"""
RIWAYAT = """
query ($id: ID!) {
  unor(id: $id) { riwayat { nodes { aksi pelaku { id } perubahan { nama dari ke } } } }
}
"""


async def test_it_is_set_changed_and_removed(dunia: Dunia) -> None:
    periode_id, unor_id = await buat_periode(dunia.instansi), f"unor_{dunia.biro.id}"
    for siapa, predikat in (
        (dunia.admin, "ISTIMEWA"),
        (dunia.admin, "ISTIMEWA"),
        (dunia.super, "KURANG"),
        (dunia.admin, None),
        (dunia.admin, None),
    ):
        masukan = {"periodeId": periode_id, "predikat": predikat}
        payload = berhasil(await siapa.minta(TETAPKAN, id=unor_id, input=masukan))
        wanted = [{"predikat": predikat, "periode": {"id": periode_id}}] if predikat else []
        assert payload["unor"] == {"id": unor_id, "predikatOrganisasi": wanted}

    nodes = (await dunia.admin.minta(RIWAYAT, id=unor_id)).payload()["riwayat"]["nodes"]
    assert [_change(node) for node in reversed(nodes)] == [
        (None, "ISTIMEWA", periode_id),
        ("ISTIMEWA", "KURANG", periode_id),
        ("KURANG", None, periode_id),
    ]
    assert {node["aksi"] for node in nodes} == {"PREDIKAT_ORGANISASI_TETAPKAN"}


def _change(node: dict[str, Any]) -> tuple[str | None, str | None, str | None]:
    changes = {one["nama"]: one for one in node["perubahan"]}
    return changes["predikat"]["dari"], changes["predikat"]["ke"], changes["periodeId"]["ke"]


async def test_two_at_once_follow_each_other(dunia: Dunia) -> None:
    periode_id, unor_id = await buat_periode(dunia.instansi), f"unor_{dunia.biro.id}"
    chosen = ("ISTIMEWA", "KURANG", "BAIK")
    await asyncio.gather(
        *(
            dunia.admin.minta(
                TETAPKAN, id=unor_id, input={"periodeId": periode_id, "predikat": predikat}
            )
            for predikat in chosen
        )
    )
    [row] = await PredikatOrganisasi.all()
    trail = await fetch("SELECT dari, ke FROM riwayat WHERE noun = 'unor' ORDER BY id")
    steps = [
        (json.loads(one["dari"])["predikat"], json.loads(one["ke"])["predikat"]) for one in trail
    ]
    before = None
    for dari, ke in steps:  # each one knew of the one before it
        assert dari == before
        before = ke
    assert before == row.predikat
    assert {ke for _, ke in steps} == set(chosen)


async def test_what_is_refused_and_what_is_not_found(dunia: Dunia) -> None:
    periode_id, unor_id = await buat_periode(dunia.instansi), f"unor_{dunia.biro.id}"
    lain = await buat_periode(dunia.lain)
    isi = {"periodeId": periode_id, "predikat": "BAIK"}
    for siapa in (dunia.kepala, dunia.kabiro, dunia.staf):
        jawaban = await siapa.minta(TETAPKAN, id=unor_id, input=isi)
        ditolak(jawaban, (KodeKesalahan.BUKAN_ADMIN, None))
    jawaban = await dunia.super.minta(TETAPKAN, id=unor_id, input={**isi, "periodeId": lain})
    ditolak(jawaban, (KodeKesalahan.LINTAS_INSTANSI, ("input", "periodeId")))
    ditolak_di_atas(await dunia.asing.minta(TETAPKAN, id=unor_id, input=isi), "NOT_FOUND")
    jawaban = await dunia.admin.minta(TETAPKAN, id=unor_id, input={**isi, "periodeId": lain})
    ditolak_di_atas(jawaban, "NOT_FOUND")
    ditolak_di_atas(await minta(None, TETAPKAN, id=unor_id, input=isi), "UNAUTHENTICATED")
    jawaban = await dunia.admin.minta(TETAPKAN, id=unor_id, input={"periodeId": periode_id})
    ditolak_di_atas(jawaban, "BAD_INPUT")
    await tolak_id_asal(dunia.admin, TETAPKAN, "id", ("skp_1", periode_id), input=isi)
    assert await PredikatOrganisasi.all().count() == 0
