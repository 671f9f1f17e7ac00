import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Range,
  Scalar,
  visit,
} from 'yaml'
import type { z } from 'zod'
import type { MistakePlace, Mistakes } from './mistakes.ts'
import { sentenceOf } from './zod-sentences.ts'

export interface YamlText {
  file: string
  text: string
  /** The line of the file on which the text begins; 1 unless it stands inside. */
  firstLine?: number
}

/** What stands in a YAML text, whether or not it is as it should be, and where. */
export interface Given {
  given: unknown
  at(...keys: PropertyKey[]): MistakePlace
}

/** What a YAML text says, and where it says it. */
export interface Located<T> extends Given {
  value: T
}

/** Reads YAML as a schema wants it; where nothing is said it is a group without keys. What is wrong goes to the mistakes, each with its line. */
export function readYaml<T>(text: YamlText, schema: z.ZodType<T>, mistakes: Mistakes): Located<T> | undefined {
  const { value, ...given } = readGiven(text, schema, mistakes) ?? {}
  return value === undefined ? undefined : { value, ...(given as Given) }
}

/** The same, with what is given where that is not as the schema wants it; undefined for what is no YAML. */
export function readGiven<T>(
  { file, text, firstLine = 1 }: YamlText,
  schema: z.ZodType<T>,
  mistakes: Mistakes,
): (Given & { value?: T }) | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' })
  const lineAt = (offset: number) => ({ file, line: lines.linePos(offset).line + firstLine - 1 })
  const at = (...keys: PropertyKey[]) => lineAt(offsetOf(document, keys))
  for (const { pos, message } of document.errors) mistakes.add(lineAt(pos[0]), `This is no YAML: ${message}.`)
  const lost = lostIn(document, text)
  for (const { offset, sentence } of lost) mistakes.add(lineAt(offset), sentence)
  if (document.errors.length > 0) return
  const given: unknown = document.contents === null ? {} : document.toJS()
  const { success, data, error } = schema.safeParse(given)
  if (success) return { ...(lost.length === 0 && { value: data }), given, at }
  for (const issue of error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
    const place = at(...issue.path, ...unknown.slice(0, 1))
    mistakes.add(place, sentenceOf(issue, given))
  }
  return { given, at }
}

interface Lost {
  offset: number
  sentence: string
}

const IN_QUOTES = 'Put the whole value in quotation marks.'

/** What YAML takes out of what somebody typed. @NOTE aliases of aliases make a line of YAML into a million values; none is followed. */
function lostIn(document: Document, text: string): Lost[] {
  const lost: Lost[] = []
  const add = (node: { range?: Range | null }, sentence: string) =>
    lost.push({ offset: node.range?.[0] ?? 0, sentence: `${sentence} ${IN_QUOTES}` })
  visit(document, {
    Alias(_key, alias) {
      lost.push({ offset: alias.range?.[0] ?? 0, sentence: 'Aliases such as “*name” are not read here.' })
      const nothing = new Scalar('')
      nothing.range = alias.range ?? null
      return nothing
    },
    Collection(_key, node) {
      if (node.anchor) add(node, `“&${node.anchor}” is an anchor to YAML and would be lost.`)
      if (node.tag) add(node, `“${tagIn(text, node)}” is a tag to YAML and would be lost.`)
    },
    Scalar(_key, node, path) {
      if (node.anchor) add(node, `“&${node.anchor}” is an anchor to YAML and would be lost.`)
      if (node.tag) add(node, `“${tagIn(text, node)}” is a tag to YAML and would be lost.`)
      const comment = commentAfter(node, text, path.at(-1))
      if (comment) add(node, `“${comment}” is a comment to YAML and would be lost.`)
    },
  })
  return lost
}

/** What follows a number sign behind a value that is not quoted, on its line or set in like more of it. */
function commentAfter({ range, type }: Scalar, text: string, parent: unknown): string | undefined {
  if (!range || type !== 'PLAIN') return
  const [, lineEnd = '', setIn = '', comment] = /^[ \t]*(\n([ \t]*))?(#[^\n]*)/.exec(text.slice(range[1])) ?? []
  const start = isPair(parent) ? startOf(parent.key) : undefined
  const column = start === undefined ? undefined : start - text.lastIndexOf('\n', start - 1) - 1
  return lineEnd === '' || (column !== undefined && setIn.length > column) ? comment?.trim() : undefined
}

function tagIn(text: string, { range, tag }: { range?: Range | null | undefined; tag?: string | undefined }): string {
  const before = range ? text.slice(0, range[0]).split('\n').at(-1)! : ''
  return /(![^\s]*)\s*(?:&\S+\s*)?$/.exec(before)?.[1] ?? `!${tag?.replace(/^.*[!:]/, '') ?? ''}`
}

/** Where the value under the keys begins, or the nearest thing around it that is there. */
function offsetOf({ contents }: Document, keys: readonly PropertyKey[]): number {
  let node: unknown = contents
  let offset = contents?.range?.[0] ?? 0
  for (const key of keys) {
    const next = isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && pair.key.value === key)
      : itemOf(node, key)
    if (!next) break
    offset = startOf(isPair(next) ? next.key : next) ?? offset
    node = isPair(next) ? next.value : next
  }
  return offset
}

function itemOf(node: unknown, key: PropertyKey): unknown {
  return isSeq(node) && typeof key === 'number' ? node.items[key] : undefined
}

function startOf(node: unknown): number | undefined {
  return (node as { range?: Range | null }).range?.[0]
}
