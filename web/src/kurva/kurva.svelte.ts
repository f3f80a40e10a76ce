import type { Sudut } from '../dasbor/langganan';
import { RIWAYAT, RIWAYAT_LALU, type Riwayat, type Titik } from '../graphql/dokumen';
import { wajib } from '../jaringan/galat';
import { ulangi } from '../jaringan/jeda';
import type { Saluran } from '../jaringan/saluran.svelte';
import { sesi } from '../sesi/sesi.svelte';
import { keDeret, keTahunIni, sisipkan, tutupTahun, type Deret } from './deret';

const PERCOBAAN_LALU = 5;

/** Perjalanan pengisian satu tahun yang terus tumbuh, dan tahun sebelumnya sebagai pembanding. */
export class Kurva {
  readonly tahun: number;
  readonly tutup: () => void;

  #titik = $state.raw<readonly Titik[]>();
  #versi = 0;
  #terpasang = true;

  readonly kini: Deret | undefined;
  /** Kosong (bukan `undefined`) bila tahun lalu tidak ada isinya. */
  lalu = $state.raw<Deret>();

  constructor(saluran: Saluran, sudut: Sudut) {
    this.tahun = sudut.tahun;
    this.kini = $derived(this.#titik && tutupTahun(keDeret(this.#titik), sudut.tahun));
    const hentikan = saluran.ikuti(
      RIWAYAT,
      { ...sudut },
      {
        terima: ({ riwayatPengisian }) => this.#terima(riwayatPengisian),
        gagal: () => undefined, // dasbor mengatakannya
      },
    );
    this.tutup = () => {
      this.#terpasang = false;
      hentikan();
    };
    void this.#bandingkan(sudut);
  }

  #terima(pesan: Riwayat): void {
    if (!pesan.lengkap && (!this.#titik || pesan.versi < this.#versi)) return;
    this.#versi = pesan.versi;
    this.#titik = sisipkan(this.#titik ?? [], pesan);
  }

  async #bandingkan(sudut: Sudut): Promise<void> {
    const lalu = await ulangi(
      async () => {
        const hasil = await sesi.tanya(RIWAYAT_LALU, { ...sudut, tahun: sudut.tahun - 1 });
        return wajib(hasil.riwayatPengisian).titik;
      },
      () => this.#terpasang,
      PERCOBAAN_LALU,
    );
    if (lalu) this.lalu = keTahunIni(keDeret(lalu));
  }
}
