let ekor: Promise<unknown> = Promise.resolve();

/** Satu per satu di semua tab; tanpa Web Locks (konteks tidak aman) di dalam tab ini saja. */
export function bergiliran<T>(kerja: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return navigator.locks.request('ekinerja.segarkan', kerja);
  const giliran = ekor.then(kerja);
  ekor = giliran.catch(() => undefined);
  return giliran;
}
