import type { Notifikasi } from '../graphql/dokumen';

type Isi = Pick<Notifikasi, 'jenis'> & {
  readonly pelaku: { readonly nama: string } | null;
  readonly skp: { readonly tahun: number } | null;
};

/** Siapa berbuat apa terhadap SKP yang mana. */
export function kalimat({ jenis, pelaku, skp }: Isi): string {
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
  }
}
