import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import {
  type Edition,
  type EditionId,
  type EditionWords,
  editionWithId,
  latestRevision,
  type Revision,
  revisionWithId,
  type WorkingCopy,
  workingCopyOf,
} from '../../articles/index.ts'
import { paired } from './paragraphs/pairing.ts'
import type { PairedParagraph, Translation } from './paragraphs/paragraph.ts'
import { keptParagraphs, translationOf } from './paragraphs/paragraphs.ts'

/** An edition beside its original, as both stand at the desk. */
export interface Translated {
  edition: Edition
  /** The words as they were saved last, and those that somebody types meanwhile. */
  latest: Revision | undefined
  copy: WorkingCopy | undefined
  /** Undefined where it is a translation of none. */
  translation: Translation | undefined
  original: Edition | undefined
  paragraphs: PairedParagraph[]
}

const NO_WORDS: EditionWords = { title: '', standfirst: '', pictureAlt: '', pictureCaption: '', words: '' }

/** An edition paragraph by paragraph beside what its original says now, in the words that stand at the desk, or in others; throws Trouble where there is none. */
export async function translated(db: Reading, id: EditionId, typed?: EditionWords): Promise<Translated> {
  const edition = await editionWithId(db, id)
  if (!edition) throw new Trouble('missing', 'edition.missing')
  const [latest, copy, translation] = [
    await latestRevision(db, id),
    await workingCopyOf(db, id),
    await translationOf(db, id),
  ]
  const original = translation && (await editionWithId(db, translation.originalId))
  const around = { edition, latest, copy, translation, original }
  if (!original) return { ...around, paragraphs: [] }
  const from = (await wordsShown(db, original)) ?? NO_WORDS
  const kept = await keptParagraphs(db, id)
  const writer = copy ? { byId: copy.byId, at: copy.at } : { byId: latest?.byId ?? null, at: latest?.at ?? 0 }
  return { ...around, paragraphs: paired(kept, from, typed ?? copy ?? latest ?? NO_WORDS, writer) }
}

/** The words of an edition that count for its translations: those that readers see, or that are being written for the first time. */
export async function wordsShown(db: Reading, { revisionId }: Edition): Promise<Revision | undefined> {
  return revisionId === null ? undefined : revisionWithId(db, revisionId)
}
