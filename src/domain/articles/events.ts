import { z } from 'zod'
import { idOf } from '../../kit/ids.ts'
import { event } from '../../store/index.ts'

const article = z.object({ about: idOf<'article'>(), articleId: idOf<'article'>() })
const edition = z.object({ about: idOf<'edition'>(), articleId: idOf<'article'>() })
const nothing = z.object({ about: z.undefined().optional() })

/** What stands with an article became another: its place, picture, bylines or sources. */
export const articleChanged = event({ kind: 'article.changed', payload: article, touches: 'article' })

/** An article went from sight, and from the desk. */
export const articleDeleted = event({ kind: 'article.deleted', payload: article, touches: 'article' })

/** One that was deleted is what it was. */
export const articleReturned = event({ kind: 'article.returned', payload: article, touches: 'article' })

/** An article appeared in a language. */
export const editionPublished = event({ kind: 'edition.published', payload: edition, touches: 'article' })

export const editionChanged = event({ kind: 'edition.changed', payload: edition, touches: 'article' })

/** Words were kept at the desk, which nobody else sees. */
export const editionSaved = event({ kind: 'edition.saved', payload: edition, touches: 'nothing' })

/** Editors told each other something about an edition, which nobody else sees. */
export const editionNoted = event({ kind: 'edition.noted', payload: edition, touches: 'nothing' })

/** A time was set at which an edition appears or goes, or before which it may not be seen; or it was taken back. */
export const editionScheduled = event({ kind: 'edition.scheduled', payload: edition, touches: 'nothing' })

/** Somebody was asked to read a draft, or it goes on being written. */
export const editionReviewed = event({ kind: 'edition.reviewed', payload: edition, touches: 'nothing' })

/** An article went from sight in a language. */
export const editionWithdrawn = event({ kind: 'edition.withdrawn', payload: edition, touches: 'article' })

/** What an article says in a language was taken back. */
export const editionRetracted = event({ kind: 'edition.retracted', payload: edition, touches: 'article' })

/** What is around every page became another: names, sections, rules, outlets, or counters that were wrong. */
export const publicationChanged = event({ kind: 'publication.changed', payload: nothing, touches: 'everything' })

/** Many rows came at once from a file that others wrote: those of one article, or of a whole publication where none is named. */
export const importDone = event({
  kind: 'import.done',
  payload: article.partial(),
  touches: ({ articleId }) => (articleId === undefined ? 'everything' : 'article'),
})

/** A backup was put in place. */
export const publicationRestored = event({ kind: 'publication.restored', payload: nothing, touches: 'everything' })

/** The demo was taken away, and shall not come by itself again. */
export const demoCleared = event({ kind: 'demo.cleared', payload: nothing, touches: 'everything' })

export const events = [
  demoCleared,
  articleChanged,
  articleDeleted,
  articleReturned,
  editionPublished,
  editionChanged,
  editionSaved,
  editionNoted,
  editionScheduled,
  editionReviewed,
  editionWithdrawn,
  editionRetracted,
  publicationChanged,
  importDone,
  publicationRestored,
]
