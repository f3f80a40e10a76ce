const KUNCI = 'ekinerja.kredensial';

export interface Kredensial {
  readonly pemilik: string;
  readonly token: string;
  readonly refreshToken: string;
  readonly segarkanPada: number;
}

export function baca(): Kredensial | undefined {
  const teks = localStorage.getItem(KUNCI);
  return teks ? (JSON.parse(teks) as Kredensial) : undefined;
}

export function tulis(kredensial: Kredensial | undefined): void {
  if (kredensial) localStorage.setItem(KUNCI, JSON.stringify(kredensial));
  else localStorage.removeItem(KUNCI);
}

/** Memberi tahu bila tab lain masuk, menyegarkan, atau keluar. */
export function pantau(berubah: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === KUNCI || key === null) berubah();
  });
}
