import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Range, visit } from 'yaml'
import type { z } from 'zod'
import type { MistakePlace, Mistakes } from './mistakes.ts'
import { sentenceOf } from './zod-sentences.ts'

export interface YamlText {
  file: string
  text: string
  /** The line of the file on which the text begins; 1 unless it stands inside. */
  firstLine?: number
}

/** What a YAML text says, and where it says it. */
export interface Located<T> {
  value: T
  at(...keys: PropertyKey[]): MistakePlace
}

/** Reads YAML as a schema wants it; what is wrong goes to the mistakes, each with its line. */
export function readYaml<T>(
  { file, text, firstLine = 1 }: YamlText,
  schema: z.ZodType<T>,
  mistakes: Mistakes,
): Located<T> | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => ({ file, line: lines.linePos(offset).line + firstLine - 1 })
  const at = (...keys: PropertyKey[]) => lineAt(offsetOf(document, keys))
  for (const { pos, message } of document.errors) mistakes.add(lineAt(pos[0]), `This is no YAML: ${message}.`)
  const alias = firstAlias(document)
  if (alias !== undefined) mistakes.add(lineAt(alias), 'Aliases such as “*name” are not read here.')
  if (document.errors.length > 0 || alias !== undefined) return
  const given: unknown = document.toJS()
  const { success, data, error } = schema.safeParse(given)
  if (success) return { value: data, at }
  for (const issue of error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
    const place = at(...issue.path, ...unknown.slice(0, 1))
    mistakes.add(place, sentenceOf(issue, given))
  }
}

/** @NOTE aliases of aliases make a line of YAML into a million values; nobody needs any here. */
function firstAlias(document: Document): number | undefined {
  let offset: number | undefined
  visit(document, {
    Alias(_key, alias) {
      offset = alias.range?.[0]
      return visit.BREAK
    },
  })
  return offset
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
