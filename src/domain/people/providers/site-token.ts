import type * as library from 'jose'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { SITE_ROLES, type Site, type SiteKey, type SiteRole } from './site.ts'

/** What a site says of one of its users. */
export interface SaidBySite {
  subject: string
  /** Undefined where it does not say that the address is theirs. */
  mail: string | undefined
  name: string | undefined
  /** The address of one. */
  picture: string | undefined
  /** No others than the site may give. */
  roles: SiteRole[]
  tokenId: string
  /** From when on the token would not be taken anyway. */
  until: number
}

/** @NOTE who has read a token in somebody's history has no use for it. */
const LONGEST_LIFE_MS = 5 * MINUTE_MS
/** So far two clocks may differ. */
const SKEW_MS = 30 * SECOND_MS
const LONGEST_TOKEN = 8_000
const LONGEST_SUBJECT = 200
const NEEDED = ['sub', 'aud', 'exp', 'iat', 'jti', 'nonce']

/** @NOTE loaded when first needed; only here is it named. */
const jose = () => import('jose')

/** Why a token is refused, each with a sentence of its own. */
type Why =
  | 'missing'
  | 'form'
  | 'key'
  | 'signature'
  | 'expired'
  | 'audience'
  | 'long'
  | 'early'
  | 'claim'
  | 'nonce'
  | 'used'

/** The refusal of a token, with the claim that is not as it should be, where it is one. */
export function refusal({ name }: Site, why: Why, claim = '', cause?: unknown): Trouble {
  return new Trouble('invalid', 'site.refused', { name, why, claim }, { cause })
}

interface Expected {
  /** Whom it must be for. */
  origin: string
  nonce: string
  now: number
}

/** What a token says, that the site has signed for this publication, this browser and this moment; throws Trouble that says what is wrong. */
export async function readToken(site: Site, token: string | null, expected: Expected): Promise<SaidBySite> {
  if (!token) throw refusal(site, 'missing')
  if (token.length > LONGEST_TOKEN) throw refusal(site, 'form')
  const claims = await checked(site, token, expected)
  const { sub, jti, iat = 0, exp = 0, nonce, email, email_verified: isVouchedFor, name, picture, roles } = claims
  if (!sub || sub.length > LONGEST_SUBJECT) throw refusal(site, 'claim', 'sub')
  if (!jti) throw refusal(site, 'claim', 'jti')
  if (nonce !== expected.nonce) throw refusal(site, 'nonce')
  if ((exp - iat) * SECOND_MS > LONGEST_LIFE_MS) throw refusal(site, 'long')
  if (iat * SECOND_MS > expected.now + SKEW_MS) throw refusal(site, 'early')
  return {
    subject: sub,
    mail: isVouchedFor === true && typeof email === 'string' ? email : undefined,
    name: typeof name === 'string' ? name : undefined,
    picture: typeof picture === 'string' && picture !== '' ? picture : undefined,
    roles: SITE_ROLES.filter((role) => site.roles.includes(role) && Array.isArray(roles) && roles.includes(role)),
    tokenId: jti,
    until: exp * SECOND_MS + SKEW_MS,
  }
}

async function checked(site: Site, token: string, { origin, now }: Expected): Promise<library.JWTPayload> {
  const { decodeProtectedHeader, jwtVerify } = await jose()
  const key = keyNamed(site, headerOf(), now)
  const checks = {
    algorithms: [key.algorithm],
    audience: origin,
    clockTolerance: SKEW_MS / SECOND_MS,
    currentDate: new Date(now),
    requiredClaims: NEEDED,
  }
  const verified = await jwtVerify(token, await bytesOf(key), checks).catch((error: unknown) => {
    throw refusedFor(site, error as library.errors.JWTClaimValidationFailed)
  })
  return verified.payload

  function headerOf() {
    try {
      return decodeProtectedHeader(token)
    } catch (error) {
      throw refusal(site, 'form', '', error)
    }
  }
}

/** @NOTE how a token is signed is said by the key alone; its header only names the key. */
function keyNamed(site: Site, { kid }: library.ProtectedHeaderParameters, now: number): SiteKey {
  const key = site.keys.find(({ id }) => id === kid)
  if (!key || (key.until !== undefined && now >= Date.parse(key.until) + DAY_MS)) throw refusal(site, 'key')
  return key
}

async function bytesOf({ algorithm, public: pem, secret }: SiteKey) {
  return pem === undefined ? new TextEncoder().encode(secret) : (await jose()).importSPKI(pem, algorithm)
}

function refusedFor(site: Site, error: library.errors.JWTClaimValidationFailed): Trouble {
  const { code, claim } = error
  if (code === 'ERR_JWT_EXPIRED') return refusal(site, 'expired', '', error)
  if (code === 'ERR_JWT_CLAIM_VALIDATION_FAILED' && claim === 'aud') return refusal(site, 'audience', '', error)
  if (code === 'ERR_JWT_CLAIM_VALIDATION_FAILED') return refusal(site, 'claim', claim, error)
  return refusal(site, 'signature', '', error)
}
