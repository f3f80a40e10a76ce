import type { TadaDocumentNode } from 'gql.tada';
import { MATRIKS, PENGISIAN, PENILAIAN } from '../graphql/dokumen';
import type { Pelanggan, Saluran } from '../jaringan/saluran.svelte';
import type { Jenis } from './jenis';
import type { Pesan } from './potret';

/** Dari mana dipandang, dan tahun berapa. */
export interface Sudut {
  readonly tahun: number;
  readonly instansiId: string | null;
  readonly unorId: string | null;
}

type Ikuti = (
  saluran: Saluran,
  sudut: Sudut,
  periodeId: string | null,
  pelanggan: Pelanggan<{ readonly dasbor: Pesan }>,
) => () => void;

const seturut =
  <Variabel extends Record<string, unknown>>(
    dokumen: TadaDocumentNode<{ readonly dasbor: Pesan }, Variabel>,
    variabel: (sudut: Sudut, periodeId: string | null) => Variabel,
  ): Ikuti =>
  (saluran, sudut, periodeId, pelanggan) =>
    saluran.ikuti(dokumen, variabel(sudut, periodeId), pelanggan);

/** Bagaimana angka setiap jenis diikuti. Hanya penilaian yang mengenal periode. */
export const LANGGANAN: Readonly<Record<Jenis['kunci'], Ikuti>> = {
  pengisian: seturut(PENGISIAN, (sudut) => ({ ...sudut })),
  matriks: seturut(MATRIKS, (sudut) => ({ ...sudut })),
  penilaian: seturut(PENILAIAN, (sudut, periodeId) =>
    periodeId ? { ...sudut, tahun: null, periodeId } : { ...sudut },
  ),
};
