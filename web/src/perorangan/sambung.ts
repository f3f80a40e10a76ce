import type { Orang } from '../graphql/dokumen';

export type Seseorang = Orang & { readonly pegawai: NonNullable<Orang['pegawai']> };

export interface Halaman {
  readonly orang: readonly Seseorang[];
  /** Tempat halaman berikutnya dimulai; kosong bila ini semuanya. */
  readonly lanjutan: string | null;
}

interface Sambungan {
  readonly nodes: readonly Orang[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Halaman berikutnya di belakang yang sudah ada; siapa yang tiba dua kali tampak sekali. */
export function sambung({ orang }: Halaman, { nodes, pageInfo }: Sambungan): Halaman {
  const semua = new Map(orang.map((satu) => [satu.pegawai.id, satu]));
  for (const satu of nodes) if (dikenal(satu)) semua.set(satu.pegawai.id, satu);
  return {
    orang: [...semua.values()],
    lanjutan: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}

const dikenal = (satu: Orang): satu is Seseorang => satu.pegawai !== null;

/** NIP boleh disalin dengan spasinya; layanan mencarinya tanpa spasi. */
export const rapikan = (teks: string): string =>
  /^[\d\s]+$/.test(teks) ? teks.replace(/\s/g, '') : teks.trim();
