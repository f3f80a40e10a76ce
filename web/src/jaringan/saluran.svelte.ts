import { stringifyDocument } from '@urql/core';
import type { TadaDocumentNode } from 'gql.tada';
import { Galat, type KodeGalat } from './galat';
import { jedaPenuh, jedaSerentak, lamaJeda, tunggu } from './jeda';
import { Karcis } from './karcis';
import { Peralihan } from './peralihan';

export type Sambungan =
  | { readonly jenis: 'langsung' | 'menyambung' }
  | { readonly jenis: 'terputus' | 'penuh'; readonly cobaLagi: number };

export interface Pelanggan<Hasil> {
  terima(hasil: Hasil): void;
  gagal(galat: Galat): void;
}

const LANGSUNG: Sambungan = { jenis: 'langsung' };
const MENYAMBUNG: Sambungan = { jenis: 'menyambung' };
/** Mencoba lagi tidak akan mengubah jawaban ini. */
const TETAP: ReadonlySet<KodeGalat> = new Set(['NOT_FOUND', 'BAD_INPUT']);

/** Langganan yang menyambung kembali selamanya, apa pun yang membawanya. */
export class Saluran {
  sambungan = $state.raw<Sambungan>(MENYAMBUNG);

  readonly #karcis = new Karcis();
  readonly #pembawa = new Peralihan(this.#karcis);
  #percobaan = 0;
  #jeda: Promise<void> | undefined;

  /** Mengalirkan langganan sampai fungsi yang dikembalikan dipanggil. */
  ikuti<Hasil, Variabel extends Record<string, unknown>>(
    dokumen: TadaDocumentNode<Hasil, Variabel>,
    variables: Variabel,
    pelanggan: Pelanggan<Hasil>,
  ): () => void {
    const permintaan = { query: stringifyDocument(dokumen), variables };
    let aktif = true;
    let hentikan: () => void;

    const mulai = () => {
      hentikan = this.#pembawa.alirkan(permintaan, {
        terima: ({ data, errors }) => {
          if (!aktif) return;
          if (data) {
            this.#hidup();
            pelanggan.terima(data as Hasil);
          } else if (errors) {
            hentikan();
            void tangani(Galat.dariGraphQL(errors));
          }
        },
        usai: (sebab) => void tangani(sebab),
      });
    };

    const tangani = async (sebab: Galat) => {
      if (!aktif) return;
      if (TETAP.has(sebab.kode)) return pelanggan.gagal(sebab);
      await this.#pulihkan(sebab.kode);
      if (aktif) mulai();
    };

    mulai();
    return () => {
      aktif = false;
      hentikan();
    };
  }

  tutup(): void {
    this.#pembawa.tutup();
  }

  #hidup(): void {
    this.#percobaan = 0;
    this.sambungan = LANGSUNG;
  }

  /** Langganan yang putus bersama juga kembali bersama. */
  #pulihkan(sebab: KodeGalat): Promise<void> {
    if (!this.#jeda) {
      this.#jeda = this.#tunggu(sebab).finally(() => (this.#jeda = undefined));
      if (sebab === 'UNAUTHENTICATED') {
        this.#karcis.tolak();
        this.#pembawa.putus();
      }
    }
    return this.#jeda;
  }

  async #tunggu(sebab: KodeGalat): Promise<void> {
    if (sebab === 'PENUH') {
      const lama = jedaPenuh();
      this.sambungan = { jenis: 'penuh', cobaLagi: Date.now() + lama };
      return tunggu(lama);
    }
    const serentak = sebab === 'JARINGAN' && this.sambungan.jenis === 'langsung';
    const percobaan = this.#percobaan++;
    const lama = serentak ? jedaSerentak() : lamaJeda(percobaan);
    this.sambungan =
      percobaan === 0 ? MENYAMBUNG : { jenis: 'terputus', cobaLagi: Date.now() + lama };
    await tunggu(lama);
    this.sambungan = MENYAMBUNG;
  }
}
