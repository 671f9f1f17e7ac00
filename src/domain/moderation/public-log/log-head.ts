import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'

/** How long the log is and how it ends, signed, so that an end that is cut off or put on shows. */
export const signedHead = z.strictObject({
  n: z.int().nonnegative(),
  hash: z.string(),
  at: z.int(),
  /** The public key, base64url. */
  key: z.string(),
  signature: z.string(),
})

export type SignedHead = z.infer<typeof signedHead>

/** Signs heads with the key that this secret gives. */
export interface LogKey {
  publicKey: string
  sign(head: Pick<SignedHead, 'n' | 'hash' | 'at'>): SignedHead
}

/** Source: RFC 8410, section 10.3: what stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
/** Source: RFC 8410, section 4: the same of a public key. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** The key of the moderation log: every node that knows the secret has the same, and none is kept. */
export function logKeyFrom(secret: string): LogKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'moderation log', 32))
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = rawKey(createPublicKey(key))
  return {
    publicKey,
    sign({ n, hash, at }) {
      const signature = sign(null, signedText({ n, hash, at }), key).toString('base64url')
      return { n, hash, at, key: publicKey, signature }
    },
  }
}

/** Whether the key that a head names has signed it. */
export function isWellSigned(head: SignedHead): boolean {
  const raw = Buffer.from(head.key, 'base64url')
  if (raw.length !== 32) return false
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' })
  return verify(null, signedText(head), key, Buffer.from(head.signature, 'base64url'))
}

function signedText({ n, hash, at }: Pick<SignedHead, 'n' | 'hash' | 'at'>): Buffer {
  return Buffer.from(`parley moderation log\n${n}\n${hash}\n${at}`)
}

function rawKey(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length).toString('base64url')
}
