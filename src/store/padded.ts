/** Repeats the last number up to a power of two, so that few statements have to be prepared. */
export function padded<T>(ids: readonly T[]): T[] {
  const size = 2 ** Math.ceil(Math.log2(ids.length))
  return Array.from({ length: size }, (_, i) => ids[Math.min(i, ids.length - 1)]!)
}
