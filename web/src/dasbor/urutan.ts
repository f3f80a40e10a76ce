import { banyak, tercapai, type Jenis } from './jenis';
import type { Unit } from './potret';

const abjad = new Intl.Collator('id', { numeric: true });
const menurutNama = (a: Unit, b: Unit) => abjad.compare(a.nama, b.nama);

interface Urutan {
  readonly kunci: string;
  readonly nama: string;
  readonly banding: (a: Unit, b: Unit) => number;
}

/** Cara mengurutkan unit; kuncinya sama bagi semua jenis, jadi tetap berlaku bila jenis diganti. */
export function urutan(jenis: Jenis): Urutan[] {
  const bagian = (unit: Unit) => (unit.total > 0 ? tercapai(jenis, unit) / unit.total : 0);
  const sisa = jenis.bagian.find(({ kunci }) => kunci === jenis.sisa)!;
  return [
    { kunci: '', nama: 'Nama (A–Z)', banding: menurutNama },
    {
      kunci: 'tertinggi',
      nama: `% ${jenis.capaian.nama} tertinggi`,
      banding: (a, b) => bagian(b) - bagian(a),
    },
    {
      kunci: 'tertinggal',
      nama: `% ${jenis.capaian.nama} terendah`,
      banding: (a, b) => bagian(a) - bagian(b),
    },
    {
      kunci: 'sisa',
      nama: `${sisa.nama} terbanyak`,
      banding: (a, b) => banyak(b, sisa.kunci) - banyak(a, sisa.kunci),
    },
  ];
}

export function susun(jenis: Jenis, unit: Iterable<Unit>, urut: string, cari: string): Unit[] {
  const banding = urutan(jenis).find(({ kunci }) => kunci === urut)?.banding ?? menurutNama;
  const dicari = cari.trim().toLocaleLowerCase('id');
  return [...unit]
    .filter(({ nama }) => nama.toLocaleLowerCase('id').includes(dicari))
    .sort((a, b) => banding(a, b) || menurutNama(a, b));
}
