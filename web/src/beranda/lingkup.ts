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

export function tautanLingkup({ jenis, id }: Pick<Lingkup, 'jenis' | 'id'>): string {
  const pilih = (yang: Lingkup['jenis']) => (jenis === yang && id) || '';
  return rute.tautan({ instansi: pilih('INSTANSI'), unor: pilih('UNOR'), cari: '' });
}
