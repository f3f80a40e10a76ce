"""skpBuat: whoever makes a plan, for which period, and who will rate him."""

from datetime import date
from typing import Any

import pytest

from models.akun import Akun
from models.counters import differences
from models.organisasi import Pegawai, Unor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import JenisJabatan, Pendekatan, StatusJabatan, StatusSkp
from tests.buatan import (
    SEMESTER_1,
    SEMESTER_2,
    SETAHUN,
    TAHUN,
    baris_skp,
    berhasil,
    buat,
    ditolak,
    ditolak_di_atas,
    hitungan,
    jejak,
    masukan_skp,
    potret,
)
from tests.dunia import Dunia, Orang, minta, orang, pimpin, unor

pytestmark = pytest.mark.anyio

SKP_BUAT = """
mutation ($input: SkpBuatInput!) {
  skpBuat(input: $input) {
    skp {
      id tahun periodeAwal periodeAkhir pendekatan statusJabatan jenisJabatan namaJabatan status
      versi unor { nama } pegawai { nama } pejabatPenilai { nama }
    }
    userErrors { code field message }
  }
}
"""


async def test_makes_a_draft_that_keeps_unor_and_jabatan(dunia: Dunia) -> None:
    payload = berhasil(await dunia.staf.minta(SKP_BUAT, input=masukan_skp(SEMESTER_1)))
    skp_id = payload["skp"].pop("id")
    assert payload["skp"] == {
        "tahun": TAHUN,
        "periodeAwal": "2026-01-01",
        "periodeAkhir": "2026-06-30",
        "pendekatan": Pendekatan.KUANTITATIF,
        "statusJabatan": StatusJabatan.DEFINITIF,
        "jenisJabatan": JenisJabatan.JF_AHLI_MUDA,
        "namaJabatan": "jabatan staf",
        "status": StatusSkp.DRAFT,
        "versi": 1,
        "unor": {"nama": "bagian"},
        "pegawai": {"nama": "staf"},
        "pejabatPenilai": {"nama": "kabag"},
    }
    [catatan] = await jejak(skp_id)
    assert (catatan.aksi, catatan.pelaku_id) == ("BUAT", dunia.staf.pegawai.id)
    assert (catatan.dari, catatan.alasan) == (None, None)
    assert catatan.ke is not None
    assert "2026-06-30" in catatan.ke
    assert await hitungan(dunia.bagian.id) == (1, 0, 0)
    assert await differences() == []


async def test_keeps_unor_and_jabatan_after_a_transfer(dunia: Dunia) -> None:
    skp_id = await buat(dunia.staf)
    await Pegawai.filter(id=dunia.staf.pegawai.id).update(
        unor_id=dunia.biro.id, nama_jabatan="jabatan baru"
    )
    row = await baris_skp(skp_id)
    assert (row["unor_id"], row["nama_jabatan"]) == (dunia.bagian.id, "jabatan staf")


async def test_status_jabatan_is_definitif_when_left_out(dunia: Dunia) -> None:
    masukan = masukan_skp()
    del masukan["statusJabatan"]
    payload = berhasil(await dunia.staf.minta(SKP_BUAT, input=masukan))
    assert payload["skp"]["statusJabatan"] == StatusJabatan.DEFINITIF


async def test_null_is_not_omitted(dunia: Dunia) -> None:
    sebelum = await potret()
    for nama in masukan_skp():
        jawaban = await dunia.staf.minta(SKP_BUAT, input=masukan_skp() | {nama: None})
        ditolak_di_atas(jawaban, "BAD_INPUT")
    assert await potret() == sebelum


async def test_unreadable_dates_are_bad_input(dunia: Dunia) -> None:
    for tanggal in ("2026-02-30", "31-12-2026", "", "2026", 2026):
        jawaban = await dunia.staf.minta(SKP_BUAT, input=masukan_skp() | {"periodeAwal": tanggal})
        ditolak_di_atas(jawaban, "BAD_INPUT")


REFUSED: list[tuple[str, dict[str, Any], KodeKesalahan, list[str]]] = [
    (
        "reversed",
        {"periodeAwal": "2026-06-30", "periodeAkhir": "2026-01-01"},
        KodeKesalahan.PERIODE_TERBALIK,
        ["input", "periodeAkhir"],
    ),
    (
        "one day only: awal is not before akhir",
        {"periodeAwal": "2026-06-30", "periodeAkhir": "2026-06-30"},
        KodeKesalahan.PERIODE_TERBALIK,
        ["input", "periodeAkhir"],
    ),
    (
        "over new year",
        {"periodeAwal": "2026-07-01", "periodeAkhir": "2027-06-30"},
        KodeKesalahan.PERIODE_LINTAS_TAHUN,
        ["input", "periodeAkhir"],
    ),
    (
        "a year that there are no figures of",
        {"periodeAwal": "2101-01-01", "periodeAkhir": "2101-12-31"},
        KodeKesalahan.ANGKA_TIDAK_SAH,
        ["input", "periodeAwal"],
    ),
]


async def test_periods_that_cannot_be(dunia: Dunia) -> None:
    sebelum = await potret()
    for _, periode, kode, field in REFUSED:
        jawaban = await dunia.staf.minta(SKP_BUAT, input=masukan_skp() | periode)
        ditolak(jawaban, (kode, field))
    assert await potret() == sebelum


async def test_two_definitif_never_share_a_day(dunia: Dunia) -> None:
    await buat(dunia.staf, SEMESTER_1)
    sebelum = await potret()
    for periode in (
        SETAHUN,
        SEMESTER_1,
        (date(TAHUN, 6, 30), date(TAHUN, 12, 31)),
        (date(TAHUN, 3, 1), date(TAHUN, 3, 2)),
    ):
        jawaban = await dunia.staf.minta(SKP_BUAT, input=masukan_skp(periode))
        ditolak(jawaban, (KodeKesalahan.PERIODE_TUMPANG_TINDIH, ["input", "periodeAwal"]))
    assert await potret() == sebelum

    await buat(dunia.staf, SEMESTER_2)
    assert await hitungan(dunia.bagian.id) == (1, 0, 0)


async def test_acting_posts_may_overlap_anything(dunia: Dunia) -> None:
    for status in (StatusJabatan.PLT, StatusJabatan.PLT, StatusJabatan.PJB, StatusJabatan.PLH):
        await buat(dunia.staf, SETAHUN, status_jabatan=status)
    await buat(dunia.staf, SETAHUN)
    assert await hitungan(dunia.bagian.id) == (1, 0, 0)


async def test_another_persons_skp_does_not_overlap(dunia: Dunia) -> None:
    await buat(dunia.rekan)
    await buat(dunia.staf)
    assert await hitungan(dunia.bagian.id) == (2, 0, 0)


async def test_nobody_makes_none(dunia: Dunia) -> None:
    ditolak_di_atas(await minta(None, SKP_BUAT, input=masukan_skp()), "UNAUTHENTICATED")


async def test_a_closed_account_makes_none(dunia: Dunia) -> None:
    await Akun.filter(id=dunia.staf.akun.id).update(aktif=False)
    ditolak_di_atas(await dunia.staf.minta(SKP_BUAT, input=masukan_skp()), "UNAUTHENTICATED")


# The pejabat penilai (domain: struktur).


async def _penilai(siapa: Orang, periode: tuple[date, date] = SETAHUN) -> str | None:
    payload = berhasil(await siapa.minta(SKP_BUAT, input=masukan_skp(periode)))
    penilai = payload["skp"]["pejabatPenilai"]
    return None if penilai is None else str(penilai["nama"])


async def test_pejabat_penilai_is_the_nearest_pimpinan_who_is_not_oneself(dunia: Dunia) -> None:
    assert await _penilai(dunia.staf) == "kabag"
    assert await _penilai(dunia.kabag) == "kabiro"
    assert await _penilai(dunia.kabiro) == "kepala"
    assert await _penilai(dunia.admin) == "kepala"


async def test_a_roots_pimpinan_has_none(dunia: Dunia) -> None:
    assert await _penilai(dunia.kepala) is None


async def test_nobody_rates_where_no_post_is_filled(dunia: Dunia) -> None:
    assert await _penilai(dunia.asing) is None


async def test_a_vacant_post_is_passed_over(dunia: Dunia) -> None:
    await Unor.filter(id=dunia.bagian.id).update(pimpinan_id=None)
    assert await _penilai(dunia.staf) == "kabiro"
    await Unor.filter(id=dunia.biro.id).update(pimpinan_id=None)
    assert await _penilai(dunia.rekan) == "kepala"


async def test_an_inactive_pimpinan_leaves_his_post_vacant(dunia: Dunia) -> None:
    await Pegawai.filter(id=dunia.kabag.pegawai.id).update(aktif=False)
    assert await _penilai(dunia.staf) == "kabiro"


async def test_one_who_leads_both_levels_does_not_rate_himself(dunia: Dunia) -> None:
    await pimpin(dunia.biro, dunia.kabag)
    assert await _penilai(dunia.kabag) == "kepala"
    assert await _penilai(dunia.staf) == "kabag"


async def test_one_who_leads_every_level_has_none(dunia: Dunia) -> None:
    for place in (dunia.biro, dunia.akar):
        await pimpin(place, dunia.kabag)
    assert await _penilai(dunia.kabag) is None


async def test_the_pimpinan_of_a_unor_below_or_beside_does_not_rate(dunia: Dunia) -> None:
    sebelah = await unor(dunia.instansi, "biro sebelah", dunia.akar)
    kabiro_sebelah = await orang("kabiro sebelah", sebelah)
    await pimpin(sebelah, kabiro_sebelah)
    di_biro = await orang("staf biro", dunia.biro)
    assert await _penilai(di_biro) == "kabiro"
    assert await _penilai(kabiro_sebelah) == "kepala"


async def test_leading_another_unor_does_not_change_ones_own(dunia: Dunia) -> None:
    """staf leads the biro above from within the bagian: its pimpinan still rates him."""
    await pimpin(dunia.biro, dunia.staf)
    assert await _penilai(dunia.staf) == "kabag"
    assert await _penilai(dunia.kabag) == "staf"
