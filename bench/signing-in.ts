import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { appCodes } from '../test/support/app-codes.ts'
import { type Browser, browserAt, type Page } from '../test/support/front-door.ts'
import { type IdentityProvider, startIdentityProvider } from '../test/support/identity-provider.ts'
import { ed25519, tokenOf } from '../test/support/own-site.ts'
import { letterLinks } from './letter-links.ts'
import { type PasskeyDevice, passkeyDevice } from './passkey-device.ts'
import { mailOf, PASSWORD } from './people.ts'
import type { Place } from './places.ts'
import { freePort } from './processes.ts'
import { atMost, type Figure, type Run, round } from './question.ts'
import { serve } from './server.ts'

const MOST_MS = 300
/** @NOTE so few that no limit on tries is met. */
const PEOPLE = [1, 2, 3]
/** A person looks at the page before they send it. */
const TYPING_MS = 1_000
const PASSWORDS = 'by password'
const LANGUAGE = { language: 'en' }

/** How long does it take to come in, by each way, the first since a start among them? */
export async function signingIn({ stock }: Run): Promise<Figure[]> {
  const [place, port] = [await stock.fresh(), await freePort()]
  const origin = `http://localhost:${port}`
  const logins = Object.fromEntries(PEOPLE.map((number) => [`login-${number}`, {}]))
  await using provider = await startIdentityProvider([`${origin}/sign-in/with/harbour/back`], logins)
  const key = ed25519('first')
  list(place, provider, key.listed.public!)
  let server = await serve({ ...place, port })
  const door = doorAt({ origin, place, provider, sign: (claims) => tokenOf(key, { aud: origin, ...claims }) })
  const owners = PEOPLE.map((number) => ({
    number,
    own: browserAt(origin, stock.cookies[number - 1]),
    device: passkeyDevice(origin),
  }))
  const figures: Figure[] = []
  for (const [way, { prepare, enter }] of Object.entries(door)) {
    const all: { ms: number; hashMs: number }[] = []
    for (const owner of owners) await prepare?.(owner)
    await server.stop()
    server = await serve({ ...place, port })
    await browserAt(origin).get('/en/sign-in')
    await setTimeout(TYPING_MS)
    for (const owner of owners) {
      all.push({ ms: await enter(owner), hashMs: way === PASSWORDS ? await hashing() : 0 })
    }
    const times = all.map(({ ms, hashMs }) => ms - hashMs)
    const hashed = way === PASSWORDS ? `hashing apart, ${all.map(({ hashMs }) => round(hashMs)).join(', ')} ms; ` : ''
    const beside = `${hashed}the first since a start ${round(times[0]!)} ms`
    figures.push(atMost(`sign-in ${way}, the longest of ${times.length}`, Math.max(...times), 'ms', MOST_MS, beside))
  }
  await server.stop()
  return figures
}

interface Owner {
  number: number
  /** Their browser, signed in. */
  own: Browser
  device: PasskeyDevice
}

interface Way {
  prepare?(owner: Owner): Promise<unknown>
  /** Comes in from a browser that was never here; answers in how many milliseconds the server did its part. */
  enter(owner: Owner): Promise<number>
}

interface Door {
  origin: string
  place: Place
  provider: IdentityProvider
  sign(claims: Record<string, unknown>): Promise<string>
}

function doorAt({ origin, place, provider, sign }: Door): Record<string, Way> {
  const links = letterLinks(place)
  const siteToken = (away: Page, { number }: Owner) =>
    sign({ sub: String(number), nonce: new URL(away.location).searchParams.get('nonce') })
  const backBySite = async (away: Page, owner: Owner) => `/sign-in/with/news/back?token=${await siteToken(away, owner)}`
  const backByProvider = async (away: Page, { number }: Owner) => {
    const back = new URL(await provider.signIn(withoutCanary(away.location), `login-${number}`))
    return back.pathname + back.search
  }

  /** Goes to where one is vouched for, and comes back. */
  function through(id: string, back: typeof backBySite): Way {
    return {
      async prepare(owner) {
        const away = await owner.own.get(`/en/sign-in/with/${id}?connect=1`)
        mustLead(await owner.own.get(await back(away, owner)), /done=connected/)
      },
      async enter(owner) {
        const [browser, watch] = [browserAt(origin), stopwatch()]
        const away = await watch.time(browser.get(`/en/sign-in/with/${id}`))
        const address = await back(away, owner)
        mustLead(await watch.time(browser.get(address)), IN)
        return watch.ms
      },
    }
  }

  /** Takes the first step, and then the second by such a code. */
  function bySecondStep(codeOf: (number: number) => string): Way['enter'] {
    return async ({ number }) => {
      const [browser, watch] = [browserAt(origin), stopwatch()]
      await browser.post('/en/sign-in', { ...LANGUAGE, mail: mailOf(number), password: PASSWORD })
      mustLead(await watch.time(browser.post('/en/sign-in/second', { ...LANGUAGE, code: codeOf(number) })), IN)
      return watch.ms
    }
  }

  const shown = new Map<number, { codes: string[]; recovery: string[] }>()

  return {
    [PASSWORDS]: {
      async enter({ number }) {
        const [browser, watch] = [browserAt(origin), stopwatch()]
        const form = { ...LANGUAGE, mail: mailOf(number), password: PASSWORD }
        mustLead(await watch.time(browser.post('/en/sign-in', form)), IN)
        return watch.ms
      },
    },
    'by a link, from asking for it': {
      async enter({ number }) {
        const [browser, watch] = [browserAt(origin), stopwatch()]
        await browser.get('/en/sign-in')
        const form = { ...LANGUAGE, mail: mailOf(number), key: `bench ${number}` }
        mustLead(await watch.time(browser.post('/en/sign-in/letter', form)), /sent/)
        const page = await watch.time(browser.get(await links()))
        mustLead(await watch.time(browser.send(page, {})), IN)
        return watch.ms
      },
    },
    'by a passkey': {
      async prepare({ own, device }) {
        const asked = JSON.parse((await own.post('/en/account/passkeys/options', LANGUAGE)).text)
        const credential = device.made(asked.options)
        mustLead(
          await own.post('/en/account/passkeys', { ...LANGUAGE, credential, sealed: asked.sealed }),
          /done=passkey/,
        )
      },
      async enter({ device }) {
        const [browser, watch] = [browserAt(origin), stopwatch()]
        const asked = JSON.parse((await watch.time(browser.post('/en/sign-in/passkey/options', LANGUAGE))).text)
        const form = { ...LANGUAGE, credential: device.used(asked.options), sealed: asked.sealed }
        mustLead(await watch.time(browser.post('/en/sign-in/passkey', form)), IN)
        return watch.ms
      },
    },
    'by OpenID Connect, there and back': through('harbour', backByProvider),
    'by one’s own site, there and back': through('news', backBySite),
    'by the code of an app after it': {
      async prepare({ number, own }) {
        const proposal = await own.get('/en/account/second-factor')
        const [, secret = ''] = /<code dir="ltr">([^<]+)</.exec(proposal.text) ?? []
        const [first, ...codes] = appCodes(secret)
        const recovery = [...proposal.text.matchAll(/<li><code>([^<]+)/g)].map(([, code]) => code!)
        shown.set(number, { codes, recovery })
        mustLead(await own.send(proposal, { code: first! }), /done=second-factor/)
      },
      enter: bySecondStep((number) => shown.get(number)!.codes[0]!),
    },
    'by a recovery code after it': { enter: bySecondStep((number) => shown.get(number)!.recovery[0]!) },
  }
}

/** Where somebody is led who has come in; by way of the terms, where they were not shown them. */
const IN = /^\/en\/(?:account\/joining)?$/

function mustLead({ status, location, path: address, text }: Page, where: RegExp) {
  if (!where.test(location)) throw new Error(`${address} is answered with ${status} ${location} ${text.slice(-300)}`)
}

function list({ folder }: Place, { issuer, client, secret }: IdentityProvider, publicKey: string) {
  const key = { id: 'first', algorithm: 'EdDSA', public: publicKey }
  const providers = [{ id: 'harbour', name: 'Harbour ID', issuer, client, secret, scopes: 'openid' }]
  const sites = [{ id: 'news', name: 'News', address: 'http://127.0.0.1/discuss', keys: [key] }]
  writeFileSync(path.join(folder, 'sign-in.yaml'), JSON.stringify({ providers, sites }))
}

/** How long this machine takes just now to look whether a password is the one that was hashed. */
async function hashing(): Promise<number> {
  const hash = await hashPassword(PASSWORD)
  const watch = stopwatch()
  await watch.time(verifyPassword({ hash, password: PASSWORD }))
  return watch.ms
}

function stopwatch() {
  const watch = {
    ms: 0,
    async time<T>(work: Promise<T>): Promise<T> {
      const begun = performance.now()
      const done = await work
      watch.ms += performance.now() - begun
      return done
    },
  }
  return watch
}

/** @NOTE a strict provider refuses what it does not know. */
function withoutCanary(address: string): string {
  const url = new URL(address)
  url.searchParams.delete('canary')
  return url.href
}
