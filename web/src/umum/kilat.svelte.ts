import type { Attachment } from 'svelte/attachments';

const LAMA = 1500;
const tenang = matchMedia('(prefers-reduced-motion: reduce)');

/** Menyorot elemen sebentar setiap kali nilainya berubah. */
export function kilat(nilai: () => unknown): Attachment<HTMLElement> {
  return (elemen) => {
    let lama: unknown;
    $effect(() => {
      const kini = nilai();
      const berubah = lama !== undefined && lama !== kini;
      lama = kini;
      if (!berubah || tenang.matches) return;
      elemen.animate([{ backgroundColor: 'var(--kilat)' }, {}], {
        duration: LAMA,
        easing: 'ease-out',
      });
    });
  };
}
