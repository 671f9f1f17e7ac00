import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'

/** SHA-256 in hexadecimal. */
export function sha256(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}

/** A secret of 192 random bits that fits in a URL. */
export function secret(): string {
  return randomBytes(24).toString('base64url')
}

/** What only the holder of a key can put to a text: HMAC-SHA-256, fit for a URL. */
export function sealOf(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

/** Compares seals in a time that tells nothing of either. */
export function isSealed(given: string, seal: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(seal)]
  return one.length === other.length && timingSafeEqual(one, other)
}
