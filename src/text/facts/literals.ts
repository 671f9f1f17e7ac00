import { addressLength } from '../bare-address.ts'

export type LiteralKind = 'link' | 'mail' | 'handle' | 'tag' | 'code'

/** What must stand in every language letter by letter. */
export interface Literal {
  kind: LiteralKind
  start: number
  end: number
  text: string
}

const CODE = /(?<!`)(`{1,4})(?!`)([^`]{1,500}?)\1(?!`)/g
const SCHEME = /\b(?:https?|ftp):/gi
const BARE_HOST = /(?<![\w@./-])www\.[\w-]+(?:\.[\w-]+)+(?:\/[^\s<>"'»”)]*)?/gi
/** Where a link of Markdown leads that is no whole address. */
const TARGET = /\]\((\/[^\s()]*|mailto:[^\s()]*)/g
const MAIL = /[A-Za-z\d._%+-]{1,64}@[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63})+/g
const HANDLE =
  /(?<![\p{L}\p{N}_@./])@(?:[A-Za-z\d_][A-Za-z\d_.-]*|[\p{L}\p{N}_][\p{L}\p{N}_.-]*)(?:@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)?/gu
const TAG = /(?<![\p{L}\p{N}_&/])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu
/** A mark of letters and digits by turns, such as the number of a document. */
const MARK = /(?<![\p{L}\p{N}-])(?=[A-Z\d-]*[A-Z]\d)(?=(?:[A-Z-]*\d){4})[A-Z\d]+(?:-[A-Z\d]+)*(?![\p{L}\p{N}])/gu
const LAST_OF_SENTENCE = /[.-]+$/

/** Links, addresses, handles, tags and code, in their order; what stands in one is not looked at again. */
export function literalsIn(text: string): Literal[] {
  if (!/[`@#:]|www\.|\]\(|[A-Z]-?\d/i.test(text)) return []
  let rest = text
  const found: Literal[] = []
  const take = (kind: LiteralKind, start: number, length: number) => {
    if (length <= 0) return
    found.push({ kind, start, end: start + length, text: text.slice(start, start + length) })
    rest = rest.slice(0, start) + ' '.repeat(length) + rest.slice(start + length)
  }
  for (const { 0: whole, index } of text.matchAll(CODE)) take('code', index, whole.length)
  for (const { 0: scheme, index } of [...rest.matchAll(SCHEME)]) {
    const length = addressLength(rest, index + scheme.length)
    take('link', index, length && scheme.length + length)
  }
  for (const { 1: target, index } of [...rest.matchAll(TARGET)]) take('link', index + 2, target!.length)
  const others: [LiteralKind, RegExp][] = [
    ['link', BARE_HOST],
    ['mail', MAIL],
    ['handle', HANDLE],
    ['tag', TAG],
    ['code', MARK],
  ]
  for (const [kind, pattern] of others)
    for (const { 0: whole, index } of [...rest.matchAll(pattern)])
      take(kind, index, whole.replace(LAST_OF_SENTENCE, '').length)
  return found.toSorted((a, b) => a.start - b.start)
}

/** The text with white space where these stand, every other letter in its place. */
export function withoutLiterals(text: string, literals: readonly Literal[]): string {
  let [kept, end] = ['', 0]
  for (const literal of literals) {
    kept += text.slice(end, literal.start) + ' '.repeat(literal.end - literal.start)
    end = literal.end
  }
  return kept + text.slice(end)
}
