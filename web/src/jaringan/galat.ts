import type { CombinedError } from '@urql/core';

export type KodeGalat =
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'BAD_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'INTERNAL'
  | 'PENUH'
  | 'JARINGAN';

export interface GalatGraphQL {
  readonly message: string;
  readonly extensions?: Record<string, unknown> | undefined;
}

const GANGGUAN = 'Layanan mengalami gangguan. Coba lagi sebentar lagi.';

export class Galat extends Error {
  readonly kode: KodeGalat;

  constructor(kode: KodeGalat, pesan: string) {
    super(pesan);
    this.kode = kode;
  }

  static dariGraphQL([galat]: readonly GalatGraphQL[]): Galat {
    const kode = galat?.extensions?.['code'] as KodeGalat | undefined;
    return new Galat(kode ?? 'INTERNAL', galat?.message ?? GANGGUAN);
  }

  static dari({ graphQLErrors }: CombinedError): Galat {
    return graphQLErrors.length > 0 ? Galat.dariGraphQL(graphQLErrors) : Galat.putus();
  }

  static putus(): Galat {
    return new Galat(
      'JARINGAN',
      'Layanan tidak dapat dihubungi. Periksa sambungan internet Anda, lalu coba lagi.',
    );
  }

  static ditolak(): Galat {
    return new Galat('UNAUTHENTICATED', 'Sesi Anda perlu diperbarui.');
  }

  static penuh(): Galat {
    return new Galat('PENUH', 'Terlalu banyak layar dibuka dengan akun ini.');
  }
}

/** Skema membolehkan kosong hanya bila ada galat, dan galat sudah dilempar sebelum ini. */
export function wajib<T>(nilai: T | null): T {
  if (nilai === null) throw new Galat('INTERNAL', GANGGUAN);
  return nilai;
}
