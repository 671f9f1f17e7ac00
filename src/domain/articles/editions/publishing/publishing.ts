import { paths } from '../../../../addresses/paths.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Writing } from '../../../../store/index.ts'
import type { ArticleId } from '../../article.ts'
import { editionChanged, editionPublished } from '../../events.ts'
import type { Outcome } from '../../outcome.ts'
import type { ArticleTables } from '../../tables.ts'
import { textPicturesOf } from '../../text-pictures.ts'
import { type Edition, type EditionDraft, type EditionId, stateAt, UNWRITTEN } from '../edition.ts'
import { articleHolding, editionIn } from '../editions.ts'
import { rendered, sameWords } from '../revisions/revision.ts'
import { add as addRevision, lastRevision, latestRevision, renderAnew } from '../revisions/revisions.ts'
import { announce } from './announcing.ts'

/** Asked in the same transaction when an edition's body becomes another, so that whoever quotes it can look again. */
export type WordsChanged = (
  tx: Writing,
  edition: { id: EditionId; articleId: ArticleId; plain: string },
  at: number,
) => Promise<unknown>

/** Keeps an article's words in one language: other words are a new revision. Throws Trouble where the address is taken. */
export async function saveEdition(
  tx: Writing,
  draft: EditionDraft,
  at: number,
  whenChanged: WordsChanged,
): Promise<{ id: EditionId; outcome: Outcome }> {
  const before = await editionIn(tx, draft.articleId, draft.language)
  await refuseTakenSlug(tx, draft)
  const id = before?.id ?? (await place(tx, draft))
  const words = await keepWords(tx, id, draft, at, whenChanged)
  const outcome = outcomeOf(before, draft, !words.isShownSame)
  if (outcome === 'same') return { id, outcome }
  const state = isTakenBack(before) ? before.state : stateAt(draft.publishedAt, at)
  const changedAt = before?.state === 'published' && words.changed ? at : (before?.changedAt ?? null)
  const feedPath = before?.feedPath ?? (state === 'published' ? paths.article(draft.language, draft.slug) : null)
  const { slug, publishedAt } = draft
  const { revisionId } = words
  const row = { slug, state, publishedAt, revisionId, latestId: revisionId, savedAt: at, changedAt, feedPath }
  await tx.change<ArticleTables>().updateTable('edition').set(row).where('id', '=', id).execute()
  if (before?.feedPath && before.slug !== slug) await keepFormerSlug(tx, before, slug)
  const appears = state === 'published' && before?.state !== 'published'
  await announce(tx, appears ? editionPublished : editionChanged, { ...draft, id }, at)
  return { id, outcome }
}

/** What the desk has taken back no file brings again. */
function isTakenBack(edition: Edition | undefined): edition is Edition {
  return edition?.state === 'withdrawn' || edition?.state === 'retracted'
}

/** @NOTE an address that others may have kept leads on for ever, so nothing else may stand there. */
export async function refuseTakenSlug(
  tx: Writing,
  { articleId, language, slug }: Pick<EditionDraft, 'articleId' | 'language' | 'slug'>,
) {
  const holder = await articleHolding(tx, language, slug)
  if (holder !== undefined && holder !== articleId) throw new Trouble('conflict', 'edition.slug-taken', { slug })
}

/** Lets the address that is left lead on; the one to which it moves may be one of its former. */
export async function keepFormerSlug(tx: Writing, { id, language, slug }: Edition, to: string) {
  const former = tx.change<ArticleTables>()
  await former.deleteFrom('formerSlug').where('language', '=', language).where('slug', '=', to).execute()
  await former.insertInto('formerSlug').values({ language, slug, editionId: id }).execute()
}

async function place(tx: Writing, { articleId, language, slug }: EditionDraft): Promise<EditionId> {
  const insert = tx
    .change<ArticleTables>()
    .insertInto('edition')
    .values({ ...UNWRITTEN, articleId, language, slug })
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

async function keepWords(
  tx: Writing,
  editionId: EditionId,
  draft: EditionDraft,
  at: number,
  whenChanged: WordsChanged,
) {
  const { articleId } = draft
  const before = await latestRevision(tx, editionId)
  const words = rendered(draft, await textPicturesOf(tx, articleId))
  const isSame = before !== undefined && sameWords(before, draft)
  const isShownSame = isSame && before.html === words.html
  if (isShownSame) return { revisionId: before.id, changed: false, isShownSame }
  if (isSame) await renderAnew(tx, before.id, words)
  const revisionId = isSame
    ? before.id
    : await addRevision(tx, {
        editionId,
        number: ((await lastRevision(tx, editionId))?.number ?? 0) + 1,
        ...words,
        byId: null,
        aside: 0,
        at,
      })
  if (before && before.plain !== words.plain)
    await whenChanged(tx, { id: editionId, articleId, plain: words.plain }, at)
  return { revisionId, changed: !isSame, isShownSame }
}

function outcomeOf(before: Edition | undefined, draft: EditionDraft, wordsChanged: boolean): Outcome {
  if (!before) return 'new'
  const moved = before.slug !== draft.slug || before.publishedAt !== draft.publishedAt
  return wordsChanged || moved ? 'changed' : 'same'
}
