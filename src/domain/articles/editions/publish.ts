import { paths } from '../../../addresses/paths.ts'
import { isInkless } from '../../../kit/characters.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { record } from '../../audit/index.ts'
import type { Person } from '../../people/index.ts'
import { editionPublishedAct } from '../acts.ts'
import { editionChanged, editionPublished } from '../events.ts'
import type { ArticleTables } from '../tables.ts'
import { textPicturesOf } from '../text-pictures.ts'
import type { Edition, EditionId, EditionWords } from './edition.ts'
import type { WordsChanged } from './publishing.ts'
import { type Revision, rendered } from './revision.ts'
import { latestRevision, renderAnew, revisionWithId } from './revisions.ts'
import { toCome } from './to-come.ts'
import { mustBeThere } from './writing.ts'

export interface Acting {
  id: EditionId
  by: Pick<Person, 'id'>
  at: number
}

/** Shows the latest words to everybody; where others are shown already, in their place. */
export async function publishEdition(tx: Writing, { id, by, at }: Acting, whenChanged: WordsChanged): Promise<void> {
  const edition = await mustBeThere(tx, id)
  if (edition.state === 'retracted') throw new Trouble('conflict', 'edition.is-retracted')
  const { embargoUntil } = edition
  if (embargoUntil !== null && embargoUntil > at) throw new Trouble('conflict', 'edition.embargoed')
  const revision = await publishable(tx, edition)
  const isShown = edition.state === 'published'
  if (isShown && edition.revisionId === revision.id) return
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
  if (isInkless(revision.plain)) throw new Trouble('invalid', 'edition.wordless')
  refuseToCome(revision)
  return revision
}

export function refuseToCome(words: EditionWords): void {
  const place = toCome(words)
  if (!place) return
  const { part, line, excerpt } = place
  const key = part === 'words' ? 'edition.to-come-in-words' : 'edition.to-come-in-parts'
  throw new Trouble('invalid', key, { line, excerpt }, { fields: { [part]: key } })
}

async function show(tx: Writing, edition: Edition, revision: Revision, at: number, whenChanged: WordsChanged) {
  const { id, articleId, language, slug, state, feedPath, changedAt } = edition
  const former = edition.revisionId === null ? undefined : await revisionWithId(tx, edition.revisionId)
  const made = rendered(revision, await textPicturesOf(tx, articleId))
  if (made.html !== revision.html) await renderAnew(tx, revision.id, made)
  if (former && former.plain !== made.plain) await whenChanged(tx, { id, articleId, plain: made.plain }, at)
  const wasShown = feedPath !== null && edition.publishedAt !== null && edition.publishedAt <= at
  const row = {
    state: 'published',
    revisionId: revision.id,
    publishedAt: wasShown ? edition.publishedAt : at,
    changedAt: wasShown ? at : changedAt,
    feedPath: feedPath ?? paths.article(language, slug),
  } as const
  await tx.change<ArticleTables>().updateTable('edition').set(row).where('id', '=', id).execute()
  await tx
    .change<ArticleTables>()
    .updateTable('article')
    .set({ publishedAt: at })
    .where('id', '=', articleId)
    .where('publishedAt', 'is', null)
    .execute()
  tx.note(state === 'published' ? editionChanged : editionPublished, { about: id, articleId, at })
}

/** How the audit log names an edition. */
export function addressOf({ language, slug }: Pick<Edition, 'language' | 'slug'>): string {
  return decodeURI(paths.article(language, slug))
}
