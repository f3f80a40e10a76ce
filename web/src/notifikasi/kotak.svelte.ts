import { createContext } from 'svelte';
import { NOTIFIKASI, TANDAI_DIBACA, type Pemberitahuan } from '../graphql/dokumen';
import { wajib } from '../jaringan/galat';
import type { Saluran } from '../jaringan/saluran.svelte';
import { sesi } from '../sesi/sesi.svelte';
import { kalimat } from './kalimat';

/** Pemberitahuan untuk orang yang masuk, langsung. */
export class Kotak {
  isi = $state.raw<Pemberitahuan>();
  /** Yang baru datang selama halaman terbuka, untuk dibacakan. */
  kabar = $state('');

  constructor(saluran: Saluran) {
    saluran.ikuti(NOTIFIKASI, {}, { terima: ({ saya }) => this.#terima(saya), gagal() {} });
  }

  async tandaiDibaca(): Promise<void> {
    const { notifikasiTandaiDibaca } = await sesi.ubah(TANDAI_DIBACA, {});
    this.#terima(wajib(wajib(notifikasiTandaiDibaca).saya));
  }

  #terima(baru: Pemberitahuan): void {
    const dikenal = this.isi?.notifikasi.nodes[0]?.id;
    const [terbaru] = baru.notifikasi.nodes;
    if (this.isi && terbaru && terbaru.id !== dikenal && !terbaru.dibaca) {
      this.kabar = `Pemberitahuan baru: ${kalimat(terbaru)}`;
    }
    this.isi = baru;
  }
}

export const [ambilKotak, aturKotak] = createContext<Kotak>();
