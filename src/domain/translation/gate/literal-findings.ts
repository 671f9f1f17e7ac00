import type { Literal } from '../../../text/facts/index.ts'
import type { Finding } from './finding.ts'

/** Links, handles and code must be the same letter by letter, each as often; one in place of another was altered. */
export function literalFindings(originals: readonly Literal[], editions: readonly Literal[]): Finding[] {
  const [missing, added] = [without(originals, editions), without(editions, originals)]
  return missing
    .map((original): Finding => {
      const at = added.findIndex(({ kind }) => kind === original.kind)
      const [edition] = at < 0 ? [] : added.splice(at, 1)
      return {
        kind: original.kind,
        outcome: edition ? 'altered' : 'missing',
        original: stated(original),
        edition: edition ? stated(edition) : null,
      }
    })
    .concat(
      added.map(
        (edition): Finding => ({ kind: edition.kind, outcome: 'added', original: null, edition: stated(edition) }),
      ),
    )
}

function without(some: readonly Literal[], others: readonly Literal[]): Literal[] {
  const left = others.map(({ text }) => text)
  return some.filter(({ text }) => {
    const at = left.indexOf(text)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function stated({ text, start, end }: Literal) {
  return { text, start, end }
}
