import { sql } from 'kysely'
import { paths } from '../../../addresses/paths.ts'
import type { Writing } from '../../../store/index.ts'
import { readComment } from '../../../text/comment-forms.ts'
import { mentionedIn, withoutMentions } from '../../../text/mentions.ts'
import { type EraseSome, type KnownAs, knownAs, type PersonId } from '../../people/index.ts'
import type { CommentId, Wording } from '../comments/comment.ts'
import { keptById, latestWording, show } from '../comments/comments.ts'
import { commentEdited } from '../events.ts'
import type { DiscussionTables } from '../tables.ts'
import { anyOf, rangeAfter } from './id-ranges.ts'

interface Naming extends Wording {
  id: number
  commentId: CommentId
  number: number
}

/** Takes the name out of whatever others said to the person, in earlier wordings too. */
export const eraseMentions: EraseSome = async (tx, { personId, at }, after) => {
  const known = await knownAs(tx, personId)
  const range = await rangeAfter(tx, 'commentRevision', after)
  const html = anyOf(
    'html',
    known.ids.map((id) => `"${paths.person(id)}"`),
  )
  const revisions = tx.look<DiscussionTables>().selectFrom('commentRevision')
  const naming = revisions.select(['id', 'commentId', 'number', 'words', 'html', 'plain'])
  const within = naming.where('id', '>', after).where('id', '<=', range.upTo).where(html)
  for (const one of await within.orderBy('id').execute()) await unname(tx, one as Naming, known, at)
  return range.next
}

/** Forgets whom comments mention. */
export const eraseMentioned: EraseSome = async (tx, { personId }) => {
  const { ids } = await knownAs(tx, personId)
  await tx.change<DiscussionTables>().deleteFrom('mention').where('personId', 'in', ids).execute()
  return undefined
}

async function unname(tx: Writing, { id, commentId, number, ...wording }: Naming, known: KnownAs, at: number) {
  const words = withoutMentions(wording.words, known.isNamed)
  const others = [...mentionedIn(wording.html)].filter(([, person]) => !known.ids.includes(person as PersonId))
  const forms = readComment(words).forms(new Map(others))
  const revision = tx
    .change<DiscussionTables>()
    .updateTable('commentRevision')
    .set({ words, ...forms })
  await revision.where('id', '=', id).execute()
  await unnameQuoted(tx, commentId, known)
  const comment = await keptById(tx, commentId)
  if (comment?.state !== 'stands' || (await latestWording(tx, commentId))?.number !== number) return
  await show(tx, commentId, forms)
  tx.note(commentEdited, { about: commentId, articleId: comment.articleId, at })
}

/** What others quoted of it stands in it still. */
async function unnameQuoted(tx: Writing, commentId: CommentId, { isNamed }: KnownAs) {
  for (const table of ['quotation', 'formerQuotation'] as const) {
    const quotations = tx.look<DiscussionTables>().selectFrom(table).select(['id', 'words'])
    const naming = quotations.where('ofCommentId', '=', commentId).where(sql<boolean>`"words" like '%@%'`)
    for (const { id, words } of await naming.execute()) {
      const row = tx.change<DiscussionTables>().updateTable(table).where('id', '=', id)
      await row.set({ words: withoutMentions(words, isNamed) }).execute()
    }
  }
}
