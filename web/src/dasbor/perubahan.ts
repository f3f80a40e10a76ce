import type { Rekap } from '../graphql/dokumen';
import type { Potret } from './potret';
import { STATUS, type Status } from './status';

export interface Gerak {
  readonly status: Status;
  readonly nama: string;
  readonly selisih: number;
}

export interface Perubahan {
  readonly kunci: number;
  readonly waktu: Date;
  readonly unit: string;
  readonly gerak: readonly Gerak[];
}

let nomor = 0;

/** Apa yang bergerak di antara dua potret dari lingkup yang sama: dahulu asal, lalu tujuan. */
export function bandingkan(lama: Potret, baru: Potret, waktu: Date): Perubahan[] {
  const catat = (unit: string, sebelum: Rekap | null | undefined, kini: Rekap | null) => {
    const gerak = sebelum && kini ? pergerakan(sebelum, kini) : [];
    return gerak.length > 0 ? [{ kunci: ++nomor, waktu, unit, gerak }] : [];
  };
  return [
    ...catat(baru.lingkup.nama, lama.langsung, baru.langsung),
    ...[...baru.unit.values()].flatMap((kini) => catat(kini.nama, lama.unit.get(kini.id), kini)),
  ];
}

function pergerakan(sebelum: Rekap, kini: Rekap): Gerak[] {
  if (sebelum === kini) return [];
  return STATUS.map(({ kunci, nama }) => ({
    status: kunci,
    nama,
    selisih: kini[kunci] - sebelum[kunci],
  }))
    .filter(({ selisih }) => selisih !== 0)
    .sort((a, b) => a.selisih - b.selisih);
}
