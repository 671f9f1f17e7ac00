import type { IncomingMessage } from 'node:http'
import { Trouble } from '../../kit/trouble.ts'
import { bodyOf } from './request-body.ts'

/** What was sent, by field name; a field that was sent twice counts as not sent. */
export interface Form {
  readonly isJson: boolean
  get(name: string): string | null
  has(name: string): boolean
}

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'
const UTF_8 = new TextDecoder('utf-8', { fatal: true })

export const EMPTY_FORM: Form = asForm([], false)

/** Reads a form or a flat JSON object. Other types are refused, so that no simple cross-site request is taken for a form. */
export function formOf(request: IncomingMessage): Form {
  if (request.method !== 'POST') return EMPTY_FORM
  const [type, charset] = typeOf(request.headers['content-type'] ?? '')
  const bytes = bodyOf(request)
  const text = orRefuse(() => UTF_8.decode(bytes), 'body.not-utf8')
  if (charset !== 'utf-8') throw new Trouble('invalid', 'body.not-utf8')
  if (type === FORM) return asForm(formFields(text), false)
  if (type === JSON_TYPE) return asForm(jsonFields(text), true)
  if (text === '') return EMPTY_FORM
  throw new Trouble('invalid', 'body.unknown-type')
}

function typeOf(header: string): [type: string, charset: string] {
  const [type = '', ...parameters] = header.toLowerCase().split(';')
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='))
  return [type.trim(), charset?.slice('charset='.length).replaceAll('"', '') ?? 'utf-8']
}

type Fields = readonly (readonly [name: string, value: string])[]

function asForm(fields: Fields, isJson: boolean): Form {
  const once = (name: string) => {
    const [only, ...others] = fields.filter(([field]) => field === name)
    return only && others.length === 0 ? only[1] : null
  }
  return { isJson, get: once, has: (name) => once(name) !== null }
}

/** @NOTE URLSearchParams puts a replacement character where bytes are no UTF-8; what cannot be kept as it was sent is refused. */
function formFields(text: string): Fields {
  const plain = (part: string) => orRefuse(() => decodeURIComponent(part.replaceAll('+', ' ')), 'body.not-utf8')
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at < 0 ? [plain(pair), ''] : [plain(pair.slice(0, at)), plain(pair.slice(at + 1))]
    })
}

function jsonFields(text: string): Fields {
  const value = orRefuse((): unknown => JSON.parse(text), 'body.not-json')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Trouble('invalid', 'body.not-json')
  return Object.entries(value).map(([name, field]) => {
    if (typeof field !== 'string' && !Number.isSafeInteger(field)) throw new Trouble('invalid', 'body.not-json')
    return [name, String(field)]
  })
}

function orRefuse<T>(read: () => T, key: 'body.not-utf8' | 'body.not-json'): T {
  try {
    return read()
  } catch {
    throw new Trouble('invalid', key)
  }
}
