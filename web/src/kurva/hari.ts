const SEHARI = 86_400_000;

/** Hari sebagai bilangan bulat, tanpa zona waktu: dapat dihitung dan digambar. */
export const keHari = (iso: string): number => Date.parse(iso) / SEHARI;

export const keTanggal = (hari: number): string => waktu(hari).toISOString().slice(0, 10);

export const awalTahun = (tahun: number): number => Date.UTC(tahun, 0) / SEHARI;

/** 29 Februari jatuh pada 1 Maret. */
export function setahunKemudian(hari: number): number {
  const kini = waktu(hari);
  return kini.setUTCFullYear(kini.getUTCFullYear() + 1) / SEHARI;
}

/** Hari pertama setiap bulan di antara keduanya. */
export function awalBulan(dari: number, sampai: number): number[] {
  const mulai = waktu(dari);
  const hasil = [];
  for (let bulan = mulai.getUTCMonth(); ; bulan++) {
    const hari = Date.UTC(mulai.getUTCFullYear(), bulan) / SEHARI;
    if (hari > sampai) return hasil;
    if (hari >= dari) hasil.push(hari);
  }
}

const waktu = (hari: number) => new Date(hari * SEHARI);
