import { Trouble } from '../../kit/trouble.ts'
import type { Writing } from '../../store/index.ts'
import { wordsFrom } from '../../text/words.ts'
import {
  type Comment,
  type CommentId,
  commentById,
  type NewRemoval,
  removalInForce,
  remove,
  restore,
  standing,
  takeBackOwn,
} from '../discussion/index.ts'
import { type Member, mustMay } from '../people/index.ts'
import { placeOfComment, removeComments, restoreComments } from './policy.ts'
import type { RuleId } from './rule.ts'
import { isRule } from './rules.ts'

/** The most characters (code points) in which a moderator says why. */
const LONGEST_NOTE = 1_000

export interface Removing {
  id: CommentId
  by: Member
  at: number
}

export interface RemovingByRule extends Removing {
  ruleId: RuleId | undefined
  note: string
}

/** An author takes back their own comment, at any time. */
export async function removeOwn(tx: Writing, { id, by, at }: Removing): Promise<void> {
  const comment = await standing(tx, id)
  mustMay(takeBackOwn, by, comment)
  await removeOnce(tx, comment, { byId: by.id, cause: 'author', ruleId: null, at }, at)
}

/** A moderator removes a comment by one of the publication's rules. */
export async function removeByRule(tx: Writing, { id, by, ruleId, note, at }: RemovingByRule): Promise<void> {
  const comment = await standing(tx, id)
  mustMay(removeComments, by, await placeOfComment(tx, comment))
  if (!ruleId || !(await isRule(tx, ruleId))) throw new Trouble('invalid', 'rule.missing')
  const removal = { byId: by.id, cause: 'moderators', ruleId, note: noteFrom(note), at } as const
  await removeOnce(tx, comment, removal, at)
}

/** A moderator takes a removal back. What an author took back stays with the author. */
export async function restoreRemoved(tx: Writing, { id, by, note, at }: Removing & { note: string }): Promise<void> {
  const why = noteFrom(note)
  const comment = await commentById(tx, id)
  if (!comment) throw new Trouble('missing', 'comment.missing')
  mustMay(restoreComments, by, await placeOfComment(tx, comment))
  const removal = await removalInForce(tx, id)
  if (!removal) throw new Trouble('conflict', 'removal.none')
  if (removal.cause === 'unknown') throw new Trouble('conflict', 'removal.words-unknown')
  if (removal.cause === 'author') throw new Trouble('forbidden', 'removal.by-author')
  await restore(tx, comment, { byId: by.id, note: why, at })
}

/** Another process may have removed it in the same moment. */
async function removeOnce(tx: Writing, comment: Comment, removal: NewRemoval, at: number) {
  if (!(await remove(tx, comment, removal, at))) throw new Trouble('gone', 'comment.removed')
}

function noteFrom(typed: string): string {
  return typed.trim() === '' ? '' : wordsFrom(typed, LONGEST_NOTE)
}
