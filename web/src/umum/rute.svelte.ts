export const TAHUN_INI = new Date().getFullYear();

type Parameter = 'tahun' | 'instansi' | 'unor' | 'urut' | 'cari' | 'layar';

/** Keadaan halaman yang dapat dibagikan hidup di alamatnya. */
class Rute {
  #url = $state.raw(new URL(location.href));

  constructor() {
    addEventListener('popstate', () => this.#muat());
  }

  get tahun(): number {
    const tahun = this.#baca('tahun');
    return /^\d{4}$/.test(tahun) ? Number(tahun) : TAHUN_INI;
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

  get dinding(): boolean {
    return this.#baca('layar') === 'dinding';
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
