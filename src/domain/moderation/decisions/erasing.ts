import type { EraseSome } from '../../people/index.ts'
import type { ModerationTables } from '../tables.ts'
import type { DecisionId } from './decision.ts'

const AT_ONCE = 500

/** Keeps that something was decided about somebody or one comment of theirs, and not what was said of them then. */
export const eraseNotes: EraseSome = async (tx, { personId }, after) => {
  const tables = tx.look<ModerationTables>()
  const theirs = tables.selectFrom('decisionComment').select('decisionId').where('personId', '=', personId)
  const decisions = tables
    .selectFrom('decision')
    .select('id')
    .where('id', '>', after as DecisionId)
  const aboutThem = decisions.where((e) =>
    e.or([e('personId', '=', personId), e.and([e('comments', '=', 1), e('id', 'in', theirs)])]),
  )
  const ids = (await aboutThem.orderBy('id').limit(AT_ONCE).execute()).map(({ id }) => id)
  if (ids.length === 0) return
  const rows = tx.change<ModerationTables>().updateTable('decision').set({ note: '', staffNote: '' })
  await rows.where('id', 'in', ids).execute()
  return ids.length === AT_ONCE ? ids.at(-1) : undefined
}
