/**
 * The same bytes in a block of their own, for those that are kept. @NOTE Node cuts small buffers from blocks of 64 kB, and
 * such a block stays as long as any piece of it does.
 */
export function ownBytes(bytes: Uint8Array): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length)
  own.set(bytes)
  return own
}
