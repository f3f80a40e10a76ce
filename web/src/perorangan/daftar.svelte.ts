import { AKAR, PERORANGAN, type Saringan } from '../graphql/dokumen';
import { wajib } from '../jaringan/galat';
import { sesi } from '../sesi/sesi.svelte';
import { sambung, type Halaman } from './sambung';

const SEHALAMAN = 50;
const TERBANYAK = 100;
const JEDA = 1_500;
/** Daftar yang mahal dimuat ulang lebih jarang: paling banyak sepersepuluh waktu layanan. */
const JARANG = 10;

/** Siapa yang dicari: di unor itu dan di bawahnya, atau di seluruh instansi. */
export interface Pencarian {
  readonly unorId: string | null;
  readonly instansiId: string | null;
  readonly tahun: number;
  readonly periodeId: string | null;
  readonly filter: Saringan;
}

/** Orang-orang yang memenuhi satu pencarian, sehalaman demi sehalaman. */
export class DaftarOrang {
  isi = $state.raw<Halaman>();
  galat = $state('');
  memuat = $state(false);

  readonly #pencarian: Pencarian;
  #banyak = SEHALAMAN;
  #giliran = 0;
  #lama = 0;
  #segera: ReturnType<typeof setTimeout> | undefined;

  /** `lama` tampak sampai jawaban yang pertama tiba. */
  constructor(pencarian: Pencarian, lama: Halaman | undefined) {
    this.#pencarian = pencarian;
    this.isi = lama;
    void this.muat();
  }

  /** Sebanyak yang sudah diminta, dengan keadaan sekarang. */
  muat(): Promise<void> {
    return this.#isi(undefined);
  }

  muatLagi(): Promise<void> {
    this.#banyak += SEHALAMAN;
    return this.#isi(this.isi);
  }

  /** Memuat ulang sebentar lagi; yang bergerak beruntun dimuat sekali. */
  segarkan(): void {
    this.#segera ??= setTimeout(
      () => {
        this.#segera = undefined;
        void this.muat();
      },
      Math.max(JEDA, JARANG * this.#lama) * (0.5 + Math.random()),
    );
  }

  tutup(): void {
    clearTimeout(this.#segera);
    this.#giliran++;
  }

  /** Jawaban yang terlambat tidak menimpa yang lebih baru. */
  async #isi(awal: Halaman | undefined): Promise<void> {
    const giliran = ++this.#giliran;
    const masih = () => giliran === this.#giliran;
    const mulai = performance.now();
    this.memuat = true;
    try {
      const isi = await this.#ambil(awal);
      if (masih()) {
        this.isi = isi;
        this.galat = '';
        this.#lama = performance.now() - mulai;
      }
    } catch (galat) {
      if (masih()) this.galat = (galat as Error).message;
    } finally {
      if (masih()) this.memuat = false;
    }
  }

  async #ambil(awal: Halaman | undefined): Promise<Halaman> {
    const { instansiId, ...pencarian } = this.#pencarian;
    const unorId = pencarian.unorId ?? (await unorTunggal(instansiId ?? ''));
    let hasil: Halaman = awal ?? { orang: [], lanjutan: null };
    do {
      const { unor } = await sesi.tanya(PERORANGAN, {
        ...pencarian,
        unorId,
        first: Math.min(TERBANYAK, Math.max(1, this.#banyak - hasil.orang.length)),
        after: hasil.lanjutan,
      });
      hasil = sambung(hasil, wajib(unor).perorangan);
    } while (hasil.lanjutan && hasil.orang.length < this.#banyak);
    return hasil;
  }
}

/** Unor sebuah instansi yang tidak punya unor lain. */
async function unorTunggal(instansiId: string): Promise<string> {
  const { instansi } = await sesi.tanya(AKAR, { instansiId });
  return wajib(wajib(instansi).unor.nodes[0] ?? null).id;
}
