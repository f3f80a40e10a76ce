import { stringifyDocument } from '@urql/core';
import type { Plugin } from 'vite';
import * as dokumen from './src/graphql/dokumen';

/** Menulis dokumen.json: teks setiap dokumen, persis seperti yang dikirim halaman. */
export function terdaftar(): Plugin {
  return {
    name: 'terdaftar',
    generateBundle() {
      const source = JSON.stringify(Object.values(dokumen).map(stringifyDocument));
      this.emitFile({ type: 'asset', fileName: 'dokumen.json', source });
    },
  };
}
