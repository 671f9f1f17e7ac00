import type { Reading, Writing } from '../../../store/index.ts'
import { nameKey, type PersonId, peopleWithKeys } from '../../people/index.ts'
import type { DiscussionTables } from '../tables.ts'
import type { CommentId } from './comment.ts'
import { type Draft, draftFrom, readDraft } from './draft.ts'

const AT_ONCE = 500

/** What somebody typed, made ready before the transaction, its mentions resolved to those who bear the names now. */
export async function draftWithMentions(db: Reading, typed: string): Promise<Draft> {
  const draft = readDraft(typed)
  return draftFrom(draft, await peopleNamed(db, draft.read.names))
}

/** Who bears these names, by the name as it was written. */
export async function peopleNamed(db: Reading, written: readonly string[]): Promise<Map<string, PersonId>> {
  const names = [...new Set(written)]
  const people = new Map<string, PersonId>()
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const keys = names.slice(at, at + AT_ONCE).map(nameKey)
    for (const person of await peopleWithKeys(db, keys)) people.set(person.nameKey, person.id)
  }
  const found = names.map((name) => [name, people.get(nameKey(name))] as const)
  return new Map(found.filter((pair): pair is [string, PersonId] => pair[1] !== undefined))
}

/** Keeps whom a comment mentions, in place of whom it mentioned before. */
export async function saveMentions(tx: Writing, commentId: CommentId, people: readonly PersonId[]): Promise<void> {
  await tx.change<DiscussionTables>().deleteFrom('mention').where('commentId', '=', commentId).execute()
  await addMentions(tx, commentId, people)
}

/** Keeps whom a new comment mentions. */
export async function addMentions(tx: Writing, commentId: CommentId, people: readonly PersonId[]): Promise<void> {
  const rows = people.map((personId) => ({ commentId, personId }))
  if (rows.length > 0) await tx.change<DiscussionTables>().insertInto('mention').values(rows).execute()
}
