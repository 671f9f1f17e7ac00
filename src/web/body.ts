import { Trouble } from '../kit/trouble.ts'

/** The largest body that is read: a comment of 8,000 characters in any script, three times over. */
export const LARGEST_BODY = 128 * 1024

/** What was sent, by field name; a field that was sent twice counts as not sent. */
export type Form = Pick<URLSearchParams, 'get' | 'has'> & { readonly isJson: boolean }

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

export const EMPTY_FORM: Form = asForm(new URLSearchParams(), false)

/** Reads a form or a flat JSON object. Other types are refused, so that no simple cross-site request is taken for a form. */
export async function formOf(request: Request): Promise<Form> {
  if (request.method !== 'POST') return EMPTY_FORM
  const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  const text = await bounded(request)
  if (type === FORM) return asForm(new URLSearchParams(text), false)
  if (type === JSON_TYPE) return asForm(new URLSearchParams(flat(text)), true)
  if (text === '') return EMPTY_FORM
  throw new Trouble('invalid', 'body.unknown-type')
}

function asForm(fields: URLSearchParams, isJson: boolean): Form {
  const once = (name: string) => (fields.getAll(name).length === 1 ? fields.get(name) : null)
  return { isJson, get: once, has: (name) => once(name) !== null }
}

async function bounded(request: Request): Promise<string> {
  const tooLarge = () => new Trouble('invalid', 'body.too-large', { limit: LARGEST_BODY / 1024 })
  if (Number(request.headers.get('content-length') ?? 0) > LARGEST_BODY) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > LARGEST_BODY) throw tooLarge()
    chunks.push(chunk)
  }
  return decoded(Buffer.concat(chunks))
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Trouble('invalid', 'body.not-utf8')
  }
}

function flat(text: string): [string, string][] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Trouble('invalid', 'body.not-json')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Trouble('invalid', 'body.not-json')
  return Object.entries(value).map(([name, field]): [string, string] => {
    if (typeof field !== 'string' && typeof field !== 'number') throw new Trouble('invalid', 'body.not-json')
    return [name, String(field)]
  })
}
