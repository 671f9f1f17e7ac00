import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type * as yaml from 'yaml'
import { z } from 'zod'
import { lazy } from '../../../kit/lazy.ts'
import { EXIT, Refusal } from '../../../kit/refusal.ts'

const require = createRequire(import.meta.url)
const library = lazy((): typeof yaml => require('yaml'))

/** Somebody else by whom people can sign in: a provider of OpenID Connect. */
export interface Provider {
  /** In addresses and in the database; it stays. */
  id: string
  /** As readers know it. */
  name: string
  issuer: string
  client: string
  secret?: string | undefined
  scopes: string
}

const PROVIDER = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be small letters, digits and hyphens'),
  name: z.string().min(1).max(40),
  issuer: z.url({ protocol: /^https?$/, error: 'must be an address such as https://id.example.org' }),
  client: z.string().min(1),
  secret: z.string().min(1).optional(),
  scopes: z
    .string()
    .regex(/(?:^| )openid(?: |$)/, 'must name openid')
    .default('openid email profile'),
})

const FILE = z.strictObject({ providers: z.array(PROVIDER).default([]) })

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
  const ids = (read.data?.providers ?? []).map(({ id }) => id)
  for (const [at, id] of ids.entries())
    if (ids.indexOf(id) < at) wrong.push(`line ${lineOf(['providers', at])}: there are two providers "${id}"`)
  if (wrong.length > 0) throw new Refusal(`${file}\n${wrong.join('\n')}`, EXIT.input)
  return read.data!.providers

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
