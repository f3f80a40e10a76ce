import { sesi } from '../sesi/sesi.svelte';

/** Token untuk menyambung; yang sudah ditolak layanan ditukar dahulu. */
export class Karcis {
  #terakhir: string | undefined;
  #ditolak: string | undefined;

  async kepala(): Promise<{ Authorization: string }> {
    this.#terakhir = await sesi.token(this.#ditolak);
    return { Authorization: `Bearer ${this.#terakhir}` };
  }

  tolak(): void {
    this.#ditolak = this.#terakhir;
  }
}
