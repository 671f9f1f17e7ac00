import { createPublicKey } from 'node:crypto'
import type { Language } from '../../../../kit/language.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { PersonId } from '../../../people/index.ts'

/** A browser that somebody asked to show their notices, until its session ends. Its address and keys come from the browser itself. */
export interface Device extends Subscription {
  id: number
  personId: PersonId
  sessionId: string
  language: Language
  at: number
}

/** Where a push service takes messages for a browser, and with what they are closed. Source: the W3C's Push API. */
export interface Subscription {
  endpoint: string
  p256dh: string
  auth: string
}

/** More browsers than this one person has not; the newest stay. */
export const MOST_DEVICES = 10

const LONGEST_ENDPOINT = 1_000
const POINT_BYTES = 65
const UNCOMPRESSED = 4
const AUTH_BYTES = 16

/** What a browser gave, looked through. Throws Trouble for what no push service gives. */
export function subscriptionFrom(
  { endpoint, p256dh, auth }: { [K in keyof Subscription]: string | null },
  mayBeAsked: (url: string) => boolean,
): Subscription {
  const isAddress = endpoint !== null && endpoint.length <= LONGEST_ENDPOINT && /^https:\/\/[!-~]+$/.test(endpoint)
  if (!isAddress || !mayBeAsked(endpoint)) throw new Trouble('invalid', 'push.not-a-service')
  if (!p256dh || !auth || !isPoint(p256dh) || bytesOf(auth)?.length !== AUTH_BYTES)
    throw new Trouble('invalid', 'push.not-a-key')
  return { endpoint, p256dh, auth }
}

/** @NOTE Node refuses a point that is not on the curve, which could betray a key. */
function isPoint(text: string): boolean {
  const bytes = bytesOf(text)
  if (bytes?.length !== POINT_BYTES || bytes[0] !== UNCOMPRESSED) return false
  const [x, y] = [bytes.subarray(1, 33), bytes.subarray(33)].map((half) => half.toString('base64url'))
  try {
    createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' })
    return true
  } catch {
    return false
  }
}

function bytesOf(text: string): Buffer | undefined {
  return /^[\w-]{1,100}$/.test(text) ? Buffer.from(text, 'base64url') : undefined
}
