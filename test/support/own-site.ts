import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import type { SiteKey } from '../../src/domain/people/providers/site.ts'
import { SECOND_MS } from '../../src/kit/clock.ts'

/** A key of a site as the site holds it, and as it stands in the list of the publication. */
export interface SigningKey {
  listed: SiteKey
  sign: KeyObject | Uint8Array
}

export function ed25519(id: string, until?: string): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  return { listed: { id, algorithm: 'EdDSA', public: pem, until }, sign: privateKey }
}

export function hs256(id: string, secret: string): SigningKey {
  return { listed: { id, algorithm: 'HS256', secret }, sign: new TextEncoder().encode(secret) }
}

const LIFE_SECONDS = 60

/** A token as a site makes it, with claims left out that are undefined. */
export async function tokenOf(
  { listed, sign }: SigningKey,
  claims: Record<string, unknown>,
  now = Date.now(),
): Promise<string> {
  const at = Math.floor(now / SECOND_MS)
  const whole = { iat: at, exp: at + LIFE_SECONDS, jti: randomUUID(), ...claims }
  return new SignJWT(whole).setProtectedHeader({ alg: listed.algorithm, kid: listed.id }).sign(sign)
}
