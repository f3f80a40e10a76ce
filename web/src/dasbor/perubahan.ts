import { banyak, type Jenis, type KunciBagian, type Rekap } from './jenis';
import type { Potret } from './potret';

export interface Gerak {
  readonly kunci: KunciBagian;
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
export function bandingkan(jenis: Jenis, lama: Potret, baru: Potret, waktu: Date): Perubahan[] {
  const catat = (unit: string, sebelum: Rekap | null | undefined, kini: Rekap | null) => {
    const gerak = sebelum && kini ? pergerakan(jenis, sebelum, kini) : [];
    return gerak.length > 0 ? [{ kunci: ++nomor, waktu, unit, gerak }] : [];
  };
  return [
    ...catat(baru.lingkup.nama, lama.langsung, baru.langsung),
    ...[...baru.unit.values()].flatMap((kini) => catat(kini.nama, lama.unit.get(kini.id), kini)),
  ];
}

function pergerakan({ bagian }: Jenis, sebelum: Rekap, kini: Rekap): Gerak[] {
  if (sebelum === kini) return [];
  return bagian
    .map(({ kunci, nama }) => ({
      kunci,
      nama,
      selisih: banyak(kini, kunci) - banyak(sebelum, kunci),
    }))
    .filter(({ selisih }) => selisih !== 0)
    .sort((a, b) => a.selisih - b.selisih);
}
