import type { Kysely } from 'kysely'
import { stableJson } from '../../kit/json.ts'
import { prepared, type Reading, type Writing } from '../../store/index.ts'
import type { PersonId, PersonTables } from '../people/index.ts'
import type { ArticleId } from './article.ts'
import type { BylineDraft, BylineId, BylineRole } from './byline.ts'
import type { Edition, EditionId } from './editions/edition.ts'
import { articleChanged } from './events.ts'
import { listArticle } from './lists/listings.ts'
import { nameRows } from './publication/names.ts'
import type { ArticleTables } from './tables.ts'

type Tables = ArticleTables & PersonTables

/** A byline as an edition writes it. */
export interface ShownByline {
  personId: PersonId
  name: string
  role: BylineRole
}

/** The bylines of a bounded list of editions, each name in its edition's language where it has such a form. */
export async function bylinesOn(db: Reading, editions: readonly Pick<Edition, 'id' | 'articleId' | 'language'>[]) {
  const rows = await signed(db, [...new Set(editions.map(({ articleId }) => articleId))])
  const forms = await formsOf(
    db,
    rows.map(({ id }) => id),
  )
  return new Map<EditionId, ShownByline[]>(
    editions.map(({ id, articleId, language }) => {
      const own = rows.filter((row) => row.articleId === articleId && (row.editionId ?? id) === id)
      const nameIn = (row: (typeof rows)[number]) =>
        forms.find((form) => form.bylineId === row.id && form.language === language)?.name ?? row.name
      return [id, own.map((row) => ({ personId: row.personId, name: nameIn(row), role: row.role }))]
    }),
  )
}

/** Who has a part in an article, and the first that each is named with. */
export async function bylineRoles(db: Reading, articleId: ArticleId): Promise<Map<PersonId, BylineRole>> {
  const rows = await signed(db, [articleId])
  return new Map(rows.toReversed().map(({ personId, role }) => [personId, role]))
}

/** Whether a person has signed anything here. */
export async function hasSigned(db: Reading, personId: PersonId): Promise<boolean> {
  const bylines = db.look<Tables>().selectFrom('byline').select('id').where('personId', '=', personId)
  return (await bylines.limit(1).executeTakeFirst()) !== undefined
}

/** Names who had which part in an article, in this order; answers whether that was news. */
export async function saveBylines(tx: Writing, articleId: ArticleId, bylines: readonly BylineDraft[], at: number) {
  const before = await bylineDrafts(tx, articleId)
  if (stableJson(before) === stableJson(bylines)) return false
  await removeAll(tx, articleId)
  for (const [position, byline] of bylines.entries()) await add(tx, articleId, position, byline)
  await listArticle(tx, articleId)
  tx.note(articleChanged, { about: articleId, articleId, at })
  return true
}

function signed(db: Reading, articleIds: readonly ArticleId[]) {
  return signedUnder(db, { articleIds: [...articleIds] })
}

const signedUnder = prepared((db: Pick<Kysely<Tables>, 'selectFrom'>, { articleIds }: { articleIds: ArticleId[] }) =>
  db
    .selectFrom('byline')
    .innerJoin('person', 'person.id', 'byline.personId')
    .selectAll('byline')
    .select('person.name')
    .where('byline.articleId', 'in', articleIds)
    .orderBy('byline.articleId')
    .orderBy('byline.position'),
)

async function formsOf(db: Reading, bylineIds: readonly BylineId[]) {
  if (bylineIds.length === 0) return []
  return db.look<Tables>().selectFrom('bylineWords').selectAll().where('bylineId', 'in', bylineIds).execute()
}

/** The bylines of an article and of each of its editions, in their order. */
export async function bylineDrafts(db: Reading, articleId: ArticleId): Promise<BylineDraft[]> {
  const rows = await signed(db, [articleId])
  const forms = await formsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, editionId, personId, role }) => {
    const own = forms.filter(({ bylineId }) => bylineId === id)
    return { editionId, personId, role, names: Object.fromEntries(own.map(({ language, name }) => [language, name])) }
  })
}

async function removeAll(tx: Writing, articleId: ArticleId) {
  const own = tx.look<Tables>().selectFrom('byline').select('id').where('articleId', '=', articleId)
  await tx.change<Tables>().deleteFrom('bylineWords').where('bylineId', 'in', own).execute()
  await tx.change<Tables>().deleteFrom('byline').where('articleId', '=', articleId).execute()
}

async function add(
  tx: Writing,
  articleId: ArticleId,
  position: number,
  { editionId, personId, role, names }: BylineDraft,
) {
  const insert = tx.change<Tables>().insertInto('byline').values({ articleId, editionId, personId, role, position })
  const { id } = await insert.returning('id').executeTakeFirstOrThrow()
  const forms = nameRows(names).map((row) => ({ bylineId: id, ...row }))
  if (forms.length > 0) await tx.change<Tables>().insertInto('bylineWords').values(forms).execute()
}
