import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { publicationChanged } from '../events.ts'
import { inLanguage, nameRows, sameNames } from '../publication/names.ts'
import { publicationOf } from '../publication/publications.ts'
import type { ArticleTables } from '../tables.ts'
import { MOST_TAGS, mustBeTag, type Tag, type TagDraft, type TagId } from './tag.ts'

/** Every tag with its names, by address. */
export async function tagDrafts(db: Reading): Promise<TagDraft[]> {
  const all = db.look<ArticleTables>().selectFrom('tag').selectAll().orderBy('slug').limit(MOST_TAGS)
  const words = db.look<ArticleTables>().selectFrom('tagWords').selectAll().orderBy('language')
  const [tags, named] = await Promise.all([all.execute(), words.execute()])
  const byTag = Map.groupBy(named, ({ tagId }) => tagId)
  return tags.map(({ id, slug }) => {
    const own = byTag.get(id) ?? []
    return { slug, names: Object.fromEntries(own.map(({ language, name }) => [language, name])) }
  })
}

/** The tag at an address, named in a language or else in the publication's first; undefined where there is none. */
export async function tagAt(db: Reading, slug: string, language: Language): Promise<(Tag & { id: TagId }) | undefined> {
  const tag = await tagWithSlug(db, slug)
  if (!tag) return
  const names = await namesOf(db, [tag.id])
  return { ...tag, name: await nameIn(db, names, language, slug) }
}

/** The tags of an article in their order, each named in a language or else in another. */
export async function tagsOn(db: Reading, articleId: number, language: Language): Promise<Tag[]> {
  const tags = await db
    .look<ArticleTables>()
    .selectFrom('articleTag')
    .innerJoin('tag', 'tag.id', 'articleTag.tagId')
    .select(['tag.id', 'tag.slug'])
    .where('articleTag.articleId', '=', articleId as never)
    .orderBy('articleTag.position')
    .execute()
  if (tags.length === 0) return []
  const names = Map.groupBy(
    await namesOf(
      db,
      tags.map(({ id }) => id),
    ),
    ({ tagId }) => tagId,
  )
  const { defaultLanguage } = await publicationOf(db)
  return tags.map(({ id, slug }) => ({
    slug,
    name: inLanguage(names.get(id) ?? [], language, defaultLanguage)?.name ?? slug,
  }))
}

/** The tags under which anything is published, each with the languages of the publication in which it is. @NOTE asked whether any exists, a planner reads all there are. */
export async function tagAddresses(db: Reading): Promise<{ slug: string; languages: Language[] }[]> {
  const rows = await db
    .look<ArticleTables>()
    .selectFrom('tag')
    .innerJoin('publicationWords', (join) => join.onTrue())
    .select(['tag.slug', 'publicationWords.language'])
    .where((e) =>
      e(
        e
          .selectFrom('listing')
          .select('listing.editionId')
          .where('listing.list', '=', 'tag')
          .whereRef('listing.ofId', '=', 'tag.id')
          .whereRef('listing.language', '=', 'publicationWords.language')
          .limit(1),
        'is not',
        null,
      ),
    )
    .orderBy('tag.slug')
    .execute()
  const bySlug = [...Map.groupBy(rows, ({ slug }) => slug)]
  return bySlug.map(([slug, own]) => ({ slug, languages: own.map(({ language }) => language) }))
}

/** Makes these the publication's tags; throws Trouble where one cannot be, or one under which articles stand would go. */
export async function saveTags(tx: Writing, wanted: readonly TagDraft[], at: number): Promise<void> {
  await tx.inTurn(TAGS)
  if (wanted.length > MOST_TAGS) throw new Trouble('invalid', 'tags.too-many', { limit: MOST_TAGS })
  if (new Set(wanted.map(({ slug }) => slug)).size < wanted.length) throw new Trouble('conflict', 'slug.taken')
  const tags = wanted.map(mustBeTag)
  for (const { slug } of await tagDrafts(tx)) if (!tags.some((one) => one.slug === slug)) await removeTag(tx, slug, at)
  for (const tag of tags) await saveTag(tx, tag, at)
}

/** Names a tag; answers with its number, and whether that was news. */
export async function saveTag(tx: Writing, { slug, names }: TagDraft, at: number): Promise<TagId> {
  const before = await tagWithSlug(tx, slug)
  if (before && sameNames(await namesOf(tx, [before.id]), names)) return before.id
  const id = before?.id ?? (await add(tx, slug))
  await tx.change<ArticleTables>().deleteFrom('tagWords').where('tagId', '=', id).execute()
  const rows = nameRows(names).map((row) => ({ tagId: id, ...row }))
  await tx.change<ArticleTables>().insertInto('tagWords').values(rows).execute()
  tx.note(publicationChanged, { at })
  return id
}

/** Under which tags are added and named, one after the other. */
export const TAGS = 'tags of the publication'

export function tagWithSlug(db: Reading, slug: string) {
  return db.look<ArticleTables>().selectFrom('tag').selectAll().where('slug', '=', slug).executeTakeFirst()
}

async function add(tx: Writing, slug: string): Promise<TagId> {
  const insert = tx.change<ArticleTables>().insertInto('tag').values({ slug })
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

async function removeTag(tx: Writing, slug: string, at: number) {
  const { id } = (await tagWithSlug(tx, slug))!
  const used = tx.look<ArticleTables>().selectFrom('articleTag').select('articleId').where('tagId', '=', id)
  if (await used.limit(1).executeTakeFirst()) throw new Trouble('conflict', 'tag.is-used', { slug })
  await tx.change<ArticleTables>().deleteFrom('tagWords').where('tagId', '=', id).execute()
  await tx.change<ArticleTables>().deleteFrom('tag').where('id', '=', id).execute()
  tx.note(publicationChanged, { at })
}

async function nameIn(
  db: Reading,
  names: readonly { language: Language; name: string }[],
  language: Language,
  slug: string,
) {
  const { defaultLanguage } = await publicationOf(db)
  return inLanguage(names, language, defaultLanguage)?.name ?? slug
}

function namesOf(db: Reading, tagIds: readonly TagId[]) {
  const words = db.look<ArticleTables>().selectFrom('tagWords').select(['tagId', 'language', 'name'])
  return words.where('tagId', 'in', tagIds).orderBy('tagId').orderBy('language').execute()
}
