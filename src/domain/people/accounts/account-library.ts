import type { BetterAuthOptions } from 'better-auth'
import type * as crypto from 'better-auth/crypto'
import { z } from 'zod'
import { type Clock, SECOND_MS } from '../../../kit/clock.ts'
import { sha256 } from '../../../kit/hash.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Database } from '../../../store/index.ts'
import { LIFE_MS } from '../sign-in/sign-in-request.ts'
import { numbered, type Secrets } from './former-secret.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts'

const IDLE_SECONDS = 30 * 24 * 60 * 60
const RENEWED_EVERY_SECONDS = 24 * 60 * 60

export interface AccountSettings extends Secrets {
  database: Database
  /** The publication's public address. */
  url: string
  clock?: Clock
  /** Whether staff need a second factor before they are taken for staff. */
  staffSecondFactor?: boolean
}

export type Library = Awaited<ReturnType<typeof openLibrary>>

/** better-auth over our database; only here is it named. @NOTE loading it takes 200 ms, so it is loaded when first needed. */
export async function openLibrary(settings: AccountSettings) {
  const [{ betterAuth }, plugins] = await Promise.all([import('better-auth'), libraryPlugins()])
  return betterAuth({ ...libraryOptions(settings), plugins })
}

/** After which of its endpoints somebody with a second factor is asked for that, before there is a session. */
const FIRST_STEPS: readonly (string | undefined)[] = ['/sign-in/email', '/magic-link/verify', '/enter']

export async function libraryPlugins() {
  const [{ magicLink }, { twoFactor }, { createAuthEndpoint }, { setSessionCookie }, { generateRandomString }] =
    await Promise.all([
      import('better-auth/plugins/magic-link'),
      import('better-auth/plugins/two-factor'),
      import('better-auth/api'),
      import('better-auth/cookies'),
      import('better-auth/crypto'),
    ])

  const link = magicLink({
    expiresIn: LIFE_MS / SECOND_MS,
    storeToken: 'hashed',
    sendMagicLink: ({ token, metadata }) => metadata?.take(token),
  })

  const hashed = async (codes: string) => JSON.stringify((JSON.parse(codes) as string[]).map(hashedCode))
  const second = twoFactor({
    twoFactorTable: 'authTwoFactor',
    allowPasswordless: true,
    accountLockout: { enabled: false },
    twoFactorCookieMaxAge: LIFE_MS / SECOND_MS,
    backupCodeOptions: { storeBackupCodes: { encrypt: hashed, decrypt: async (kept) => kept } },
  })
  const [asking] = second.hooks.after
  const hooks = { after: [{ ...asking!, matcher: ({ path }: { path?: string }) => FIRST_STEPS.includes(path) }] }

  const beginning = (path: '/enter' | '/enter-wholly') =>
    createAuthEndpoint(path, { method: 'POST', body: z.object({ userId: z.string() }) }, async (ctx) => {
      const { internalAdapter } = ctx.context
      const user = await internalAdapter.findUserById(ctx.body.userId)
      if (!user) throw new Trouble('forbidden', 'person.unknown')
      await setSessionCookie(ctx, { session: await internalAdapter.createSession(user.id), user })
      return ctx.json({ user })
    })
  /** Gives a session another token; everything else about it stays, and what hangs on it. */
  const renew = createAuthEndpoint('/renew', { method: 'POST', body: z.object({ at: z.date() }) }, async (ctx) => {
    const { adapter, secret: signing, authCookies, internalAdapter } = ctx.context
    const before = await ctx.getSignedCookie(authCookies.sessionToken.name, signing)
    const found = before ? await internalAdapter.findSession(before) : null
    if (!before || !found || found.session.expiresAt < new Date()) return ctx.json(null)
    const change = { token: generateRandomString(SESSION_LETTERS), updatedAt: ctx.body.at }
    const where = [{ field: 'token', value: before }]
    const session = await adapter.update<typeof found.session>({ model: 'session', where, update: change })
    if (!session) return ctx.json(null)
    await setSessionCookie(ctx, { session: { ...found.session, ...change }, user: found.user })
    return ctx.json({ userId: found.user.id })
  })
  const endpoints = { enter: beginning('/enter'), enterWholly: beginning('/enter-wholly'), renew }
  const own = { id: 'parley', endpoints }

  return [link, { ...second, hooks }, own]
}

/** What is kept of a recovery code, whose 80 random bits nobody finds by trying; what is made already stays. */
export function hashedCode(code: string): string {
  return code.startsWith(HASHED) ? code : HASHED + sha256(`recovery code:${code}`)
}
const HASHED = '#'
/** As many as better-auth's own tokens have. */
const SESSION_LETTERS = 32

type Key = Parameters<(typeof crypto)['symmetricEncrypt']>[0]['key']

/** Locks a text with a key; what the key's owner does not bring back stays unread. */
export async function seal(text: string, key: Key): Promise<string> {
  const { symmetricEncrypt } = await import('better-auth/crypto')
  return symmetricEncrypt({ key, data: text })
}

export async function unseal(sealed: string, key: Key): Promise<string> {
  const { symmetricDecrypt } = await import('better-auth/crypto')
  return symmetricDecrypt({ key, data: sealed })
}

/** Everything that better-auth is told besides its plugins. */
export function libraryOptions({ database, secret, formerSecret, url }: AccountSettings) {
  return {
    appName: 'Parley',
    baseURL: url,
    secret: formerSecret ?? secret,
    secrets: numbered({ secret, formerSecret }),
    trustedOrigins: [new URL(url).origin],
    database: { db: database.statements, type: database.adapterType, transaction: false },
    user: { modelName: 'authUser' },
    account: { modelName: 'authAccount', accountLinking: { enabled: false } },
    verification: { modelName: 'authVerification' },
    session: {
      modelName: 'authSession',
      expiresIn: IDLE_SECONDS,
      updateAge: RENEWED_EVERY_SECONDS,
      cookieCache: { enabled: false },
      additionalFields: { country: { type: 'string', required: false, input: false } },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    databaseHooks: { session: { create: { before: withVisit } } },
    advanced: {
      useSecureCookies: false,
      cookies: cookiesFor(url),
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  } satisfies BetterAuthOptions
}

/** @NOTE better-auth takes the browser's name from `user-agent` by itself; of addresses it knows nothing but what is said here. */
async function withVisit<S extends { ipAddress?: string | null | undefined }>(
  session: S,
  from: { headers?: Headers | undefined } | null,
) {
  const { headers } = from ?? {}
  const ipAddress = headers?.get(NETWORK) ?? session.ipAddress
  return { data: { ...session, ipAddress, country: headers?.get(COUNTRY) ?? null } }
}

/** Under which a request to the library says from which network and country it comes. */
export const NETWORK = 'x-parley-network'
export const COUNTRY = 'x-parley-country'

/** From when on a session is prolonged when it is used. */
export function renewalOf(expiresAt: Date): number {
  return expiresAt.getTime() - (IDLE_SECONDS - RENEWED_EVERY_SECONDS) * SECOND_MS
}

/** The name of the cookie that keeps somebody signed in. @NOTE `__Host-` asks for https, Path=/ and no Domain. */
export function sessionCookie(url: string): string {
  return hostOnly(url, 'parley')
}

/** The name of the cookie of somebody who has taken the first of two steps. */
export function secondStepCookie(url: string): string {
  return hostOnly(url, 'parley-second')
}

export function hostOnly(url: string, name: string): string {
  return url.startsWith('https:') ? `__Host-${name}` : name
}

/** @NOTE better-auth would put `__Secure-` before names of its own; it writes all but the first and the second step's only to clear them. */
function cookiesFor(url: string) {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: url.startsWith('https:') } as const
  return {
    session_token: { name: sessionCookie(url), attributes },
    session_data: { name: hostOnly(url, 'parley-data'), attributes },
    account_data: { name: hostOnly(url, 'parley-account'), attributes },
    two_factor: { name: secondStepCookie(url), attributes },
    trust_device: { name: hostOnly(url, 'parley-trusted'), attributes },
    dont_remember: { name: hostOnly(url, 'parley-brief'), attributes },
  }
}
