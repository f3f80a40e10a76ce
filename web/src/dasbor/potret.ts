import type { Pengisian, Unit } from '../graphql/dokumen';

export interface Potret extends Pick<
  Pengisian,
  'versi' | 'lingkup' | 'jejak' | 'utama' | 'langsung'
> {
  readonly unit: ReadonlyMap<string, Unit>;
}

/** Pesan lengkap menggantikan segalanya; yang lain hanya membawa unit yang berubah. */
export function gabung(lama: Potret | undefined, pesan: Pengisian): Potret | undefined {
  if (!pesan.lengkap && (!lama || pesan.versi < lama.versi)) return lama;
  const unit = new Map(pesan.lengkap ? [] : lama?.unit);
  for (const baru of pesan.unit) unit.set(baru.id, baru);
  return { ...pesan, unit };
}
