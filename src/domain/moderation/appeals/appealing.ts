import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { wordsFrom } from '../../../text/words.ts'
import type { Person } from '../../people/index.ts'
import { decisionById } from '../decisions/decisions.ts'
import { OBJECTED_WITHIN_MS, type StatementId } from '../statements/statement.ts'
import { statementById } from '../statements/statements.ts'
import { mayObject } from '../statements/told.ts'
import { type AppealId, LONGEST_APPEAL } from './appeal.ts'
import { addAppeal } from './appeals.ts'
import { appealMade } from './events.ts'

export interface Appealing {
  statementId: StatementId
  by: Person
  words: string
  at: number
}

/** Somebody objects to a decision of which they were told, once and in time; throws Trouble otherwise. */
export async function appeal(tx: Writing, { statementId, by, words: typed, at }: Appealing): Promise<AppealId> {
  const statement = await statementById(tx, statementId)
  if (statement?.personId !== by.id) throw new Trouble('missing', 'statement.missing')
  const decision = await decisionById(tx, statement.decisionId)
  if (!decision || !mayObject({ statement, decision })) throw new Trouble('conflict', 'appeal.nothing')
  if (at > statement.at + OBJECTED_WITHIN_MS) throw new Trouble('gone', 'appeal.too-late')
  const words = wordsFrom(typed, LONGEST_APPEAL)
  const id = await addAppeal(tx, { statementId, decisionId: decision.id, personId: by.id, words, at })
  if (!id) throw new Trouble('conflict', 'appeal.already')
  tx.note(appealMade, { about: id, at })
  return id
}
