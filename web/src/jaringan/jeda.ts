const TERLAMA = 30_000;

/** Percobaan pertama hampir seketika; acakan mencegah semua layar datang bersamaan. */
export function lamaJeda(percobaan: number): number {
  if (percobaan === 0) return Math.random() * 500;
  return Math.min(TERLAMA, 1000 * 2 ** percobaan) * (0.5 + Math.random() / 2);
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
