import { PENGISIAN, type Pengisian } from '../graphql/dokumen';
import type { Galat } from '../jaringan/galat';
import type { Saluran } from '../jaringan/saluran.svelte';
import { bandingkan, type Perubahan } from './perubahan';
import { gabung, type Potret } from './potret';

const PERUBAHAN_TERSIMPAN = 20;

export interface Sudut {
  readonly tahun: number;
  readonly instansiId: string | null;
  readonly unorId: string | null;
}

/** Satu sudut pandang yang hidup: apa yang terakhir diketahui dan apa yang baru bergerak. */
export class Dasbor {
  potret = $state.raw<Potret>();
  perubahan = $state.raw<readonly Perubahan[]>([]);
  diterima = $state.raw<Date>();
  galat = $state.raw<Galat>();

  readonly tutup: () => void;

  constructor(saluran: Saluran, sudut: Sudut) {
    this.tutup = saluran.ikuti(
      PENGISIAN,
      { ...sudut },
      {
        terima: ({ dashboardPengisian }) => this.#terima(dashboardPengisian),
        gagal: (galat) => (this.galat = galat),
      },
    );
  }

  #terima(pesan: Pengisian): void {
    const lama = this.potret;
    const baru = gabung(lama, pesan);
    if (!baru || baru === lama) return;
    this.potret = baru;
    this.diterima = new Date();
    this.galat = undefined;
    if (lama) this.#catat(bandingkan(lama, baru, this.diterima));
  }

  #catat(baru: readonly Perubahan[]): void {
    if (baru.length > 0) {
      this.perubahan = [...baru, ...this.perubahan].slice(0, PERUBAHAN_TERSIMPAN);
    }
  }
}
