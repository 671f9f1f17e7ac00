import { once } from 'node:events'
import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import { freePort } from './process.ts'

/** A real provider of OpenID Connect, whose people are told by what they type as their name. */
export interface IdentityProvider extends AsyncDisposable {
  issuer: string
  client: string
  secret: string
  /** Signs somebody in there, from where we sent them to where they are sent back. */
  signIn(address: string, login: string): Promise<string>
}

interface Person {
  email?: string
  email_verified?: boolean
}

export async function startIdentityProvider(
  redirects: readonly string[],
  people: Readonly<Record<string, Person>>,
): Promise<IdentityProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const [client, secret] = ['parley', 'a secret of the tests']
  const provider = new Provider(issuer, {
    clients: [{ client_id: client, client_secret: secret, redirect_uris: [...redirects] }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['a key of the tests'] },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub, ...people[sub] }) }),
  })
  const server = createServer(provider.callback())
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    issuer,
    client,
    secret,
    signIn: (address, login) => walk(issuer, address, login),
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

const MOST_STEPS = 12

async function walk(issuer: string, address: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let [url, init]: [string, RequestInit] = [address, {}]
  for (let step = 0; step < MOST_STEPS; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', ...init, headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split(/=(.*)/s)
      jar.set(name!, value ?? '')
    }
    const onward = answer.headers.get('location')
    if (onward) {
      url = new URL(onward, url).href
      init = {}
      if (!url.startsWith(issuer)) return url
      continue
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(await answer.text())![1]!
    init = { method: 'POST', body: new URLSearchParams({ prompt, login, password: 'any' }) }
  }
  throw new Error(`the provider did not send ${login} back`)
}
