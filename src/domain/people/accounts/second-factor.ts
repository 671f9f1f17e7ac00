import { randomInt } from 'node:crypto'
import { MINUTE_MS } from '../../../kit/clock.ts'
import { createNamedTurns } from '../../../kit/named-turns.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { type AccountSettings, hashedCode, type Library, seal, secondStepCookie, unseal } from './account-library.ts'
import type { Entered } from './entered.ts'
import { codeOf, headersFor, valueIn } from './library-answers.ts'
import { recoveryCodes } from './recovery-codes.ts'
import type { Visit } from './visit.ts'

/** What a person is shown before they have a second factor: nothing of it is kept until they have proven that their app has it. */
export interface Proposal {
  /** For those who cannot scan the picture. */
  secret: string
  /** What the picture says. */
  uri: string
  recoveryCodes: string[]
  /** All of it, as it comes back with the form. */
  sealed: string
}

/** A second step at sign-in, by the codes of an app, or by codes on paper. */
export interface SecondFactor {
  propose(who: { accountId: string; mail: string; issuer: string }): Promise<Proposal>
  /** The same proposal, as it was sealed for that account; undefined where it is another's or has grown old. */
  reopen(sealed: string, who: { accountId: string; mail: string; issuer: string }): Promise<Proposal | undefined>
  /** Takes a proposal whose code is right, and ends all other sessions. */
  take(cookies: string, accountId: string, proposal: Proposal, code: string): Promise<string[]>
  remove(accountId: string): Promise<void>
  renewRecoveryCodes(accountId: string): Promise<string[]>
  recoveryCodesLeft(accountId: string): Promise<number>
  /** Whose second step a browser has before it. */
  halfway(cookies: string | undefined): Promise<{ accountId: string; mail: string } | undefined>
  byCode(cookies: string, code: string, visit?: Visit): Promise<Entered>
  byRecoveryCode(cookies: string, code: string, visit?: Visit): Promise<Entered>
}

const LIFE_MS = 60 * MINUTE_MS
const SECRET_LETTERS = 32
/** Source: RFC 4648, section 6. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const TABLE = 'twoFactor'

/** `present` gives the cookies of who has been given others a moment ago. */
export function createSecondFactor(
  settings: AccountSettings,
  open: () => Promise<Library>,
  present: (cookies: string) => string,
): SecondFactor {
  const { secret: key, formerSecret: formerKey = key, url } = settings
  const asHeaders = headersFor(settings)
  const turns = createNamedTurns()

  return {
    async propose({ accountId, mail, issuer }) {
      const secret = Array.from({ length: SECRET_LETTERS }, () => BASE32[randomInt(BASE32.length)]).join('')
      const codes = recoveryCodes()
      const sealed = await seal(JSON.stringify({ accountId, secret, codes, until: Date.now() + LIFE_MS }), key)
      return { secret, uri: uriOf(secret, mail, issuer), recoveryCodes: codes, sealed }
    },

    async reopen(sealed, { accountId, mail, issuer }) {
      const text = await unseal(sealed, key)
        .catch(() => unseal(sealed, formerKey))
        .catch(() => undefined)
      if (text === undefined) return
      const { secret, codes, until, ...proposed } = JSON.parse(text) as Record<'accountId' | 'secret', string> & {
        codes: string[]
        until: number
      }
      if (proposed.accountId !== accountId || until <= Date.now()) return
      return { secret, uri: uriOf(secret, mail, issuer), recoveryCodes: codes, sealed }
    },

    take: (cookies, accountId, proposal, code) =>
      turns.oneAtATime(accountId, () => take(present(cookies), accountId, proposal, code)),

    async remove(accountId) {
      const { internalAdapter, adapter } = await (await open()).$context
      await internalAdapter.updateUser(accountId, { twoFactorEnabled: false })
      await adapter.deleteMany({ model: TABLE, where: [{ field: 'userId', value: accountId }] })
    },

    async renewRecoveryCodes(accountId) {
      const codes = recoveryCodes()
      await update(accountId, { backupCodes: JSON.stringify(codes.map(hashedCode)) })
      return codes
    },

    async recoveryCodesLeft(accountId) {
      const kept = await rowOf(accountId)
      return kept ? (JSON.parse(kept.backupCodes) as string[]).length : 0
    },

    async halfway(cookies) {
      const signed = cookies && valueIn(cookies, secondStepCookie(url))
      if (!signed) return
      const { internalAdapter } = await (await open()).$context
      const [identifier] = decodeURIComponent(signed).split('.')
      const awaited = await internalAdapter.findVerificationValue(identifier!)
      const user = awaited && awaited.expiresAt > new Date() && (await internalAdapter.findUserById(awaited.value))
      return user ? { accountId: user.id, mail: user.email } : undefined
    },

    async byCode(cookies, code, visit) {
      const { api } = await open()
      const headers = asHeaders(present(cookies), visit)
      const entered = await api.verifyTOTP({ body: { code }, headers, returnHeaders: true }).catch(wrongStep)
      return { accountId: entered.response.user.id, cookies: entered.headers.getSetCookie() }
    },

    async byRecoveryCode(cookies, typed, visit) {
      const { api } = await open()
      const headers = asHeaders(present(cookies), visit)
      const body = { code: hashedCode(typed) }
      const entered = await api.verifyBackupCode({ body, headers, returnHeaders: true }).catch(wrongStep)
      return { accountId: entered.response.user.id, cookies: entered.headers.getSetCookie() }
    },
  }

  async function take(cookies: string, accountId: string, { secret, recoveryCodes: codes }: Proposal, code: string) {
    const { api, $context } = await open()
    const { adapter, secretConfig } = await $context
    const before = await rowOf(accountId)
    if (before?.verified) throw new Trouble('conflict', 'second-factor.stands')
    const proposed = {
      secret: await seal(`base32:${secret}`, secretConfig),
      backupCodes: JSON.stringify(codes.map(hashedCode)),
      verified: false,
    }
    if (before) await update(accountId, proposed)
    else await adapter.create({ model: TABLE, data: { ...proposed, userId: accountId } })
    const headers = asHeaders(cookies)
    const { headers: answered } = await api
      .verifyTOTP({ body: { code }, headers, returnHeaders: true })
      .catch(wrongStep)
    const given = answered.getSetCookie()
    await api.revokeOtherSessions({ headers: asHeaders(given.map((line) => line.split(';')[0]).join('; ')) })
    return given
  }

  async function rowOf(accountId: string) {
    const { adapter } = await (await open()).$context
    const where = [{ field: 'userId', value: accountId }]
    return adapter.findOne<{ verified: boolean; backupCodes: string }>({ model: TABLE, where })
  }

  async function update(accountId: string, change: Record<string, unknown>) {
    const { adapter } = await (await open()).$context
    await adapter.update({ model: TABLE, where: [{ field: 'userId', value: accountId }], update: change })
  }
}

/** Source: the Key Uri Format of Google Authenticator, which all apps read. */
function uriOf(secret: string, mail: string, issuer: string): string {
  const query = new URLSearchParams({ secret, issuer, algorithm: 'SHA1', digits: '6', period: '30' })
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(mail)}?${query.toString().replaceAll('+', '%20')}`
}

const WRONG = ['INVALID_CODE', 'INVALID_BACKUP_CODE']
const OVER = [
  'INVALID_TWO_FACTOR_COOKIE',
  'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
  'TOTP_NOT_ENABLED',
  'BACKUP_CODES_NOT_ENABLED',
]

/** @NOTE of two who use one recovery code at once better-auth refuses the later without a code of its own. */
function wrongStep(error: unknown): never {
  const code = codeOf(error)
  if (WRONG.includes(code ?? '')) throw new Trouble('invalid', 'second-step.wrong', {}, { cause: error })
  const isConflict = error instanceof Error && 'status' in error && error.status === 'CONFLICT'
  if (isConflict || OVER.includes(code ?? '')) throw new Trouble('gone', 'second-step.over', {}, { cause: error })
  throw error
}
