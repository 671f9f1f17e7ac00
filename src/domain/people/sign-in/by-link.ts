import { timingSafeEqual } from 'node:crypto'
import { sha256 } from '../../../kit/hash.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { unseal } from '../accounts/account-library.ts'
import type { Visit } from '../accounts/visit.ts'
import { agreeTo } from '../consents/consents.ts'
import { join } from '../joining.ts'
import { type AfterSignIn, arrivalOf } from './arrival.ts'
import type { SignInContext } from './sign-in-context.ts'
import { codeOf, digitsOf, MOST_TRIES, type SignInRequest } from './sign-in-request.ts'
import { openByToken, tryCode, use } from './sign-in-requests.ts'

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
