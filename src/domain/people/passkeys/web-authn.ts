import type * as library from '@simplewebauthn/server'
import { z } from 'zod'
import { Trouble } from '../../../kit/trouble.ts'
import type { Passkey } from './passkey.ts'

/** Where keys are good: the publication and nowhere else. */
export interface RelyingParty {
  origin: string
  name: string
}

type Made = Pick<Passkey, 'credentialId' | 'publicKey' | 'counter' | 'transports'>

/** @NOTE loaded when first needed; only here is it named. */
const webAuthn = () => import('@simplewebauthn/server')

/** What a browser is asked so that it has a device make a key. Each asks for the device to be unlocked, so that a key is two factors. */
export async function creationOptions(
  { origin, name }: RelyingParty,
  who: { handle: Uint8Array<ArrayBuffer>; mail: string; name: string },
  known: readonly Passkey[],
) {
  return (await webAuthn()).generateRegistrationOptions({
    rpName: name,
    rpID: new URL(origin).hostname,
    userID: who.handle,
    userName: who.mail,
    userDisplayName: who.name,
    excludeCredentials: known.map(described),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Ed25519, ES256, RS256. @NOTE asking Node for more of them writes a warning on the terminal. Source: IANA, COSE Algorithms. */
const ALGORITHMS = [-8, -7, -257]

/** What a browser is asked so that its reader chooses a key of theirs. */
export async function requestOptions({ origin }: RelyingParty) {
  return (await webAuthn()).generateAuthenticationOptions({
    rpID: new URL(origin).hostname,
    userVerification: 'required',
  })
}

/** The key that was made for a challenge; throws where the answer is another's. */
export async function madeFor({ origin }: RelyingParty, challenge: string, answer: string): Promise<Made> {
  const response = answerIn(answer) as unknown as library.RegistrationResponseJSON
  const { verifyRegistrationResponse } = await webAuthn()
  const asked = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: new URL(origin).hostname }
  const verified = await verifyRegistrationResponse({ response, ...asked }).catch(refused)
  if (!verified.verified) throw wrong()
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential
  return { credentialId: id, publicKey: bytesAsText(publicKey), counter, transports: transports.join() }
}

/** By which of the device's keys an answer is given. */
export function credentialIdIn(answer: string): string {
  return answerIn(answer).id
}

/** Checks what a key signed, and answers how often its device says that it was used. */
export async function usedFor(
  { origin }: RelyingParty,
  challenge: string,
  answer: string,
  passkey: Passkey,
): Promise<number> {
  const response = answerIn(answer) as unknown as library.AuthenticationResponseJSON
  const { verifyAuthenticationResponse } = await webAuthn()
  const asked = { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: new URL(origin).hostname }
  const { counter } = passkey
  const credential = { ...described(passkey), publicKey: textAsBytes(passkey.publicKey), counter }
  const verified = await verifyAuthenticationResponse({ response, ...asked, credential }).catch(refused)
  if (!verified.verified) throw wrong()
  return verified.authenticationInfo.newCounter
}

function described({ credentialId, transports }: Passkey) {
  const reached = transports === '' ? [] : (transports.split(',') as library.AuthenticatorTransport[])
  return { id: credentialId, transports: reached }
}

const ANSWER = z.looseObject({ id: z.string().min(1).max(2_000) })

function answerIn(text: string): z.output<typeof ANSWER> {
  try {
    return ANSWER.parse(JSON.parse(text))
  } catch (error) {
    throw wrong(error)
  }
}

/** @NOTE it throws an `Error` whose words say what is wrong with the answer; there is no type or code of its own. */
function refused(error: unknown): never {
  throw wrong(error)
}

function wrong(cause?: unknown) {
  return new Trouble('invalid', 'passkey.wrong', {}, { cause })
}

function bytesAsText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

function textAsBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, 'base64url'))
}
