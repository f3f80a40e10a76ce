import type { AnyVariables } from '@urql/core';
import type { TadaDocumentNode } from 'gql.tada';
import { KELUAR, MASUK, SEGARKAN } from '../graphql/dokumen';
import { Galat } from '../jaringan/galat';
import { tanya, ubah } from '../jaringan/http';
import { bergiliran } from './kunci';
import { baca, pantau, tulis, type Kredensial } from './simpanan';

const SEMENIT = 60_000;
const BERAKHIR = 'Sesi Anda telah berakhir. Silakan masuk kembali.';

interface TokenBaru {
  readonly token: string | null;
  readonly refreshToken: string | null;
  readonly kedaluwarsa: string | null;
}

class Sesi {
  #kredensial = $state.raw(baca());
  pesan = $state('');

  constructor() {
    pantau(() => this.#bacaUlang());
  }

  get pemilik(): string | undefined {
    return this.#kredensial?.pemilik;
  }

  /** Mengembalikan alasan penolakan; kosong bila berhasil. */
  async masuk(nip: string, kataSandi: string) {
    const { masuk } = await ubah(MASUK, { nip, kataSandi });
    const kredensial = masuk?.pegawai && terbitkan(masuk.pegawai.id, masuk);
    if (kredensial) {
      this.#simpan(kredensial);
      this.pesan = '';
    }
    return masuk?.userErrors ?? [];
  }

  async keluar(): Promise<void> {
    const refreshToken = this.#kredensial?.refreshToken;
    this.#simpan(undefined);
    this.pesan = '';
    // Di perangkat ini sesi sudah usai, apa pun jawaban layanan.
    if (refreshToken) await ubah(KELUAR, { refreshToken }).catch(() => undefined);
  }

  tanya<Hasil, Variabel extends AnyVariables>(
    dokumen: TadaDocumentNode<Hasil, Variabel>,
    variabel: Variabel,
  ): Promise<Hasil> {
    return this.#bertoken((token) => tanya(dokumen, variabel, token));
  }

  ubah<Hasil, Variabel extends AnyVariables>(
    dokumen: TadaDocumentNode<Hasil, Variabel>,
    variabel: Variabel,
  ): Promise<Hasil> {
    return this.#bertoken((token) => ubah(dokumen, variabel, token));
  }

  /** Token yang berlaku, disegarkan dahulu bila hampir habis atau sudah `ditolak`. */
  async token(ditolak?: string): Promise<string> {
    const kini = this.#kredensial;
    if (kini && kini.token !== ditolak && Date.now() < kini.segarkanPada) return kini.token;
    return bergiliran(() => this.#segarkan(kini?.token));
  }

  async #bertoken<Hasil>(minta: (token: string) => Promise<Hasil>): Promise<Hasil> {
    const token = await this.token();
    try {
      return await minta(token);
    } catch (galat) {
      if (!(galat instanceof Galat) || galat.kode !== 'UNAUTHENTICATED') throw galat;
      return minta(await this.token(token));
    }
  }

  async #segarkan(tokenLama: string | undefined): Promise<string> {
    const lama = this.#bacaUlang();
    if (!lama) throw new Galat('UNAUTHENTICATED', BERAKHIR);
    if (lama.token !== tokenLama) return lama.token;

    const baru = await tukar(lama);
    // Selama menunggu, tab lain dapat keluar atau (tanpa Web Locks) mendahului.
    const kini = this.#bacaUlang();
    if (kini && kini.token !== lama.token) return kini.token;
    if (kini && baru) {
      this.#simpan(baru);
      return baru.token;
    }
    this.#simpan(undefined);
    if (kini) this.pesan = BERAKHIR;
    throw new Galat('UNAUTHENTICATED', BERAKHIR);
  }

  #bacaUlang(): Kredensial | undefined {
    const tadi = this.#kredensial;
    this.#kredensial = baca();
    if (tadi && !this.#kredensial) this.pesan = BERAKHIR;
    return this.#kredensial;
  }

  #simpan(kredensial: Kredensial | undefined): void {
    tulis(kredensial);
    this.#kredensial = kredensial;
  }
}

/** Hasilnya kosong bila layanan menolak refresh token. */
async function tukar({ pemilik, refreshToken }: Kredensial): Promise<Kredensial | undefined> {
  try {
    const { segarkan } = await ubah(SEGARKAN, { refreshToken });
    return segarkan ? terbitkan(pemilik, segarkan) : undefined;
  } catch (galat) {
    if (galat instanceof Galat && galat.kode === 'UNAUTHENTICATED') return undefined;
    throw galat;
  }
}

function terbitkan(pemilik: string, baru: TokenBaru): Kredensial | undefined {
  const { token, refreshToken, kedaluwarsa } = baru;
  if (!token || !refreshToken || !kedaluwarsa) return undefined;
  // Jam perangkat yang terlalu cepat tidak boleh membuat setiap permintaan menyegarkan token.
  const segarkanPada = Math.max(Date.parse(kedaluwarsa) - SEMENIT, Date.now() + SEMENIT);
  return { pemilik, token, refreshToken, segarkanPada };
}

export const sesi = new Sesi();
