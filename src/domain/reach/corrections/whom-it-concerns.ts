import type { Reading } from '../../../store/index.ts'
import { folded } from '../../../text/fold.ts'
import type { ArticleId, EditionId } from '../../articles/index.ts'
import { type DiscussionTables, ROOT, stands } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'

/** Whom a correction concerns: those who follow the article, then those who wrote beneath it, then those who quoted what was wrong. */
export const PHASES = ['followers', 'commenters', 'quoters'] as const
export type Phase = (typeof PHASES)[number]

/** Some of them, and after which number there may be more. */
interface Some {
  people: PersonId[]
  last: number | undefined
}

/** What was corrected, and where. */
export interface Corrected {
  articleId: ArticleId
  editions: readonly { editionId: EditionId; wrong: string }[]
}

export const AT_ONCE = 500

/** The next of those whom it concerns, a bounded number of rows however many there are. */
export const CONCERNED: Record<Phase, (db: Reading, corrected: Corrected, after: number) => Promise<Some>> = {
  async followers(db, { articleId }, after) {
    const rows = await db
      .look<DiscussionTables>()
      .selectFrom('follow')
      .select('personId')
      .where('articleId', '=', articleId)
      .where('rootId', '=', ROOT)
      .where('personId', '>', after as PersonId)
      .orderBy('personId')
      .limit(AT_ONCE)
      .execute()
    return { people: rows.map(({ personId }) => personId), last: lastOf(rows.map(({ personId }) => personId)) }
  },

  async commenters(db, { articleId }, after) {
    const rows = await db
      .look<DiscussionTables>()
      .selectFrom('comment')
      .select(['id', 'authorId'])
      .where('articleId', '=', articleId)
      .where('id', '>', after as never)
      .where(stands('comment'))
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    return { people: rows.flatMap(({ authorId }) => authorId ?? []), last: lastOf(rows.map(({ id }) => id)) }
  },

  async quoters(db, { editions }, after) {
    if (editions.length === 0) return { people: [], last: undefined }
    const rows = await db
      .look<DiscussionTables>()
      .selectFrom('quotation')
      .innerJoin('comment', 'comment.id', 'quotation.commentId')
      .select(['quotation.id', 'quotation.ofEditionId', 'quotation.words', 'comment.authorId'])
      .where(
        'quotation.ofEditionId',
        'in',
        editions.map(({ editionId }) => editionId),
      )
      .where('quotation.id', '>', after)
      .where(stands('comment'))
      .orderBy('quotation.id')
      .limit(AT_ONCE)
      .execute()
    const quoted = rows.filter(({ ofEditionId, words }) =>
      editions.some(({ editionId, wrong }) => editionId === ofEditionId && overlap(words, wrong)),
    )
    return { people: quoted.flatMap(({ authorId }) => authorId ?? []), last: lastOf(rows.map(({ id }) => id)) }
  },
}

/** Whether one stands within the other, whatever the white space. */
function overlap(quoted: string, wrong: string): boolean {
  const [one, other] = [folded(quoted), folded(wrong)]
  return one.includes(other) || other.includes(one)
}

function lastOf(numbers: readonly number[]): number | undefined {
  return numbers.length < AT_ONCE ? undefined : numbers.at(-1)
}
