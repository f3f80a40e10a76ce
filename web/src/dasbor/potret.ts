import type { Lingkup } from '../graphql/dokumen';
import type { Rekap } from './jenis';

export type Unit = Rekap & {
  readonly id: string;
  readonly indukId: string | null;
  readonly nama: string;
  readonly jumlahAnak: number;
};

/** Pesan dasbor, apa pun jenisnya. */
export interface Pesan {
  readonly versi: number;
  readonly lengkap: boolean;
  readonly lingkup: Lingkup;
  readonly jejak: readonly Lingkup[];
  readonly periode?: { readonly nama: string } | null;
  readonly utama: Rekap;
  readonly langsung: Rekap | null;
  readonly unit: readonly Unit[];
}

export interface Potret extends Omit<Pesan, 'unit'> {
  readonly unit: ReadonlyMap<string, Unit>;
}

/** Unor yang ditampilkan; yang teratas sebuah instansi dikenal dari unit-unit tepat di bawahnya. */
export function unorDari({ lingkup, unit }: Potret): string | null {
  return lingkup.jenis === 'UNOR' ? lingkup.id : ([...unit.values()][0]?.indukId ?? null);
}

/** Pesan lengkap menggantikan segalanya; yang lain hanya membawa unit yang berubah. */
export function gabung(lama: Potret | undefined, pesan: Pesan): Potret | undefined {
  if (!pesan.lengkap && (!lama || pesan.versi < lama.versi)) return lama;
  const unit = new Map(pesan.lengkap ? [] : lama?.unit);
  for (const baru of pesan.unit) unit.set(baru.id, baru);
  return { ...pesan, unit };
}
