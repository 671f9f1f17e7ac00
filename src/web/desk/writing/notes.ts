import { paths } from '../../../addresses/paths.ts'
import {
  type EditionId,
  editionWithId,
  endNote,
  type ListedNote,
  latestRevision,
  marginNotesOf,
  NOTE_OUTCOMES,
  noteInMargin,
  placeIn,
  refuseDeleted,
} from '../../../domain/articles/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, id, text } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitAnew, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { EDITION } from './named.ts'
import { type NoteTyped, notesPage } from './notes-page.ts'

const MOST_ENDED = 50

/** The notes in the margin of an edition, with the places of their words; `quote` begins another one about these. */
export const show = taking({ params: EDITION, query: { quote: text } }, (ask, { edition, quote }) =>
  shown(ask, edition, { ...NOTHING_TYPED, quote }),
)

const NOTHING_TYPED: NoteTyped = { quote: '', words: '', instead: '', change: '' }

const FORM = { quote: text, words: text, instead: text, change: flag }

/** Adds a note about words; with `change` it asks for others in their stead, which may be none. */
export const create = taking(
  {
    params: EDITION,
    form: FORM,
    about: { 'margin-note.quoteless': 'quote', 'margin-note.not-there': 'quote', 'margin-note.wordless': 'words' },
  },
  async (ask, { edition: id, quote, words, instead, change }) => {
    const by = await ask.person()
    const location = paths.deskNotes(id, await ask.language())
    return submitOnce(ask, by, [quote, words, change ? instead : ''], async (tx) => {
      await noteInMargin(tx, { id, by, at: ask.at, quote, words, instead: change ? instead : null })
      return { location }
    })
  },
  (ask, { edition, ...typed }, _, wrong) => shown(ask, edition, typed, wrong),
)

const OUTCOME = text.transform((sent) => NOTE_OUTCOMES.find((one) => one === sent))

/** Ends a note: it is `resolved`, or its change `taken` or `left`. */
export const end = taking(
  { params: { note: id<'marginNote'>('margin-note.missing') }, form: { outcome: OUTCOME } },
  async (ask, { note, outcome }) => {
    if (!outcome) throw new Trouble('invalid', 'form.field-wrong', { field: 'outcome' })
    const [by, language] = [await ask.person(), await ask.language()]
    return submitAnew(ask, by, [outcome], async (tx) => {
      const edition = await endNote(tx, { noteId: note, outcome, by, at: ask.at })
      return { location: paths.deskNotes(edition, language) }
    })
  },
)

async function shown(ask: Ask, id: EditionId, typed: NoteTyped, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { edition, revision, open, ended } = await ask.store.read(async (db) => {
    const edition = await editionWithId(db, id)
    if (!edition) throw new Trouble('missing', 'edition.missing')
    await refuseDeleted(db, edition.articleId)
    return { edition, revision: await latestRevision(db, id), ...(await marginNotesOf(db, id, MOST_ENDED)) }
  })
  const words = revision?.words ?? ''
  const placed = open.map((note) => ({
    ...note,
    line: lineOf(words, note),
    ending: { action: paths.deskNoteEnd(note.id), key: freshKey() },
  }))
  return page(
    notesPage(
      frame,
      {
        edition: { id: edition.id, language: edition.language, title: revision?.title ?? '' },
        open: placed.toSorted((a, b) => (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER)),
        ended,
        typed,
        sending: { action: paths.deskNotes(id), key: keyAgain(ask, wrong) },
        errors: wrong?.errors ?? {},
        error: wrong?.error ?? null,
      },
      say,
    ),
    wrong?.status,
  )
}

/** The line in which the words of a note stand; null where they are gone. */
function lineOf(words: string, note: ListedNote): number | null {
  const start = placeIn(words, note)
  return start === undefined ? null : words.slice(0, start).split('\n').length
}
