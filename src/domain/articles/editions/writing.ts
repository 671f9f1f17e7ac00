import { secret } from '../../../kit/hash.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { Person, PersonId } from '../../people/index.ts'
import type { ArticleId } from '../article.ts'
import { byId, byKey, saveArticle } from '../articles.ts'
import { editionSaved } from '../events.ts'
import type { ArticleTables } from '../tables.ts'
import { textPicturesOf } from '../text-pictures.ts'
import { type Edition, type EditionId, type EditionWords, isBeingWritten, UNWRITTEN } from './edition.ts'
import { articleHolding, editionIn, editionsAtDesk, editionWithId } from './editions.ts'
import { rendered, sameWords } from './revisions/revision.ts'
import { add, lastRevision, latestRevision, revisionNumbered } from './revisions/revisions.ts'
import { dropCopy, workingCopyOf } from './revisions/working-copies.ts'
import { isHeld } from './revisions/working-copy.ts'
import { slugFor } from './slug.ts'

/** Under which addresses are given, one after the other. */
export const ADDRESSES = 'addresses of articles'

export interface Beginning {
  language: Language
  words: EditionWords
  by: Pick<Person, 'id'>
  at: number
}

/** Begins an article with a draft in one language. */
export async function beginArticle(tx: Writing, { language, words, by, at }: Beginning): Promise<EditionId> {
  await tx.inTurn(ADDRESSES)
  const key = await freeKey(tx, slugFor(words.title))
  const { id: articleId } = await saveArticle(tx, { key, sectionId: null, pictureId: null, publishedAt: null }, at)
  return beginEdition(tx, { articleId, language, words, by, at })
}

/** Begins an article's words in another language; where there are some, they are what is begun. */
export async function beginEdition(
  tx: Writing,
  { articleId, language, words, by, at }: Beginning & { articleId: ArticleId },
): Promise<EditionId> {
  await tx.inTurn(ADDRESSES)
  if (!(await byId(tx, articleId))) throw new Trouble('missing', 'article.missing')
  await refuseDeleted(tx, articleId)
  const before = await editionIn(tx, articleId, language)
  if (before) return before.id
  const slug = await freeSlug(tx, language, await wishedSlug(tx, articleId, words.title))
  const insert = tx.change<ArticleTables>().insertInto('edition')
  const { id } = await insert
    .values({ ...UNWRITTEN, articleId, language, slug })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveRevision(tx, { id, base: 0, words, by, at })
  return id
}

export interface Saving {
  id: EditionId
  /** The number of the revision that one began to change; 0 where there was none. */
  base: number
  words: EditionWords
  by: Pick<Person, 'id'>
  at: number
}

/** What became of it: the number under which the words stand, and whether that is beside what another had saved meanwhile. */
export interface Saved {
  number: number
  isAside: boolean
}

/** Keeps what somebody has written as another revision; nobody sees it before it is published. Nothing is ever written over: words that come late, or while another has the edition, are kept aside. */
export async function saveRevision(tx: Writing, saving: Saving): Promise<Saved> {
  const { id, base, words, by, at } = saving
  await mustBeThere(tx, id)
  const [copy, latest] = [await workingCopyOf(tx, id), await latestRevision(tx, id)]
  const isAside = isHeld(copy, by, at) || (latest?.number ?? 0) !== base
  if (latest && sameWords(latest, words)) {
    if (copy?.byId === by.id) await dropCopy(tx, id)
    return { number: latest.number, isAside: false }
  }
  const saved = await keepRevision(tx, saving, isAside)
  if (copy?.byId === by.id) await dropCopy(tx, id)
  return saved
}

/** Makes a revision of words, aside or as those that stand; aside, the same words are kept once. */
export async function keepRevision(
  tx: Writing,
  { id, words, by, at }: Pick<Saving, 'id' | 'words' | 'at'> & { by: { id: PersonId | null } },
  isAside: boolean,
): Promise<Saved> {
  const [edition, last] = [await mustBeThere(tx, id), await lastRevision(tx, id)]
  if (isAside && last && sameWords(last, words)) return { number: last.number, isAside }
  const number = (last?.number ?? 0) + 1
  const made = rendered(words, await textPicturesOf(tx, edition.articleId))
  const revision = { editionId: id, number, ...made, at, byId: by.id, aside: isAside ? 1 : 0 } as const
  const revisionId = await add(tx, revision)
  if (!isAside) {
    const shown = isBeingWritten(edition) ? { revisionId } : {}
    const row = { latestId: revisionId, savedAt: at, ...shown }
    await tx.change<ArticleTables>().updateTable('edition').set(row).where('id', '=', id).execute()
  }
  tx.note(editionSaved, { about: id, articleId: edition.articleId, at })
  return { number, isAside }
}

/** The edition, which nobody else changes until the transaction ends. */
export async function mustBeThere(tx: Writing, id: EditionId): Promise<Edition> {
  await tx.inTurn(`edition ${id}`)
  const edition = await editionWithId(tx, id)
  if (!edition) throw new Trouble('missing', 'edition.missing')
  await refuseDeleted(tx, edition.articleId)
  return edition
}

/** Throws Trouble where an article was deleted. */
export async function refuseDeleted(db: Reading, articleId: ArticleId): Promise<void> {
  const deletions = db.look<ArticleTables>().selectFrom('deletion').select('id').where('articleId', '=', articleId)
  if (await deletions.executeTakeFirst()) throw new Trouble('gone', 'article.is-deleted')
}

/** The address wished for, or else the first free one with a number behind it. */
async function freeSlug(tx: Writing, language: Language, wished: string): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wished : `${wished}-${number}`
    if ((await articleHolding(tx, language, slug)) === undefined) return slug
  }
}

/** Made of the title, or the same as in another language where there is none yet. */
async function wishedSlug(tx: Writing, articleId: ArticleId, title: string): Promise<string> {
  if (title !== '') return slugFor(title)
  const [sister] = await editionsAtDesk(tx, articleId)
  return sister?.slug ?? slugFor(title)
}

/** What files know the article by: small Latin letters, digits and hyphens. */
async function freeKey(tx: Writing, slug: string): Promise<string> {
  const plain = /^[a-z0-9-]+$/.test(slug) ? slug : 'article'
  const isTaken = plain === 'article' || (await byKey(tx, plain)) !== undefined
  return isTaken
    ? `${plain}-${secret()
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '')
        .slice(0, 8)}`
    : plain
}

/** Makes the words of an earlier revision, or of one that is kept aside, those that stand: as another revision, so that nothing goes; what one has typed and not saved is kept aside. */
export async function restoreRevision(
  tx: Writing,
  { id, number, by, at }: Pick<Saving, 'id' | 'by' | 'at'> & { number: number },
): Promise<Saved> {
  await mustBeThere(tx, id)
  const revision = await revisionNumbered(tx, id, number)
  if (!revision) throw new Trouble('missing', 'revision.missing')
  const [copy, latest] = [await workingCopyOf(tx, id), await latestRevision(tx, id)]
  if (copy?.byId === by.id && !(latest && sameWords(copy, latest)))
    await keepRevision(tx, { id, words: copy, by, at }, true)
  return saveRevision(tx, { id, words: revision, base: latest?.number ?? 0, by, at })
}
