"""The GraphQL that the simulation speaks."""

from models.rules.vocabulary import AksiSkp

MASUK = """
mutation Masuk($nip: String!, $kataSandi: String!) {
  masuk(input: {nip: $nip, kataSandi: $kataSandi}) {
    token refreshToken kedaluwarsa userErrors { message code }
  }
}
"""

SEGARKAN = """
mutation Segarkan($refreshToken: String!) {
  segarkan(input: {refreshToken: $refreshToken}) {
    token refreshToken kedaluwarsa userErrors { message code }
  }
}
"""

SAYA = """
query Saya($tahun: Int!) {
  saya {
    pegawai {
      skp(tahun: $tahun) {
        id status pendekatan periodeAwal periodeAkhir
        pejabatPenilai { nip }
        aksiTersedia { aksi boleh }
        rhkKandidatIntervensi { id }
        rhk {
          id jenis rhkAtasan { id } rhkBawahan { id }
          indikator { id target realisasi { periode { id } } }
          rencanaAksi {
            id satuan periode { id } progresHarian(first: 100) { nodes { tanggal } }
          }
          eviden { periode { id } }
          umpanBalik { periode { id } }
        }
        penilaian {
          hasilKerja perilaku
          periode { id nama awal akhir }
          aksiTersedia { aksi boleh }
        }
      }
    }
  }
}
"""

SAYA_PIMPINAN = """
query SayaPimpinan($tahun: Int!) {
  saya {
    timKerjaDipimpin(tahun: $tahun) { id nama anggota(first: 100) { nodes { id } } }
    pegawai {
      skp(tahun: $tahun) {
        matriks {
          id kolom { id }
          baris(first: 100) {
            nodes { status pegawai { id nama } skpRingkas { id } sel { rhk { id } } }
          }
        }
      }
    }
  }
}
"""

SKP_BUAT = """
mutation SkpBuat($input: SkpBuatInput!) {
  skpBuat(input: $input) { skp { status } userErrors { message code } }
}
"""

RHK_TAMBAH = """
mutation RhkTambah($skpId: ID!, $input: RhkTambahInput!) {
  rhkTambah(skpId: $skpId, input: $input) { rhk { id } userErrors { message code } }
}
"""

RHK_UBAH = """
mutation RhkUbah($id: ID!, $input: RhkUbahInput!) {
  rhkUbah(id: $id, input: $input) { rhk { id } userErrors { message code } }
}
"""

RHK_HAPUS = """
mutation RhkHapus($id: ID!) {
  rhkHapus(id: $id) { userErrors { message code } }
}
"""

INDIKATOR_TAMBAH = """
mutation IndikatorTambah($rhkId: ID!, $input: IndikatorTambahInput!) {
  indikatorTambah(rhkId: $rhkId, input: $input) { indikator { id } userErrors { message code } }
}
"""

RENCANA_AKSI_TAMBAH = """
mutation RencanaAksiTambah($rhkId: ID!, $input: RencanaAksiTambahInput!) {
  rencanaAksiTambah(rhkId: $rhkId, input: $input) { userErrors { message code } }
}
"""

EVIDEN_TAMBAH = """
mutation EvidenTambah($rhkId: ID!, $input: EvidenTambahInput!) {
  evidenTambah(rhkId: $rhkId, input: $input) { userErrors { message code } }
}
"""

REALISASI_TETAPKAN = """
mutation RealisasiTetapkan($indikatorId: ID!, $input: RealisasiTetapkanInput!) {
  realisasiTetapkan(indikatorId: $indikatorId, input: $input) { userErrors { message code } }
}
"""

PROGRES_HARIAN_TAMBAH = """
mutation ProgresHarianTambah($rencanaAksiId: ID!, $input: ProgresHarianTambahInput!) {
  progresHarianTambah(rencanaAksiId: $rencanaAksiId, input: $input) {
    userErrors { message code }
  }
}
"""

UMPAN_BALIK_TAMBAH = """
mutation UmpanBalikTambah($skpId: ID!, $input: UmpanBalikTambahInput!) {
  umpanBalikTambah(skpId: $skpId, input: $input) { userErrors { message code } }
}
"""

PENILAIAN_TETAPKAN = """
mutation PenilaianTetapkan($skpId: ID!, $input: PenilaianTetapkanInput!) {
  penilaianTetapkan(skpId: $skpId, input: $input) { userErrors { message code } }
}
"""

TIM_KERJA_BUAT = """
mutation TimKerjaBuat($input: TimKerjaBuatInput!) {
  timKerjaBuat(input: $input) { timKerja { id } userErrors { message code } }
}
"""

TIM_KERJA_ANGGOTA_TAMBAH = """
mutation TimKerjaAnggotaTambah($id: ID!, $input: TimKerjaAnggotaTambahInput!) {
  timKerjaAnggotaTambah(id: $id, input: $input) { userErrors { message code } }
}
"""

MATRIKS_RHK_TAMBAH = """
mutation MatriksRhkTambah($id: ID!, $input: MatriksRhkTambahInput!) {
  matriksRhkTambah(id: $id, input: $input) { rhk { id } userErrors { message code } }
}
"""


def _plain(name: str) -> str:
    return (
        f"mutation($id: ID!) {{ {name}(id: $id) {{ skp {{ status }}"
        " userErrors { message code } } }"
    )


def _with_reason(name: str) -> str:
    """Without `skp`: afterwards it is a DRAFT, which the pejabat penilai does not see."""
    return (
        f"mutation($id: ID!, $input: AlasanInput!) {{ {name}(id: $id, input: $input)"
        " { userErrors { message code } } }"
    )


TRANSISI = {
    AksiSkp.AJUKAN: _plain("skpAjukan"),
    AksiSkp.SETUJUI: _plain("skpSetujui"),
    AksiSkp.KEMBALIKAN: _with_reason("skpKembalikan"),
    AksiSkp.BUKA_KEMBALI: _with_reason("skpBukaKembali"),
}
