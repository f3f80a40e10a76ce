const SELISIH = new Intl.RelativeTimeFormat('id-ID', { numeric: 'auto' });
const TANGGAL = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long' });

const MENIT = 60_000;
const JAM = 60 * MENIT;
const HARI = 24 * JAM;

/** Dalam kata-kata: "baru saja", "5 menit lalu", "kemarin", atau tanggalnya. */
export function lalu(waktu: Date, kini: Date): string {
  const lama = kini.getTime() - waktu.getTime();
  if (lama < MENIT) return 'baru saja';
  if (lama < JAM) return kata(lama / MENIT, 'minute');
  if (lama < HARI) return kata(lama / JAM, 'hour');
  if (lama < 7 * HARI) return kata(lama / HARI, 'day');
  return TANGGAL.format(waktu);
}

const kata = (banyak: number, satuan: Intl.RelativeTimeFormatUnit) =>
  SELISIH.format(-Math.floor(banyak), satuan).replace(' yang lalu', ' lalu');
