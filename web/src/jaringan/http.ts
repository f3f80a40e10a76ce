import { Client, fetchExchange, type AnyVariables, type OperationResult } from '@urql/core';
import type { TadaDocumentNode } from 'gql.tada';
import { Galat } from './galat';

const BATAS_WAKTU = 15_000;

const klien = new Client({
  url: '/graphql',
  preferGetMethod: false,
  exchanges: [fetchExchange],
  fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(BATAS_WAKTU) }),
});

export async function tanya<Hasil, Variabel extends AnyVariables>(
  dokumen: TadaDocumentNode<Hasil, Variabel>,
  variabel: Variabel,
  token: string,
): Promise<Hasil> {
  const headers = { Authorization: `Bearer ${token}` };
  return buka(await klien.query(dokumen, variabel, { fetchOptions: { headers } }));
}

/** Untuk mutasi sesi saja: masuk, segarkan, keluar; ketiganya tanpa token. */
export async function ubah<Hasil, Variabel extends AnyVariables>(
  dokumen: TadaDocumentNode<Hasil, Variabel>,
  variabel: Variabel,
): Promise<Hasil> {
  return buka(await klien.mutation(dokumen, variabel));
}

function buka<Hasil>({ data, error }: OperationResult<Hasil>): Hasil {
  if (error) throw Galat.dari(error);
  return data as Hasil;
}
