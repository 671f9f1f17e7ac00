import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as yaml from 'yaml'
import { z } from 'zod'
import { lazy } from '../../../kit/lazy.ts'
import { EXIT, Refusal } from '../../../kit/refusal.ts'
import { KEY_ALGORITHMS, SITE_ROLES, type Site } from './site.ts'

const require = createRequire(import.meta.url)
const library = lazy((): typeof yaml => require('yaml'))

/** Somebody else by whom people can sign in. */
export type Provider = OpenIdProvider | Site

/** A provider of OpenID Connect. */
export interface OpenIdProvider {
  /** In addresses and in the database; it stays. */
  id: string
  /** As readers know it. */
  name: string
  issuer: string
  client: string
  secret?: string | undefined
  scopes: string
}

const NAMED = {
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be small letters, digits and hyphens'),
  name: z.string().min(1).max(40),
}

const PROVIDER = z.strictObject({
  ...NAMED,
  issuer: z.url({ protocol: /^https?$/, error: 'must be an address such as https://id.example.org' }),
  client: z.string().min(1),
  secret: z.string().min(1).optional(),
  scopes: z
    .string()
    .regex(/(?:^| )openid(?: |$)/, 'must name openid')
    .default('openid email profile'),
})

const SHORTEST_SECRET = 32

const KEY = z
  .strictObject({
    id: z.string().min(1).max(100),
    algorithm: z.enum(KEY_ALGORITHMS),
    public: z.string().includes('BEGIN PUBLIC KEY', 'must be a public key in PEM').optional(),
    secret: z.string().min(SHORTEST_SECRET).optional(),
    until: z.iso.date('must be a day such as 2027-01-31').optional(),
  })
  .refine(
    (key) => (key.algorithm === 'HS256') === (key.secret !== undefined),
    'has a secret for HS256, and for it alone',
  )
  .refine((key) => (key.algorithm === 'HS256') === (key.public === undefined), 'has a public key, but for HS256')
  .refine(isOfItsKind, 'has a key of another kind than its algorithm')

const SITE = z.strictObject({
  ...NAMED,
  address: z.url({ protocol: /^https?$/, error: 'must be an address such as https://news.example.org/to-discussion' }),
  keys: z
    .array(KEY)
    .min(1)
    .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'must have ids of their own'),
  roles: z.array(z.enum(SITE_ROLES)).default([]),
})

const FILE = z.strictObject({ providers: z.array(PROVIDER).default([]), sites: z.array(SITE).default([]) })

const KINDS = { EdDSA: 'ed25519', ES256: 'ec', RS256: 'rsa', HS256: undefined } as const

function isOfItsKind({ algorithm, public: pem }: { algorithm: keyof typeof KINDS; public?: string | undefined }) {
  try {
    return pem === undefined || createPublicKey(pem).asymmetricKeyType === KINDS[algorithm]
  } catch {
    return false
  }
}

/** Reads the list of providers; there are none where there is no file. Throws a Refusal that names each line that is wrong. */
export function providersIn(file: string): readonly Provider[] {
  const text = textOf(file)
  if (text === undefined) return []
  const { LineCounter, parseDocument } = library()
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const wrong = document.errors.map(
    ({ message, pos }) => `line ${lines.linePos(pos[0]).line}: ${message.split('\n')[0]}`,
  )
  const read = FILE.safeParse(document.errors.length > 0 ? {} : (document.toJS() ?? {}))
  for (const { path, message } of read.error?.issues ?? [])
    wrong.push(`line ${lineOf(path as (string | number)[])}: ${path.join('.')} ${message}`)
  const { providers = [], sites = [] } = read.data ?? {}
  const all = [...providers, ...sites]
  for (const [at, { id }] of all.entries()) {
    const place = at < providers.length ? ['providers', at] : ['sites', at - providers.length]
    const isSecond = all.findIndex((one) => one.id === id) < at
    if (isSecond) wrong.push(`line ${lineOf(place)}: there are two providers "${id}"`)
  }
  if (wrong.length > 0) throw new Refusal(`${file}\n${wrong.join('\n')}`, EXIT.input)
  return all

  function lineOf(path: (string | number)[]): number {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined
    if (node?.range) return lines.linePos(node.range[0]).line
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1))
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw new Refusal(`${file} cannot be read (${(error as Error).message}).`, EXIT.input, { cause: error })
  }
}
