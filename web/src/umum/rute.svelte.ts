export const TAHUN_INI = new Date().getFullYear();

type Parameter =
  'dasbor' | 'tahun' | 'periode' | 'instansi' | 'unor' | 'urut' | 'cari' | 'perorangan' | 'layar';

/** Keadaan halaman yang dapat dibagikan hidup di alamatnya. */
class Rute {
  #url = $state.raw(new URL(location.href));

  constructor() {
    addEventListener('popstate', () => this.#muat());
  }

  get dasbor(): string {
    return this.#baca('dasbor');
  }

  get tahun(): number {
    const tahun = this.#baca('tahun');
    return /^\d{4}$/.test(tahun) ? Number(tahun) : TAHUN_INI;
  }

  get periode(): string {
    return this.#baca('periode');
  }

  get instansi(): string {
    return this.#baca('instansi');
  }

  get unor(): string {
    return this.#baca('unor');
  }

  get urut(): string {
    return this.#baca('urut');
  }

  get cari(): string {
    return this.#baca('cari');
  }

  /** Kosong: per unit. Selain itu bagian yang orang-orangnya ditampilkan, atau `semua`. */
  get perorangan(): string {
    return this.#baca('perorangan');
  }

  get dinding(): boolean {
    return this.#baca('layar') === 'dinding';
  }

  /** Bagian halaman yang dituju, seperti `#rincian`. */
  get tujuan(): string {
    return this.#url.hash;
  }

  /** Alamat dasbor dengan perubahan ini; teks kosong menghapus parameternya. */
  tautan(perubahan: Partial<Record<Parameter, string>>): string {
    const parameter = new URLSearchParams(this.#url.search);
    parameter.set('tahun', String(this.tahun));
    for (const [nama, nilai] of Object.entries(perubahan)) {
      if (nilai) parameter.set(nama, nilai);
      else parameter.delete(nama);
    }
    return `/dashboard?${parameter}`;
  }

  pergi(alamat: string): void {
    history.pushState(null, '', alamat);
    this.#muat();
  }

  ganti(alamat: string): void {
    history.replaceState(null, '', alamat);
    this.#muat();
  }

  #baca(nama: Parameter): string {
    return this.#url.searchParams.get(nama) ?? '';
  }

  #muat(): void {
    this.#url = new URL(location.href);
  }
}

export const rute = new Rute();
