import type { Language } from '../../../kit/language.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { publicationChanged } from '../events.ts'
import type { Outcome } from '../outcome.ts'
import type { ArticleTables } from '../tables.ts'
import { inLanguage, type Names, nameRows, sameNames } from './names.ts'
import { publicationOf } from './publications.ts'
import type { Section, SectionId } from './section.ts'

/** All sections in the publication's order, named in a language or else in the publication's first. */
export async function sections(db: Reading, language: Language): Promise<Section[]> {
  const all = db.look<ArticleTables>().selectFrom('section').select(['id', 'slug']).orderBy('position').orderBy('id')
  const words = db.look<ArticleTables>().selectFrom('sectionWords').selectAll().orderBy('language')
  const [{ defaultLanguage }, names, inOrder] = await Promise.all([publicationOf(db), words.execute(), all.execute()])
  return inOrder.map(({ id, slug }) => {
    const own = names.filter(({ sectionId }) => sectionId === id)
    return { id, slug, name: inLanguage(own, language, defaultLanguage)?.name ?? slug }
  })
}

/** All sections in their order, named in every language. */
export async function sectionDrafts(db: Reading): Promise<SectionDraft[]> {
  const all = db.look<ArticleTables>().selectFrom('section').select(['id', 'slug']).orderBy('position').orderBy('id')
  const words = db.look<ArticleTables>().selectFrom('sectionWords').selectAll().orderBy('language')
  const [inOrder, names] = await Promise.all([all.execute(), words.execute()])
  return inOrder.map(({ id, slug }, position) => {
    const own = names.filter(({ sectionId }) => sectionId === id)
    return { slug, position, names: Object.fromEntries(own.map(({ language, name }) => [language, name])) }
  })
}

export interface SectionDraft {
  slug: string
  /** Its place among the sections, from 0. */
  position: number
  names: Names
}

/** Names a section and gives it its place; answers with its number, and whether that was news. */
export async function saveSection(
  tx: Writing,
  { slug, position, names }: SectionDraft,
  at: number,
): Promise<{ id: SectionId; outcome: Outcome }> {
  const before = await sectionWithSlug(tx, slug)
  if (before?.position === position && sameNames(await namesOf(tx, before.id), names)) {
    return { id: before.id, outcome: 'same' }
  }
  const id = before?.id ?? (await add(tx, slug, position))
  await tx.change<ArticleTables>().updateTable('section').set({ position }).where('id', '=', id).execute()
  await tx.change<ArticleTables>().deleteFrom('sectionWords').where('sectionId', '=', id).execute()
  const rows = nameRows(names).map((row) => ({ sectionId: id, ...row }))
  if (rows.length > 0) await tx.change<ArticleTables>().insertInto('sectionWords').values(rows).execute()
  tx.note(publicationChanged, { at })
  return { id, outcome: before ? 'changed' : 'new' }
}

export function sectionWithSlug(db: Reading, slug: string) {
  return db.look<ArticleTables>().selectFrom('section').selectAll().where('slug', '=', slug).executeTakeFirst()
}

async function add(tx: Writing, slug: string, position: number): Promise<SectionId> {
  const insert = tx.change<ArticleTables>().insertInto('section').values({ slug, position })
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

function namesOf(db: Reading, sectionId: SectionId) {
  const words = db.look<ArticleTables>().selectFrom('sectionWords').select(['language', 'name'])
  return words.where('sectionId', '=', sectionId).execute()
}
