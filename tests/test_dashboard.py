"""The fill-in dashboard: who may open which, and what it shows."""

from typing import Any

import pytest

from models.rules.vocabulary import JenisLingkup, StatusSkp
from tests.buatan import TAHUN, buat, buat_berstatus
from tests.dunia import Dunia, Jawaban, Orang, minta, pimpin, unor

pytestmark = pytest.mark.anyio

DASHBOARD = """
query ($tahun: Int!, $instansiId: ID, $unorId: ID, $semua: Boolean! = false) {
  dashboardPengisian(
    tahun: $tahun, instansiId: $instansiId, unorId: $unorId, semuaUnor: $semua
  ) {
    versi lengkap tahun
    lingkup { jenis id nama }
    jejak { nama }
    utama { ...angka }
    langsung { ...angka }
    unit { id nama jumlahAnak indukId total belumBuat draft pengajuan persetujuan }
  }
}
fragment angka on RekapPengisian { total belumBuat draft pengajuan persetujuan }
"""
ANGKA = ("total", "belumBuat", "draft", "pengajuan", "persetujuan")


def _scopes(dunia: Dunia) -> dict[str, dict[str, str]]:
    return {
        "nasional": {},
        "A": {"instansiId": f"instansi_{dunia.instansi.id}"},
        "B": {"instansiId": f"instansi_{dunia.lain.id}"},
        "akar": {"unorId": f"unor_{dunia.akar.id}"},
        "biro": {"unorId": f"unor_{dunia.biro.id}"},
        "bagian": {"unorId": f"unor_{dunia.bagian.id}"},
        "akar-b": {"unorId": f"unor_{dunia.asing.pegawai.unor_id}"},
    }


async def _buka(siapa: Orang, **scope: Any) -> Jawaban:
    return await siapa.minta(DASHBOARD, tahun=TAHUN, **scope)


# Access (domain 5).

OPEN = {
    "super": {"nasional", "A", "B", "akar", "biro", "bagian", "akar-b"},
    "admin": {"A", "akar", "biro", "bagian"},
    "kepala": {"A", "akar", "biro", "bagian"},
    "kabiro": {"biro", "bagian"},
    "kabag": {"bagian"},
    "staf": set(),
    "rekan": set(),
    "asing": set(),
}


async def test_who_may_open_what(dunia: Dunia) -> None:
    assert OPEN.keys() == dunia.orang.keys()
    for nama, siapa in dunia.orang.items():
        for scope, ids in _scopes(dunia).items():
            jawaban = await _buka(siapa, **ids)
            wanted = [] if scope in OPEN[nama] else ["NOT_FOUND"]
            assert (nama, scope, jawaban.codes) == (nama, scope, wanted)


async def test_nobody_opens_any(dunia: Dunia) -> None:
    for ids in _scopes(dunia).values():
        jawaban = await minta(None, DASHBOARD, tahun=TAHUN, **ids)
        assert jawaban.codes == ["UNAUTHENTICATED"]


async def test_an_admin_who_also_leads_elsewhere_opens_both(dunia: Dunia) -> None:
    """A person of B administers A, and leads B's root: both are his."""
    akar_b = await dunia.asing.pegawai.unor
    await pimpin(akar_b, dunia.asing)
    dunia.asing.akun.peran, dunia.asing.akun.instansi_id = dunia.admin.akun.peran, dunia.instansi.id
    await dunia.asing.akun.save(update_fields=["peran", "instansi_id"])
    for scope in ("A", "bagian", "akar-b", "B"):
        jawaban = await _buka(dunia.asing, **_scopes(dunia)[scope])
        assert (scope, jawaban.codes) == (scope, [])


JEJAK = {
    ("super", "nasional"): [],
    ("super", "A"): ["Nasional"],
    ("super", "bagian"): ["Nasional", "Instansi A", "biro"],
    ("admin", "A"): [],
    ("admin", "bagian"): ["Instansi A", "biro"],
    ("kepala", "biro"): ["Instansi A"],
    ("kabiro", "biro"): [],
    ("kabiro", "bagian"): ["biro"],
    ("kabag", "bagian"): [],
}


async def test_the_way_up_ends_where_one_may_no_longer_look(dunia: Dunia) -> None:
    for (nama, scope), wanted in JEJAK.items():
        payload = (await _buka(dunia.orang[nama], **_scopes(dunia)[scope])).payload()
        assert [satu["nama"] for satu in payload["jejak"]] == wanted, (nama, scope)


async def test_one_scope_at_a_time(dunia: Dunia) -> None:
    scopes = _scopes(dunia)
    for siapa in (dunia.super, dunia.staf):
        assert (await _buka(siapa, **scopes["A"], **scopes["biro"])).codes == ["BAD_INPUT"]


async def test_ids_that_name_no_scope(dunia: Dunia) -> None:
    for id_ in ("", "x", "unor_", "unor_999999", "unor_１", "skp_1"):
        assert (await _buka(dunia.super, unorId=id_)).codes == ["NOT_FOUND"]
        assert (await _buka(dunia.super, instansiId=id_.replace("unor", "instansi"))).codes == [
            "NOT_FOUND"
        ]
    assert (await _buka(dunia.super, instansiId=f"unor_{dunia.akar.id}")).codes == ["NOT_FOUND"]


# What it shows.


async def test_what_it_shows(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN)
    await buat(dunia.kabiro)
    payload = (await _buka(dunia.admin, **_scopes(dunia)["A"])).payload()
    assert payload["lengkap"] is True
    assert payload["tahun"] == TAHUN
    assert payload["lingkup"] == {
        "jenis": JenisLingkup.INSTANSI,
        "id": f"instansi_{dunia.instansi.id}",
        "nama": "Instansi A",
    }
    assert payload["utama"] == dict(zip(ANGKA, (6, 4, 1, 0, 1), strict=True))
    assert payload["langsung"] == dict(zip(ANGKA, (2, 2, 0, 0, 0), strict=True))
    assert payload["unit"] == [
        {
            "id": f"unor_{dunia.biro.id}",
            "nama": "biro",
            "jumlahAnak": 1,
            "indukId": f"unor_{dunia.akar.id}",
            **dict(zip(ANGKA, (4, 2, 1, 0, 1), strict=True)),
        }
    ]


async def test_a_year_without_any_skp_is_all_belum_buat(dunia: Dunia) -> None:
    await buat(dunia.staf)
    payload = (await dunia.super.minta(DASHBOARD, tahun=1999)).payload()
    assert payload["utama"] == dict(zip(ANGKA, (8, 8, 0, 0, 0), strict=True))


async def test_utama_is_langsung_and_all_units(dunia: Dunia) -> None:
    await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN)
    await buat(dunia.kepala)
    for ids in _scopes(dunia).values():
        payload = (await _buka(dunia.super, **ids)).payload()
        parts = [*payload["unit"], payload["langsung"] or dict.fromkeys(ANGKA, 0)]
        summed = {angka: sum(part[angka] for part in parts) for angka in ANGKA}
        assert payload["utama"] == summed
        assert (payload["langsung"] is None) == (ids == {})


async def test_units_stand_by_name(dunia: Dunia) -> None:
    for nama in ("arsip", "zeni", "biro"):
        await unor(dunia.instansi, f"{nama} 2", dunia.akar)
    payload = (await _buka(dunia.admin, **_scopes(dunia)["A"])).payload()
    names = [satu["nama"] for satu in payload["unit"]]
    assert names == ["arsip 2", "biro", "biro 2", "zeni 2"]


async def test_all_units_below_when_asked(dunia: Dunia) -> None:
    await buat(dunia.staf)
    payload = (await _buka(dunia.admin, **_scopes(dunia)["A"], semua=True)).payload()
    assert {satu["nama"]: (satu["total"], satu["draft"]) for satu in payload["unit"]} == {
        "biro": (4, 1),
        "bagian": (3, 1),
    }
