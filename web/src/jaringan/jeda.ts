const TERLAMA = 30_000;
const SERENTAK = 3_000;
const PENUH = 30_000;

/** Percobaan pertama hampir seketika; acakan mencegah semua layar datang bersamaan. */
export function lamaJeda(percobaan: number): number {
  const acak = percobaan === 0 ? Math.random() : 0.5 + Math.random() / 2;
  return Math.min(TERLAMA, 500 * 2 ** percobaan) * acak;
}

/** Layanan yang dimulai ulang memutus semua layar pada saat yang sama. */
export const jedaSerentak = () => SERENTAK * Math.random();

/** Tempat baru ada bila layar lain ditutup; itu tidak perlu ditanyakan terus-menerus. */
export const jedaPenuh = () => PENUH * (1 + Math.random());

/** Mengulang pekerjaan sampai berhasil; kosong bila tidak lagi perlu, atau sudah `terbanyak` kali. */
export async function ulangi<Hasil>(
  kerja: () => Promise<Hasil>,
  perlu: () => boolean,
  terbanyak = Infinity,
): Promise<Hasil | undefined> {
  for (let percobaan = 1; perlu() && percobaan <= terbanyak; percobaan++) {
    try {
      return await kerja();
    } catch {
      await tunggu(lamaJeda(percobaan));
    }
  }
  return undefined;
}

/** Menunggu, tetapi tidak lebih lama dari kembalinya jaringan atau pandangan pengguna. */
export function tunggu(lama: number): Promise<void> {
  return new Promise((resolve) => {
    const pendengar = new AbortController();
    const { signal } = pendengar;
    const selesai = () => {
      clearTimeout(pewaktu);
      pendengar.abort();
      resolve();
    };
    const pewaktu = setTimeout(selesai, lama);
    window.addEventListener('online', selesai, { signal });
    document.addEventListener('visibilitychange', () => document.hidden || selesai(), { signal });
  });
}
