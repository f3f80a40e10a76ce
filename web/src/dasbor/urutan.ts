import type { Unit } from '../graphql/dokumen';

const abjad = new Intl.Collator('id', { numeric: true });
const menurutNama = (a: Unit, b: Unit) => abjad.compare(a.nama, b.nama);
const bagianSetuju = ({ persetujuan, total }: Unit) => (total > 0 ? persetujuan / total : 0);

interface Urutan {
  readonly kunci: string;
  readonly nama: string;
  readonly banding: (a: Unit, b: Unit) => number;
}

const NAMA: Urutan = { kunci: '', nama: 'Nama (A–Z)', banding: menurutNama };

export const URUTAN: readonly Urutan[] = [
  NAMA,
  {
    kunci: 'persetujuan',
    nama: '% persetujuan tertinggi',
    banding: (a, b) => bagianSetuju(b) - bagianSetuju(a),
  },
  {
    kunci: 'tertinggal',
    nama: '% persetujuan terendah',
    banding: (a, b) => bagianSetuju(a) - bagianSetuju(b),
  },
  {
    kunci: 'belum-buat',
    nama: 'Belum buat terbanyak',
    banding: (a, b) => b.belumBuat - a.belumBuat,
  },
];

export function susun(unit: Iterable<Unit>, urut: string, cari: string): Unit[] {
  const { banding } = URUTAN.find(({ kunci }) => kunci === urut) ?? NAMA;
  const dicari = cari.trim().toLocaleLowerCase('id');
  return [...unit]
    .filter(({ nama }) => nama.toLocaleLowerCase('id').includes(dicari))
    .sort((a, b) => banding(a, b) || menurutNama(a, b));
}
