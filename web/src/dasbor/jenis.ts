import type { Orang, Saringan } from '../graphql/dokumen';

type Berkunci<S extends string> = S extends `${infer Awal}_${infer Sisa}`
  ? `${Lowercase<Awal>}${Capitalize<Berkunci<Sisa>>}`
  : Lowercase<S>;

/** Kolom sebuah rekap; di skema namanya mengikuti nilai enum-nya. */
export type KunciBagian =
  | Berkunci<Orang['pengisian']>
  | Berkunci<Orang['keterlibatan']>
  | Berkunci<NonNullable<Orang['penilaian'][number]['predikat']>>
  | 'belumDinilai';

export type Rekap = { readonly total: number } & { readonly [K in KunciBagian]?: number };

/** Warnanya `--<kunci>`, tinta di atasnya `--<kunci>-tinta`. */
export interface Bagian {
  readonly kunci: KunciBagian;
  readonly nama: string;
  readonly arti?: string;
  /** Orang-orang yang dihitung di bagian ini. */
  readonly saring: Saringan;
}

export interface Jenis {
  readonly kunci: 'pengisian' | 'matriks' | 'penilaian';
  readonly nama: string;
  readonly judul: (tahun: number, periode: string | undefined) => string;
  /** Dari yang paling selesai; urutan ini sama di angka, batang, dan kolom. */
  readonly bagian: readonly Bagian[];
  /** Yang sudah sampai, dan yang masih harus dikejar. */
  readonly capaian: { readonly nama: string; readonly kunci: readonly KunciBagian[] };
  readonly sisa: KunciBagian;
  /** Judul kolomnya di status perorangan, dan isinya. */
  readonly kolom: string;
  readonly bagianOrang: (orang: Orang, periodeId: string | null) => Bagian;
  readonly rincianOrang?: (orang: Orang) => string;
  /** Bila belum ada seorang pun yang sampai. */
  readonly kosong?: (tahun: number) => string;
}

export const PENGISIAN: readonly Bagian[] = [
  { kunci: 'persetujuan', nama: 'Persetujuan', saring: { pengisian: ['PERSETUJUAN'] } },
  { kunci: 'pengajuan', nama: 'Pengajuan', saring: { pengisian: ['PENGAJUAN'] } },
  { kunci: 'draft', nama: 'Draft', saring: { pengisian: ['DRAFT'] } },
  { kunci: 'belumBuat', nama: 'Belum buat', saring: { pengisian: ['BELUM_BUAT'] } },
];

const MATRIKS: readonly Bagian[] = [
  {
    kunci: 'lebih',
    nama: 'Matriks ≥2',
    arti: 'terlibat dalam dua matriks atau lebih',
    saring: { keterlibatan: ['LEBIH'] },
  },
  {
    kunci: 'satu',
    nama: 'Matriks 1',
    arti: 'terlibat dalam satu matriks saja',
    saring: { keterlibatan: ['SATU'] },
  },
  {
    kunci: 'nol',
    nama: 'Matriks 0',
    arti: 'belum terlibat dalam matriks mana pun',
    saring: { keterlibatan: ['NOL'] },
  },
];

const PENILAIAN: readonly Bagian[] = [
  { kunci: 'sangatBaik', nama: 'Sangat baik', saring: { predikat: ['SANGAT_BAIK'] } },
  { kunci: 'baik', nama: 'Baik', saring: { predikat: ['BAIK'] } },
  { kunci: 'butuhPerbaikan', nama: 'Butuh perbaikan', saring: { predikat: ['BUTUH_PERBAIKAN'] } },
  { kunci: 'kurang', nama: 'Kurang', saring: { predikat: ['KURANG'] } },
  { kunci: 'sangatKurang', nama: 'Sangat kurang', saring: { predikat: ['SANGAT_KURANG'] } },
  { kunci: 'belumDinilai', nama: 'Belum dinilai', saring: { dinilai: false } },
];

const PENGISIAN_SKP: Jenis = {
  kunci: 'pengisian',
  nama: 'Pengisian',
  judul: (tahun) => `Pengisian SKP tahun ${tahun}`,
  bagian: PENGISIAN,
  capaian: { nama: 'persetujuan', kunci: ['persetujuan'] },
  sisa: 'belumBuat',
  kolom: 'Status SKP',
  bagianOrang: ({ pengisian }) => cari(PENGISIAN, berkunci(pengisian)),
};

const KETERLIBATAN_MATRIKS: Jenis = {
  kunci: 'matriks',
  nama: 'Keterlibatan Matriks',
  judul: (tahun) => `Keterlibatan dalam matriks peran hasil tahun ${tahun}`,
  bagian: MATRIKS,
  capaian: { nama: 'terlibat', kunci: ['lebih', 'satu'] },
  sisa: 'nol',
  kolom: 'Matriks',
  bagianOrang: ({ keterlibatan }) => cari(MATRIKS, berkunci(keterlibatan)),
  rincianOrang: ({ keterlibatan, jumlahMatriks }) =>
    keterlibatan === 'LEBIH' ? `${jumlahMatriks} matriks` : '',
  kosong: (tahun) =>
    `Belum ada yang terlibat dalam matriks tahun ${tahun}. Angkanya bergerak begitu seorang` +
    ' pimpinan memasukkan SKP bawahan atau anggota timnya ke dalam matriks peran hasil.',
};

const PENILAIAN_SKP: Jenis = {
  kunci: 'penilaian',
  nama: 'Penilaian',
  judul: (tahun, periode) =>
    periode ? `Penilaian ${periode} tahun ${tahun}` : `Penilaian akhir tahun ${tahun}`,
  bagian: PENILAIAN,
  capaian: {
    nama: 'sudah dinilai',
    kunci: ['sangatBaik', 'baik', 'butuhPerbaikan', 'kurang', 'sangatKurang'],
  },
  sisa: 'belumDinilai',
  kolom: 'Predikat',
  bagianOrang: ({ penilaian }, periodeId) => {
    const [satu] = penilaian.filter(({ periode }) => periodeId || periode?.jenis === 'TAHUNAN');
    return cari(PENILAIAN, satu?.predikat ? berkunci(satu.predikat) : 'belumDinilai');
  },
  kosong: () =>
    'Belum ada yang dinilai dalam periode ini. Angkanya bergerak begitu pejabat penilai memberi' +
    ' rating hasil kerja dan perilaku.',
};

export const JENIS: readonly Jenis[] = [PENGISIAN_SKP, KETERLIBATAN_MATRIKS, PENILAIAN_SKP];

/** Yang tertulis di alamat; yang tidak dikenal berarti pengisian. */
export const jenisDari = (kunci: string): Jenis =>
  JENIS.find((jenis) => jenis.kunci === kunci) ?? PENGISIAN_SKP;

export const banyak = (rekap: Rekap, kunci: KunciBagian | 'total'): number => rekap[kunci] ?? 0;

/** Berapa orang yang sudah sampai. */
export const tercapai = ({ capaian }: Jenis, rekap: Rekap): number =>
  capaian.kunci.reduce((jumlah, kunci) => jumlah + banyak(rekap, kunci), 0);

/** Angka mentah sebuah baris, untuk dibaca mesin. */
export const dataRekap = ({ bagian }: Jenis, rekap: Rekap): Record<string, number> =>
  Object.fromEntries([
    ['data-total', rekap.total],
    ...bagian.map(({ kunci }) => [
      `data-${kunci.replace(/[A-Z]/g, (huruf) => `-${huruf.toLowerCase()}`)}`,
      banyak(rekap, kunci),
    ]),
  ]);

const cari = (bagian: readonly Bagian[], kunci: KunciBagian): Bagian =>
  bagian.find((satu) => satu.kunci === kunci)!;

const berkunci = <S extends string>(nilai: S) =>
  nilai.toLowerCase().replace(/_(.)/g, (_, huruf: string) => huruf.toUpperCase()) as Berkunci<S>;
