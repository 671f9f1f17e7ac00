import { createHash, randomBytes } from 'node:crypto'

/** SHA-256 in hexadecimal. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A secret of 192 random bits that fits in a URL. */
export function secret(): string {
  return randomBytes(24).toString('base64url')
}
