import { hash } from 'node:crypto'
import { Trouble } from '../../../kit/trouble.ts'
import { mustBeOwner } from '../accounts/passwords.ts'
import type { Visit } from '../accounts/visit.ts'
import { type AfterSignIn, arrivalOf } from '../sign-in/arrival.ts'
import type { SignInContext } from '../sign-in/sign-in-context.ts'
import { openChallenge, sealChallenge } from './challenges.ts'
import { MOST_PASSKEYS } from './passkey.ts'
import { add, byCredential, noteUse, passkeysOf } from './passkeys.ts'
import { creationOptions, credentialIdIn, madeFor, type RelyingParty, requestOptions, usedFor } from './web-authn.ts'

/** What a browser is asked, and the challenge as the page brings it back. */
export interface Ceremony {
  options: object
  sealed: string
}

/** A passkey's answer, and the challenge that it answers. */
export interface Answer {
  credential: string
  sealed: string
}

/** Asks for a key for one's own account; throws unless it is the owner who asks. */
export async function beginPasskey(
  context: SignInContext,
  party: RelyingParty,
  { cookies, current, client }: { cookies: string; current: string; client: string },
): Promise<Ceremony> {
  const { accountId, mail, person } = await mustBeOwner(context, cookies, { current, client })
  const known = await passkeysOf(context.store, accountId)
  if (known.length >= MOST_PASSKEYS) throw new Trouble('conflict', 'passkey.too-many', { limit: MOST_PASSKEYS })
  const who = { handle: Uint8Array.from(hash('sha256', accountId, 'buffer')), mail, name: person?.name ?? mail }
  const options = await creationOptions(party, who, known)
  return { options, sealed: await sealChallenge(context, options.challenge, accountId) }
}

/** Keeps the key that a device made for that. */
export async function addPasskey(
  context: SignInContext,
  party: RelyingParty,
  accountId: string,
  { credential, sealed, device }: Answer & { device: string },
): Promise<void> {
  const made = await madeFor(party, await openChallenge(context, sealed, accountId), credential)
  const { store, clock } = context
  await store.write((tx) => add(tx, { ...made, accountId, device, createdAt: clock() }))
}

/** Asks for any key that is known here. */
export async function beginEntry(context: SignInContext, party: RelyingParty): Promise<Ceremony> {
  const options = await requestOptions(party)
  return { options, sealed: await sealChallenge(context, options.challenge, null) }
}

/** Signs in by a key. Its device was unlocked for that, so no second step is asked for. */
export async function signInByPasskey(
  context: SignInContext,
  party: RelyingParty,
  { credential, sealed, client, visit }: Answer & { client: string; visit?: Visit },
): Promise<AfterSignIn> {
  const { store, accounts, limits, clock } = context
  const challenge = await openChallenge(context, sealed, null)
  await limits.passkey(client)
  const passkey = await byCredential(store, credentialIdIn(credential))
  if (!passkey) throw new Trouble('invalid', 'passkey.unknown')
  const counter = await usedFor(party, challenge, credential, passkey)
  await store.write((tx) => noteUse(tx, passkey.id, counter, clock()))
  return arrivalOf(store, await accounts.enterWholly(passkey.accountId, visit))
}
