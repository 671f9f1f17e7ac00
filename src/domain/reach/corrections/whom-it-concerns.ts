import type { Reading } from '../../../store/index.ts'
import { folded } from '../../../text/fold.ts'
import type { ArticleId, EditionId } from '../../articles/index.ts'
import { type DiscussionTables, ROOT, stands } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'
import { articlesCitingClaim } from '../../sources/early.ts'
import type { ClaimId } from '../../sources/index.ts'

/** Whom a correction concerns: those who follow the article, wrote beneath it, quoted what was wrong, or follow an article that cites it. */
export const PHASES = ['followers', 'commenters', 'quoters', 'followers-elsewhere'] as const
export type Phase = (typeof PHASES)[number]

/** Some of them, and after which number there may be more. */
interface Some {
  people: PersonId[]
  last: number | undefined
}

/** What was corrected, and where. */
export interface Corrected {
  articleId: ArticleId
  editions: readonly { editionId: EditionId; wrong: string; claimId: ClaimId | null }[]
}

export const AT_ONCE = 500

/** The next of those whom it concerns, a bounded number of rows however many there are. */
export const CONCERNED: Record<Phase, (db: Reading, corrected: Corrected, after: number) => Promise<Some>> = {
  followers: (db, { articleId }, after) => followersOf(db, [articleId], after),

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

  async 'followers-elsewhere'(db, { editions: [first] }, after) {
    const claimId = first?.claimId ?? null
    const citing = claimId === null ? [] : await articlesCitingClaim(db, claimId, MOST_CITING)
    return followersOf(db, citing, after)
  },
}

/** Articles beyond these are not looked at. */
const MOST_CITING = 100

async function followersOf(db: Reading, articleIds: readonly ArticleId[], after: number): Promise<Some> {
  if (articleIds.length === 0) return { people: [], last: undefined }
  const rows = await db
    .look<DiscussionTables>()
    .selectFrom('follow')
    .select('personId')
    .distinct()
    .where('articleId', 'in', articleIds)
    .where('rootId', '=', ROOT)
    .where('personId', '>', after as PersonId)
    .orderBy('personId')
    .limit(AT_ONCE)
    .execute()
  const people = rows.map(({ personId }) => personId)
  return { people, last: lastOf(people) }
}

/** Whether one stands within the other, whatever the white space. */
function overlap(quoted: string, wrong: string): boolean {
  const [one, other] = [folded(quoted), folded(wrong)]
  return one.includes(other) || other.includes(one)
}

function lastOf(numbers: readonly number[]): number | undefined {
  return numbers.length < AT_ONCE ? undefined : numbers.at(-1)
}
