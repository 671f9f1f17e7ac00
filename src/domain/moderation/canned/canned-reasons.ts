import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { wordsFrom } from '../../../text/words.ts'
import { record } from '../../audit/index.ts'
import { type Member, mustMay } from '../../people/index.ts'
import { setAdmission } from '../admission/policy.ts'
import type { ModerationTables } from '../tables.ts'
import { reasonAdded, reasonTaken } from './acts.ts'
import { type CannedReason, type CannedReasonId, LONGEST_REASON, LONGEST_TITLE, MOST_REASONS } from './canned-reason.ts'

/** All that stand ready, those of one language first. */
export async function cannedReasons(db: Reading, language: string | null): Promise<CannedReason[]> {
  const reasons = db.look<ModerationTables>().selectFrom('cannedReason').selectAll()
  const rows = await reasons.orderBy('language').orderBy('title').orderBy('id').limit(MOST_REASONS).execute()
  return [...rows.filter((one) => one.language === language), ...rows.filter((one) => one.language !== language)]
}

interface Keeping {
  by: Member
  at: number
}

/** Has another reason stand ready. Throws Trouble where it says nothing, is too long, or there would be too many. */
export async function addCannedReason(
  tx: Writing,
  { language, by, at, ...typed }: Keeping & Omit<CannedReason, 'id'>,
): Promise<void> {
  mustMay(setAdmission, by, undefined)
  const [title, words] = [wordsFrom(typed.title.trim(), LONGEST_TITLE), wordsFrom(typed.words.trim(), LONGEST_REASON)]
  await tx.inTurn('canned reasons')
  const before = await cannedReasons(tx, null)
  if (before.length >= MOST_REASONS) throw new Trouble('invalid', 'reason.too-many', { limit: MOST_REASONS })
  await tx.change<ModerationTables>().insertInto('cannedReason').values({ language, title, words }).execute()
  await record(tx, reasonAdded, { byId: by.id, after: { reason: title, language }, at })
}

/** Takes one away; throws Trouble where there is none of this number. */
export async function takeCannedReason(tx: Writing, id: CannedReasonId, { by, at }: Keeping): Promise<void> {
  mustMay(setAdmission, by, undefined)
  const taken = tx.change<ModerationTables>().deleteFrom('cannedReason').where('id', '=', id).returningAll()
  const one = await taken.executeTakeFirst()
  if (!one) throw new Trouble('missing', 'reason.missing')
  await record(tx, reasonTaken, { byId: by.id, before: { reason: one.title, language: one.language }, at })
}

/** What is told of a decision: the reason that was chosen, and what was added to it. */
export async function noteWith(db: Reading, canned: CannedReasonId | undefined, note: string): Promise<string> {
  if (!canned) return note
  const reasons = db.look<ModerationTables>().selectFrom('cannedReason').select('words').where('id', '=', canned)
  const chosen = await reasons.executeTakeFirst()
  return [chosen?.words ?? '', note.trim()].filter((words) => words !== '').join('\n\n')
}
