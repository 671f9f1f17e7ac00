import { Trouble } from '../../kit/trouble.ts'
import type { Writing } from '../../store/index.ts'
import type { ArticleId } from './article.ts'
import type { Edition, EditionDraft, EditionId } from './edition.ts'
import { editionAt, editionIn } from './editions.ts'
import { editionChanged, editionPublished } from './events.ts'
import type { Outcome } from './outcome.ts'
import { rendered, sameWords } from './revision.ts'
import { add as addRevision, latestRevision } from './revisions.ts'
import type { ArticleTables } from './tables.ts'

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
  await refuseTakenSlug(tx, draft)
  const before = await editionIn(tx, draft.articleId, draft.language)
  const id = before?.id ?? (await place(tx, draft))
  const words = await keepWords(tx, id, draft, at, whenChanged)
  const outcome = outcomeOf(before, draft, words.changed)
  if (outcome === 'same') return { id, outcome }
  const changedAt = before?.publishedAt && words.changed ? at : (before?.changedAt ?? null)
  const row = { slug: draft.slug, publishedAt: draft.publishedAt, revisionId: words.revisionId, changedAt }
  await tx.change<ArticleTables>().updateTable('edition').set(row).where('id', '=', id).execute()
  const appears = draft.publishedAt !== null && !before?.publishedAt
  tx.note(appears ? editionPublished : editionChanged, { about: id, articleId: draft.articleId, at })
  return { id, outcome }
}

async function refuseTakenSlug(tx: Writing, { articleId, language, slug }: EditionDraft) {
  const other = await editionAt(tx, language, slug)
  if (other && other.articleId !== articleId) throw new Trouble('conflict', 'edition.slug-taken', { slug })
}

async function place(tx: Writing, { articleId, language, slug }: EditionDraft): Promise<EditionId> {
  const row = { articleId, language, slug, revisionId: null, publishedAt: null, changedAt: null }
  const insert = tx.change<ArticleTables>().insertInto('edition').values(row)
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

async function keepWords(
  tx: Writing,
  editionId: EditionId,
  draft: EditionDraft,
  at: number,
  whenChanged: WordsChanged,
) {
  const before = await latestRevision(tx, editionId)
  if (before && sameWords(before, draft)) return { revisionId: before.id, changed: false }
  const words = rendered(draft)
  const revisionId = await addRevision(tx, { editionId, number: (before?.number ?? 0) + 1, ...words, at })
  const { articleId } = draft
  if (before && before.plain !== words.plain)
    await whenChanged(tx, { id: editionId, articleId, plain: words.plain }, at)
  return { revisionId, changed: true }
}

function outcomeOf(before: Edition | undefined, draft: EditionDraft, wordsChanged: boolean): Outcome {
  if (!before) return 'new'
  const moved = before.slug !== draft.slug || before.publishedAt !== draft.publishedAt
  return wordsChanged || moved ? 'changed' : 'same'
}
