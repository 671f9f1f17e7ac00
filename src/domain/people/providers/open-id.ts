import type * as library from 'openid-client'
import { SECOND_MS } from '../../../kit/clock.ts'
import { isLoopback } from '../../../kit/loopback.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { OpenIdProvider } from './providers-file.ts'

/** What is kept in the browser while its reader is away at a provider. */
export interface Journey {
  state: string
  nonce: string
  verifier: string
}

/** What a provider says of somebody, checked against its keys. */
export interface Vouched {
  subject: string
  /** Undefined where it does not say that the address is theirs. */
  mail: string | undefined
}

const PATIENCE_SECONDS = 10
const known = new Map<string, Promise<library.Configuration>>()

/** @NOTE loaded when first needed; only here is it named. */
const openId = () => import('openid-client')

/** Where a reader is sent, with PKCE, a state and a nonce of their own. */
export async function beginAt(
  provider: OpenIdProvider,
  redirect: string,
): Promise<{ address: string; journey: Journey }> {
  const client = await openId()
  const config = await configOf(provider)
  const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirect,
    scope: provider.scopes,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  })
  return { address: address.href, journey: { state, nonce, verifier } }
}

/** What the provider vouches for, when its reader comes back; throws where anything about it does not fit. */
export async function endAt(
  provider: OpenIdProvider,
  here: URL,
  { state, nonce, verifier }: Journey,
): Promise<Vouched> {
  const client = await openId()
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
  const config = await configOf(provider)
  const refused = (cause: unknown) => {
    throw new Trouble('invalid', 'provider.refused', { name: provider.name }, { cause })
  }
  const tokens = await client.authorizationCodeGrant(config, here, checks).catch(refused)
  const claims = tokens.claims()!
  const { sub } = claims
  const isTold = claims.email !== undefined || config.serverMetadata().userinfo_endpoint === undefined
  const told = isTold ? claims : await client.fetchUserInfo(config, tokens.access_token, sub).catch(refused)
  const isVouchedFor = told.email_verified === true && typeof told.email === 'string'
  return { subject: sub, mail: isVouchedFor ? String(told.email) : undefined }
}

/** @NOTE without https only on this machine, as its own tests need it. */
function configOf({ id, issuer, client: clientId, secret, name }: OpenIdProvider): Promise<library.Configuration> {
  const before = known.get(`${id} ${issuer} ${clientId}`)
  if (before) return before
  const asked = (async () => {
    const client = await openId()
    const url = new URL(issuer)
    const execute = isLoopback(url.hostname) ? [client.allowInsecureRequests] : []
    const options = { execute, timeout: PATIENCE_SECONDS }
    return client.discovery(url, clientId, secret, undefined, options)
  })().catch((error: unknown) => {
    known.delete(`${id} ${issuer} ${clientId}`)
    throw new Trouble(
      'busy',
      'provider.silent',
      { name },
      { cause: error, retryAfterSeconds: (30 * SECOND_MS) / SECOND_MS },
    )
  })
  known.set(`${id} ${issuer} ${clientId}`, asked)
  return asked
}
