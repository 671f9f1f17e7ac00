/**
 * Hands blocks that are free back to the system; undefined where the system's library knows no such thing. @NOTE glibc does so by
 * itself for those at the end of its store alone. Node reaches it by node:ffi, which it offers where it was started with --experimental-ffi.
 */
export async function freeBlocks(): Promise<(() => void) | undefined> {
  try {
    const { dlopen } = await import('node:ffi')
    const { functions } = dlopen('libc.so.6', { malloc_trim: { arguments: ['uint64'], return: 'int32' } })
    return () => void functions.malloc_trim(0n)
  } catch {
    return undefined
  }
}
