import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { terdaftar } from './terdaftar';

export default defineConfig({
  plugins: [svelte(), terdaftar()],
  build: {
    assetsDir: 'aset',
    // Sebuah data: URI ditolak oleh CSP `default-src 'self'`.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['index.html', 'graphiql.html'],
      // Pustaka React milik GraphiQL penuh dengan 'use client', yang tidak berarti di sini.
      checks: { moduleLevelDirective: false },
    },
    // Monaco, penyunting di GraphiQL; bobot dasbor tidak tersentuh olehnya.
    chunkSizeWarningLimit: 3000,
  },
  server: {
    proxy: { '/graphql': { target: 'http://127.0.0.1:8000', ws: true } },
  },
});
