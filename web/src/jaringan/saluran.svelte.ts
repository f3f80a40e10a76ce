import { stringifyDocument } from '@urql/core';
import type { TadaDocumentNode } from 'gql.tada';
import { CloseCode, createClient, MessageType } from 'graphql-ws';
import { sesi } from '../sesi/sesi.svelte';
import { Galat, type KodeGalat } from './galat';
import { lamaJeda, tunggu } from './jeda';

export type Sambungan =
  | { readonly jenis: 'langsung' | 'menyambung' }
  | { readonly jenis: 'terputus'; readonly cobaLagi: number };

interface Pelanggan<Hasil> {
  terima(hasil: Hasil): void;
  gagal(galat: Galat): void;
}

const LANGSUNG: Sambungan = { jenis: 'langsung' };
const MENYAMBUNG: Sambungan = { jenis: 'menyambung' };
const SELANG_PING = 10_000;
const BATAS_PONG = 5_000;
/** Mencoba lagi tidak akan mengubah jawaban ini. */
const TETAP: ReadonlySet<KodeGalat> = new Set(['NOT_FOUND', 'BAD_INPUT']);

/** Satu WebSocket yang menyambung kembali selamanya, dan langganan di atasnya. */
export class Saluran {
  sambungan = $state.raw<Sambungan>(MENYAMBUNG);

  #token: string | undefined;
  #tokenDitolak: string | undefined;
  #batasPong: ReturnType<typeof setTimeout> | undefined;

  readonly #klien = createClient({
    url: new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
    lazy: false,
    onNonLazyError: () => undefined,
    connectionParams: () => this.#salam(),
    keepAlive: SELANG_PING,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (percobaan) => this.#tunggu(percobaan),
    on: {
      connecting: () => (this.sambungan = MENYAMBUNG),
      message: ({ type }) => {
        if (type === MessageType.Next || type === MessageType.Error) this.sambungan = LANGSUNG;
      },
      ping: (diterima) => {
        if (!diterima) this.#batasPong = setTimeout(() => this.#klien.terminate(), BATAS_PONG);
      },
      pong: (diterima) => {
        if (diterima) clearTimeout(this.#batasPong);
      },
      closed: (sebab) => {
        clearTimeout(this.#batasPong);
        if ((sebab as CloseEvent).code === CloseCode.Forbidden) this.#tokenDitolak = this.#token;
      },
    },
  });

  /** Mengalirkan langganan sampai fungsi yang dikembalikan dipanggil. */
  ikuti<Hasil, Variabel extends Record<string, unknown>>(
    dokumen: TadaDocumentNode<Hasil, Variabel>,
    variables: Variabel,
    pelanggan: Pelanggan<Hasil>,
  ): () => void {
    const query = stringifyDocument(dokumen);
    let aktif = true;
    let percobaan = 0;
    let hentikan: () => void;

    const mulai = () => {
      hentikan = this.#klien.subscribe<Hasil>(
        { query, variables },
        {
          next: ({ data, errors }) => {
            if (!aktif) return;
            percobaan = 0;
            if (data) pelanggan.terima(data);
            else if (errors) pelanggan.gagal(Galat.dariGraphQL(errors));
          },
          error: (sebab) => tangani(sebab),
          complete: () => void ulangi(),
        },
      );
    };

    const tangani = (sebab: unknown) => {
      const galat = Array.isArray(sebab) ? Galat.dariGraphQL(sebab) : undefined;
      if (galat && TETAP.has(galat.kode)) {
        if (aktif) pelanggan.gagal(galat);
        return;
      }
      if (galat?.kode === 'UNAUTHENTICATED') {
        this.#tokenDitolak = this.#token;
        this.#klien.terminate();
      }
      void ulangi();
    };

    const ulangi = async () => {
      if (aktif) await this.#tunggu(percobaan++);
      if (aktif) mulai();
    };

    mulai();
    return () => {
      aktif = false;
      hentikan();
    };
  }

  async tutup(): Promise<void> {
    // Menutup sambungan yang baru dibuka menolak janjinya; itu bukan kesalahan.
    await Promise.resolve(this.#klien.dispose()).catch(() => undefined);
  }

  async #salam(): Promise<Record<string, string>> {
    // Tanpa token layanan menutup soket, dan itu dicoba lagi seperti putus biasa.
    this.#token = await sesi.token(this.#tokenDitolak).catch(() => undefined);
    return this.#token ? { Authorization: `Bearer ${this.#token}` } : {};
  }

  #tunggu(percobaan: number): Promise<void> {
    const lama = lamaJeda(percobaan);
    this.sambungan =
      percobaan === 0 ? MENYAMBUNG : { jenis: 'terputus', cobaLagi: Date.now() + lama };
    return tunggu(lama);
  }
}
