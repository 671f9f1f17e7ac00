import { setImmediate } from 'node:timers/promises'
import type { Reading } from '../../store/index.ts'
import { type Span, spansOf } from '../../text/spans.ts'
import type { CommentId } from '../discussion/index.ts'
import type { Engine } from './engine.ts'
import { nextIdRange } from './id-range.ts'
import { type MatchRow, matches } from './matches.ts'
import type { Question } from './question.ts'

/** A comment that answers a question, with the places of the words that were looked for. */
export type Found = MatchRow & { spans: readonly Span[] }

export interface Findings {
  found: Found[]
  /** The number below which there may be more, also where the page is not full; null at the end. */
  older: CommentId | null
}

/** So many ranges are looked through for one page. */
const STRETCHES = 40

/**
 * Comments that answer a question, newest first by number. The index names candidates; what stands now decides.
 * Others have their turn after each range, so it wants no snapshot that would be held meanwhile.
 */
export async function find(db: Reading, engine: Engine, question: Question, limit: number): Promise<Findings> {
  if (question.wanted?.length === 0) return { found: [], older: null }
  const found: Found[] = []
  let { before } = question
  for (let ranges = 0; ranges < STRETCHES; ranges++) {
    if (ranges > 0) await setImmediate()
    const range = await nextIdRange(db, { ...question, before })
    if (!range) return { found, older: null }
    const rows = await matches(db, engine, question, range, limit + 1)
    found.push(...rows.flatMap((row) => answering(row, question)))
    if (found.length > limit) return { found: found.slice(0, limit), older: found[limit - 1]!.id }
    before = rows.length > limit ? rows.at(-1)!.id : range.from
  }
  return { found, older: before! }
}

/** Words may have been changed or removed since the index read them. */
function answering(row: MatchRow, { wanted }: Question): Found[] {
  if (!wanted) return [{ ...row, spans: [] }]
  const spans = spansOf(row.plain, row.language, wanted)
  return spans ? [{ ...row, spans }] : []
}
