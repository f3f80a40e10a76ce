import type { Titik } from '../graphql/dokumen';
import { awalTahun, keHari, setahunKemudian } from './hari';

/** Satu hari yang angkanya berubah; hari tanpa butir sama dengan hari sebelumnya. */
export interface Butir extends Titik {
  readonly hari: number;
}

export type Deret = readonly Butir[];

export const keDeret = (titik: readonly Titik[]): Deret =>
  titik.map((satu) => ({ ...satu, hari: keHari(satu.tanggal) }));

/** Pesan lengkap menggantikan segalanya; yang lain hanya membawa titik hari ini. */
export function sisipkan(
  lama: readonly Titik[],
  { lengkap, titik }: { readonly lengkap: boolean; readonly titik: readonly Titik[] },
): readonly Titik[] {
  if (lengkap) return titik;
  const baru = new Map([...lama, ...titik].map((satu) => [satu.tanggal, satu]));
  return [...baru.values()].sort((a, b) => keHari(a.tanggal) - keHari(b.tanggal));
}

export const pada = (deret: Deret, hari: number): Butir | undefined =>
  deret.findLast((butir) => butir.hari <= hari);

/** Satu butir untuk setiap hari: yang kosong diisi keadaan hari sebelumnya. */
export function setiapHari(deret: Deret, sampai: number): Deret {
  const hasil: Butir[] = [];
  for (const [nomor, butir] of deret.entries()) {
    const berikut = Math.min(deret[nomor + 1]?.hari ?? Infinity, sampai + 1);
    for (let hari = butir.hari; hari < berikut; hari++) hasil.push({ ...butir, hari });
  }
  return hasil;
}

/** Yang sudah mengajukan atau disetujui; sebelum SKP pertama belum ada seorang pun. */
export const porsi = (butir: Titik | undefined): number =>
  butir && butir.total > 0 ? (butir.pengajuan + butir.persetujuan) / butir.total : 0;

const adaSkp = ({ draft, pengajuan, persetujuan }: Titik) => draft + pengajuan + persetujuan > 0;

/** Kurva tahun lalu pada tanggal-tanggal tahun ini; kosong bila tahun lalu tidak terisi. */
export const keTahunIni = (lalu: Deret): Deret =>
  lalu.some(adaSkp) ? lalu.map((butir) => ({ ...butir, hari: setahunKemudian(butir.hari) })) : [];

/** Tahun yang sudah lewat berhenti di akhir tahun, atau pada gerak terakhir sesudahnya. */
export function tutupTahun(deret: Deret, tahun: number): Deret {
  const akhir = awalTahun(tahun + 1) - 1;
  const terakhir = deret.at(-1);
  if (!terakhir || terakhir.hari <= akhir) return deret;
  const gerak = deret.findLast((butir, nomor) => bergerak(deret[nomor - 1], butir)) ?? terakhir;
  const henti = Math.max(akhir, gerak.hari);
  const sampai = deret.filter(({ hari }) => hari <= henti);
  return henti === gerak.hari ? sampai : [...sampai, { ...gerak, hari: henti }];
}

const bergerak = (lama: Titik | undefined, baru: Titik) =>
  !lama ||
  lama.total !== baru.total ||
  lama.draft !== baru.draft ||
  lama.pengajuan !== baru.pengajuan ||
  lama.persetujuan !== baru.persetujuan;
