import type { Reading } from '../../../../store/index.ts'
import { deletionOf } from '../../deletion/deletions.ts'
import type { ArticleTables } from '../../tables.ts'
import { type Edition, type EditionDraft, stateAt } from '../edition.ts'
import { editionIn } from '../editions.ts'
import { sameWords } from '../revisions/revision.ts'
import { latestRevision } from '../revisions/revisions.ts'
import { workingCopyOf } from '../revisions/working-copies.ts'
import { isHeld } from '../revisions/working-copy.ts'

/** Why a file may not change an edition: what is at the desk comes first. */
export type ImportBar = 'deleted' | 'held' | 'embargoed' | 'desk-newer' | 'both-changed'

/** Nobody, who is never the one that writes. */
const NOBODY = { id: 0 as never }

/** What keeps a file's words out of an edition at a moment; undefined where nothing does. */
export async function importBar(db: Reading, draft: EditionDraft, at: number): Promise<ImportBar | undefined> {
  if (await deletionOf(db, draft.articleId)) return 'deleted'
  const edition = await editionIn(db, draft.articleId, draft.language)
  const latest = edition && (await latestRevision(db, edition.id))
  if (!edition || !latest) return
  const appears = stateAt(draft.publishedAt, at) === 'published' && edition.state !== 'published'
  if (appears && edition.embargoUntil !== null && edition.embargoUntil > at) return 'embargoed'
  if (sameWords(latest, draft)) return
  if (isHeld(await workingCopyOf(db, edition.id), NOBODY, at)) return 'held'
  if (latest.byId === null) return
  return (await stoodBefore(db, edition, draft)) ? 'desk-newer' : 'both-changed'
}

/** When an edition appears, where a file does not say so and was not read before: what was written and published at the desk stays so. */
export async function appearsAt(db: Reading, draft: EditionDraft): Promise<number | null> {
  const edition = await editionIn(db, draft.articleId, draft.language)
  const latest = edition && (await latestRevision(db, edition.id))
  return draft.publishedAt ?? (latest?.byId == null ? null : (edition?.publishedAt ?? null))
}

async function stoodBefore(db: Reading, { id }: Edition, draft: EditionDraft): Promise<boolean> {
  const { title, standfirst, pictureAlt, pictureCaption, words } = draft
  const revisions = db.look<ArticleTables>().selectFrom('revision').select('id').where('editionId', '=', id)
  const same = revisions
    .where('title', '=', title)
    .where('standfirst', '=', standfirst)
    .where('pictureAlt', '=', pictureAlt)
    .where('pictureCaption', '=', pictureCaption)
    .where('words', '=', words)
  return (await same.limit(1).executeTakeFirst()) !== undefined
}
