import { ask, isAskable, type Limits, NotAsked, PUBLIC, type Reach } from '../../../../kit/outbound.ts'
import type { Outcome } from '../../delivery/channel.ts'
import { type Subscription, subscriptionFrom } from './device.ts'
import { pushKeyFrom } from './push-key.ts'
import type { PushMessage } from './push-message.ts'

/** Brings messages to browsers by way of the push services that these name. */
export interface Push {
  /** What a browser asks its push service to take messages from. */
  publicKey: string
  /** Looks through what a browser gave; throws Trouble. */
  subscriptionFrom(given: { [K in keyof Subscription]: string | null }): Subscription
  send(to: Subscription, message: PushMessage): Promise<Outcome>
}

export interface PushSettings {
  secret: string
  /** Browsers that were asked under it take messages that it signed alone. */
  formerSecret?: string | undefined
  /** Such as "https://review.example"; where it is on https, push services can find by it who sends. */
  origin: string
  reach?: Reach | undefined
}

const LIMITS: Limits = { timeMs: 5_000, bytes: 1024 * 1024 }
/** A browser that was off longer is told in the page alone. */
const LIFE_SECONDS = 12 * 60 * 60

export function createPush({ secret, formerSecret, origin, reach = PUBLIC }: PushSettings): Push {
  const key = pushKeyFrom(secret)
  const subject = origin.startsWith('https:') ? origin : 'mailto:parley@localhost'
  const keys = formerSecret === undefined ? [key] : [key, pushKeyFrom(formerSecret)]
  return {
    publicKey: key.publicKey,
    subscriptionFrom: (given) => subscriptionFrom(given, (url) => isAskable(url, reach)),
    async send({ endpoint, p256dh, auth }, { topic, ...data }) {
      const { buildPushPayload } = await import('@block65/webcrypto-web-push')
      const options = { ttl: LIFE_SECONDS, urgency: 'normal', topic } as const
      const to = { endpoint, expirationTime: null, keys: { p256dh, auth } }
      for (const [index, vapid] of keys.entries()) {
        const { headers, body } = await buildPushPayload({ data, options }, to, { ...vapid, subject })
        const status = await send(endpoint, headers, body, reach)
        if (!isOthers(status) || index === keys.length - 1) return pushedBy(status)
      }
      return 'later'
    },
  }
}

async function send(endpoint: string, headers: Record<string, string>, body: Uint8Array, reach: Reach) {
  try {
    const { status } = await ask(endpoint, LIMITS, { method: 'POST', headers, body }, reach)
    return status
  } catch (error) {
    return error instanceof NotAsked ? 404 : 503
  }
}

/** So push services answer whose key is not the one that the browser was asked with. Source: RFC 8292, section 4.2. */
function isOthers(status: number): boolean {
  return status === 401 || status === 403
}

/** Source: RFC 8030, sections 5 and 7.3; services answer 410 as well as 404. */
function pushedBy(status: number): Outcome {
  if (status >= 200 && status < 300) return 'sent'
  if (status === 404 || status === 410) return 'gone'
  return status === 400 || status === 413 ? 'refused' : 'later'
}
