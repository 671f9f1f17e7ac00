import { sha256 } from '../../../kit/hash.ts'
import type { Language } from '../../../kit/language.ts'
import { createNamedTurns } from '../../../kit/named-turns.ts'
import { type IdempotentRequest, once, type StoredAnswer, takeBack } from '../../../store/index.ts'
import { seal } from '../accounts/account-library.ts'
import { keepWords, type ShownWords } from '../consents/consents.ts'
import { nameFrom } from '../names/name.ts'
import { byMail } from '../people.ts'
import { deviceIn } from './known-device.ts'
import { type MailAddress, mailAddressFrom } from './mail-address.ts'
import type { SignInContext } from './sign-in-context.ts'
import { add, openByToken } from './sign-in-requests.ts'

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
