"""The manual played as its readers would, chapter by chapter and in its own order."""

from collections.abc import AsyncIterator

import pytest

from models.counters import hari_ini, recount
from models.rules.vocabulary import AspekPerilaku
from tests.dunia import Dunia, orang
from tests.live.di_sini import di_sini
from tests.manual.cerita import (
    MATRIKS,
    TAHUN,
    Cerita,
    bab_3,
    bab_4,
    bab_5,
    buat_periode,
    tulis_skp,
)
from tests.manual.dokumen import (
    INDIKATOR_TAMBAH,
    RHK_TAMBAH,
    SKP_AJUKAN,
    SKP_BUAT,
    SKP_BUKA_KEMBALI,
    mutasi,
    setahun,
)
from tests.manual.panggung import Panggung, Pelaku, counters_are_a_recount

pytestmark = pytest.mark.anyio


@pytest.fixture
async def panggung(dunia: Dunia) -> AsyncIterator[Panggung]:
    dunia.orang["arsiparis"] = await orang("arsiparis", dunia.biro)
    await recount()
    async with di_sini() as layanan:
        yield Panggung(dunia, layanan)


# Chapter 2: in, and who is where.

UNOR_BUAT = mutasi("unorBuat", "unor { id }", masukan="UnorBuatInput")
PIMPINAN = mutasi(
    "unorPimpinanTetapkan",
    "unor { pimpinan { nama } statusPimpinan }",
    id_="id",
    masukan="UnorPimpinanTetapkanInput",
)
PEGAWAI_BUAT = mutasi("pegawaiBuat", "pegawai { id nip }", masukan="PegawaiBuatInput")
PINDAHKAN = mutasi(
    "pegawaiPindahkan", "pegawai { unor { nama } }", id_="id", masukan="PegawaiPindahkanInput"
)
KOREKSI = mutasi("koreksiAjukan", "koreksi { id status }", masukan="KoreksiAjukanInput")
KOREKSI_TERIMA = mutasi(
    "koreksiTerima", "koreksi { status tanggapan }", id_="id", masukan="KoreksiTerimaInput"
)
NONAKTIFKAN = mutasi("unorNonaktifkan", "unor { aktif }", id_="id")
SAYA = """
query ($tahun: Int) {
  saya {
    nama pegawai { unor { nama } atasan { nama } skp(tahun: $tahun) { id } }
    timKerjaDipimpin(tahun: $tahun) { nama } timKerjaDiikuti(tahun: $tahun) { nama }
  }
}
"""


async def test_bab_2_masuk_dan_mengatur_organisasi(panggung: Panggung) -> None:
    """In with NIP and password, onto an empty Daftar SKP; the admin sets up a unit and its people;
    who has the wrong atasan reports it, and is put right."""
    token = await panggung.layanan.token(panggung.staf.orang.pegawai)
    staf = Pelaku(panggung.layanan, panggung.staf.orang, token)
    saya = await staf.minta(SAYA, tahun=TAHUN)
    assert (saya["nama"], saya["pegawai"]["skp"]) == ("staf", [])
    assert saya["pegawai"]["atasan"] == {"nama": "kabag"}

    admin, dunia = panggung.admin, panggung.dunia
    made = {"indukId": f"unor_{dunia.biro.id}", "kode": "bagian-2", "nama": "Bagian Data"}
    unor_id = (await admin.minta(UNOR_BUAT, input=made))["unor"]["id"]
    assert await staf.ditolak(UNOR_BUAT, input=made | {"kode": "x"}) == ["BUKAN_ADMIN"]
    new = {
        "nip": "199001012015011001",
        "nama": "Pegawai Baru",
        "unorId": unor_id,
        "jenisPegawai": "PNS",
        "golongan": "III/a",
        "jenisJabatan": "JF_AHLI_PERTAMA",
        "namaJabatan": "Statistisi",
    }
    baru = (await admin.minta(PEGAWAI_BUAT, input=new))["pegawai"]
    assert await admin.ditolak(PEGAWAI_BUAT, input=new) == ["NIP_TERPAKAI"]
    head = {"pimpinanId": panggung.rekan.id, "statusJabatan": "PLT"}
    answer = await admin.minta(PIMPINAN, id=unor_id, input=head)
    assert answer["unor"] == {"pimpinan": {"nama": "rekan"}, "statusPimpinan": "PLT"}
    assert await admin.ditolak(NONAKTIFKAN, id=unor_id) == ["UNOR_BERPEGAWAI"]

    # He works in the new unit by now; nobody has told the system.
    report = {"jenis": "UNOR", "uraian": "Saya sudah di Bagian Data.", "usulanUnorId": unor_id}
    koreksi = (await staf.minta(KOREKSI, input=report))["koreksi"]
    assert koreksi["status"] == "DIAJUKAN"
    decided = await admin.minta(KOREKSI_TERIMA, id=koreksi["id"], input={"tanggapan": "Benar."})
    assert decided["koreksi"] == {"status": "DITERIMA", "tanggapan": "Benar."}
    saya = await staf.minta(SAYA, tahun=TAHUN)
    assert saya["pegawai"]["unor"] == {"nama": "Bagian Data"}
    assert saya["pegawai"]["atasan"] == {"nama": "rekan"}
    moved = await admin.minta(PINDAHKAN, id=baru["id"], input={"unorId": f"unor_{dunia.bagian.id}"})
    assert moved["pegawai"]["unor"] == {"nama": "bagian"}
    await counters_are_a_recount()


# Chapter 3: the SKP of a JPT.

LAMPIRAN = mutasi("lampiranTambah", "lampiran { id }", id_="skpId", masukan="LampiranTambahInput")
MUAT_ULANG = mutasi("skpMuatUlangPejabatPenilai", "skp { pejabatPenilai { nama } }", id_="id")
SALIN = mutasi(
    "skpSalin", "skp { id pendekatan rhk { uraian } }", id_="id", masukan="SkpSalinInput"
)
SKP = """
query ($id: ID!) {
  skp(id: $id) {
    status pendekatan pejabatPenilai { nama } pejabatPenilaiBerubah
    formulir { pimpinan klasifikasi intervensi targetDanPerspektif aspek }
    rhk { jenis klasifikasi uraian penugasanDari indikator { uraian target perspektif } }
    lampiran { jenis uraian }
    aksiTersedia { aksi boleh }
  }
}
"""


async def test_bab_3_skp_jpt_dan_pimpinan(panggung: Panggung) -> None:
    kabiro = panggung.kabiro
    skp_id = (await kabiro.minta(SKP_BUAT, input=setahun(TAHUN)))["skp"]["id"]
    assert (await kabiro.minta(MUAT_ULANG, id=skp_id))["skp"]["pejabatPenilai"] == {
        "nama": "kepala"
    }
    rhk = {
        "jenis": "UTAMA",
        "klasifikasi": "ORGANISASI",
        "uraian": "Layanan biro yang cepat",
        "penugasanDari": "Rencana strategis",
    }
    rhk_id = (await kabiro.minta(RHK_TAMBAH, skpId=skp_id, input=rhk))["rhk"]["id"]
    half = {"uraian": "Waktu layanan", "target": "2 hari"}
    await kabiro.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=half)
    assert await kabiro.ditolak(SKP_AJUKAN, id=skp_id) == ["INDIKATOR_TIDAK_LENGKAP"]
    skp = await kabiro.minta(SKP, id=skp_id)
    assert skp["formulir"] == {
        "pimpinan": True,
        "klasifikasi": True,
        "intervensi": False,
        "targetDanPerspektif": True,
        "aspek": False,
    }
    assert skp["rhk"][0] | {"indikator": []} == rhk | {"indikator": []}
    for jenis in ("DUKUNGAN_SUMBER_DAYA", "SKEMA_PERTANGGUNGJAWABAN", "KONSEKUENSI"):
        await kabiro.minta(LAMPIRAN, skpId=skp_id, input={"jenis": jenis, "uraian": jenis.title()})

    # 3.2: the qualitative approach has neither target nor perspektif.
    qualitative = setahun(TAHUN, "KUALITATIF") | {"statusJabatan": "PLT"}
    other_id = (await kabiro.minta(SKP_BUAT, input=qualitative))["skp"]["id"]
    other_rhk = (await kabiro.minta(RHK_TAMBAH, skpId=other_id, input=rhk))["rhk"]["id"]
    assert await kabiro.ditolak(INDIKATOR_TAMBAH, rhkId=other_rhk, input=half) == [
        "TARGET_TIDAK_BERLAKU"
    ]
    await kabiro.minta(INDIKATOR_TAMBAH, rhkId=other_rhk, input={"uraian": "Waktu layanan"})
    await kabiro.minta(SKP_AJUKAN, id=other_id)

    # Nobody types the same twice.
    again = {"periodeAwal": f"{TAHUN}-07-01", "periodeAkhir": f"{TAHUN}-12-31"}
    copy = await kabiro.minta(SALIN, id=other_id, input=again | {"statusJabatan": "PLH"})
    assert copy["skp"]["pendekatan"] == "KUALITATIF"
    assert copy["skp"]["rhk"] == [{"uraian": "Layanan biro yang cepat"}]
    await counters_are_a_recount()


# Chapter 4: the SKP of a pegawai.

PANTAU_SKP = """
subscription ($id: ID!) { skp(id: $id) { status rhkKandidatIntervensi { id uraian } } }
"""


async def test_bab_4_skp_pegawai_dan_pengajuan(panggung: Panggung) -> None:
    """What the atasan writes is there to be intervened while the pegawai's page is open."""
    kabag, kabiro = panggung.kabag, panggung.kabiro
    skp_id = (await kabag.minta(SKP_BUAT, input=setahun(TAHUN)))["skp"]["id"]
    async with kabag.pantau(PANTAU_SKP, id=skp_id) as layar:
        assert layar.tampil["rhkKandidatIntervensi"] == []
        await tulis_skp(kabiro, "Layanan biro yang cepat")
        shown = await layar.sampai(lambda skp: skp["rhkKandidatIntervensi"])
        [kandidat] = shown["rhkKandidatIntervensi"]
        rhk = {"jenis": "UTAMA", "uraian": "Berkas diperiksa setiap hari"}
        rhk_id = (await kabag.minta(RHK_TAMBAH, skpId=skp_id, input=rhk))["rhk"]["id"]
        assert sorted(await kabag.ditolak(SKP_AJUKAN, id=skp_id)) == [
            "RHK_TANPA_INDIKATOR",
            "RHK_UTAMA_TANPA_INTERVENSI",
        ]
        change = mutasi("rhkUbah", "rhk { id }", id_="id", masukan="RhkUbahInput")
        await kabag.minta(change, id=rhk_id, input={"rhkAtasanId": kandidat["id"]})
        measure = {"uraian": "Berkas", "target": "12", "perspektif": "PROSES_BISNIS"}
        await kabag.minta(INDIKATOR_TAMBAH, rhkId=rhk_id, input=measure | {"aspek": "KUANTITAS"})
        await kabag.minta(SKP_AJUKAN, id=skp_id)
        await layar.sampai(lambda skp: skp["status"] == "PENGAJUAN")
    # What was submitted cannot be changed till it is reviewed.
    assert await kabag.ditolak(RHK_TAMBAH, skpId=skp_id, input=rhk) == ["STATUS_TIDAK_SESUAI"]
    allowed = {
        one["aksi"]: one["boleh"] for one in (await kabag.minta(SKP, id=skp_id))["aksiTersedia"]
    }
    assert not allowed["UBAH"]
    assert not allowed["AJUKAN"]
    await counters_are_a_recount()


# Chapter 5: the matrix, and the SKP of bawahan.

TIM_BUAT = mutasi("timKerjaBuat", "timKerja { id jumlahAnggota }", masukan="TimKerjaBuatInput")
SINKRONKAN = mutasi("matriksSinkronkan", "matriks { jumlahBaris }", id_="id")
TAMBAH_PEGAWAI = mutasi(
    "matriksPegawaiTambah", "matriks { jumlahBaris }", id_="id", masukan="MatriksPegawaiTambahInput"
)
HAPUS_PEGAWAI = mutasi(
    "matriksPegawaiHapus", "matriks { jumlahBaris }", id_="id", masukan="MatriksPegawaiHapusInput"
)
TAMBAH_RHK = mutasi("matriksRhkTambah", "rhk { id }", id_="id", masukan="MatriksRhkTambahInput")
CARI = """
query ($nip: String!, $tahun: Int) {
  cariPegawai(nip: $nip) { nama skp(tahun: $tahun) { id status } }
}
"""
KISI = """
 ($id: ID!) {
  matriks(id: $id) {
    timKerja { nama }
    kolom { id uraian }
    baris {
      nodes {
        status pegawai { nama }
        skp { id rhk { uraian } }
        sel { kolom { id } rhk { uraian } }
      }
    }
  }
}
"""
SKP_BAWAHAN = """
query ($tahun: Int) {
  saya { skpBawahan(filter: {tahun: $tahun}) { nodes { id status pegawai { nama } } } }
}
"""
RHK = "query ($id: ID!) { skp(id: $id) { rhk { id } } }"
SETUJUI_BANYAK = """
mutation ($ids: [ID!]!) {
  skpSetujuiBanyak(ids: $ids) {
    hasil { id skp { status } userErrors { code } } userErrors { message code }
  }
}
"""


async def test_bab_5_matriks_dan_skp_bawahan(panggung: Panggung) -> None:
    cerita = Cerita()
    await bab_3(panggung, cerita)
    kabiro, kabag, arsiparis = panggung.kabiro, panggung.kabag, panggung.arsiparis
    whole = (await kabiro.minta(MATRIKS, id=cerita.skp["kabiro"]))["matriks"][0]["id"]
    async with kabiro.pantau(f"subscription {KISI}", id=whole) as layar:
        assert layar.tampil["baris"]["nodes"] == []
        await bab_4(panggung, cerita)
        rows = (await layar.sampai(lambda m: _statuses(m) == ["PENGAJUAN"]))["baris"]["nodes"]
        [row] = rows
        assert row["pegawai"] == {"nama": "kabag"}
        assert row["skp"]["rhk"] == [{"uraian": "Berkas diperiksa setiap hari"}]
        assert row["sel"] == [
            {
                "kolom": {"id": cerita.rhk["kabiro"]},
                "rhk": [{"uraian": "Berkas diperiksa setiap hari"}],
            }
        ]

        # A team; a draft shows that it is there, and nothing of what is in it.
        team = {"nama": "Tim Arsip", "tahun": TAHUN, "anggotaIds": [arsiparis.id]}
        tim = (await kabiro.minta(TIM_BUAT, input=team))["timKerja"]
        assert tim["jumlahAnggota"] == 1
        assert (await arsiparis.minta(SAYA, tahun=TAHUN))["timKerjaDiikuti"] == [
            {"nama": "Tim Arsip"}
        ]
        made = await arsiparis.minta(SKP_BUAT, input=setahun(TAHUN))
        skp_id = cerita.skp["arsiparis"] = made["skp"]["id"]
        shown = await layar.sampai(lambda m: _statuses(m) == ["PENGAJUAN", "DRAFT"])
        assert shown["baris"]["nodes"][1]["skp"] is None
        assert shown["baris"]["nodes"][1]["sel"][0]["rhk"] == []
        matrices = (await kabiro.minta(MATRIKS, id=cerita.skp["kabiro"]))["matriks"]
        assert [one["jumlahBaris"] for one in matrices] == [2, 1]

        # Tambah RHK: under one of his own, on a row that is still a draft.
        handed = {"skpId": skp_id, "rhkAtasanId": cerita.rhk["kabiro"], "jenis": "UTAMA"}
        await kabiro.minta(TAMBAH_RHK, id=whole, input=handed | {"uraian": "Arsip rapi"})
        await layar.sampai(
            lambda m: m["baris"]["nodes"][1]["sel"][0]["rhk"] == [{"uraian": "Arsip rapi"}]
        )
        closed = handed | {"skpId": cerita.skp["kabag"], "uraian": "Terlambat"}
        assert await kabiro.ditolak(TAMBAH_RHK, id=whole, input=closed) == ["STATUS_TIDAK_SESUAI"]
        [rhk] = (await arsiparis.minta(RHK, id=skp_id))["rhk"]
        measure = {"uraian": "Arsip", "target": "9", "perspektif": "PENGUATAN_INTERNAL"}
        await arsiparis.minta(INDIKATOR_TAMBAH, rhkId=rhk["id"], input=measure)
        await arsiparis.minta(SKP_AJUKAN, id=skp_id)

        # Edit Status, for many at once; Tambah and Hapus Pegawai by NIP.
        ids = [cerita.skp["kabag"], skp_id, cerita.skp["kabiro"]]
        hasil = (await kabiro.minta(SETUJUI_BANYAK, ids=ids))["hasil"]
        assert [one["skp"] and one["skp"]["status"] for one in hasil] == [
            "PERSETUJUAN",
            "PERSETUJUAN",
            None,
        ]
        assert [error["code"] for error in hasil[2]["userErrors"]] == ["BUKAN_PEJABAT_PENILAI"]
        await layar.sampai(lambda m: _statuses(m) == ["PERSETUJUAN"] * 2)
        await tulis_skp(panggung.staf, "Hasil kerja staf")
        found = await kabiro.minta(CARI, nip=panggung.staf.nip, tahun=TAHUN)
        [plan] = found["skp"]
        await kabiro.minta(TAMBAH_PEGAWAI, id=whole, input={"skpId": plan["id"]})
        await layar.sampai(lambda m: _statuses(m) == ["PERSETUJUAN", "PERSETUJUAN", "DRAFT"])
        await kabiro.minta(HAPUS_PEGAWAI, id=whole, input={"skpId": plan["id"]})
        answer = await kabiro.minta(SINKRONKAN, id=whole)
        assert answer["matriks"]["jumlahBaris"] == 2
    bawahan = (await kabiro.minta(SKP_BAWAHAN, tahun=TAHUN))["skpBawahan"]["nodes"]
    assert {one["pegawai"]["nama"]: one["status"] for one in bawahan} == {
        "kabag": "PERSETUJUAN",
        "arsiparis": "PERSETUJUAN",
    }
    assert await kabag.ditolak(f"query {KISI}", id=whole) == ["NOT_FOUND"]
    await counters_are_a_recount()


def _statuses(matriks: dict[str, dict[str, list[dict[str, str]]]]) -> list[str]:
    return [row["status"] for row in matriks["baris"]["nodes"]]


# Chapter 6: what is done, and what is thought of it.

RENCANA = mutasi(
    "rencanaAksiTambah", "rencanaAksi { id }", id_="rhkId", masukan="RencanaAksiTambahInput"
)
EVIDEN = mutasi("evidenTambah", "eviden { id }", id_="rhkId", masukan="EvidenTambahInput")
REALISASI = mutasi(
    "realisasiTetapkan", "indikator { id }", id_="indikatorId", masukan="RealisasiTetapkanInput"
)
PROGRES = mutasi(
    "progresHarianTambah",
    "progresHarian { id }",
    id_="rencanaAksiId",
    masukan="ProgresHarianTambahInput",
)
UMPAN_BALIK = mutasi(
    "umpanBalikTambah", "umpanBalik { id asal }", id_="skpId", masukan="UmpanBalikTambahInput"
)
EKSPEKTASI = mutasi(
    "ekspektasiTetapkan", "skp { id }", id_="skpId", masukan="EkspektasiTetapkanInput"
)
NILAI = mutasi(
    "penilaianTetapkan", "penilaian { predikat }", id_="skpId", masukan="PenilaianTetapkanInput"
)
NILAI_BANYAK = """
mutation ($input: PenilaianTetapkanBanyakInput!) {
  penilaianTetapkanBanyak(input: $input) {
    hasil { id penilaian { predikat } userErrors { code } } userErrors { message code }
  }
}
"""
KURVA = """
 ($siapa: ID!, $periode: ID!) {
  kurva(pejabatPenilaiId: $siapa, periodeId: $periode) {
    andaian organisasi total dinilai kenyataan { predikat jumlah }
    cukupOrang pemeriksaan { aturan terpenuhi }
  }
}
"""
LEMBAR = """
query ($periode: ID!) {
  saya {
    penilaianBawahan(filter: {periodeId: $periode}) {
      nodes {
        pegawai { nama } predikat hariTanpaProgres
        kekurangan { jenis jumlah }
        aksiTersedia { aksi boleh alasan { code } }
      }
    }
  }
}
"""
HASIL = """
query ($id: ID!, $periode: ID!) {
  skp(id: $id) {
    rhk {
      rencanaAksi(periodeId: $periode) { uraian jumlahRealisasi satuan }
      eviden(periodeId: $periode) { nama tautan }
      umpanBalik(periodeId: $periode) { uraian asal }
      indikator { id realisasi(periodeId: $periode) { realisasi sumberData } }
    }
    umpanBalik(periodeId: $periode) { aspek asal uraian pemberi { nama } }
    ekspektasi { aspek uraian }
    penilaian(periodeId: $periode) { hasilKerja perilaku predikat }
  }
}
"""


async def test_bab_6_penilaian(panggung: Panggung) -> None:
    cerita = Cerita()
    for bab in (bab_3, bab_4, bab_5):
        await bab(panggung, cerita)
    cerita.periode = await buat_periode(panggung.admin)
    await _penilaian_diri(panggung, cerita)
    await _penilaian_bawahan(panggung, cerita)
    await _rekan_kerja(panggung, cerita)
    about = {"id": cerita.skp["staf"], "periode": cerita.periode}
    assert (await panggung.staf.minta(HASIL, **about))["penilaian"] == [
        {"hasilKerja": "DI_ATAS", "perilaku": "DI_ATAS", "predikat": "SANGAT_BAIK"}
    ]
    await counters_are_a_recount()


async def _penilaian_diri(panggung: Panggung, cerita: Cerita) -> None:
    """6.1: rencana aksi first, then eviden and realisasi; what was done day by day adds up."""
    staf, rekan, periode = panggung.staf, panggung.rekan, cerita.periode
    skp_id, rhk_id = cerita.skp["staf"], cerita.rhk["staf"]
    proof = {"periodeId": periode, "nama": "Laporan", "tautan": "https://drive.example/laporan"}
    assert await staf.ditolak(EVIDEN, rhkId=rhk_id, input=proof) == ["TANPA_RENCANA_AKSI"]
    plan = {"periodeId": periode, "uraian": "Memeriksa setiap pagi"}
    rencana = (await staf.minta(RENCANA, rhkId=rhk_id, input=plan))["rencanaAksi"]["id"]
    assert await rekan.ditolak(RENCANA, rhkId=rhk_id, input=plan) == ["NOT_FOUND"]
    link = proof | {"tautan": "javascript:alert(1)"}
    assert await staf.ditolak(EVIDEN, rhkId=rhk_id, input=link) == ["TAUTAN_TIDAK_SAH"]
    await staf.minta(EVIDEN, rhkId=rhk_id, input=proof)
    today = hari_ini().isoformat()
    for mulai, selesai, banyak in (("08:00", "09:30", 3), ("09:30", "11:00", 4)):
        done = {
            "tanggal": today,
            "jamMulai": mulai,
            "jamSelesai": selesai,
            "kegiatan": "Memeriksa berkas",
            "realisasi": banyak,
            "satuan": "berkas",
        }
        await staf.minta(PROGRES, rencanaAksiId=rencana, input=done)
    hasil = await staf.minta(HASIL, id=skp_id, periode=periode)
    assert hasil["rhk"][0]["rencanaAksi"] == [
        {"uraian": "Memeriksa setiap pagi", "jumlahRealisasi": 7, "satuan": "berkas"}
    ]
    [indikator] = hasil["rhk"][0]["indikator"]
    reached = {"periodeId": periode, "realisasi": "12 berkas", "sumberData": "Buku agenda"}
    await staf.minta(REALISASI, indikatorId=indikator["id"], input=reached)


async def _penilaian_bawahan(panggung: Panggung, cerita: Cerita) -> None:
    """6.2.1: the list of bawahan says what is missing; feedback and expectation. Then the ratings,
    by which the curve moves (6.2.2)."""
    kabag, staf, periode = panggung.kabag, panggung.staf, cerita.periode
    skp_id, rhk_id = cerita.skp["staf"], cerita.rhk["staf"]
    lembar = (await kabag.minta(LEMBAR, periode=periode))["penilaianBawahan"]["nodes"]
    missing = {one["pegawai"]["nama"]: one["kekurangan"] for one in lembar}
    assert {one["jenis"] for one in missing["staf"]} == {"UMPAN_BALIK", "RATING"}
    assert {one["jenis"] for one in missing["rekan"]} == {
        *("RENCANA_AKSI", "EVIDEN", "REALISASI", "UMPAN_BALIK", "RATING")
    }
    said = {"periodeId": periode, "rhkId": rhk_id, "uraian": "Teruskan."}
    answer = await kabag.minta(UMPAN_BALIK, skpId=skp_id, input=said)
    assert answer["umpanBalik"]["asal"] == "ATASAN"
    loyal = AspekPerilaku.LOYAL.value
    await kabag.minta(EKSPEKTASI, skpId=skp_id, input={"aspek": loyal, "uraian": "Teladan."})
    curve = {"siapa": kabag.id, "periode": periode}
    async with kabag.pantau(f"subscription {KURVA}", **curve) as layar:
        assert (layar.tampil["total"], layar.tampil["dinilai"]) == (2, 0)
        assert layar.tampil["andaian"]
        assert not layar.tampil["cukupOrang"]
        half = {"periodeId": periode, "hasilKerja": "DI_ATAS"}
        answer = await kabag.minta(NILAI, skpId=skp_id, input=half)
        assert answer["penilaian"]["predikat"] is None
        rest = {"periodeId": periode, "perilaku": "DI_ATAS"}
        answer = await kabag.minta(NILAI, skpId=skp_id, input=rest)
        assert answer["penilaian"]["predikat"] == "SANGAT_BAIK"
        await layar.sampai(lambda kurva: kurva["dinilai"] == 1)
        rows = [
            {"skpId": cerita.skp["rekan"], "hasilKerja": "SESUAI", "perilaku": "SESUAI"},
            {"skpId": cerita.skp["kabiro"], "hasilKerja": "SESUAI", "perilaku": "SESUAI"},
        ]
        many = await kabag.minta(NILAI_BANYAK, input={"periodeId": periode, "penilaian": rows})
        first, second = many["hasil"]
        assert first["penilaian"]["predikat"] == "BAIK"
        assert second["userErrors"] != []
        shown = await layar.sampai(lambda kurva: kurva["dinilai"] == 2)
        given = {titik["predikat"]: titik["jumlah"] for titik in shown["kenyataan"]}
        assert (given["SANGAT_BAIK"], given["BAIK"]) == (1, 1)
    assert await staf.ditolak(NILAI, skpId=skp_id, input=half) == ["BUKAN_PEJABAT_PENILAI"]
    assert await kabag.ditolak(SKP_BUKA_KEMBALI, id=skp_id, input={"alasan": "x"}) == [
        "SUDAH_DINILAI"
    ]


async def _rekan_kerja(panggung: Panggung, cerita: Cerita) -> None:
    """6.2.3: a rekan kerja, found by NIP, on behaviour."""
    staf, rekan, periode = panggung.staf, panggung.rekan, cerita.periode
    loyal = AspekPerilaku.LOYAL.value
    [plan_] = (await rekan.minta(CARI, nip=staf.nip, tahun=TAHUN))["skp"]
    said = {"periodeId": periode, "aspek": loyal, "uraian": "Selalu membantu."}
    answer = await rekan.minta(UMPAN_BALIK, skpId=plan_["id"], input=said)
    assert answer["umpanBalik"]["asal"] == "REKAN_KERJA"
    hasil = await staf.minta(HASIL, id=cerita.skp["staf"], periode=periode)
    assert hasil["umpanBalik"] == [
        {
            "aspek": loyal,
            "asal": "REKAN_KERJA",
            "uraian": "Selalu membantu.",
            "pemberi": {"nama": "rekan"},
        }
    ]


# Chapter 7: the dashboards.

PENGISIAN = """
subscription ($tahun: Int!) {
  dashboardPengisian(tahun: $tahun) { utama { total belumBuat draft pengajuan persetujuan } }
}
"""
KETERLIBATAN = """
subscription ($tahun: Int!) { dashboardMatriks(tahun: $tahun) { utama { total nol satu lebih } } }
"""
PENILAIAN = """
subscription ($tahun: Int!) {
  dashboardPenilaian(tahun: $tahun) { utama { total belumDinilai baik sangatBaik } }
}
"""
PERORANGAN = """
query ($id: ID!, $tahun: Int!, $periode: ID!, $filter: PeroranganFilter) {
  unor(id: $id) {
    perorangan(tahun: $tahun, filter: $filter) {
      totalCount
      nodes {
        pegawai { nama } pengisian keterlibatan penilaian(periodeId: $periode) { predikat }
      }
    }
  }
}
"""


async def test_bab_7_dashboard(panggung: Panggung) -> None:
    """Three screens are open while everything of chapters 3 to 6 happens."""
    cerita = Cerita()
    boss = panggung.super
    async with (
        boss.pantau(PENGISIAN, tahun=TAHUN) as pengisian,
        boss.pantau(KETERLIBATAN, tahun=TAHUN) as keterlibatan,
        boss.pantau(PENILAIAN, tahun=TAHUN) as penilaian,
    ):
        people = pengisian.tampil["utama"]["total"]
        assert pengisian.tampil["utama"]["belumBuat"] == people
        await bab_3(panggung, cerita)
        await pengisian.sampai(lambda d: d["utama"]["persetujuan"] == 1)
        await bab_4(panggung, cerita)
        await pengisian.sampai(lambda d: d["utama"]["pengajuan"] == 1)
        await keterlibatan.sampai(lambda d: d["utama"]["satu"] == 1)
        await bab_5(panggung, cerita)
        await pengisian.sampai(lambda d: d["utama"]["persetujuan"] == 4)
        await keterlibatan.sampai(lambda d: d["utama"]["satu"] == 3)
        cerita.periode = await buat_periode(panggung.admin)
        rating = {"periodeId": cerita.periode, "hasilKerja": "SESUAI", "perilaku": "SESUAI"}
        await panggung.kabag.minta(NILAI, skpId=cerita.skp["staf"], input=rating)
        await penilaian.sampai(lambda d: d["utama"]["baik"] == 1)
        better = rating | {"hasilKerja": "DI_ATAS", "perilaku": "DI_ATAS"}
        await panggung.kabag.minta(NILAI, skpId=cerita.skp["staf"], input=better)
        shown = await penilaian.sampai(lambda d: d["utama"]["sangatBaik"] == 1)
        assert shown["utama"] == {
            "total": people,
            "belumDinilai": people - 1,
            "baik": 0,
            "sangatBaik": 1,
        }
    about = {
        "id": f"unor_{panggung.dunia.biro.id}",
        "tahun": TAHUN,
        "periode": cerita.periode,
    }
    everybody = (await panggung.kabiro.minta(PERORANGAN, **about))["perorangan"]
    assert everybody["totalCount"] == 5  # kabiro, arsiparis, kabag, staf, rekan
    rated = {"dinilai": True, "periodeId": cerita.periode}
    one = (await panggung.kabiro.minta(PERORANGAN, **about, filter=rated))["perorangan"]
    assert one["nodes"] == [
        {
            "pegawai": {"nama": "staf"},
            "pengisian": "PERSETUJUAN",
            "keterlibatan": "SATU",
            "penilaian": [{"predikat": "SANGAT_BAIK"}],
        }
    ]
    nobody = (await panggung.staf.minta(PERORANGAN, **about))["perorangan"]
    assert nobody["totalCount"] == 0
    await counters_are_a_recount()
