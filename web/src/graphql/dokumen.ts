import type { ResultOf } from 'gql.tada';
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

export const PENGISIAN = graphql(`
  subscription Pengisian($tahun: Int!, $instansiId: ID, $unorId: ID) {
    dashboardPengisian(tahun: $tahun, instansiId: $instansiId, unorId: $unorId) {
      versi
      lengkap
      lingkup {
        jenis
        id
        nama
      }
      jejak {
        jenis
        id
        nama
      }
      utama {
        total
        belumBuat
        draft
        pengajuan
        persetujuan
      }
      langsung {
        total
        belumBuat
        draft
        pengajuan
        persetujuan
      }
      unit {
        id
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
`);

export const RIWAYAT = graphql(`
  subscription Riwayat($tahun: Int!, $instansiId: ID, $unorId: ID) {
    riwayatPengisian(tahun: $tahun, instansiId: $instansiId, unorId: $unorId) {
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
  }
`);

export const RIWAYAT_LALU = graphql(`
  query RiwayatLalu($tahun: Int!, $instansiId: ID, $unorId: ID) {
    riwayatPengisian(tahun: $tahun, instansiId: $instansiId, unorId: $unorId) {
      titik {
        tanggal
        total
        belumBuat
        draft
        pengajuan
        persetujuan
      }
    }
  }
`);

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
        pelaku {
          nama
        }
        skp {
          tahun
          periodeAwal
          periodeAkhir
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

export type Saya = NonNullable<ResultOf<typeof SAYA>['saya']>;
export type Pengisian = ResultOf<typeof PENGISIAN>['dashboardPengisian'];
export type Lingkup = Pengisian['lingkup'];
export type Rekap = Pengisian['utama'];
export type Unit = Pengisian['unit'][number];
export type Riwayat = ResultOf<typeof RIWAYAT>['riwayatPengisian'];
export type Titik = Riwayat['titik'][number];
export type Pemberitahuan = ResultOf<typeof PEMBERITAHUAN>;
export type Notifikasi = Pemberitahuan['notifikasi']['nodes'][number];
