"""aksiTersedia says beforehand exactly what each mutation will answer."""

from typing import Any

import pytest

from models.rules.vocabulary import AksiSkp, JenisRhk, StatusSkp
from tests.buatan import (
    AJUKAN,
    BUKA_KEMBALI,
    HAPUS,
    KEMBALIKAN,
    SETUJUI,
    buat,
    buat_berstatus,
    tambah_indikator,
    tambah_rhk,
)
from tests.dunia import Dunia, Orang, orang

pytestmark = pytest.mark.anyio

AKSI_TERSEDIA = """
query ($id: ID!) {
  skp(id: $id) { aksiTersedia { aksi boleh alasan { code message field } } }
}
"""
UBAH = """
mutation ($id: ID!) { skpUbah(id: $id, input: {}) { userErrors { code message field } } }
"""
MUAT_ULANG = """
mutation ($id: ID!) {
  skpMuatUlangPejabatPenilai(id: $id) { userErrors { code message field } }
}
"""
SALIN = """
mutation ($id: ID!) {
  skpSalin(
    id: $id,
    input: {periodeAwal: "2026-01-01", periodeAkhir: "2026-12-31", statusJabatan: PLT}
  ) { userErrors { code message field } }
}
"""
MUTASI = {
    AksiSkp.SALIN: SALIN,
    AksiSkp.UBAH: UBAH,
    AksiSkp.HAPUS: HAPUS,
    AksiSkp.MUAT_ULANG_PEJABAT_PENILAI: MUAT_ULANG,
    AksiSkp.AJUKAN: AJUKAN,
    AksiSkp.SETUJUI: SETUJUI,
    AksiSkp.KEMBALIKAN: KEMBALIKAN,
    AksiSkp.BUKA_KEMBALI: BUKA_KEMBALI,
}


async def _tersedia(siapa: Orang, skp_id: str) -> dict[AksiSkp, Any] | None:
    jawaban = await siapa.minta(AKSI_TERSEDIA, id=skp_id)
    if jawaban.codes == ["NOT_FOUND"]:
        return None
    return {AksiSkp(satu["aksi"]): satu for satu in jawaban.payload()["aksiTersedia"]}


async def _codes(siapa: Orang, aksi: AksiSkp, skp_id: str) -> list[str] | None:
    """What the mutation really answers; None for not found."""
    variables = {"id": skp_id}
    if aksi in (AksiSkp.KEMBALIKAN, AksiSkp.BUKA_KEMBALI):
        variables["alasan"] = "Perlu diperbaiki."
    jawaban = await siapa.minta(MUTASI[aksi], **variables)
    return None if jawaban.codes == ["NOT_FOUND"] else jawaban.user_errors()


@pytest.mark.parametrize("status", StatusSkp)
async def test_what_it_says_is_what_happens(dunia: Dunia, status: StatusSkp) -> None:
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, status)
    boleh: set[tuple[str, AksiSkp]] = set()
    for nama, siapa in dunia.orang.items():
        tersedia = await _tersedia(siapa, skp_id)
        for aksi in AksiSkp:
            if tersedia is None:
                assert await _codes(siapa, aksi, skp_id) is None
            elif tersedia[aksi]["boleh"]:
                boleh.add((nama, aksi))
            else:
                said = [alasan["code"] for alasan in tersedia[aksi]["alasan"]]
                assert await _codes(siapa, aksi, skp_id) == said != []

    pelaku = {
        StatusSkp.DRAFT: {
            ("staf", AksiSkp.UBAH),
            ("staf", AksiSkp.HAPUS),
            ("staf", AksiSkp.MUAT_ULANG_PEJABAT_PENILAI),
            ("staf", AksiSkp.AJUKAN),
        },
        StatusSkp.PENGAJUAN: {("kabag", AksiSkp.SETUJUI), ("kabag", AksiSkp.KEMBALIKAN)},
        StatusSkp.PERSETUJUAN: {("kabag", AksiSkp.BUKA_KEMBALI)},
    }
    assert boleh == pelaku[status] | {("staf", AksiSkp.SALIN)}
    for nama, aksi in sorted(boleh):
        baru = await orang(f"baru {aksi}", dunia.bagian)
        segar = await buat_berstatus(baru, dunia.kabag, status)
        siapa = baru if nama == "staf" else dunia.orang[nama]
        assert await _codes(siapa, aksi, segar) == []


async def test_it_lists_every_aksi_once_in_order(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    tersedia = await _tersedia(dunia.staf, skp_id)
    assert tersedia is not None
    assert list(tersedia) == list(AksiSkp)


async def test_it_gives_every_reason_that_the_mutation_gives(dunia: Dunia) -> None:
    skp_id = await buat(dunia.kepala)
    rhk_id = await tambah_rhk(dunia.kepala, skp_id, JenisRhk.TAMBAHAN)
    await tambah_indikator(dunia.kepala, rhk_id, target=None)
    await tambah_rhk(dunia.kepala, skp_id, JenisRhk.TAMBAHAN)
    tersedia = await _tersedia(dunia.kepala, skp_id)
    assert tersedia is not None
    said = [alasan["code"] for alasan in tersedia[AksiSkp.AJUKAN]["alasan"]]
    assert len(said) == 4
    assert await _codes(dunia.kepala, AksiSkp.AJUKAN, skp_id) == said


async def test_what_a_bawahan_builds_on_cannot_be_deleted(dunia: Dunia) -> None:
    atas = await buat(dunia.kabag)
    rhk_id = await tambah_rhk(dunia.kabag, atas)
    await tambah_rhk(dunia.staf, await buat(dunia.staf), rhkAtasanId=rhk_id)
    tersedia = await _tersedia(dunia.kabag, atas)
    assert tersedia is not None
    said = [alasan["code"] for alasan in tersedia[AksiSkp.HAPUS]["alasan"]]
    assert await _codes(dunia.kabag, AksiSkp.HAPUS, atas) == said != []
