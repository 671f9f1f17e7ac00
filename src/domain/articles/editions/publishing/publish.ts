import { paths } from '../../../../addresses/paths.ts'
import { hidesSomething, isInkless } from '../../../../kit/characters.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Writing } from '../../../../store/index.ts'
import { record } from '../../../audit/index.ts'
import type { Person } from '../../../people/index.ts'
import { editionPublishedAct } from '../../acts.ts'
import type { ArticleId } from '../../article.ts'
import { editionChanged, editionPublished } from '../../events.ts'
import type { ArticleTables } from '../../tables.ts'
import { textPicturesOf } from '../../text-pictures.ts'
import type { Edition, EditionId, EditionWords } from '../edition.ts'
import { type Revision, rendered } from '../revisions/revision.ts'
import { latestRevision, renderAnew, revisionWithId } from '../revisions/revisions.ts'
import { mustBeThere } from '../writing.ts'
import { announce } from './announcing.ts'
import type { WordsChanged } from './publishing.ts'
import { toCome } from './to-come.ts'

export interface Acting {
  id: EditionId
  by: Pick<Person, 'id'>
  at: number
}

/** Asked before words are shown, or left to time to be shown; throws Trouble where something stands in their way. */
export type MayAppear = (tx: Writing, edition: Edition, revision: Revision, acting: Acting) => Promise<unknown>

/** Shows the latest words to everybody; where others are shown already, in their place. */
export async function publishEdition(
  tx: Writing,
  acting: Acting,
  whenChanged: WordsChanged,
  mayAppear: MayAppear,
): Promise<void> {
  const { id, by, at } = acting
  const edition = await mustBeThere(tx, id)
  if (edition.state === 'retracted') throw new Trouble('conflict', 'edition.is-retracted')
  refuseEmbargoed(edition, at)
  const revision = await publishable(tx, edition)
  const isShown = edition.state === 'published'
  if (isShown && edition.revisionId === revision.id) return
  await mayAppear(tx, edition, revision, acting)
  await show(tx, edition, revision, at, whenChanged)
  await record(tx, editionPublishedAct, {
    byId: by.id,
    before: { edition: addressOf(edition), state: edition.state },
    after: { edition: addressOf(edition), state: 'published', revision: revision.number },
    at,
  })
}

/** The words that are to be published; throws Trouble where they are not finished. */
export async function publishable(tx: Writing, edition: Edition): Promise<Revision> {
  const revision = await latestRevision(tx, edition.id)
  if (!revision || isInkless(revision.title)) throw new Trouble('invalid', 'edition.untitled')
  if (hidesSomething(revision.title)) throw new Trouble('invalid', 'edition.title-hides')
  if (isInkless(revision.plain)) throw new Trouble('invalid', 'edition.wordless')
  refuseToCome(revision)
  return revision
}

/** Throws Trouble where an edition may not be seen yet at a moment. */
export function refuseEmbargoed({ embargoUntil }: Edition, at: number): void {
  if (embargoUntil !== null && embargoUntil > at) throw new Trouble('conflict', 'edition.embargoed')
}

export function refuseToCome(words: EditionWords): void {
  const place = toCome(words)
  if (!place) return
  const { part, line, excerpt } = place
  const key = part === 'words' ? 'edition.to-come-in-words' : 'edition.to-come-in-parts'
  throw new Trouble('invalid', key, { line, excerpt }, { fields: { [part]: key } })
}

async function show(tx: Writing, edition: Edition, revision: Revision, at: number, whenChanged: WordsChanged) {
  const { id, articleId, language, slug, state, feedPath, changedAt, takenOffAt } = edition
  await makeReady(tx, edition, revision, at, whenChanged)
  const wasShown = feedPath !== null && edition.publishedAt !== null && edition.publishedAt <= at
  const row = {
    state: 'published',
    revisionId: revision.id,
    takenOffAt: takenOffAt !== null && takenOffAt <= at ? null : takenOffAt,
    publishedAt: wasShown ? edition.publishedAt : at,
    changedAt: wasShown ? at : changedAt,
    feedPath: feedPath ?? paths.article(language, slug),
  } as const
  await tx.change<ArticleTables>().updateTable('edition').set(row).where('id', '=', id).execute()
  await datePublished(tx, articleId, at)
  const event = state === 'published' ? editionChanged : editionPublished
  await announce(tx, event, { ...edition, publishedAt: row.publishedAt }, at)
}

/** Makes a revision the one that readers see or are going to see. */
export async function makeReady(
  tx: Writing,
  { id, articleId, revisionId }: Edition,
  revision: Revision,
  at: number,
  whenChanged: WordsChanged,
): Promise<void> {
  const former = revisionId === null ? undefined : await revisionWithId(tx, revisionId)
  const made = rendered(revision, await textPicturesOf(tx, articleId))
  if (made.html !== revision.html) await renderAnew(tx, revision.id, made)
  if (former && former.plain !== made.plain) await whenChanged(tx, { id, articleId, plain: made.plain }, at)
}

/** An article is as old as the first of its editions. */
export async function datePublished(tx: Writing, articleId: ArticleId, at: number): Promise<void> {
  const articles = tx.change<ArticleTables>().updateTable('article').set({ publishedAt: at })
  await articles.where('id', '=', articleId).where('publishedAt', 'is', null).execute()
}

/** How the audit log names an edition. */
export function addressOf({ language, slug }: Pick<Edition, 'language' | 'slug'>): string {
  return decodeURI(paths.article(language, slug))
}
