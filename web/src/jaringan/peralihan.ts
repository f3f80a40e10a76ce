import { GRAPHQL_TRANSPORT_WS_PROTOCOL } from 'graphql-ws';
import { Alir } from './alir';
import type { Karcis } from './karcis';
import type { Pembawa, Penerima, Permintaan } from './pembawa';
import { ALAMAT_SOKET, Soket } from './soket';

const BATAS_GAGAL = 2;
const BATAS_UJI = 10_000;
const UJI_PERTAMA = 30_000;
const UJI_TERJARANG = 5 * 60_000;

/** WebSocket selama dapat lewat; di jaringan yang menahannya, server-sent events. */
export class Peralihan implements Pembawa {
  readonly #soket: Soket;
  readonly #alir: Alir;
  #kini: Soket | Alir;
  #ujian: ReturnType<typeof setTimeout> | undefined;

  constructor(karcis: Karcis) {
    this.#soket = new Soket(karcis);
    this.#alir = new Alir(karcis);
    this.#kini = this.#soket;
  }

  alirkan(permintaan: Permintaan, penerima: Penerima): () => void {
    if (this.#kini === this.#soket && this.#soket.gagal >= BATAS_GAGAL) this.#keAlir();
    const pembawa = this.#kini;
    let terhubung = false;
    return pembawa.alirkan(permintaan, {
      terima: (jawaban) => {
        terhubung = true;
        penerima.terima(jawaban);
      },
      usai: (sebab) => {
        // Layanannya yang tidak menjawab, jadi bukan WebSocket yang ditahan.
        if (!terhubung && sebab.kode === 'JARINGAN' && pembawa === this.#alir) this.#keSoket();
        penerima.usai(sebab);
      },
    });
  }

  putus(): void {
    this.#kini.putus();
  }

  tutup(): void {
    this.#keSoket();
    this.#soket.putus();
    this.#alir.putus();
  }

  #keAlir(): void {
    this.#kini = this.#alir;
    this.#rencanakanUji(UJI_PERTAMA);
  }

  #keSoket(): void {
    clearTimeout(this.#ujian);
    this.#soket.gagal = 0;
    this.#kini = this.#soket;
  }

  #rencanakanUji(selang: number): void {
    const acak = selang * (0.75 + Math.random() / 2);
    this.#ujian = setTimeout(() => void this.#uji(selang), acak);
  }

  async #uji(selang: number): Promise<void> {
    const lewat = await soketLewat();
    if (this.#kini === this.#soket) return;
    if (lewat) {
      this.#keSoket();
      this.#alir.putus();
    } else this.#rencanakanUji(Math.min(UJI_TERJARANG, selang * 2));
  }
}

/** Apakah sebuah ping lewat WebSocket dijawab layanan; tanpa masuk, tanpa mengganggu aliran. */
function soketLewat(): Promise<boolean> {
  return new Promise((resolve) => {
    const soket = new WebSocket(ALAMAT_SOKET, GRAPHQL_TRANSPORT_WS_PROTOCOL);
    const selesai = (lewat: boolean) => {
      clearTimeout(pewaktu);
      soket.close();
      resolve(lewat);
    };
    const pewaktu = setTimeout(() => selesai(false), BATAS_UJI);
    soket.onopen = () => soket.send('{"type":"ping"}');
    soket.onmessage = () => selesai(true);
    soket.onclose = () => selesai(false);
  });
}
