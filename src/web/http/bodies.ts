import type { IncomingMessage } from 'node:http'
import { Trouble } from '../../kit/trouble.ts'
import { isMultipart } from './multipart.ts'
import { bodyOf } from './request-body.ts'
import type { Source } from './taken.ts'

/** What was sent, by field name. */
export interface Form extends Source {
  readonly isJson: boolean
  readonly fields: Fields
}

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'
const UTF_8 = new TextDecoder('utf-8', { fatal: true })

export const EMPTY_FORM: Form = asForm([], false)

/** Reads a form or a JSON object of texts, numbers and lists of them. Other types are refused, so that no simple cross-site request is taken for a form; one with files is read by who takes them. */
export function formOf(request: IncomingMessage, takesFiles = false): Form {
  if (request.method !== 'POST') return EMPTY_FORM
  const [type, charset] = typeOf(request.headers['content-type'] ?? '')
  if (isMultipart(type) && takesFiles) return EMPTY_FORM
  if (isMultipart(type)) throw new Trouble('invalid', 'body.unknown-type')
  const bytes = bodyOf(request)
  const text = utf8(bytes)
  if (charset !== 'utf-8') throw new Trouble('invalid', 'body.not-utf8')
  if (type === FORM) return asForm(formFields(text), false)
  if (type === JSON_TYPE) return jsonForm(text)
  if (text === '') return EMPTY_FORM
  throw new Trouble('invalid', 'body.unknown-type')
}

/** The same of fields that came otherwise. */
export function formFrom(fields: Fields): Form {
  return asForm(fields, false)
}

/** The text that bytes are; throws Trouble where they are none. */
export function utf8(bytes: Buffer): string {
  return orRefuse(() => UTF_8.decode(bytes), 'body.not-utf8')
}

function typeOf(header: string): [type: string, charset: string] {
  const [type = '', ...parameters] = header.toLowerCase().split(';')
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='))
  return [type.trim(), charset?.slice('charset='.length).replaceAll('"', '') ?? 'utf-8']
}

type Fields = readonly (readonly [name: string, value: string])[]

/** @NOTE a list in JSON is refused where one value is taken, as it is said nowhere else which fields are lists. */
function asForm(fields: Fields, isJson: boolean, lists: ReadonlySet<string> = new Set()): Form {
  return {
    isJson,
    fields,
    all: (name) => fields.filter(([field]) => field === name).map(([, value]) => value),
    one(name) {
      if (lists.has(name)) throw new Trouble('invalid', 'body.not-json')
      const isIt = ([field]: Fields[number]) => field === name
      const first = fields.findIndex(isIt)
      return first === fields.findLastIndex(isIt) ? fields[first]?.[1] : undefined
    },
  }
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

function jsonForm(text: string): Form {
  const value = orRefuse((): unknown => JSON.parse(text), 'body.not-json')
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Trouble('invalid', 'body.not-json')
  const entries = Object.entries(value)
  const lists = entries.filter(([, field]) => Array.isArray(field)).map(([name]) => name)
  const fields = entries.flatMap(([name, field]) => [field].flat().map((one) => [name, jsonText(one)] as const))
  return asForm(fields, true, new Set(lists))
}

function jsonText(value: unknown): string {
  if (typeof value !== 'string' && !Number.isSafeInteger(value)) throw new Trouble('invalid', 'body.not-json')
  return String(value)
}

function orRefuse<T>(read: () => T, key: 'body.not-utf8' | 'body.not-json'): T {
  try {
    return read()
  } catch {
    throw new Trouble('invalid', key)
  }
}
