import { PERIODE, type Periode } from '../graphql/dokumen';
import { ulangi } from '../jaringan/jeda';
import { sesi } from '../sesi/sesi.svelte';

/** Periode penilaian yang ditetapkan instansi sebuah lingkup untuk satu tahun. */
export class DaftarPeriode {
  isi = $state.raw<readonly Periode[]>();

  #terpasang = true;

  constructor(lingkupId: string, tahun: number) {
    void this.#muat(lingkupId, tahun);
  }

  /** Untuk penilaian akhir tahun; `undefined` selama belum diketahui. */
  get adaTahunan(): boolean | undefined {
    return this.isi?.some(({ jenis }) => jenis === 'TAHUNAN');
  }

  tutup(): void {
    this.#terpasang = false;
  }

  async #muat(lingkupId: string, tahun: number): Promise<void> {
    const hasil = await ulangi(
      () => sesi.tanya(PERIODE, { lingkupId, tahun }),
      () => this.#terpasang,
    );
    if (!hasil) return;
    const instansi = hasil.node && 'instansi' in hasil.node ? hasil.node.instansi : hasil.node;
    this.isi = instansi && 'periodePenilaian' in instansi ? instansi.periodePenilaian : [];
  }
}
