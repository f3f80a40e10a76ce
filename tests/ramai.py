"""The small world, filled: SKP in every status, in two periods, in both instansi, and with them a
row or more of every noun."""

from datetime import UTC, date, datetime

from models.database import fetch
from models.koreksi import Koreksi
from models.organisasi import Pegawai, Unor
from models.pelaksanaan import (
    Ekspektasi,
    Eviden,
    ProgresHarian,
    Realisasi,
    RencanaAksi,
    UmpanBalik,
)
from models.penilaian import Penilaian, PredikatOrganisasi
from models.riwayat import Riwayat
from models.rules.vocabulary import JenisJabatan, Peran
from models.skp import Lampiran, Rhk
from tests.buatan import (
    SEMESTER_1,
    SEMESTER_2,
    SETAHUN,
    TAHUN,
    ajukan,
    berhasil,
    buat,
    isi_lengkap,
    kunci,
    setujui,
    tambah_indikator,
    tambah_rhk,
)
from tests.buatan_matriks import MATRIKS_TAMBAH, buat_tim, matriks
from tests.dunia import Dunia, Orang, beri_peran, orang, pimpin
from tests.penilai import buat_periode

RAHASIA_B = "hanya-untuk-B"  # stands in every text of B
OF_B = {"asing", "asing_2", "kepala_b", "admin_b", "super"}
SEKARANG = datetime(TAHUN, 1, 31, tzinfo=UTC)


async def ramaikan(dunia: Dunia) -> None:
    await _isi_a(dunia)
    await _isi_b(dunia)


async def _isi_a(dunia: Dunia) -> None:
    """kabag has a draft for each half-year; staf submitted for the first, lama was approved for
    the whole year, rekan drafts the second; kabiro drafts the year. kabag leads a team of rekan and
    kepala, kabiro one of lama. kabiro put staf's SKP into his matriks and gave rekan an RHK; kabag
    put the admin's in, of whom he knows no more. staf intervenes an RHK that is not for him."""
    dunia.orang["lama"] = await orang("lama", dunia.bagian)
    await buat_tim(dunia.kabag, dunia.rekan, dunia.kepala)
    await buat_tim(dunia.kabiro, dunia.lama)
    for semester in (SEMESTER_1, SEMESTER_2):
        kabag = await buat(dunia.kabag, semester)
        await tambah_indikator(dunia.kabag, await tambah_rhk(dunia.kabag, kabag))
    atas = await buat(dunia.kabiro)
    rhk_atas = await tambah_rhk(dunia.kabiro, atas)
    await tambah_indikator(dunia.kabiro, rhk_atas)
    staf = await buat(dunia.staf, SEMESTER_1)
    await isi_lengkap(dunia.staf, staf)
    await ajukan(dunia.staf, staf)
    await Rhk.create(
        skp_id=kunci(staf), jenis="UTAMA", uraian="x", urutan=9, rhk_atasan_id=kunci(rhk_atas)
    )
    rekan = await buat(dunia.rekan, SEMESTER_2)
    await isi_lengkap(dunia.rekan, rekan)
    lama = await buat(dunia.lama, SETAHUN)
    await isi_lengkap(dunia.lama, lama)
    await ajukan(dunia.lama, lama)
    await setujui(dunia.kabag, lama)
    semua = await matriks(atas)
    berhasil(await dunia.kabiro.minta(MATRIKS_TAMBAH, id=semua, skpId=staf))
    admin = await buat(dunia.admin)
    berhasil(await dunia.kabag.minta(MATRIKS_TAMBAH, id=await matriks(kabag), skpId=admin))
    given = await tambah_rhk(dunia.rekan, rekan)
    await Rhk.filter(id=kunci(given)).update(
        rhk_atasan_id=kunci(rhk_atas), pembagi_id=dunia.kabiro.pegawai.id
    )
    periode = await buat_periode(dunia.instansi)
    for skp_id, pemilik in ((lama, dunia.lama), (rekan, dunia.rekan)):
        await _jalankan(skp_id, periode, dunia.kabag, dunia.admin)
        await _laporkan(pemilik, dunia.kepala, dunia.biro, dunia.super)
    await _catat(periode, dunia.bagian, dunia.staf)


async def _isi_b(dunia: Dunia) -> None:
    """The same in small: kepala_b leads; asing submitted, asing_2 drafts."""
    akar_b = await Unor.get(id=dunia.asing.pegawai.unor_id)
    for nama in ("kepala_b", "asing_2", "admin_b"):
        dunia.orang[nama] = await orang(f"{RAHASIA_B} {nama}", akar_b, JenisJabatan.JPT_MADYA)
    await pimpin(akar_b, dunia.kepala_b)
    await beri_peran(dunia.admin_b, Peran.ADMIN_INSTANSI, dunia.lain.id)
    await buat_tim(dunia.kepala_b, dunia.asing_2, nama=RAHASIA_B)
    skp_id = await buat(dunia.kepala_b)
    rhk_id = await tambah_rhk(dunia.kepala_b, skp_id, uraian=RAHASIA_B)
    await tambah_indikator(dunia.kepala_b, rhk_id, uraian=RAHASIA_B)
    periode = await buat_periode(dunia.lain)
    for siapa in (dunia.asing, dunia.asing_2):
        skp_id = await buat(siapa)
        await isi_lengkap(siapa, skp_id, uraian=RAHASIA_B)
        await _jalankan(skp_id, periode, dunia.kepala_b, dunia.admin_b, RAHASIA_B)
        await _laporkan(siapa, dunia.kepala_b, akar_b, dunia.admin_b, RAHASIA_B)
        if siapa is dunia.asing:
            await ajukan(siapa, skp_id)
    await _catat(periode, akar_b, dunia.asing, RAHASIA_B)


async def _jalankan(
    skp_id: str, periode_id: str, penilai: Orang, rekan: Orang, teks: str = "x"
) -> None:
    """One of everything that is written, done and said for an SKP."""
    skp, periode = kunci(skp_id), kunci(periode_id)
    rows = await fetch(
        "SELECT i.id, i.rhk_id FROM indikator i JOIN rhk r ON r.id = i.rhk_id WHERE r.skp_id = $1",
        [skp],
    )
    rhk, indikator = rows[0]["rhk_id"], rows[0]["id"]
    await Lampiran.create(skp_id=skp, jenis="KONSEKUENSI", uraian=teks, urutan=1)
    await Ekspektasi.create(skp_id=skp, aspek="LOYAL", uraian=teks)
    rencana = await RencanaAksi.create(rhk_id=rhk, periode_id=periode, uraian=teks)
    await ProgresHarian.create(
        rencana_aksi=rencana,
        tanggal=date(TAHUN, 1, 5),
        jam_mulai="08:00",
        jam_selesai="09:00",
        kegiatan=teks,
        realisasi=1,
        satuan="berkas",
    )
    await Eviden.create(rhk_id=rhk, periode_id=periode, nama=teks, tautan="https://a.go.id")
    await Realisasi.create(
        indikator_id=indikator, periode_id=periode, realisasi=teks, sumber_data=teks
    )
    for pemberi, asal in ((penilai, "ATASAN"), (rekan, "REKAN_KERJA")):
        await UmpanBalik.create(
            skp_id=skp,
            periode_id=periode,
            aspek="LOYAL",
            asal=asal,
            pemberi=pemberi.pegawai,
            uraian=teks,
            waktu=SEKARANG,
        )
    await Penilaian.create(skp_id=skp, periode_id=periode, hasil_kerja="SESUAI")


async def _laporkan(
    siapa: Orang, atasan: Orang, unor: Unor, pemutus: Orang, teks: str = "x"
) -> None:
    """What is wrong about somebody, and decided."""
    await Koreksi.create(
        pegawai=siapa.pegawai,
        jenis="PEJABAT_PENILAI",
        uraian=teks,
        usulan_atasan=atasan.pegawai,
        usulan_unor=unor,
        status="DITOLAK",
        diajukan=SEKARANG,
        diputuskan=SEKARANG,
        pemutus=pemutus.pegawai,
        tanggapan=teks,
    )


async def _catat(periode_id: str, unor: Unor, siapa: Orang, teks: str = "x") -> None:
    """A predikat of the unor, and on record what was done to it, to the periode, to somebody, and
    to what has no history of its own."""
    await PredikatOrganisasi.create(unor=unor, periode_id=kunci(periode_id), predikat="BAIK")
    await Pegawai.filter(id=siapa.pegawai.id).update(pejabat_penilai_id=unor.pimpinan_id)
    for noun, key in (
        ("unor", unor.id),
        ("pegawai", siapa.pegawai.id),
        ("periodepenilaian", kunci(periode_id)),
        ("akun", siapa.akun.id),
    ):
        await Riwayat.create(noun=noun, noun_id=key, aksi="UBAH", waktu=SEKARANG, alasan=teks)
