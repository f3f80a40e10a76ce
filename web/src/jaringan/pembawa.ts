import type { Galat, GalatGraphQL } from './galat';

export interface Permintaan {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

export interface Jawaban {
  readonly data?: unknown;
  readonly errors?: readonly GalatGraphQL[] | undefined;
}

export interface Penerima {
  terima(jawaban: Jawaban): void;
  /** Aliran berakhir bukan karena diminta; paling banyak sekali. */
  usai(sebab: Galat): void;
}

/** Yang mengantar langganan dari layanan. */
export interface Pembawa {
  /** Mengalirkan sampai usai, atau sampai fungsi yang dikembalikan dipanggil. */
  alirkan(permintaan: Permintaan, penerima: Penerima): () => void;
  /** Mengakhiri semua aliran, dan sambungan di bawahnya. */
  putus(): void;
}

/** Aliran yang sedang berjalan; yang sudah berakhir tidak dapat berakhir lagi. */
export class Aliran {
  readonly #lepas = new Map<Penerima, () => void>();

  mulai(penerima: Penerima, lepas: () => void): () => void {
    this.#lepas.set(penerima, lepas);
    return () => {
      this.#lepas.delete(penerima);
      lepas();
    };
  }

  usai(penerima: Penerima, sebab: Galat): void {
    const lepas = this.#lepas.get(penerima);
    if (!lepas) return;
    this.#lepas.delete(penerima);
    lepas();
    penerima.usai(sebab);
  }

  usaiSemua(sebab: Galat): void {
    for (const penerima of [...this.#lepas.keys()]) this.usai(penerima, sebab);
  }
}
