import { paths } from '../../../addresses/paths.ts'
import {
  type EditionId,
  type EditionWords,
  editionWithId,
  latestRevision,
  type Revision,
  revisionLines,
  revisionNumbered,
} from '../../../domain/articles/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import { wordChanges } from '../../../text/word-changes.ts'
import { page } from '../../http/answers.ts'
import { id, idOrNone } from '../../http/shapes.ts'
import { freshKey } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { EDITION } from './named.ts'
import { revisionPage } from './revision-page.ts'

/** One of an edition's revisions. */
export const REVISION = { ...EDITION, revision: id('revision.missing') }

const PARTS = ['title', 'standfirst', 'words', 'pictureAlt', 'pictureCaption'] as const

/** A revision beside another by words: beside the one that is named, or else what stood before it; one that was kept aside stands beside the present words. */
export const show = taking(
  { params: REVISION, query: { beside: idOrNone() } },
  async (ask, { edition: id, revision: number, beside }) => {
    const [frame, say] = [await ask.frame(), await ask.say()]
    const found = await ask.store.read((db) => read(db, id, number, beside))
    const parts = PARTS.map((part) => ({ part, lines: changesIn(part, found.before, found.revision) }))
    const restoration = { action: paths.deskRestoration(id, number), key: freshKey() }
    return page(revisionPage(frame, { ...found, parts, restoration }, say))
  },
)

async function read(db: Reading, id: EditionId, number: number, beside: number | undefined) {
  const [edition, revision, latest] = await Promise.all([
    editionWithId(db, id),
    revisionNumbered(db, id, number),
    latestRevision(db, id),
  ])
  if (!edition || !revision) throw new Trouble('missing', 'revision.missing')
  const other = beside ?? (revision.aside === 1 ? latest?.number : await numberBefore(db, id, number))
  const before = other === undefined ? undefined : await revisionNumbered(db, id, other)
  const numbers = (await revisionLines(db, id, undefined, MOST_OFFERED)).map((line) => line.number)
  return { edition, revision, before, latest, numbers }
}

const MOST_OFFERED = 100

/** What stood before it: those kept aside never stood. */
async function numberBefore(db: Reading, id: EditionId, number: number): Promise<number | undefined> {
  const lines = await revisionLines(db, id, number, MOST_OFFERED)
  return lines.find(({ aside }) => aside === 0)?.number
}

function changesIn(part: keyof EditionWords, before: Revision | undefined, revision: Revision) {
  return wordChanges(before?.[part] ?? '', revision[part])
}
