import type { BetterAuthOptions } from 'better-auth'
import { SECOND_MS } from '../../../kit/clock.ts'
import type { Database } from '../../../store/index.ts'
import { LIFE_MS } from '../sign-in/sign-in-request.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password.ts'

const IDLE_SECONDS = 30 * 24 * 60 * 60
const RENEWED_EVERY_SECONDS = 24 * 60 * 60

export interface AccountSettings {
  database: Database
  secret: string
  /** The publication's public address. */
  url: string
}

export type Library = Awaited<ReturnType<typeof openLibrary>>

/** better-auth over our database; only here is it named. @NOTE loading it takes 200 ms, so it is loaded when first needed. */
export async function openLibrary(settings: AccountSettings) {
  const [{ betterAuth }, { magicLink }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/magic-link'),
  ])
  return betterAuth({
    ...libraryOptions(settings),
    plugins: [
      magicLink({
        expiresIn: LIFE_MS / SECOND_MS,
        storeToken: 'hashed',
        sendMagicLink: ({ token, metadata }) => metadata?.take(token),
      }),
    ],
  })
}

/** Locks a text with a key; what the key's owner does not bring back stays unread. */
export async function seal(text: string, key: string): Promise<string> {
  const { symmetricEncrypt } = await import('better-auth/crypto')
  return symmetricEncrypt({ key, data: text })
}

export async function unseal(sealed: string, key: string): Promise<string> {
  const { symmetricDecrypt } = await import('better-auth/crypto')
  return symmetricDecrypt({ key, data: sealed })
}

/** Everything that better-auth is told besides its plugins, which bring no tables. */
export function libraryOptions({ database, secret, url }: AccountSettings) {
  return {
    appName: 'Parley',
    baseURL: url,
    secret,
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
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
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

/** From when on a session is prolonged when it is used. */
export function renewalOf(expiresAt: Date): number {
  return expiresAt.getTime() - (IDLE_SECONDS - RENEWED_EVERY_SECONDS) * SECOND_MS
}

/** The name of the cookie that keeps somebody signed in. @NOTE `__Host-` asks for https, Path=/ and no Domain. */
export function sessionCookie(url: string): string {
  return hostOnly(url, 'parley')
}

export function hostOnly(url: string, name: string): string {
  return url.startsWith('https:') ? `__Host-${name}` : name
}

/** @NOTE better-auth would put `__Secure-` before names of its own; it writes the last three only to clear them. */
function cookiesFor(url: string) {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: url.startsWith('https:') } as const
  return {
    session_token: { name: sessionCookie(url), attributes },
    session_data: { name: hostOnly(url, 'parley-data'), attributes },
    account_data: { name: hostOnly(url, 'parley-account'), attributes },
    dont_remember: { name: hostOnly(url, 'parley-brief'), attributes },
  }
}
