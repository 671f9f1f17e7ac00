import { type Kysely, type RawBuilder, sql } from 'kysely'
import { padded, prepared, type Reading } from '../../../store/index.ts'
import type { PersonId, PersonTables } from '../../people/index.ts'
import type { CommentId } from '../comments/comment.ts'
import { stands } from '../comments/stands.ts'

/** One of those who quote a comment, as its row keeps them: the number and the label of what they wrote, and who they are. */
interface KeptQuoter {
  commentId: CommentId
  label: string
  authorId: PersonId | null
}

export interface Quoter {
  commentId: CommentId
  label: string
  name: string | null
}

/** How many of those who quote a comment its row keeps, and an entry names. */
export const FIRST_QUOTERS = 3

/** Past this many a comment says only how often it was quoted, and its own page names them. */
const NAMED_QUOTERS = 12

const NOBODY = 0

/** As a comment's row keeps the first who quote it, oldest first: `12 1.3 55,15 2 7`, numbers, labels and authors. */
export function keptAs(quoters: readonly KeptQuoter[]): string {
  return quoters.map(({ commentId, label, authorId }) => `${commentId} ${label} ${authorId ?? NOBODY}`).join(',')
}

/** The same out of the quotations themselves, for a row of `comment`; those who have been removed are passed over. */
export function firstQuotersOf(comment: 'comment' | 'c'): RawBuilder<string> {
  return sql<string>`coalesce((
    select string_agg(quoter."id" || ' ' || quoter."label" || ' ' || coalesce(quoter."authorId", ${NOBODY}), ',' order by quoter."id")
    from (
      select distinct "quotation"."commentId" from "quotation"
      inner join "comment" as standing on standing."id" = "quotation"."commentId" and ${stands('standing')}
      where "quotation"."ofCommentId" = ${sql.ref(`${comment}.id`)}
      order by "quotation"."commentId" limit ${FIRST_QUOTERS}
    ) as "first" inner join "comment" as quoter on quoter."id" = "first"."commentId"), '')`
}

/** Whom each of these rows names as having quoted it, by its number. */
export async function quotersNamed(
  db: Reading,
  rows: readonly { id: CommentId; quotedBy: number; quoters: string }[],
): Promise<Map<CommentId, Quoter[]>> {
  const quoted = rows.filter(({ quotedBy }) => quotedBy > 0 && quotedBy <= NAMED_QUOTERS)
  const kept = quoted.map(({ id, quoters }) => [id, quotersIn(quoters)] as const)
  const names = await namesOf(db, new Set(kept.flatMap(([, quoters]) => quoters.flatMap((one) => one.authorId ?? []))))
  const named = ({ commentId, label, authorId }: KeptQuoter): Quoter => ({
    commentId,
    label,
    name: (authorId && names.get(authorId)) ?? null,
  })
  return new Map(kept.map(([id, quoters]) => [id, quoters.map(named)]))
}

function quotersIn(kept: string): KeptQuoter[] {
  if (kept === '') return []
  return kept.split(',').map((one) => {
    const [commentId, label, authorId] = one.split(' ') as [string, string, string]
    return { commentId: Number(commentId) as CommentId, label, authorId: (Number(authorId) || null) as PersonId | null }
  })
}

async function namesOf(db: Reading, ids: ReadonlySet<PersonId>): Promise<Map<PersonId, string>> {
  const people = ids.size === 0 ? [] : await withIds(db, { ids: padded([...ids]) })
  return new Map(people.map(({ id, name }) => [id, name]))
}

const withIds = prepared((db: Pick<Kysely<PersonTables>, 'selectFrom'>, { ids }: { ids: PersonId[] }) =>
  db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids),
)
