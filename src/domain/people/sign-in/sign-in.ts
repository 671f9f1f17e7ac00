import { timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../../kit/clock.ts'
import { sha256 } from '../../../kit/hash.ts'
import type { Language } from '../../../kit/language.ts'
import { createNamedTurns } from '../../../kit/named-turns.ts'
import { Trouble } from '../../../kit/trouble.ts'
import {
  type IdempotentRequest,
  once,
  type Reading,
  type Store,
  type StoredAnswer,
  takeBack,
} from '../../../store/index.ts'
import { seal, unseal } from '../accounts/account-library.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Entered } from '../accounts/entered.ts'
import type { Limits } from '../accounts/limits.ts'
import type { StrengthOf } from '../accounts/password-strength.ts'
import type { Visit } from '../accounts/visit.ts'
import { agreeTo, keepWords, type ShownWords } from '../consents/consents.ts'
import { join } from '../joining.ts'
import { nameFrom } from '../names/name.ts'
import { byAccount, byMail } from '../people.ts'
import type { Person } from '../person.ts'
import { deviceIn } from './known-device.ts'
import { type MailAddress, mailAddressFrom } from './mail-address.ts'
import { codeOf, digitsOf, MOST_TRIES, type SignInRequest } from './sign-in-request.ts'
import { add, openByToken, tryCode, use } from './sign-in-requests.ts'

/** What signing in needs of the rest; parley.ts hands it over. */
export interface SignInContext {
  store: Store
  accounts: Accounts
  limits: Limits
  clock: Clock
  secret: string
  /** Its codes are taken, too. */
  formerSecret?: string | undefined
  strengthOf: StrengthOf
  post: SendLink
  /** What the publication is called, so that nobody takes its name. */
  publicationNames(db: Reading): Promise<readonly string[]>
  tell: TellOwner
}

/** Brings a letter with a one-time link; what stands in it is up to the post. */
export type SendLink = (letter: { to: MailAddress; known: boolean; link: string; language: Language }) => Promise<void>

/** Tells whoever an account belongs to what is done with it; the words are those of the post, by what it is about. */
export type TellOwner = (letter: AccountLetter) => Promise<void>

export interface AccountLetter {
  to: string
  language: Language
  about: AccountNews
  /** Where it can be stopped or undone, where it can. */
  link?: string
  /** What the words name besides. */
  named?: Readonly<Record<string, string | number>>
}

export type AccountNews =
  | 'second-factor-wait'
  | 'second-factor-removed'
  | 'mail-change-proof'
  | 'mail-change-asked'
  | 'mail-change-taken'
  | 'mail-changed'
  | 'mail-changed-here'
  | 'mail-change-undone'

export interface LinkWish {
  mail: string
  /** Given at sign-up. */
  name?: string | undefined
  next?: string | undefined
  /** What they agree to by signing up. */
  shown?: ShownWords | undefined
  language: Language
  /** The mark of the browser that asks. */
  browser: string
  client: string
  /** What the browser kept when somebody last came in by it. */
  deviceCookie?: string | undefined
  linkTo(token: string): string
  /** Where the browser goes next, whatever the address. */
  sent: string
}

/** Somebody who came in; without a person when the account has no name yet. */
export interface AfterSignIn {
  person: Person | undefined
  /** The name wished for at sign-up. */
  wished: string | null
  next: string | null
  cookies: string[]
  /** Whether a second step is asked for, before which there is nobody. */
  isHalfway?: boolean
}

/** Sends a one-time link, and does the same things in the same order whether or not the address has an account. */
export async function askForLink(
  context: SignInContext,
  wish: LinkWish,
  request: IdempotentRequest,
): Promise<StoredAnswer> {
  return letters.oneAtATime(`${request.personId} ${request.key}`, () => askedForLink(context, wish, request))
}

/** So that who sends a form twice is told what came of the one letter. */
const letters = createNamedTurns()

async function askedForLink(context: SignInContext, wish: LinkWish, request: IdempotentRequest) {
  const { store, accounts, limits, clock, secret, post } = context
  const to = mailAddressFrom(wish.mail)
  const begun = linkRequest(wish, to, clock())
  await limits.mail(to, { client: wish.client, device: deviceIn(secret, wish.deviceCookie, to) })
  const known = (await byMail(store, to)) !== undefined
  const token = await accounts.tokenFor(to)
  const row = { ...begun, tokenHash: sha256(token), sealedToken: await seal(token, wish.browser) }
  const answer = await once(store, row.createdAt, request, async (tx) => {
    if (wish.shown) await keepWords(tx, wish.shown.words)
    await add(tx, row)
    return { location: wish.sent }
  })
  const isFirstRequest = await openByToken(store, token, row.createdAt)
  if (!isFirstRequest) return answer
  const letter = { to, known, link: wish.linkTo(token), language: wish.language }
  await post(letter).catch(async (error) => {
    await takeBack(store, request)
    throw error
  })
  return answer
}

function linkRequest({ browser, name, next, shown }: LinkWish, to: MailAddress, createdAt: number) {
  return {
    browserHash: sha256(browser),
    mailHash: sha256(to),
    name: name === undefined ? null : nameFrom(name),
    next: next ?? null,
    consentHash: shown ? sha256(shown.words) : null,
    consentLanguage: shown?.language ?? null,
    createdAt,
  }
}

const WITHOUT_CONSENT = { consentHash: null, consentLanguage: null }

/** A link for whoever the operator gives it to: good once, in any browser. */
export async function operatorLink({ store, accounts, clock }: SignInContext, mail: string): Promise<string> {
  const to = mailAddressFrom(mail)
  const token = await accounts.tokenFor(to)
  const request = {
    browserHash: null,
    sealedToken: null,
    mailHash: sha256(to),
    name: null,
    next: null,
    ...WITHOUT_CONSENT,
  }
  await store.write((tx) => add(tx, { ...request, tokenHash: sha256(token), createdAt: clock() }))
  return token
}

/** What the page behind a link shows: a button in the browser that asked, and in another a code to type there. */
export async function openLink({ store, clock, secret }: SignInContext, token: string, browser: string | undefined) {
  const request = await openByToken(store, token, clock())
  if (!request) throw new Trouble('gone', 'link.spent')
  return asked(request, browser) ? undefined : { code: codeOf(token, secret) }
}

function asked({ browserHash }: SignInRequest, browser: string | undefined) {
  return browserHash === null || (browser !== undefined && browserHash === sha256(browser))
}

/** Signs in by the button on that page. */
export async function signInByLink(
  context: SignInContext,
  token: string,
  browser: string | undefined,
  visit?: Visit,
): Promise<AfterSignIn> {
  const at = context.clock()
  const request = await openByToken(context.store, token, at)
  if (!request || !asked(request, browser)) throw new Trouble('gone', 'link.spent')
  return enter(context, request, token, at, visit)
}

/** Signs in by the code that another browser shows. Five tries end the link. */
export async function signInByCode(
  context: SignInContext,
  typed: string,
  browser: string | undefined,
  client: string,
  visit?: Visit,
): Promise<AfterSignIn> {
  const { store, limits, clock, secret, formerSecret = secret } = context
  await limits.code(client)
  const at = clock()
  const { value: requests } = await store.write(async (tx) => (browser ? tryCode(tx, browser, at) : []))
  if (!browser || requests.length === 0) throw new Trouble('gone', 'link.spent')
  const digits = digitsOf(typed)
  for (const request of requests) {
    const token = await unseal(request.sealedToken!, browser)
    const isRight = [secret, formerSecret].some((key) => sameDigits(codeOf(token, key), digits))
    if (isRight) return enter(context, request, token, at, visit)
  }
  const left = Math.max(...requests.map(({ tries }) => MOST_TRIES - tries))
  throw new Trouble('invalid', 'code.wrong', { left })
}

function sameDigits(code: string, typed: string) {
  return timingSafeEqual(Buffer.from(sha256(code)), Buffer.from(sha256(typed)))
}

async function enter(
  context: SignInContext,
  request: SignInRequest,
  token: string,
  at: number,
  visit: Visit | undefined,
): Promise<AfterSignIn> {
  const { store, accounts } = context
  const { value: isFirst } = await store.write((tx) => use(tx, request.id, at))
  if (!isFirst) throw new Trouble('gone', 'link.spent')
  const entered = await accounts.byToken(token, visit)
  const arrival = await arrivalOf(store, entered)
  const { name: wished, next } = request
  if (arrival.person || wished === null || entered.accountId === undefined) return { ...arrival, wished, next }
  const person = await joinedAs(context, entered.accountId, { ...request, name: wished }, at)
  return { ...arrival, person, wished, next }
}

/** The person of that name, or nobody when it has been taken since. */
async function joinedAs(
  { store, publicationNames }: SignInContext,
  accountId: string,
  { name, createdAt, consentHash: wordsHash, consentLanguage: language }: SignInRequest & { name: string },
  at: number,
) {
  try {
    const joined = store.write(async (tx) => {
      const person = await join(tx, { accountId, name, publicationNames: await publicationNames(tx), at })
      const consent = { personId: person.id, about: 'sign-up', at: createdAt } as const
      if (wordsHash !== null && language !== null) await agreeTo(tx, { ...consent, wordsHash, language })
      return person
    })
    return (await joined).value
  } catch (error) {
    if (error instanceof Trouble && error.kind === 'conflict') return
    throw error
  }
}

/** Signs in by password; a wrong address and a wrong password are told apart by nothing. */
export async function signInByPassword(
  { store, accounts, limits, secret }: SignInContext,
  typed: { mail: string; password: string; client: string; deviceCookie?: string | undefined; visit?: Visit },
): Promise<AfterSignIn> {
  const { password, client, deviceCookie, visit } = typed
  const address = mailAddressFrom(typed.mail)
  await limits.password(address, { client, device: deviceIn(secret, deviceCookie, address) })
  return arrivalOf(store, await accounts.byPassword(address, password, visit))
}

/** Who has come in, by whatever way. */
export async function arrivalOf(store: Store, { accountId, cookies }: Entered): Promise<AfterSignIn> {
  const arrival = { wished: null, next: null, cookies }
  if (accountId === undefined) return { ...arrival, person: undefined, isHalfway: true }
  return { ...arrival, person: await byAccount(store, accountId) }
}
