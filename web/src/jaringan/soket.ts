import { CloseCode, createClient, type Client } from 'graphql-ws';
import { Galat } from './galat';
import type { Karcis } from './karcis';
import { Aliran, type Pembawa, type Penerima, type Permintaan } from './pembawa';

export const ALAMAT_SOKET = new URL('/graphql', location.href.replace(/^http/, 'ws')).href;

const BATAS_SAMBUT = 10_000;
const SELANG_PING = 10_000;
const BATAS_PONG = 5_000;
const TERLALU_BANYAK = 1013;
const MULAI_ULANG = 1012;
const DIPUTUS_SENDIRI = 4499;

/** Semua langganan di atas satu WebSocket (graphql-transport-ws). */
export class Soket implements Pembawa {
  /** Percobaan berturut-turut yang tidak sampai disambut layanan. */
  gagal = 0;

  readonly #karcis: Karcis;
  readonly #aliran = new Aliran();
  #klien: Client | undefined;

  constructor(karcis: Karcis) {
    this.#karcis = karcis;
  }

  alirkan(permintaan: Permintaan, penerima: Penerima): () => void {
    this.#klien ??= this.#buka();
    const lepas = this.#klien.subscribe(permintaan, {
      next: (jawaban) => penerima.terima(jawaban),
      error: (sebab) => this.#aliran.usai(penerima, terjemahkan(sebab)),
      complete: () => this.#aliran.usai(penerima, Galat.putus()),
    });
    return this.#aliran.mulai(penerima, lepas);
  }

  putus(): void {
    this.#klien?.terminate();
  }

  /** Setiap sambungan punya klien sendiri: yang macet tidak diwariskan. */
  #buka(): Client {
    let disambut = false;
    let batas = setTimeout(() => klien.terminate(), BATAS_SAMBUT);
    const klien = createClient({
      url: ALAMAT_SOKET,
      connectionParams: () => this.#karcis.kepala(),
      keepAlive: SELANG_PING,
      retryAttempts: 0,
      lazyCloseTimeout: 1000,
      on: {
        connected: () => {
          clearTimeout(batas);
          disambut = true;
          this.gagal = 0;
        },
        ping: (diterima) => {
          if (!diterima) batas = setTimeout(() => klien.terminate(), BATAS_PONG);
        },
        pong: (diterima) => {
          if (diterima) clearTimeout(batas);
        },
        closed: (peristiwa) => {
          clearTimeout(batas);
          if (this.#klien === klien) this.#klien = undefined;
          if (!disambut && !dariLayanan((peristiwa as CloseEvent).code)) this.gagal++;
          this.#aliran.usaiSemua(terjemahkan(peristiwa));
        },
      },
    });
    return klien;
  }
}

/** Kode yang hanya dikirim layanan sendiri: WebSocket jelas sampai kepadanya. */
function dariLayanan(kode: number): boolean {
  return (
    kode === MULAI_ULANG || kode === TERLALU_BANYAK || (kode >= 4000 && kode !== DIPUTUS_SENDIRI)
  );
}

function terjemahkan(sebab: unknown): Galat {
  if (sebab instanceof Galat) return sebab;
  if (Array.isArray(sebab)) return Galat.dariGraphQL(sebab);
  switch ((sebab as Partial<CloseEvent>).code) {
    case CloseCode.Forbidden:
      return Galat.ditolak();
    case TERLALU_BANYAK:
      return Galat.penuh();
    default:
      return Galat.putus();
  }
}
