"""The life of an SKP: every status × aksi × actor, against the table of domain 2 written anew."""

import dataclasses
import itertools

import pytest

from models.rules.aktor import Aktor
from models.rules.alasan import KodeKesalahan
from models.rules.skp import NEXT, KeadaanSkp, incomplete, refusals, rhk_refusals, terisi_refusals
from models.rules.vocabulary import AksiSkp, Pendekatan, Peran, StatusSkp

PEMILIK, PENILAI = 1, 2

LENGKAP = KeadaanSkp(
    status=StatusSkp.DRAFT,
    pegawai_id=PEMILIK,
    pejabat_penilai_id=PENILAI,
    pendekatan=Pendekatan.KUANTITATIF,
    rhk_utama=2,
    rhk_tanpa_indikator=0,
    indikator_tak_lengkap=0,
    utama_tanpa_intervensi=0,
    ada_kandidat=True,
    rhk_diintervensi=0,
    terisi=0,
    dinilai=False,
)


def _aktor(pegawai_id: int, peran: Peran = Peran.PEGAWAI, admin: int | None = None) -> Aktor:
    return Aktor(pegawai_id, pegawai_id, pegawai_id, 1, peran, admin, 0)


AKTOR = {
    "pemilik": _aktor(PEMILIK),
    "pejabat penilai": _aktor(PENILAI),
    "admin instansi": _aktor(3, Peran.ADMIN_INSTANSI, 1),
    "super admin": _aktor(4, Peran.SUPER_ADMIN),
    "orang lain": _aktor(5),
    "pemilik yang juga admin": _aktor(PEMILIK, Peran.ADMIN_INSTANSI, 1),
    "penilai yang juga super": _aktor(PENILAI, Peran.SUPER_ADMIN),
}

# Domain 2 and 6: who may do what when. Everything that is not here is refused. SALIN is possible
# in any status, and changes none.
BOLEH: dict[AksiSkp, tuple[StatusSkp, int, StatusSkp | None]] = {
    AksiSkp.UBAH: (StatusSkp.DRAFT, PEMILIK, StatusSkp.DRAFT),
    AksiSkp.HAPUS: (StatusSkp.DRAFT, PEMILIK, None),
    AksiSkp.MUAT_ULANG_PEJABAT_PENILAI: (StatusSkp.DRAFT, PEMILIK, StatusSkp.DRAFT),
    AksiSkp.AJUKAN: (StatusSkp.DRAFT, PEMILIK, StatusSkp.PENGAJUAN),
    AksiSkp.SETUJUI: (StatusSkp.PENGAJUAN, PENILAI, StatusSkp.PERSETUJUAN),
    AksiSkp.KEMBALIKAN: (StatusSkp.PENGAJUAN, PENILAI, StatusSkp.DRAFT),
    AksiSkp.BUKA_KEMBALI: (StatusSkp.PERSETUJUAN, PENILAI, StatusSkp.DRAFT),
}
BUKAN = {PEMILIK: KodeKesalahan.BUKAN_PEMILIK, PENILAI: KodeKesalahan.BUKAN_PEJABAT_PENILAI}


def _codes(aktor: Aktor, keadaan: KeadaanSkp, aksi: AksiSkp) -> list[KodeKesalahan]:
    return [alasan.code for alasan in refusals(aktor, keadaan, aksi)]


def test_the_table_names_every_aksi() -> None:
    assert {*BOLEH, AksiSkp.SALIN} == set(AksiSkp)
    wanted = {(status, aksi): ke for aksi, (status, _, ke) in BOLEH.items()}
    assert wanted | {(status, AksiSkp.SALIN): status for status in StatusSkp} == dict(NEXT)


@pytest.mark.parametrize(
    ("status", "aksi", "siapa"),
    [*itertools.product(StatusSkp, AksiSkp, AKTOR)],
)
def test_every_status_aksi_and_actor(status: StatusSkp, aksi: AksiSkp, siapa: str) -> None:
    wanted_status, wanted_person, _ = BOLEH.get(aksi, (status, PEMILIK, status))
    codes = _codes(AKTOR[siapa], dataclasses.replace(LENGKAP, status=status), aksi)
    if AKTOR[siapa].pegawai_id != wanted_person:
        assert codes == [BUKAN[wanted_person]]
    elif status is not wanted_status:
        assert codes == [KodeKesalahan.STATUS_TIDAK_SESUAI]
    else:
        assert codes == []


def test_every_refusal_says_what_to_do() -> None:
    pesan = {
        alasan.message
        for status, aksi, aktor in itertools.product(StatusSkp, AksiSkp, AKTOR.values())
        for alasan in refusals(aktor, dataclasses.replace(LENGKAP, status=status), aksi)
    }
    assert len(pesan) == 2 + len(StatusSkp)  # the person, or the status
    assert all(len(satu) > 30 and satu.endswith(".") for satu in pesan)


@pytest.mark.parametrize("aksi", BOLEH)
def test_without_a_pejabat_penilai_nobody_is_one(aksi: AksiSkp) -> None:
    yatim = dataclasses.replace(LENGKAP, status=StatusSkp.PENGAJUAN, pejabat_penilai_id=None)
    for siapa in AKTOR.values():
        assert _codes(siapa, yatim, aksi) != []


KURANG: dict[KodeKesalahan, dict[str, object]] = {
    KodeKesalahan.TANPA_PEJABAT_PENILAI: {"pejabat_penilai_id": None},
    KodeKesalahan.TANPA_RHK_UTAMA: {"rhk_utama": 0},
    KodeKesalahan.RHK_TANPA_INDIKATOR: {"rhk_tanpa_indikator": 1},
    KodeKesalahan.INDIKATOR_TIDAK_LENGKAP: {"indikator_tak_lengkap": 3},
    KodeKesalahan.RHK_UTAMA_TANPA_INTERVENSI: {"utama_tanpa_intervensi": 2},
}


@pytest.mark.parametrize(
    "sebab",
    [
        sebab
        for banyak in range(len(KURANG) + 1)
        for sebab in itertools.combinations(KURANG, banyak)
    ],
)
def test_every_combination_of_what_is_missing(sebab: tuple[KodeKesalahan, ...]) -> None:
    keadaan = LENGKAP
    for kode in sebab:
        keadaan = dataclasses.replace(keadaan, **KURANG[kode])  # type: ignore[arg-type]
    assert [alasan.code for alasan in incomplete(keadaan)] == list(sebab)
    assert _codes(AKTOR["pemilik"], keadaan, AksiSkp.AJUKAN) == list(sebab)


def test_an_unlinked_utama_waits_for_no_atasan_without_rhk() -> None:
    keadaan = dataclasses.replace(LENGKAP, utama_tanpa_intervensi=2, ada_kandidat=False)
    assert incomplete(keadaan) == ()


def test_what_is_missing_is_no_matter_of_anybody_else() -> None:
    keadaan = dataclasses.replace(LENGKAP, rhk_utama=0)
    assert _codes(AKTOR["super admin"], keadaan, AksiSkp.AJUKAN) == [KodeKesalahan.BUKAN_PEMILIK]
    diajukan = dataclasses.replace(keadaan, status=StatusSkp.PENGAJUAN)
    assert _codes(AKTOR["pemilik"], diajukan, AksiSkp.AJUKAN) == [KodeKesalahan.STATUS_TIDAK_SESUAI]


@pytest.mark.parametrize("banyak", [1, 7])
def test_what_a_bawahan_builds_on_stays(banyak: int) -> None:
    keadaan = dataclasses.replace(LENGKAP, rhk_diintervensi=banyak)
    assert _codes(AKTOR["pemilik"], keadaan, AksiSkp.HAPUS) == [KodeKesalahan.RHK_DIINTERVENSI]
    assert [alasan.code for alasan in rhk_refusals(banyak)] == [KodeKesalahan.RHK_DIINTERVENSI]
    assert _codes(AKTOR["pemilik"], keadaan, AksiSkp.UBAH) == []
    assert _codes(AKTOR["pemilik"], keadaan, AksiSkp.AJUKAN) == []


def test_what_was_filled_in_stays() -> None:
    for terisi, diintervensi, aksi in itertools.product((0, 1, 7), (0, 2), AksiSkp):
        keadaan = dataclasses.replace(LENGKAP, terisi=terisi, rhk_diintervensi=diintervensi)
        refused = KodeKesalahan.SUDAH_DIISI in _codes(AKTOR["pemilik"], keadaan, aksi)
        assert refused == (terisi > 0 and aksi is AksiSkp.HAPUS)
        both = len(_codes(AKTOR["pemilik"], keadaan, AksiSkp.HAPUS))
        assert both == bool(terisi) + bool(diintervensi)
    assert terisi_refusals(0) == ()


def test_what_was_rated_is_not_reopened() -> None:
    for dinilai, status, aksi in itertools.product((True, False), StatusSkp, AksiSkp):
        keadaan = dataclasses.replace(LENGKAP, status=status, dinilai=dinilai)
        reopened = (status, aksi) == (StatusSkp.PERSETUJUAN, AksiSkp.BUKA_KEMBALI)
        siapa = AKTOR["pejabat penilai"]
        refused = KodeKesalahan.SUDAH_DINILAI in _codes(siapa, keadaan, aksi)
        assert refused == (dinilai and reopened)


def test_what_nobody_builds_on_may_go() -> None:
    assert rhk_refusals(0) == ()
