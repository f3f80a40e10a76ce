import type { Galat } from '../jaringan/galat';
import type { Saluran } from '../jaringan/saluran.svelte';
import type { Jenis } from './jenis';
import { LANGGANAN, type Sudut } from './langganan';
import { bandingkan, type Perubahan } from './perubahan';
import { gabung, type Pesan, type Potret } from './potret';

const PERUBAHAN_TERSIMPAN = 20;

/** Satu sudut pandang yang hidup: apa yang terakhir diketahui dan apa yang baru bergerak. */
export class Dasbor {
  potret = $state.raw<Potret>();
  perubahan = $state.raw<readonly Perubahan[]>([]);
  diterima = $state.raw<Date>();
  galat = $state.raw<Galat>();

  readonly jenis: Jenis;
  readonly periodeId: string | null;
  readonly tutup: () => void;

  constructor(saluran: Saluran, jenis: Jenis, sudut: Sudut, periodeId: string | null) {
    this.jenis = jenis;
    this.periodeId = periodeId;
    this.tutup = LANGGANAN[jenis.kunci](saluran, sudut, periodeId, {
      terima: ({ dasbor }) => this.#terima(dasbor),
      gagal: (galat) => (this.galat = galat),
    });
  }

  #terima(pesan: Pesan): void {
    const lama = this.potret;
    const baru = gabung(lama, pesan);
    if (!baru || baru === lama) return;
    this.potret = baru;
    this.diterima = new Date();
    this.galat = undefined;
    if (lama) this.#catat(bandingkan(this.jenis, lama, baru, this.diterima));
  }

  #catat(baru: readonly Perubahan[]): void {
    if (baru.length > 0) {
      this.perubahan = [...baru, ...this.perubahan].slice(0, PERUBAHAN_TERSIMPAN);
    }
  }
}
