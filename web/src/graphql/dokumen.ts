import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from './tada';

export const MASUK = graphql(`
  mutation Masuk($nip: String!, $kataSandi: String!) {
    masuk(input: { nip: $nip, kataSandi: $kataSandi }) {
      token
      refreshToken
      kedaluwarsa
      pegawai {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`);

export const SEGARKAN = graphql(`
  mutation Segarkan($refreshToken: String!) {
    segarkan(input: { refreshToken: $refreshToken }) {
      token
      refreshToken
      kedaluwarsa
    }
  }
`);

export const KELUAR = graphql(`
  mutation Keluar($refreshToken: String!) {
    keluar(input: { refreshToken: $refreshToken }) {
      userErrors {
        message
      }
    }
  }
`);

export const SAYA = graphql(`
  query Saya {
    saya {
      nip
      nama
      peran
      instansi {
        id
        nama
      }
      memimpin {
        id
        nama
      }
    }
  }
`);

export const SKP_SAYA = graphql(`
  query SkpSaya($tahun: Int!) {
    saya {
      pegawai {
        namaJabatan
        skp(tahun: $tahun) {
          id
          status
          periodeAwal
          periodeAkhir
        }
      }
    }
  }
`);

const LINGKUP = graphql(`
  fragment Lingkup on LingkupDashboard {
    jenis
    id
    nama
  }
`);

const ANGKA_PENGISIAN = graphql(`
  fragment AngkaPengisian on RekapPengisian {
    total
    belumBuat
    draft
    pengajuan
    persetujuan
  }
`);

export const PENGISIAN = graphql(
  `
    subscription Pengisian($tahun: Int!, $instansiId: ID, $unorId: ID) {
      dasbor: dashboardPengisian(tahun: $tahun, instansiId: $instansiId, unorId: $unorId) {
        versi
        lengkap
        lingkup {
          ...Lingkup
        }
        jejak {
          ...Lingkup
        }
        utama {
          ...AngkaPengisian
        }
        langsung {
          ...AngkaPengisian
        }
        unit {
          id
          indukId
          nama
          jumlahAnak
          total
          belumBuat
          draft
          pengajuan
          persetujuan
        }
      }
    }
  `,
  [LINGKUP, ANGKA_PENGISIAN],
);

const ANGKA_MATRIKS = graphql(`
  fragment AngkaMatriks on RekapMatriks {
    total
    nol
    satu
    lebih
  }
`);

export const MATRIKS = graphql(
  `
    subscription Matriks($tahun: Int!, $instansiId: ID, $unorId: ID) {
      dasbor: dashboardMatriks(tahun: $tahun, instansiId: $instansiId, unorId: $unorId) {
        versi
        lengkap
        lingkup {
          ...Lingkup
        }
        jejak {
          ...Lingkup
        }
        utama {
          ...AngkaMatriks
        }
        langsung {
          ...AngkaMatriks
        }
        unit {
          id
          indukId
          nama
          jumlahAnak
          total
          nol
          satu
          lebih
        }
      }
    }
  `,
  [LINGKUP, ANGKA_MATRIKS],
);

const ANGKA_PENILAIAN = graphql(`
  fragment AngkaPenilaian on RekapPenilaian {
    total
    belumDinilai
    sangatKurang
    kurang
    butuhPerbaikan
    baik
    sangatBaik
  }
`);

export const PENILAIAN = graphql(
  `
    subscription Penilaian($tahun: Int, $periodeId: ID, $instansiId: ID, $unorId: ID) {
      dasbor: dashboardPenilaian(
        tahun: $tahun
        periodeId: $periodeId
        instansiId: $instansiId
        unorId: $unorId
      ) {
        versi
        lengkap
        lingkup {
          ...Lingkup
        }
        jejak {
          ...Lingkup
        }
        periode {
          nama
        }
        utama {
          ...AngkaPenilaian
        }
        langsung {
          ...AngkaPenilaian
        }
        unit {
          id
          indukId
          nama
          jumlahAnak
          total
          belumDinilai
          sangatKurang
          kurang
          butuhPerbaikan
          baik
          sangatBaik
        }
      }
    }
  `,
  [LINGKUP, ANGKA_PENILAIAN],
);

const PERIODE_INSTANSI = graphql(`
  fragment PeriodeInstansi on Instansi {
    periodePenilaian(tahun: $tahun) {
      id
      nama
      jenis
    }
  }
`);

export const PERIODE = graphql(
  `
    query Periode($lingkupId: ID!, $tahun: Int!) {
      node(id: $lingkupId) {
        ... on Instansi {
          ...PeriodeInstansi
        }
        ... on Unor {
          instansi {
            ...PeriodeInstansi
          }
        }
      }
    }
  `,
  [PERIODE_INSTANSI],
);

export const AKAR = graphql(`
  query Akar($instansiId: ID!) {
    instansi(id: $instansiId) {
      unor(first: 1, filter: { aktif: true }) {
        nodes {
          id
        }
      }
    }
  }
`);

export const PERORANGAN = graphql(`
  query Perorangan(
    $unorId: ID!
    $tahun: Int!
    $periodeId: ID
    $filter: PeroranganFilter
    $first: Int!
    $after: String
  ) {
    unor(id: $unorId) {
      perorangan(tahun: $tahun, filter: $filter, first: $first, after: $after) {
        nodes {
          pegawai {
            id
            nama
            nip
            namaJabatan
            unor {
              nama
            }
          }
          pengisian
          keterlibatan
          jumlahMatriks
          penilaian(periodeId: $periodeId) {
            predikat
            periode {
              jenis
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const PERJALANAN = graphql(`
  fragment Perjalanan on RiwayatPengisian {
    versi
    lengkap
    titik {
      tanggal
      total
      belumBuat
      draft
      pengajuan
      persetujuan
    }
  }
`);

export const RIWAYAT = graphql(
  `
    subscription Riwayat($tahun: Int!, $instansiId: ID, $unorId: ID) {
      riwayatPengisian(tahun: $tahun, instansiId: $instansiId, unorId: $unorId) {
        ...Perjalanan
      }
    }
  `,
  [PERJALANAN],
);

export const RIWAYAT_LALU = graphql(
  `
    query RiwayatLalu($tahun: Int!, $instansiId: ID, $unorId: ID) {
      riwayatPengisian(tahun: $tahun, instansiId: $instansiId, unorId: $unorId) {
        ...Perjalanan
      }
    }
  `,
  [PERJALANAN],
);

const PEMBERITAHUAN = graphql(`
  fragment Pemberitahuan on Saya {
    notifikasiBelumDibaca
    notifikasi(first: 10) {
      nodes {
        id
        jenis
        waktu
        dibaca
        alasan
        tahun
        pelaku {
          nama
        }
        skp {
          tahun
          periodeAwal
          periodeAkhir
        }
        koreksi {
          uraian
        }
      }
    }
  }
`);

export const NOTIFIKASI = graphql(
  `
    subscription Notifikasi {
      saya {
        ...Pemberitahuan
      }
    }
  `,
  [PEMBERITAHUAN],
);

export const TANDAI_DIBACA = graphql(
  `
    mutation TandaiDibaca {
      notifikasiTandaiDibaca {
        saya {
          ...Pemberitahuan
        }
      }
    }
  `,
  [PEMBERITAHUAN],
);

export const INGATKAN = graphql(`
  mutation Ingatkan($id: ID!, $input: UnorIngatkanInput!) {
    unorIngatkan(id: $id, input: $input) {
      jumlahPegawai
      jumlahPejabatPenilai
      userErrors {
        message
      }
    }
  }
`);

export type Saya = NonNullable<ResultOf<typeof SAYA>['saya']>;
export type Lingkup = ResultOf<typeof LINGKUP>;
export type Periode = ResultOf<typeof PERIODE_INSTANSI>['periodePenilaian'][number];
export type Orang = NonNullable<ResultOf<typeof PERORANGAN>['unor']>['perorangan']['nodes'][number];
export type Saringan = NonNullable<VariablesOf<typeof PERORANGAN>['filter']>;
export type Riwayat = ResultOf<typeof PERJALANAN>;
export type Titik = Riwayat['titik'][number];
export type Pemberitahuan = ResultOf<typeof PEMBERITAHUAN>;
export type Notifikasi = Pemberitahuan['notifikasi']['nodes'][number];
