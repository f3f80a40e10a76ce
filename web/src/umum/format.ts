const BULAT = new Intl.NumberFormat('id-ID');
const SELISIH = new Intl.NumberFormat('id-ID', { signDisplay: 'always' });
// Dibulatkan ke bawah: 100% hanya bila memang semua.
const PERSEN = new Intl.NumberFormat('id-ID', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  roundingMode: 'floor',
});
const JAM = new Intl.DateTimeFormat('id-ID', { timeStyle: 'medium' });
const TANGGAL_SEDANG = new Intl.DateTimeFormat('id-ID', { dateStyle: 'medium' });
const BULAN = new Intl.DateTimeFormat('id-ID', { month: 'short' });
const SATU_ANGKA = new Intl.NumberFormat('id-ID', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const TANGGAL = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long' });

export const angka = (nilai: number) => BULAT.format(nilai);
export const selisih = (nilai: number) => SELISIH.format(nilai).replace('-', '−');
export const persen = (bagian: number, total: number) =>
  total > 0 ? PERSEN.format(bagian / total) : '–';
export const jam = (waktu: Date) => JAM.format(waktu);
export const tanggal = (iso: string) => TANGGAL.format(setempat(iso));
export const bulan = (iso: string) => BULAN.format(setempat(iso));
export const rentang = (awal: string, akhir: string) =>
  TANGGAL_SEDANG.formatRange(setempat(awal), setempat(akhir));
/** Ke bawah sampai seperseribu: angka yang dihitung sama dengan yang tertulis. */
export const bulatkan = (bagian: number) => Math.floor(bagian * 1000 + 1e-6) / 1000;
export const poin = (beda: number) => `${SATU_ANGKA.format(beda * 100)} poin persen`;

const setempat = (iso: string) => new Date(`${iso}T00:00`);
