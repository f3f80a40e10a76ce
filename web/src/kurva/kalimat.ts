import { bulatkan, persen, poin, tanggal } from '../umum/format';
import { pada, porsi, type Deret } from './deret';
import { keTanggal } from './hari';

/** Satu kalimat: sudah seberapa jauh, dan bagaimana dibandingkan tahun lalu pada tanggal itu. */
export function kalimat(kini: Deret, lalu: Deret, tahun: number): string {
  const akhir = kini.at(-1);
  if (!akhir) return '';
  const sekarang = bulatkan(porsi(akhir));
  const dasar = `Per ${tanggal(keTanggal(akhir.hari))}, ${persen(sekarang, 1)} sudah mengajukan atau disetujui`;
  if (lalu.length === 0) return `${dasar}. Tahun ${tahun - 1} belum tercatat untuk dibandingkan.`;
  const dahulu = bulatkan(porsi(pada(lalu, akhir.hari)));
  const beda = bulatkan(Math.abs(sekarang - dahulu) + 1e-9);
  const bandingan = `tahun ${tahun - 1} pada tanggal yang sama (${persen(dahulu, 1)}).`;
  if (beda === 0) return `${dasar}, sama dengan ${bandingan}`;
  return sekarang > dahulu
    ? `${dasar}: ${poin(beda)} lebih maju daripada ${bandingan}`
    : `${dasar}: ${poin(beda)} tertinggal dari ${bandingan}`;
}
