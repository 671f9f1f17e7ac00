import { paths } from '../../addresses/paths.ts'
import {
  type Accounts,
  asksCurrent,
  mustComeAgain,
  type Provider,
  passkeysOf,
  SHORTEST_PASSWORD,
  type SignInContext,
  WAIT_MS,
  waitOf,
} from '../../domain/people/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { text } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { networkOf } from '../http/visit.ts'
import type { Wrong } from '../http/wrong.ts'
import type { PasskeysList } from './passkeys-list.ts'
import type { ProvidersList } from './providers-list.ts'
import { securityPage } from './security-page.ts'
import type { SessionsList } from './sessions-list.ts'

export interface Given {
  accounts: Accounts
  signInContext: SignInContext
  providers: readonly Provider[]
}

/** By what a person comes in, and what keeps others out. */
export const show = taking({ query: { done: text } }, (ask, { done }, given: Given) =>
  securityShown(ask, given, { done }),
)

/** What has just been done, or what was wrong. */
interface Since {
  done?: string
  /** The mail address that was typed. */
  mail?: string
  wrong?: Wrong
}

export async function securityShown(
  ask: Ask,
  given: Given,
  { done, wrong, mail: typed = '' }: Since,
): Promise<Response> {
  const { accounts, signInContext } = given
  await ask.person()
  const signedIn = (await ask.signedIn())!
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sendingTo = (action: string) => ({ action, key: freshKey() })
  const shown = {
    mail: signedIn.mail,
    typed,
    changeMail: sendingTo(paths.accountMail(frame.language)),
    comeAgain: (await mustComeAgain(signInContext, signedIn))
      ? {
          ...sendingTo(paths.signInLetter(frame.language)),
          next: paths.security(frame.language),
          hidden: { mail: signedIn.mail },
        }
      : null,
    hasPassword: await accounts.hasPassword(signedIn.accountId),
    asksCurrent: await asksCurrent(signInContext, signedIn),
    shortest: SHORTEST_PASSWORD,
    setPassword: sendingTo(paths.accountPassword(frame.language)),
    hasSecondFactor: signedIn.hasSecondFactor,
    recoveryCodesLeft: await accounts.secondFactor.recoveryCodesLeft(signedIn.accountId),
    passkeys: await passkeysShown(ask, given, wrong),
    providers: await providersShown(ask, given),
    sessions: await sessionsShown(ask, given),
    wait: await waitShown(ask, signedIn.accountId),
    errors: wrong?.errors ?? {},
    done: done === undefined ? null : doneAs(done, say),
  }
  return page(securityPage(frame, shown, say), wrong?.status)
}

/** What somebody asked for who came as far as the second step. */
async function waitShown({ store, at, language }: Ask, accountId: string) {
  const wait = await waitOf(store, accountId, at)
  if (!wait) return null
  return {
    until: wait.askedAt + WAIT_MS,
    stop: { action: paths.secondFactorKeeping(await language()), key: freshKey() },
  }
}

async function passkeysShown(ask: Ask, { signInContext }: Given, wrong: Wrong | undefined): Promise<PasskeysList> {
  const signedIn = (await ask.signedIn())!
  const language = await ask.language()
  const sendingTo = (action: string) => ({ action, key: freshKey() })
  const passkeys = await passkeysOf(ask.store, signedIn.accountId)
  return {
    passkeys: passkeys.map(({ id, ...passkey }) => ({
      ...passkey,
      removal: { ...sendingTo(paths.passkeyRemoval(language)), hidden: { passkey: String(id) } },
    })),
    adding: { sending: sendingTo(paths.passkeys(language)), options: paths.passkeyOptions(language) },
    asksCurrent: await asksCurrent(signInContext, signedIn),
    error: wrong?.trouble.key.startsWith('passkey.') ? wrong.sentence : null,
  }
}

async function providersShown(ask: Ask, { accounts, providers }: Given): Promise<ProvidersList> {
  const links = await accounts.links((await ask.signedIn())!.accountId)
  const action = paths.providerRemoval(await ask.language())
  return providers.map(({ id, name }) => {
    const ending = links.includes(id) ? { action, key: freshKey(), hidden: { provider: id } } : null
    return { id, name, ending }
  })
}

async function sessionsShown(ask: Ask, { accounts, signInContext }: Given): Promise<SessionsList> {
  const { accountId, sessionId } = (await ask.signedIn())!
  const here = networkOf(ask, signInContext.secret)
  const action = paths.sessionEnding(await ask.language())
  const sessions = (await accounts.sessions.list(accountId)).slice(0, MOST_SESSIONS)
  const networks = [...new Set([here, ...sessions.map(({ network }) => network)])].filter(Boolean)
  const shown = sessions.map(({ id, device, network, country, since, usedAt }) => {
    const ending = id === sessionId ? null : { action, key: freshKey(), hidden: { session: id } }
    const place = { network: network === '' ? null : networks.indexOf(network), country: country || null }
    return { device, ...place, since, usedAt, ending }
  })
  return { sessions: shown, endOthers: { action, key: freshKey() } }
}

const MOST_SESSIONS = 100

const DONE: Readonly<Record<string, string>> = {
  password: 'account.password-set',
  'second-factor': 'second-factor.done',
  connected: 'provider.connected',
  disconnected: 'provider.disconnected',
  passkey: 'passkey.done',
  'passkey-removed': 'passkey.removed',
  'session-ended': 'sessions.ended',
  'mail-asked': 'mail-change.asked',
  'mail-changed': 'mail-change.done',
  'second-factor-kept': 'second-factor.stopped',
  'second-factor-removed': 'second-factor.removed',
}

function doneAs(done: string, say: Say): string | null {
  return Object.hasOwn(DONE, done) ? say(DONE[done]!) : null
}
