import { createRequire } from 'node:module'
import type * as flexible from 'rate-limiter-flexible'
import { MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts'
import { lazy } from '../../../kit/lazy.ts'
import { Trouble, type TroubleArgs } from '../../../kit/trouble.ts'
import type { MailAddress } from '../sign-in/mail-address.ts'

/** How often somebody may try. An address counts the same whether or not it has an account. */
export interface Limits {
  password(mail: MailAddress, from: Attempt): Promise<void>
  mail(mail: MailAddress, from: Attempt): Promise<void>
  code(client: string): Promise<void>
  passkey(client: string): Promise<void>
  /** On passwords that are not set yet. */
  advice(client: string): Promise<void>
  /** At the second step, which only who knows the first can take. */
  second(accountId: string, from: Attempt): Promise<void>
  /** Of strangers alone. */
  search(client: string): Promise<void>
  /** Of illegal content. */
  notice(client: string): Promise<void>
  /** For an edition in one's language; answers whether it is the first for this one today. */
  wish(from: string, what: string): Promise<boolean>
  /** For so many comments that an engine is asked to translate. */
  translation(from: string, count: number): Promise<void>
}

/** Where an attempt comes from. A browser from which its owner has come in before has a count of its own, which nobody else can use up. */
export interface Attempt {
  client: string
  device?: string | undefined
}

const require = createRequire(import.meta.url)
const library = lazy((): typeof flexible => require('rate-limiter-flexible'))

const MINUTE_SECONDS = 60
const QUARTER_HOUR_SECONDS = 15 * 60
const HOUR_SECONDS = 60 * 60
const DAY_SECONDS = 24 * HOUR_SECONDS
/** What one reader may have translated. */
const COMMENTS_A_DAY = 200

/** Kept in this process's memory; each throws Trouble with the minutes to wait. */
export function createLimits(): Limits {
  const passwordsByDevice = atMost(10, QUARTER_HOUR_SECONDS)
  const passwordsByAddressAndClient = atMost(10, QUARTER_HOUR_SECONDS)
  const passwordsByAddress = atMost(50, HOUR_SECONDS, 'limit.elsewhere')
  const mailsByDevice = atMost(5, HOUR_SECONDS)
  const passwordsByClient = atMost(50, QUARTER_HOUR_SECONDS)
  const mailsByAddress = atMost(5, HOUR_SECONDS)
  const mailsByClient = atMost(20, HOUR_SECONDS)
  const codesByClient = atMost(20, QUARTER_HOUR_SECONDS)
  const adviceByClient = atMost(30, MINUTE_SECONDS)
  const passkeysByClient = atMost(60, QUARTER_HOUR_SECONDS)
  const secondsByClient = atMost(10, QUARTER_HOUR_SECONDS)
  const secondsByAccount = atMost(30, HOUR_SECONDS)
  const searchesByClient = atMost(60, MINUTE_SECONDS)
  const noticesByClient = atMost(10, HOUR_SECONDS)
  const wishesByClient = atMost(10, HOUR_SECONDS)
  const wishesOfOne = atMost(1, DAY_SECONDS)
  const translationsByReader = atMost(COMMENTS_A_DAY, DAY_SECONDS, 'limit.translations', { limit: COMMENTS_A_DAY })
  return {
    async password(mail, { client, device }) {
      if (device) return passwordsByDevice(`${mail} ${device}`)
      await passwordsByClient(client)
      await passwordsByAddressAndClient(`${mail} ${client}`)
      await passwordsByAddress(mail)
    },
    async mail(mail, { client, device }) {
      if (device) return mailsByDevice(`${mail} ${device}`)
      await mailsByClient(client)
      await mailsByAddress(mail)
    },
    code: codesByClient,
    passkey: passkeysByClient,
    advice: adviceByClient,
    async second(accountId, { client, device }) {
      await secondsByClient(`${accountId} ${device ?? client}`)
      if (device) return
      await secondsByAccount(accountId)
    },
    search: searchesByClient,
    notice: noticesByClient,
    async wish(from, what) {
      await wishesByClient(from)
      return wishesOfOne(`${from} ${what}`).then(
        () => true,
        (error) => {
          if (error instanceof Trouble) return false
          throw error
        },
      )
    },
    translation: translationsByReader,
  }
}

function atMost(points: number, duration: number, sentence = 'limit.reached', told: TroubleArgs = {}) {
  let limiter: flexible.RateLimiterMemory | undefined
  return async (key: string, count = 1) => {
    limiter ??= new (library().RateLimiterMemory)({ points, duration })
    await limiter.consume(key, count).catch((refused) => {
      if (!(refused instanceof library().RateLimiterRes)) throw refused
      const { msBeforeNext } = refused
      const wait = { retryAfterSeconds: Math.ceil(msBeforeNext / SECOND_MS) }
      throw new Trouble('too-many', sentence, { minutes: Math.ceil(msBeforeNext / MINUTE_MS), ...told }, wait)
    })
  }
}
