import { createClient, NetworkError } from 'graphql-sse';
import { Galat } from './galat';
import type { Karcis } from './karcis';
import { Aliran, type Pembawa, type Penerima, type Permintaan } from './pembawa';
import { selagiTampak } from './tampak';

/** Layanan memberi tanda hidup setiap 12 detik. */
const TERLAMA_DIAM = 30_000;
const TERLALU_BANYAK = 429;

/** Setiap langganan pada satu permintaan HTTP (server-sent events). */
export class Alir implements Pembawa {
  readonly #aliran = new Aliran();
  readonly #klien;

  constructor(karcis: Karcis) {
    this.#klien = createClient({
      url: '/graphql',
      headers: () => karcis.kepala(),
      retryAttempts: 0,
      fetchFn: ambil,
    });
  }

  alirkan(permintaan: Permintaan, penerima: Penerima): () => void {
    // Tanpa HTTP/2 peramban hanya punya enam permintaan sekaligus, bersama semua tabnya.
    const lepas = selagiTampak(() => this.#mulai(permintaan, penerima));
    return this.#aliran.mulai(penerima, lepas);
  }

  putus(): void {
    this.#aliran.usaiSemua(Galat.putus());
  }

  #mulai(permintaan: Permintaan, penerima: Penerima): () => void {
    let aktif = true;
    const usai = (sebab: Galat) => aktif && this.#aliran.usai(penerima, sebab);
    const lepas = this.#klien.subscribe(permintaan, {
      next: (jawaban) => aktif && penerima.terima(jawaban),
      error: (sebab) => usai(terjemahkan(sebab)),
      complete: () => usai(Galat.putus()),
    });
    return () => {
      aktif = false;
      lepas();
    };
  }
}

/** fetch yang berakhir bila layanan terlalu lama diam. */
async function ambil(url: string, init: RequestInit): Promise<Response> {
  const diam = new AbortController();
  let pewaktu: ReturnType<typeof setTimeout>;
  const berdetak = () => {
    clearTimeout(pewaktu);
    pewaktu = setTimeout(() => diam.abort(), TERLAMA_DIAM);
  };
  berdetak();
  const signal = AbortSignal.any([init.signal!, diam.signal]);
  signal.addEventListener('abort', () => clearTimeout(pewaktu));
  const jawaban = await fetch(url, { ...init, signal });
  const pantau = new TransformStream<Uint8Array, Uint8Array>({
    transform(potongan, keluar) {
      berdetak();
      keluar.enqueue(potongan);
    },
    flush: () => clearTimeout(pewaktu),
  });
  return new Response(jawaban.body?.pipeThrough(pantau) ?? null, jawaban);
}

function terjemahkan(sebab: unknown): Galat {
  if (sebab instanceof Galat) return sebab;
  const status = sebab instanceof NetworkError ? sebab.response?.status : undefined;
  return status === TERLALU_BANYAK ? Galat.penuh() : Galat.putus();
}
