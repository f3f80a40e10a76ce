"""koreksiTerima: what was wrong is right, and nobody stays blocked by what it was."""

import asyncio
import json
from datetime import date, timedelta
from typing import Any

import pytest

from models.counters import differences, hari_ini
from models.database import fetch
from models.organisasi import Pegawai, Unor
from models.rules.alasan import KodeKesalahan
from models.rules.vocabulary import (
    JenisJabatan,
    JenisKoreksi,
    JenisPeriode,
    StatusKoreksi,
    StatusSkp,
)
from tests.buatan import (
    SETUJUI,
    Jejak,
    baris_skp,
    berhasil,
    buat,
    buat_berstatus,
    ditolak,
    ditolak_di_atas,
    hitungan,
    jejak,
    kunci,
    potret,
    tolak_id_asal,
)
from tests.dunia import Dunia, Orang, pimpin
from tests.mutations.test_koreksi_ajukan import AJUKAN
from tests.mutations.test_koreksi_tolak import TOLAK
from tests.organisasi import (
    baca_pegawai,
    baca_unor,
    ditolak_semua,
    hanya_admin,
    id_pegawai,
    id_unor,
    kode,
)
from tests.penilai import BATALKAN, SESUAI, buat_periode, hitungan_penilaian, nilai

pytestmark = pytest.mark.anyio

TERIMA = """
mutation ($id: ID!, $input: KoreksiTerimaInput = {}) {
  koreksiTerima(id: $id, input: $input) {
    koreksi { status tanggapan pemutus { nama } diputuskan } userErrors { code field message }
  }
}
"""
TAHUN_INI = (date(hari_ini().year, 1, 1), date(hari_ini().year, 12, 31))
TENGAH = date(hari_ini().year, 6, 30)


async def lapor(siapa: Orang, jenis: JenisKoreksi, **usulan: Any) -> str:
    """A koreksi that waits; its id."""
    masukan = {"jenis": jenis, "uraian": "Keliru.", **usulan}
    return str(berhasil(await siapa.minta(AJUKAN, input=masukan))["koreksi"]["id"])


async def _told() -> list[tuple[int, str, int | None, str | None]]:
    rows = await fetch(
        "SELECT pegawai_id, jenis, skp_id, alasan FROM notifikasi"
        " WHERE jenis IN ('PEJABAT_PENILAI_DIGANTI', 'KOREKSI_DIPUTUSKAN') ORDER BY id"
    )
    return [tuple(row.values()) for row in rows]


async def test_a_wrong_pejabat_penilai_blocks_nobody(dunia: Dunia) -> None:
    """What was submitted to somebody else goes to the right one, as it is."""
    skp_id = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PENGAJUAN, TAHUN_INI)
    isi = await fetch("SELECT * FROM rhk JOIN indikator ON indikator.rhk_id = rhk.id")
    staf, rekan = dunia.staf.pegawai.id, dunia.rekan.pegawai.id
    id_ = await lapor(
        dunia.staf, JenisKoreksi.PEJABAT_PENILAI, usulanAtasanId=id_pegawai(dunia.rekan)
    )
    payload = berhasil(await dunia.admin.minta(TERIMA, id=id_, input={"tanggapan": " Betul. "}))
    assert payload["koreksi"].pop("diputuskan") is not None
    assert payload["koreksi"] == {
        "status": StatusKoreksi.DITERIMA,
        "tanggapan": "Betul.",
        "pemutus": {"nama": "admin"},
    }
    assert (await baca_pegawai(dunia.staf)).pejabat_penilai_id == rekan
    changed = [one.aksi for one in await jejak(id_pegawai(dunia.staf))]
    assert changed == ["PEJABAT_PENILAI_TETAPKAN"]
    assert [one.aksi for one in await jejak(id_)] == ["AJUKAN", "TERIMA"]
    catatan = (await jejak(skp_id))[-1]
    assert (catatan.aksi, catatan.pelaku_id) == ("PEJABAT_PENILAI_GANTI", dunia.admin.pegawai.id)
    assert catatan.dari == f'{{"pejabatPenilaiId": "{id_pegawai(dunia.kabag)}"}}'
    assert await _told() == [
        (staf, "PEJABAT_PENILAI_DIGANTI", kunci(skp_id), None),
        (rekan, "PEJABAT_PENILAI_DIGANTI", kunci(skp_id), None),
        (staf, "KOREKSI_DIPUTUSKAN", None, "Betul."),
    ]
    isi_kini = await fetch("SELECT * FROM rhk JOIN indikator ON indikator.rhk_id = rhk.id")
    assert isi_kini == isi
    ditolak_di_atas(await dunia.kabag.minta(SETUJUI, id=skp_id), "NOT_FOUND")
    berhasil(await dunia.rekan.minta(SETUJUI, id=skp_id))
    assert await differences() == []


async def test_what_is_still_to_be_rated_moves_and_the_rest_stays(dunia: Dunia) -> None:
    """Over or rated in part: somebody must give what is missing, and can undo what there is."""
    tahun = hari_ini().year
    tahun_lalu = (date(tahun - 1, 1, 1), date(tahun - 1, 12, 31))
    disetujui = StatusSkp.PERSETUJUAN
    lewat = await buat_berstatus(dunia.staf, dunia.kabag, disetujui, tahun_lalu)
    dinilai = await buat_berstatus(dunia.staf, dunia.kabag, disetujui, TAHUN_INI)
    draft = await buat(dunia.staf, (date(tahun + 1, 1, 1), date(tahun + 1, 12, 31)))
    triwulan = (tahun_lalu[0], date(tahun - 1, 3, 31))
    awal = await buat_periode(dunia.instansi, triwulan, JenisPeriode.TRIWULAN)
    akhir = await buat_periode(dunia.instansi, tahun_lalu)
    ratings = {"hasilKerja": SESUAI, "perilaku": SESUAI}
    await nilai(dunia.kabag, lewat, awal, **ratings)
    await nilai(dunia.kabag, dinilai, await buat_periode(dunia.instansi, TAHUN_INI), **ratings)

    id_ = await lapor(dunia.staf, JenisKoreksi.PEJABAT_PENILAI)
    masukan = {"atasanId": id_pegawai(dunia.rekan)}
    berhasil(await dunia.super.minta(TERIMA, id=id_, input=masukan))

    rated_by = [(await baris_skp(skp))["pejabat_penilai_id"] for skp in (lewat, dinilai, draft)]
    kabag, rekan = dunia.kabag.pegawai.id, dunia.rekan.pegawai.id
    assert rated_by == [rekan, kabag, rekan]
    told = [kunci(lewat)] * 2 + [kunci(draft)] * 2
    assert [skp for _, _, skp, _ in await _told()] == [*told, None]
    assert await hitungan_penilaian(dunia.bagian.id) == (0, 0, 0, 2, 0)
    await nilai(dunia.rekan, lewat, akhir, **ratings)
    undone = {"periodeId": awal, "alasan": "Keliru."}
    berhasil(await dunia.rekan.minta(BATALKAN, skpId=lewat, input=undone))
    assert await differences() == []


async def _in_matrices_of(skp_id: str) -> list[int]:
    rows = await fetch(
        "SELECT top.pegawai_id FROM baris_matriks baris JOIN matriks ON matriks.id ="
        " baris.matriks_id JOIN skp top ON top.id = matriks.skp_id WHERE baris.skp_id = $1",
        [kunci(skp_id)],
    )
    return [row["pegawai_id"] for row in rows]


async def test_a_wrong_unor(dunia: Dunia) -> None:
    for pimpinan in (dunia.kabag, dunia.kabiro):
        await buat(pimpinan, TAHUN_INI)
    skp_id = await buat(dunia.staf, TAHUN_INI)
    assert await _in_matrices_of(skp_id) == [dunia.kabag.pegawai.id]
    id_ = await lapor(dunia.staf, JenisKoreksi.UNOR, usulanUnorId=id_unor(dunia.biro))
    masukan = {"namaJabatan": "Analis", "jenisJabatan": JenisJabatan.JF_AHLI_PERTAMA}
    berhasil(await dunia.admin.minta(TERIMA, id=id_, input=masukan))
    staf = await baca_pegawai(dunia.staf)
    assert (staf.unor_id, staf.nama_jabatan) == (dunia.biro.id, "Analis")
    row = await baris_skp(skp_id)
    assert row["pejabat_penilai_id"] == dunia.kabiro.pegawai.id
    place = (row["unor_id"], row["jenis_jabatan"], row["nama_jabatan"])
    assert place == (dunia.biro.id, JenisJabatan.JF_AHLI_PERTAMA, "Analis")
    catatan = json.loads((await jejak(skp_id))[-1].dari or "")
    assert catatan == {
        "pejabatPenilaiId": id_pegawai(dunia.kabag),
        "unorId": id_unor(dunia.bagian),
        "jenisJabatan": JenisJabatan.JF_AHLI_MUDA,
        "namaJabatan": dunia.staf.pegawai.nama_jabatan,
    }
    assert await _in_matrices_of(skp_id) == [dunia.kabiro.pegawai.id]
    assert await hitungan(dunia.biro.id, TAHUN_INI[0].year) == (2, 0, 0)
    assert await differences() == []

    # To another instansi, and so out of the post that he leads: as super admins move people.
    await pimpin(dunia.bagian, dunia.staf)
    there = await Unor.get(instansi_id=dunia.lain.id)
    await pimpin(there, dunia.asing)
    id_ = await lapor(dunia.staf, JenisKoreksi.UNOR, usulanUnorId=id_unor(dunia.biro))
    masukan = {"unorId": id_unor(there)}
    ditolak_di_atas(await dunia.admin.minta(TERIMA, id=id_, input=masukan), "NOT_FOUND")
    berhasil(await dunia.super.minta(TERIMA, id=id_, input=masukan))
    assert (await baca_pegawai(dunia.staf)).instansi_id == dunia.lain.id
    assert (await baca_unor(dunia.bagian)).pimpinan_id is None
    assert (await baris_skp(skp_id))["pejabat_penilai_id"] == dunia.asing.pegawai.id
    assert await _in_matrices_of(skp_id) == []
    assert await differences() == []


async def test_a_wrong_jabatan_and_anything_else(dunia: Dunia) -> None:
    """Where nobody is found who rates, whoever does so stays; what was approved keeps the jabatan
    that it was made for."""
    semester_1, semester_2 = ((TAHUN_INI[0], TENGAH), (TENGAH + timedelta(1), TAHUN_INI[1]))
    lama = await buat_berstatus(dunia.staf, dunia.kabag, StatusSkp.PERSETUJUAN, semester_1)
    skp_id = await buat(dunia.staf, semester_2)
    await Unor.all().update(pimpinan_id=None)
    id_ = await lapor(dunia.staf, JenisKoreksi.JABATAN)
    masukan = {"jenisJabatan": JenisJabatan.PELAKSANA}
    berhasil(await dunia.admin.minta(TERIMA, id=id_, input=masukan))
    assert (await baca_pegawai(dunia.staf)).jenis_jabatan is JenisJabatan.PELAKSANA
    jabatan = [(await baris_skp(skp))["jenis_jabatan"] for skp in (lama, skp_id)]
    assert jabatan == [JenisJabatan.JF_AHLI_MUDA, JenisJabatan.PELAKSANA]
    assert (await jejak(skp_id))[-1] == Jejak(
        "JABATAN_GANTI",
        dunia.admin.pegawai.id,
        None,
        '{"jenisJabatan": "JF_AHLI_MUDA"}',
        '{"jenisJabatan": "PELAKSANA"}',
    )
    catatan = (await jejak(id_))[-1]
    assert json.loads(catatan.ke or "") == {"status": StatusKoreksi.DITERIMA}

    id_ = await lapor(dunia.staf, JenisKoreksi.LAINNYA)
    berhasil(await dunia.admin.minta(TERIMA, id=id_, input={"tanggapan": "Dicatat."}))
    assert (await baris_skp(skp_id))["pejabat_penilai_id"] == dunia.kabag.pegawai.id
    assert [(jenis, alasan) for _, jenis, _, alasan in await _told()] == [
        ("KOREKSI_DIPUTUSKAN", None),
        ("KOREKSI_DIPUTUSKAN", "Dicatat."),
    ]


async def test_refusals(dunia: Dunia) -> None:
    ids = {jenis: await lapor(dunia.staf, jenis) for jenis in JenisKoreksi}
    await Pegawai.filter(id=dunia.rekan.pegawai.id).update(aktif=False)
    rekan, biro = id_pegawai(dunia.rekan), id_unor(dunia.biro)
    cases: list[tuple[JenisKoreksi, dict[str, str], KodeKesalahan, str]] = [
        (JenisKoreksi.PEJABAT_PENILAI, {}, KodeKesalahan.WAJIB_DIISI, "atasanId"),
        (JenisKoreksi.UNOR, {}, KodeKesalahan.WAJIB_DIISI, "unorId"),
        (JenisKoreksi.JABATAN, {}, KodeKesalahan.WAJIB_DIISI, "namaJabatan"),
        (JenisKoreksi.LAINNYA, {"tanggapan": " "}, KodeKesalahan.WAJIB_DIISI, "tanggapan"),
        (
            JenisKoreksi.JABATAN,
            {"namaJabatan": "Analis", "unorId": biro},
            KodeKesalahan.MASUKAN_TIDAK_BERLAKU,
            "unorId",
        ),
        (
            JenisKoreksi.PEJABAT_PENILAI,
            {"atasanId": rekan},
            KodeKesalahan.PEGAWAI_TIDAK_AKTIF,
            "atasanId",
        ),
        (
            JenisKoreksi.UNOR,
            {"unorId": biro, "namaJabatan": " "},
            KodeKesalahan.WAJIB_DIISI,
            "namaJabatan",
        ),
    ]
    await ditolak_semua(
        dunia.admin,
        TERIMA,
        [
            ({"id": ids[jenis], "input": masukan}, [(code, ["input", field])])
            for jenis, masukan, code, field in cases
        ],
    )
    id_ = ids[JenisKoreksi.LAINNYA]
    berhasil(await dunia.admin.minta(TERIMA, id=id_, input={"tanggapan": "Ya."}))
    sebelum = await potret()
    decided = (KodeKesalahan.KOREKSI_SUDAH_DIPUTUSKAN, None)
    ditolak(await dunia.admin.minta(TERIMA, id=id_, input={"tanggapan": "Ya."}), decided)
    assert await potret() == sebelum


async def test_only_his_admins(dunia: Dunia) -> None:
    id_ = await lapor(dunia.staf, JenisKoreksi.LAINNYA)
    masukan, tidak = {"tanggapan": "Ya."}, (dunia.kabag, dunia.rekan)
    await hanya_admin(dunia, TERIMA, (dunia.staf,), tidak, id=id_, input=masukan)
    await tolak_id_asal(dunia.admin, TERIMA, "id", ("pegawai_1",), input=masukan)


async def test_it_is_decided_once(dunia: Dunia) -> None:
    id_ = await lapor(dunia.staf, JenisKoreksi.UNOR, usulanUnorId=id_unor(dunia.biro))
    jawaban = await asyncio.gather(
        dunia.admin.minta(TERIMA, id=id_),
        dunia.super.minta(TOLAK, id=id_, tanggapan="Tidak."),
        dunia.super.minta(TERIMA, id=id_),
    )
    assert kode(jawaban) == [[], *[[KodeKesalahan.KOREKSI_SUDAH_DIPUTUSKAN]] * 2]
    assert len(await _told()) == 1
