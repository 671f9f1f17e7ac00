import { MINUTE_MS } from '../../../kit/clock.ts'
import { secret as freshSecret } from '../../../kit/hash.ts'
import { createNamedTurns } from '../../../kit/named-turns.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { seal, unseal } from '../accounts/account-library.ts'
import { isFresh } from '../accounts/passwords.ts'
import type { Visit } from '../accounts/visit.ts'
import type { MailChangeLinks } from '../mail-change/mail-change.ts'
import { type AfterSignIn, arrivalOf } from '../sign-in/arrival.ts'
import { mailAddressFrom } from '../sign-in/mail-address.ts'
import type { SignInContext } from '../sign-in/sign-in-context.ts'
import { useUp } from '../sign-in/used-codes.ts'
import { beginAt, endAt, type Journey } from './open-id.ts'
import type { Provider } from './providers-file.ts'
import type { Site } from './site.ts'
import { arriveFrom, type SiteArrival } from './site-arrival.ts'
import { readToken, refusal, type SaidBySite } from './site-token.ts'

const LIFE_MS = 10 * MINUTE_MS

interface Away extends Journey {
  provider: string
  next: string | null
  /** The account to which the provider's is to be connected; null for who wants to come in. */
  accountId: string | null
  until: number
}

interface Start {
  redirect: string
  next: string | null
  cookies: string | undefined
  /** Whether somebody who is signed in connects the provider to their account. */
  connect: boolean
}

/** Sends a reader to a provider; what is needed when they come back is sealed into a cookie of theirs. */
export async function goTo(context: SignInContext, provider: Provider, { redirect, next, cookies, connect }: Start) {
  const accountId = connect ? await mustConnect(context, cookies) : null
  const { address, journey } = isSite(provider) ? beginAtSite(provider) : await beginAt(provider, redirect)
  const away: Away = { ...journey, provider: provider.id, next, accountId, until: context.clock() + LIFE_MS }
  return { address, sealed: await seal(JSON.stringify(away), context.secret) }
}

function isSite(provider: Provider): provider is Site {
  return 'keys' in provider
}

/** A site puts the nonce into its token, which is then good in this browser alone. */
function beginAtSite({ address }: Site) {
  const journey: Journey = { state: freshSecret(), nonce: freshSecret(), verifier: '' }
  const url = new URL(address)
  url.searchParams.set('nonce', journey.nonce)
  return { address: url.href, journey }
}

async function mustConnect(context: SignInContext, cookies: string | undefined): Promise<string> {
  const signedIn = await context.accounts.signedIn(cookies)
  if (!signedIn) throw new Trouble('forbidden', 'person.unknown')
  if (!isFresh(signedIn, context.clock())) throw new Trouble('forbidden', 'security.come-in-again')
  return signedIn.accountId
}

/** What came of a way through a provider: somebody who came in, or whose account was connected. */
export type CameBack = { connected: true } | { entered: AfterSignIn; picture: SiteArrival['picture'] }

interface Back {
  sealed: string | undefined
  here: URL
  cookies: string | undefined
  visit: Visit
  links: Pick<MailChangeLinks, 'language' | 'undo'>
}

/** What is said of who comes back: by a provider that vouches for them, or by a site whose user they are. */
interface Told {
  subject: string
  mail: string | undefined
  said?: SaidBySite
}

const arrivals = createNamedTurns()

/**
 * Takes a reader back from a provider. Who is known by it comes in; who is not gets an account where the provider vouches for an address that
 * has none. An account that is there already is never given to whom a provider names: its owner connects it, signed in.
 */
export async function comeBack(context: SignInContext, provider: Provider, back: Back): Promise<CameBack> {
  const away = await openAway(context, provider, back.sealed)
  const told = isSite(provider)
    ? await toldBySite(context, provider, back.here, away)
    : await endAt(provider, back.here, away)
  return arrivals.oneAtATime(`${provider.id} ${told.subject}`, () => arrived(context, provider, { back, away, told }))
}

async function arrived(
  context: SignInContext,
  provider: Provider,
  { back, away, told }: { back: Back; away: Away; told: Told },
): Promise<CameBack> {
  const { accounts } = context
  const { subject, mail, said } = told
  const { cookies, visit, links } = back
  const known = await accounts.linked(provider.id, subject)
  if (away.accountId !== null) {
    const signedIn = await accounts.signedIn(cookies)
    if (signedIn?.accountId !== away.accountId) throw new Trouble('forbidden', 'person.unknown')
    if (known && known !== away.accountId) throw new Trouble('conflict', 'provider.of-another', { name: provider.name })
    if (!known) await accounts.link(away.accountId, provider.id, subject)
    await arriveIfSite(away.accountId, true)
    return { connected: true }
  }
  const accountId = known ?? (await newAccount(context, provider, subject, mail))
  const { wished, picture } = await arriveIfSite(accountId, false)
  const arrival = await arrivalOf(context.store, await accounts.enter(accountId, visit))
  return { entered: { ...arrival, wished, next: away.next }, picture }

  async function arriveIfSite(accountId_: string, isConnected: boolean): Promise<SiteArrival> {
    if (!said || !isSite(provider)) return { wished: null, picture: null }
    return arriveFrom(context, provider, { accountId: accountId_, said, isConnected, links })
  }
}

async function toldBySite({ store, clock }: SignInContext, site: Site, here: URL, { nonce }: Away): Promise<Told> {
  const token = here.searchParams.get('token')
  const said = await readToken(site, token, { origin: here.origin, nonce, now: clock() })
  const { value: isFirst } = await store.write((tx) => useUp(tx, `token ${site.id} ${said.tokenId}`, said.until))
  if (!isFirst) throw refusal(site, 'used')
  return { subject: said.subject, mail: said.mail, said }
}

async function newAccount(
  { accounts }: SignInContext,
  { id, name }: Provider,
  subject: string,
  mail: string | undefined,
) {
  if (mail === undefined) throw new Trouble('forbidden', 'provider.no-mail', { name })
  const accountId = await accounts.createLinked(mailAddressFrom(mail), id, subject)
  if (!accountId) throw new Trouble('conflict', 'provider.has-account', { name })
  return accountId
}

async function openAway({ store, secret, clock }: SignInContext, { id, name }: Provider, sealed: string | undefined) {
  const text = await unseal(sealed ?? '', secret).catch(() => '{}')
  const away = JSON.parse(text) as Partial<Away>
  const over = new Trouble('gone', 'provider.over', { name })
  if (away.provider !== id || (away.until ?? 0) <= clock()) throw over
  const { value: isFirst } = await store.write((tx) => useUp(tx, `provider ${away.state}`, away.until!))
  if (!isFirst) throw over
  return away as Away
}
