import type { Notifikasi } from '../graphql/dokumen';

type Isi = Pick<Notifikasi, 'jenis' | 'tahun'> & {
  readonly pelaku: { readonly nama: string } | null;
  readonly skp: { readonly tahun: number } | null;
};

/** Siapa berbuat apa terhadap SKP yang mana. */
export function kalimat({ jenis, tahun: ditunggu, pelaku, skp }: Isi): string {
  const siapa = pelaku?.nama ?? 'Seseorang';
  const tahun = skp ? ` tahun ${skp.tahun}` : '';
  switch (jenis) {
    case 'SKP_DIAJUKAN':
      return `${siapa} mengajukan SKP${tahun} kepada Anda`;
    case 'SKP_DISETUJUI':
      return `${siapa} menyetujui SKP Anda${tahun}`;
    case 'SKP_DIKEMBALIKAN':
      return `${siapa} mengembalikan SKP Anda${tahun} untuk diperbaiki`;
    case 'SKP_DIBUKA_KEMBALI':
      return `${siapa} membuka kembali SKP Anda${tahun}`;
    case 'SKP_DINILAI':
      return `${siapa} menilai SKP Anda${tahun}`;
    case 'PENILAIAN_DIBATALKAN':
      return `${siapa} membatalkan penilaian SKP Anda${tahun}`;
    case 'PEJABAT_PENILAI_DIGANTI':
      return `${siapa} mengganti pejabat penilai SKP${tahun}`;
    case 'MASUK_MATRIKS':
      return `${siapa} menempatkan SKP Anda${tahun} dalam matriksnya`;
    case 'RHK_DIBAGIKAN':
      return `${siapa} menambahkan RHK pada SKP Anda${tahun}`;
    case 'UMPAN_BALIK_DIBERIKAN':
      return `${siapa} memberi umpan balik atas SKP Anda${tahun}`;
    case 'KOREKSI_DIAJUKAN':
      return `${siapa} melaporkan datanya perlu dikoreksi`;
    case 'KOREKSI_DIPUTUSKAN':
      return `${siapa} memutuskan laporan koreksi Anda`;
    case 'SKP_DITUNGGU':
      return `${siapa} mengingatkan: SKP Anda tahun ${ditunggu} belum diajukan`;
    case 'PERSETUJUAN_DITUNGGU':
      return `${siapa} mengingatkan: ada SKP tahun ${ditunggu} yang menunggu keputusan Anda`;
  }
}
