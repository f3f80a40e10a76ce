import type { KunciBagian } from '../dasbor/jenis';
import type { Lingkup, Saya } from '../graphql/dokumen';
import { rute } from '../umum/rute.svelte';

/** Dasbor yang menjadi milik seseorang; kosong bagi pegawai yang tidak memimpin. */
export function lingkupMilik({ peran, instansi, memimpin }: Saya): Lingkup[] {
  switch (peran) {
    case 'SUPER_ADMIN':
      return [{ jenis: 'NASIONAL', id: null, nama: 'Nasional' }];
    case 'ADMIN_INSTANSI':
      return instansi ? [{ jenis: 'INSTANSI', ...instansi }] : [];
    case 'PEGAWAI':
      return memimpin.map((unor) => ({ jenis: 'UNOR', ...unor }));
  }
}

type Tujuan = Pick<Lingkup, 'jenis' | 'id'>;

export const tautanLingkup = (lingkup: Tujuan): string => rute.tautan(parameter(lingkup));

/** Orang-orang lingkup itu yang dihitung di sebuah bagian. */
export const tautanPerorangan = (lingkup: Tujuan, bagian: KunciBagian | 'semua'): string =>
  `${rute.tautan({ ...parameter(lingkup), perorangan: bagian })}#rincian`;

function parameter({ jenis, id }: Tujuan) {
  const pilih = (yang: Lingkup['jenis']) => (jenis === yang && id) || '';
  return {
    instansi: pilih('INSTANSI'),
    unor: pilih('UNOR'),
    cari: '',
    // Periode milik satu instansi, dan perorangan hanya ada di dalamnya.
    ...(jenis === 'NASIONAL' && { periode: '', perorangan: '' }),
  };
}
