import type { Fact } from './fact.ts'
import type { Found, Reading } from './reading.ts'

/** A number to call, or one that looks like it: its groups count, whatever parts them. */
export function phoneAt({ tokens }: Reading, at: number): Found<Fact[]> | undefined {
  const { is, text, start, end } = tokens[at]!
  if (is !== 'phone') return undefined
  const parts = text.match(/\d+/g)!.map(Number)
  const values = [Number(text.replace(/\D/g, ''))]
  return {
    what: [{ kind: 'phone', start, end, text, values, place: 1, isFirm: true, isWords: false, parts }],
    next: at + 1,
  }
}
