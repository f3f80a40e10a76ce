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
const TANGGAL = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long' });

export const angka = (nilai: number) => BULAT.format(nilai);
export const selisih = (nilai: number) => SELISIH.format(nilai).replace('-', '−');
export const persen = (bagian: number, total: number) =>
  total > 0 ? PERSEN.format(bagian / total) : '–';
export const jam = (waktu: Date) => JAM.format(waktu);
export const tanggal = (iso: string) => TANGGAL.format(new Date(`${iso}T00:00`));
