import type { Rekap } from '../graphql/dokumen';

export type Status = Exclude<keyof Rekap, 'total'>;

/** Dari yang paling selesai; urutan ini sama di angka, batang, dan kolom. */
export const STATUS: readonly { readonly kunci: Status; readonly nama: string }[] = [
  { kunci: 'persetujuan', nama: 'Persetujuan' },
  { kunci: 'pengajuan', nama: 'Pengajuan' },
  { kunci: 'draft', nama: 'Draft' },
  { kunci: 'belumBuat', nama: 'Belum buat' },
];

/** Angka mentah sebuah baris, untuk dibaca mesin. */
export const dataRekap = ({ total, belumBuat, draft, pengajuan, persetujuan }: Rekap) => ({
  'data-total': total,
  'data-belum-buat': belumBuat,
  'data-draft': draft,
  'data-pengajuan': pengajuan,
  'data-persetujuan': persetujuan,
});
