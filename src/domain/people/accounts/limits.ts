import { createRequire } from 'node:module'
import type * as flexible from 'rate-limiter-flexible'
import { MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts'
import { lazy } from '../../../kit/lazy.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { MailAddress } from '../sign-in/mail-address.ts'

/** How often somebody may try. An address counts the same whether or not it has an account. */
export interface Limits {
  password(mail: MailAddress, client: string): Promise<void>
  mail(mail: MailAddress, client: string): Promise<void>
  code(client: string): Promise<void>
  passkey(client: string): Promise<void>
  /** At the second step, which only who knows the first can take. */
  second(accountId: string, client: string): Promise<void>
  /** Of strangers alone. */
  search(client: string): Promise<void>
}

const require = createRequire(import.meta.url)
const library = lazy((): typeof flexible => require('rate-limiter-flexible'))

const MINUTE_SECONDS = 60
const QUARTER_HOUR_SECONDS = 15 * 60
const HOUR_SECONDS = 60 * 60

/** Kept in this process's memory; each throws Trouble with the minutes to wait. */
export function createLimits(): Limits {
  const passwordsByAddress = atMost(10, QUARTER_HOUR_SECONDS)
  const passwordsByClient = atMost(50, QUARTER_HOUR_SECONDS)
  const mailsByAddress = atMost(5, HOUR_SECONDS)
  const mailsByClient = atMost(20, HOUR_SECONDS)
  const codesByClient = atMost(20, QUARTER_HOUR_SECONDS)
  const passkeysByClient = atMost(60, QUARTER_HOUR_SECONDS)
  const secondsByClient = atMost(10, QUARTER_HOUR_SECONDS)
  const secondsByAccount = atMost(30, HOUR_SECONDS)
  const searchesByClient = atMost(60, MINUTE_SECONDS)
  return {
    async password(mail, client) {
      await passwordsByClient(client)
      await passwordsByAddress(mail)
    },
    async mail(mail, client) {
      await mailsByClient(client)
      await mailsByAddress(mail)
    },
    code: codesByClient,
    passkey: passkeysByClient,
    async second(accountId, client) {
      await secondsByClient(`${accountId} ${client}`)
      await secondsByAccount(accountId)
    },
    search: searchesByClient,
  }
}

function atMost(points: number, duration: number) {
  let limiter: flexible.RateLimiterMemory | undefined
  return async (key: string) => {
    limiter ??= new (library().RateLimiterMemory)({ points, duration })
    await limiter.consume(key).catch((refused) => {
      if (!(refused instanceof library().RateLimiterRes)) throw refused
      const { msBeforeNext } = refused
      const wait = { retryAfterSeconds: Math.ceil(msBeforeNext / SECOND_MS) }
      throw new Trouble('too-many', 'limit.reached', { minutes: Math.ceil(msBeforeNext / MINUTE_MS) }, wait)
    })
  }
}
