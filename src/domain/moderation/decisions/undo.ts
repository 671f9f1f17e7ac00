import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { placeOf } from '../../articles/index.ts'
import { type Member, mustMay, WHOLE } from '../../people/index.ts'
import { restrain } from '../admission/policy.ts'
import { reopen } from '../cases/gathering.ts'
import { handleCases, mustReachAll, placeOfComment, sanctionPeople } from '../policy.ts'
import type { ModerationTables } from '../tables.ts'
import { keptLocked } from './decide.ts'
import { undoAboutDiscussion } from './decide-discussion.ts'
import { undoAboutPerson } from './decide-person.ts'
import { type CommentDecision, type Decision, type DecisionId, PERSON_DECISIONS, UNDO_MS } from './decision.ts'
import { decidedComments, decidedPlaces, decisionById, latestAbout } from './decisions.ts'
import { EFFECTS } from './effects.ts'
import { decisionUndone } from './events.ts'
import { undoMany } from './many.ts'

export interface Undoing {
  id: DecisionId
  by: Member
  at: number
}

/** Takes a decision back as if it had never been, while nobody has been told of it. Throws Trouble where it is too late, or something else was decided since. */
export async function undo(tx: Writing, { id, by, at }: Undoing): Promise<Decision> {
  const made = await decisionById(tx, id)
  if (!made) throw new Trouble('missing', 'decision.missing')
  if (isAboutPerson(made)) return undoPersons(tx, { id, by, at })
  if (isAboutMany(made)) return undoAct(tx, { id, by, at })
  if (made.comments === 0) return undoDiscussions(tx, { id, by, at })
  const [decided] = await decidedComments(tx, id)
  const comment = await keptLocked(tx, decided!.commentId)
  const effect = EFFECTS[made.kind as CommentDecision]
  mustMay(effect.right, by, await placeOfComment(tx, comment))
  const undone = await markUndone(tx, { id, by, at })
  if ((await latestAbout(tx, comment.id)) > id) throw new Trouble('conflict', 'decision.superseded')
  await effect.undo(tx, comment, { byId: by.id, at, before: decided!.before })
  await reopen(tx, comment, id)
  tx.note(decisionUndone, { about: id, at })
  return undone
}

function isAboutPerson({ kind, personId }: Decision): boolean {
  return personId !== null || PERSON_DECISIONS.some((one) => one === kind)
}

/** @NOTE a decision about one comment names its discussion. */
function isAboutMany({ articleId }: Decision): boolean {
  return articleId === null
}

async function undoAct(tx: Writing, { id, by, at }: Undoing): Promise<Decision> {
  await mustReachAll(tx, handleCases, by, await decidedPlaces(tx, id))
  const undone = await markUndone(tx, { id, by, at })
  await undoMany(tx, id)
  tx.note(decisionUndone, { about: id, at })
  return undone
}

async function undoDiscussions(tx: Writing, { id, by, at }: Undoing): Promise<Decision> {
  const undone = await markUndone(tx, { id, by, at })
  mustMay(restrain, by, await placeOf(tx, undone.articleId!))
  await undoAboutDiscussion(tx, undone, { by, at })
  tx.note(decisionUndone, { about: id, at })
  return undone
}

async function undoPersons(tx: Writing, { id, by, at }: Undoing): Promise<Decision> {
  mustMay(sanctionPeople, by, WHOLE)
  const undone = await markUndone(tx, { id, by, at })
  await tx.inTurn(`sanctions of ${undone.personId}`)
  await undoAboutPerson(tx, undone, at)
  tx.note(decisionUndone, { about: id, at })
  return undone
}

async function markUndone(tx: Writing, { id, by, at }: Undoing): Promise<Decision> {
  const decision = tx.change<ModerationTables>().updateTable('decision').set({ undoneAt: at, undoneById: by.id })
  const open = decision.where('id', '=', id).where('undoneAt', 'is', null).where('settledAt', 'is', null)
  const undone = await open
    .where('at', '>=', at - UNDO_MS)
    .returningAll()
    .executeTakeFirst()
  if (!undone) throw new Trouble('conflict', 'decision.too-late', { seconds: UNDO_MS / 1_000 })
  return undone
}
