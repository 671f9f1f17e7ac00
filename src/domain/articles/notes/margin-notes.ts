import { isInkless } from '../../../kit/characters.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { keepable, refuseLonger } from '../../../text/words.ts'
import type { PersonTables } from '../../people/index.ts'
import type { EditionId } from '../editions/edition.ts'
import type { Acting } from '../editions/publishing/publish.ts'
import { latestRevision } from '../editions/revisions/revisions.ts'
import { workingCopyOf } from '../editions/revisions/working-copies.ts'
import { isHeld } from '../editions/revisions/working-copy.ts'
import { mustBeThere, saveRevision } from '../editions/writing.ts'
import { editionNoted } from '../events.ts'
import type { ArticleTables } from '../tables.ts'
import { around, type MarginNote, type MarginNoteId, type NoteOutcome, placeIn } from './margin-note.ts'

const LONGEST_QUOTE = 2_000
const LONGEST_WORDS = 4_000
/** As many of one edition wait at a time. */
const MOST_OPEN = 200

/** A note as the desk lists it. */
export type ListedNote = MarginNote & { by: string | null; endedBy: string | null }

/** The notes that wait, in the order in which they were written; and the last that do not any more. */
export async function marginNotesOf(db: Reading, editionId: EditionId, ended: number) {
  const open = await listed(db, editionId).where('marginNote.endedAt', 'is', null).orderBy('marginNote.id').execute()
  const over = listed(db, editionId).where('marginNote.endedAt', 'is not', null).orderBy('marginNote.endedAt', 'desc')
  return { open, ended: await over.orderBy('marginNote.id', 'desc').limit(ended).execute() }
}

function listed(db: Reading, editionId: EditionId) {
  return db
    .look<ArticleTables & PersonTables>()
    .selectFrom('marginNote')
    .leftJoin('person', 'person.id', 'marginNote.byId')
    .leftJoin('person as ender', 'ender.id', 'marginNote.endedById')
    .selectAll('marginNote')
    .select(['person.name as by', 'ender.name as endedBy'])
    .where('marginNote.editionId', '=', editionId)
}

/** How many notes of an edition wait. */
export async function openNotes(db: Reading, editionId: EditionId): Promise<number> {
  const notes = db.look<ArticleTables>().selectFrom('marginNote').where('editionId', '=', editionId)
  const { many } = await notes
    .where('endedAt', 'is', null)
    .select((e) => e.fn.countAll().as('many'))
    .executeTakeFirstOrThrow()
  return Number(many)
}

export interface Noting extends Acting {
  quote: string
  words: string
  /** What shall stand there instead; null where nothing is asked for. */
  instead: string | null
}

/** Tells the other editors something about words that stand in an edition, or asks for others in their stead. */
export async function noteInMargin(tx: Writing, { id, by, at, ...typed }: Noting): Promise<MarginNoteId> {
  const quote = keepable(typed.quote).trim()
  const words = keepable(typed.words).trim()
  const instead = typed.instead === null ? null : keepable(typed.instead)
  if (quote === '') throw new Trouble('invalid', 'margin-note.quoteless')
  if (isInkless(words) && instead === null) throw new Trouble('invalid', 'margin-note.wordless')
  refuseLonger(quote, LONGEST_QUOTE, 'edition.too-long')
  for (const part of [words, instead ?? '']) refuseLonger(part, LONGEST_WORDS, 'edition.too-long')
  const { articleId } = await mustBeThere(tx, id)
  const text = (await latestRevision(tx, id))?.words ?? ''
  const start = placeIn(text, { quote, before: '', after: '' })
  if (start === undefined) throw new Trouble('invalid', 'margin-note.not-there')
  if ((await openNotes(tx, id)) >= MOST_OPEN)
    throw new Trouble('conflict', 'margin-note.too-many', { limit: MOST_OPEN })
  const row = { editionId: id, quote, ...around(text, start, quote), words, instead, byId: by.id, at, ...OPEN }
  const insert = tx.change<ArticleTables>().insertInto('marginNote').values(row)
  const { id: noteId } = await insert.returning('id').executeTakeFirstOrThrow()
  tx.note(editionNoted, { about: id, articleId, at })
  return noteId
}

const OPEN = { outcome: null, endedById: null, endedAt: null }

/** Ends a note. A change that is taken becomes a revision of whoever takes it; throws Trouble where its words are gone, or another writes there. */
export async function endNote(
  tx: Writing,
  { noteId, outcome, by, at }: Omit<Acting, 'id'> & { noteId: MarginNoteId; outcome: NoteOutcome },
): Promise<EditionId> {
  const notes = tx.look<ArticleTables>().selectFrom('marginNote').selectAll()
  const found = await notes.where('id', '=', noteId).executeTakeFirst()
  if (!found) throw new Trouble('missing', 'margin-note.missing')
  const { articleId } = await mustBeThere(tx, found.editionId)
  const note = (await notes.where('id', '=', noteId).executeTakeFirst())!
  if (note.endedAt !== null) return note.editionId
  if ((note.instead === null) !== (outcome === 'resolved')) throw new Trouble('invalid', 'margin-note.missing')
  if (outcome === 'taken') await take(tx, note, by, at)
  const row = { outcome, endedById: by.id, endedAt: at }
  await tx.change<ArticleTables>().updateTable('marginNote').set(row).where('id', '=', noteId).execute()
  tx.note(editionNoted, { about: note.editionId, articleId, at })
  return note.editionId
}

async function take(tx: Writing, note: MarginNote, by: Acting['by'], at: number) {
  const { editionId: id } = note
  const copy = await workingCopyOf(tx, id)
  if (isHeld(copy, by, at)) throw new Trouble('conflict', 'margin-note.held')
  if (copy?.byId === by.id) throw new Trouble('conflict', 'margin-note.unsaved')
  const latest = (await latestRevision(tx, id))!
  const start = placeIn(latest.words, note)
  if (start === undefined) throw new Trouble('conflict', 'margin-note.gone')
  const words = latest.words.slice(0, start) + note.instead + latest.words.slice(start + note.quote.length)
  await saveRevision(tx, { id, base: latest.number, words: { ...latest, words }, by, at })
}
