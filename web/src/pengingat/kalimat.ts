import { angka } from '../umum/format';

/** Siapa saja yang baru diingatkan. */
export function hasil(pegawai: number, pejabatPenilai: number): string {
  const siapa = [
    pegawai > 0 ? `${angka(pegawai)} orang yang belum mengajukan SKP` : '',
    pejabatPenilai > 0 ? `${angka(pejabatPenilai)} pejabat penilai` : '',
  ].filter(Boolean);
  return siapa.length > 0
    ? `Sudah diingatkan: ${siapa.join(' dan ')}.`
    : 'Tidak ada lagi yang perlu Anda ingatkan hari ini.';
}
