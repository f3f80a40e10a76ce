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
  return buka(await klien.query(dokumen, variabel, sebagai(token)));
}

/** Tanpa token hanya untuk mutasi sesi: masuk, segarkan, keluar. */
export async function ubah<Hasil, Variabel extends AnyVariables>(
  dokumen: TadaDocumentNode<Hasil, Variabel>,
  variabel: Variabel,
  token?: string,
): Promise<Hasil> {
  return buka(await klien.mutation(dokumen, variabel, token ? sebagai(token) : {}));
}

const sebagai = (token: string) => ({
  fetchOptions: { headers: { Authorization: `Bearer ${token}` } },
});

function buka<Hasil>({ data, error }: OperationResult<Hasil>): Hasil {
  if (error) throw Galat.dari(error);
  return data as Hasil;
}
