import type { Entry, JournalReader, Reading, Step, Writing } from '../../../store/index.ts'
import { publicationOf } from '../../articles/index.ts'
import type { DiscussionTables } from '../../discussion/index.ts'
import type { Decision, DecisionId } from '../decisions/decision.ts'
import { decidedComments, decisionById } from '../decisions/decisions.ts'
import { decisionSettled } from '../decisions/events.ts'
import type { Rule } from '../rule.ts'
import { rulesIn } from '../rules.ts'
import { type Commitment, commitmentsOf, joined } from './commitments.ts'
import { logGrown } from './events.ts'
import { addEntry, headOf, keepHead, lastEntry, loggedAs } from './log-entries.ts'
import { BEGINNING, entryFrom, type LogEntry, type Logged } from './log-entry.ts'
import { isWellSigned, type LogKey } from './log-head.ts'

/** About so many comments are committed to in one step. */
const MOST_COMMENTS = 1_000

interface ToLog {
  decisionId: DecisionId
  said: Omit<Logged, 'n' | 'takesBack'>
  takesBackId: DecisionId | null
  commitments: Commitment[]
}

/**
 * Writes what was decided into the moderation log, and signs how it ends. @NOTE it follows the journal, for a chain is written by one
 * at a time, and no moderator shall wait for another's decision; the cursor, which moves with it, has each decision in it once.
 */
export function createLogReader(key: LogKey): JournalReader {
  return {
    name: CHAIN,
    kinds: [decisionSettled],
    async step(db, { entries }): Promise<Step> {
      const { some, last } = await nextOf(db, entries)
      const act = async (tx: Writing) => {
        await tx.inTurn(CHAIN)
        let [before, at] = [await lastEntry(tx), 0]
        for (const one of some) {
          before = await log(tx, one, before)
          at = Math.max(at, one.said.at)
        }
        if (!before || some.length === 0) return
        await keepHead(tx, key.sign({ n: before.n, hash: before.hash, at }))
        tx.note(logGrown, { about: before.n, at })
      }
      return last === entries.at(-1) ? { act } : { act, to: { seq: last!.seq, state: null } }
    },
  }
}

async function nextOf(db: Reading, entries: readonly Entry[]): Promise<{ some: ToLog[]; last: Entry | undefined }> {
  const { defaultLanguage } = await publicationOf(db)
  const rules = await rulesIn(db, defaultLanguage)
  const some: ToLog[] = []
  let [comments, last] = [0, undefined as Entry | undefined]
  for (const entry of entries) {
    if (comments >= MOST_COMMENTS) break
    last = entry
    const decision = await decisionById(db, entry.about as DecisionId)
    if (!decision) continue
    some.push(await toLog(db, decision, rules))
    comments += decision.comments
  }
  return { some, last }
}

async function toLog(db: Reading, decision: Decision, rules: readonly Rule[]): Promise<ToLog> {
  const { id: decisionId, kind, at, byRole: by, foundBy: found, law, comments, until, takesBackId } = decision
  const commitments = await commitmentsOf(db, decisionId)
  const rule = rules.find(({ id }) => id === decision.ruleId)
  const said = {
    ...{ at, kind, by, found, law, comments, until },
    automated: decision.automated === 1,
    rule: rule ? { number: rule.number, title: rule.title } : null,
    ...(await placeOf(db, decision)),
    words: joined(commitments.map(({ hash }) => hash)),
  }
  return { decisionId, said, takesBackId, commitments }
}

/** @NOTE nobody shall learn by the log of a comment that was never seen, nor of a person. */
async function placeOf(db: Reading, { id, comments, articleId: article }: Decision) {
  if (comments !== 1) return { article, comment: null }
  const [decided] = await decidedComments(db, id, { limit: 1 })
  const seen = db.look<DiscussionTables>().selectFrom('comment').select('id').where('ordinal', 'is not', null)
  const comment = decided && (await seen.where('id', '=', decided.commentId).executeTakeFirst())
  return comment ? { article: decided.articleId, comment: comment.id } : { article: null, comment: null }
}

async function log(tx: Writing, { decisionId, said, takesBackId, commitments }: ToLog, before?: LogEntry) {
  const n = (before?.n ?? 0) + 1
  const takesBack = takesBackId === null ? null : ((await loggedAs(tx, takesBackId)) ?? null)
  const entry = entryFrom(decisionId, { n, ...said, takesBack }, before?.hash ?? BEGINNING)
  await addEntry(tx, entry, commitments)
  return entry
}

/** Signs the end of the log with the key of the present secret, where that of the former one has signed it, and no other. */
export async function signAnew(tx: Writing, key: LogKey, former: LogKey | undefined): Promise<void> {
  await tx.inTurn(CHAIN)
  const head = await headOf(tx)
  if (head && former && head.key === former.publicKey && isWellSigned(head)) await keepHead(tx, key.sign(head))
}

/** It grows and is signed by one at a time. */
const CHAIN = 'moderation log'
