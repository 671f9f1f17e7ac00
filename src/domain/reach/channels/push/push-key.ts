import { createECDH } from 'node:crypto'
import { sealOf } from '../../../../kit/hash.ts'

/** By which push services know this publication, each number as base64url. Source: RFC 8292 (VAPID). */
export interface PushKey {
  publicKey: string
  privateKey: string
}

const CURVE = 'prime256v1'

/** The one pair of keys that follows from a secret, so that whoever shares the secret shares them. */
export function pushKeyFrom(secret: string): PushKey {
  for (let round = 0; ; round++) {
    const pair = pairOf(sealOf(secret, `push ${round}`))
    if (pair) return pair
  }
}

/** @NOTE one number in four thousand million is beyond the order of the curve. */
function pairOf(privateKey: string): PushKey | undefined {
  const curve = createECDH(CURVE)
  try {
    curve.setPrivateKey(privateKey, 'base64url')
  } catch {
    return
  }
  return { privateKey, publicKey: curve.getPublicKey('base64url') }
}
