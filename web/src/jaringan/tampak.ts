const SABAR = 10_000;

/** Berhenti bila halaman tersembunyi agak lama, dan mulai lagi begitu tampak. */
export function selagiTampak(mulai: () => () => void): () => void {
  let henti: (() => void) | undefined;
  let sabar: ReturnType<typeof setTimeout>;
  const pendengar = new AbortController();

  const jeda = () => {
    henti?.();
    henti = undefined;
  };
  const sesuaikan = () => {
    clearTimeout(sabar);
    if (!document.hidden) henti ??= mulai();
    else if (henti) sabar = setTimeout(jeda, SABAR);
  };

  document.addEventListener('visibilitychange', sesuaikan, pendengar);
  sesuaikan();
  return () => {
    clearTimeout(sabar);
    pendengar.abort();
    jeda();
  };
}
