import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { keepable } from '../../../text/words.ts'
import {
  type ArticleId,
  beginEdition,
  type EditionId,
  editionWithId,
  editionWordsFrom,
  isHeld,
  keepTyped,
  sameWords,
  saveRevision,
  takeOver,
} from '../../articles/index.ts'
import { type Member, mustMay, type Person } from '../../people/index.ts'
import { lookAgain } from './comparison/passing.ts'
import { translationSaid } from './events.ts'
import { editionOf, hashOf } from './paragraphs/pairing.ts'
import type { Engine, KeptParagraph, LanguagePair, PairedParagraph } from './paragraphs/paragraph.ts'
import { keepParagraphs, noteRevision, saveTranslation, translationOf } from './paragraphs/paragraphs.ts'
import { translateEditions } from './policy.ts'
import { type Translated, translated } from './translated.ts'

export interface Translating {
  id: EditionId
  by: Member
  at: number
}

const NOTHING = { title: '', standfirst: '', words: '', pictureAlt: '', pictureCaption: '' }

/** Begins an article's edition in another language as a translation of one that it has; where it is begun, that. */
export async function beginTranslation(
  tx: Writing,
  {
    articleId,
    language,
    originalId,
    by,
    at,
  }: { articleId: ArticleId; language: Language; originalId: EditionId; by: Member; at: number },
): Promise<EditionId> {
  mustMay(translateEditions, by, { section: null, languages: [language] })
  const original = await editionWithId(tx, originalId)
  if (!original || original.articleId !== articleId) throw new Trouble('missing', 'edition.missing')
  const id = await beginEdition(tx, { articleId, language, words: NOTHING, by, at })
  if (id === originalId) throw new Trouble('invalid', 'translation.of-itself')
  if (!(await translationOf(tx, id))) await sayOriginal(tx, { id, originalId, by, at })
  return id
}

/** Says of which edition another is a translation; null for an original. Throws Trouble where each would be made of the other. */
export async function sayOriginal(
  tx: Writing,
  { id, originalId, by, at }: Translating & { originalId: EditionId | null },
): Promise<void> {
  await tx.inTurn('who translates whom')
  const { edition } = await mayTranslate(tx, { id, by })
  if (originalId !== null) await mustBeSister(tx, edition.articleId, id, originalId)
  await saveTranslation(tx, { editionId: id, originalId, revisionId: null, byId: by.id, at })
  tx.note(translationSaid, { about: id, articleId: edition.articleId, at })
}

/** Says of which edition another is a translation, as a file tells it; nothing where that is said already. Throws Trouble where each would be made of the other. */
export async function keepOriginal(
  tx: Writing,
  { id, originalId, at }: { id: EditionId; originalId: EditionId; at: number },
): Promise<void> {
  await tx.inTurn('who translates whom')
  if ((await translationOf(tx, id))?.originalId === originalId) return
  const edition = await editionWithId(tx, id)
  if (!edition) throw new Trouble('missing', 'edition.missing')
  await mustBeSister(tx, edition.articleId, id, originalId)
  await saveTranslation(tx, { editionId: id, originalId, revisionId: null, byId: null, at })
  tx.note(translationSaid, { about: id, articleId: edition.articleId, at })
}

async function mustBeSister(tx: Writing, articleId: ArticleId, id: EditionId, originalId: EditionId) {
  const original = await editionWithId(tx, originalId)
  if (original?.articleId !== articleId) throw new Trouble('missing', 'edition.missing')
  for (let one: EditionId | undefined = originalId; one; one = (await translationOf(tx, one))?.originalId)
    if (one === id) throw new Trouble('invalid', 'translation.of-itself')
}

export interface Saying {
  /** What the paragraph and its original said when one began. */
  wording: string
  words: string
  /** Whether one has read it against the original, too. */
  isReviewed: boolean
}

/** Keeps a paragraph as somebody translates it, in their working copy of the edition. */
export async function saveParagraph(tx: Writing, { wording, words: typed, isReviewed, ...who }: Translating & Saying) {
  const { by, at } = who
  const words = keepable(typed).trim()
  const found = await takenUp(tx, who)
  const one = mustFind(found, wording)
  await keepAll(tx, found, new Map([[one, become(one, words, isReviewed && words !== '', { by, at })]]), who)
}

/** Keeps the words of several paragraphs at once, as they are chosen from those that are there. */
export async function saveSeveral(
  tx: Writing,
  who: Translating,
  choose: (paragraphs: readonly PairedParagraph[], languages: LanguagePair) => ReadonlyMap<PairedParagraph, string>,
) {
  const { by, at } = who
  const found = await takenUp(tx, who)
  const chosen = choose(found.paragraphs, { from: found.original!.language, to: found.edition.language })
  const became = [...chosen].map(([one, words]) => [one, become(one, words, false, { by, at })] as const)
  if (became.length > 0) await keepAll(tx, found, new Map(became), who)
}

async function keepAll(
  tx: Writing,
  found: Translated,
  became: ReadonlyMap<PairedParagraph, KeptParagraph>,
  who: Translating,
) {
  const list = found.paragraphs.map((one) => became.get(one) ?? one)
  await keepWords(tx, found, list, who)
  await keepParagraphs(tx, who.id, list)
  await noteRevision(tx, who.id, found.original!.revisionId)
}

/** Says that somebody has read paragraphs against the original as it stands now, and they are right. */
export async function reviewParagraphs(
  tx: Writing,
  { wordings, ...who }: Translating & { wordings: readonly string[] },
) {
  const { id, by, at } = who
  const found = await mayTranslate(tx, who)
  if (!found.original) throw new Trouble('conflict', 'translation.without-original')
  const read = wordings.map((wording) => mustFind(found, wording))
  if (read.some(({ words }) => words === '')) throw new Trouble('invalid', 'translation.nothing-to-review')
  const list = found.paragraphs.map((one) => (read.includes(one) ? become(one, one.words, true, { by, at }) : one))
  await keepParagraphs(tx, id, list)
  await lookAgain(tx, found.edition, list, at)
  tx.note(translationSaid, { about: id, articleId: found.edition.articleId, at })
}

/** Makes what one has translated a revision of the edition. */
export async function keepAsRevision(tx: Writing, who: Translating) {
  const { id, by, at } = who
  const { copy, latest } = await takenUp(tx, who)
  if (!copy) return { number: latest?.number ?? 0, isAside: false }
  return saveRevision(tx, { id, base: copy.base, words: copy, by, at })
}

export interface Draft {
  wording: string
  words: string
}

/** Puts a machine's drafts where nobody has written yet; answers how many of them found their place. */
export async function draftInto(
  tx: Writing,
  { drafts, engine, ...who }: Translating & { drafts: readonly Draft[]; engine: Engine },
): Promise<number> {
  const { id, by, at } = who
  const found = await takenUp(tx, who)
  const wanted = new Map(drafts.map(({ wording, words }) => [wording, keepable(words).trim()]))
  let placed = 0
  const list = found.paragraphs.map((one) => {
    const words = wanted.get(one.wording)
    if (!words || one.state === 'edited' || one.state === 'reviewed') return one
    placed++
    return { ...fromNow(one), ...engine, words, state: 'machine' as const, byId: null, at }
  })
  const words = editionWordsFrom(editionOf(list))
  const base = found.copy?.base ?? found.latest?.number ?? 0
  if (placed > 0) await saveRevision(tx, { id, base, words, by, at })
  await keepParagraphs(tx, id, list)
  await noteRevision(tx, id, found.original!.revisionId)
  return placed
}

/** The edition with its original, for somebody who may translate it; nobody else changes it until the transaction ends. */
export async function mayTranslate(tx: Writing, { id, by }: Pick<Translating, 'id' | 'by'>): Promise<Translated> {
  await tx.inTurn(`edition ${id}`)
  const found = await translated(tx, id)
  mustMay(translateEditions, by, { section: null, languages: [found.edition.language] })
  return found
}

/** The same, with what others left unsaved made a revision; throws Trouble while another writes there. */
async function takenUp(tx: Writing, { id, by, at }: Translating): Promise<Translated> {
  const found = await mayTranslate(tx, { id, by })
  if (!found.original) throw new Trouble('conflict', 'translation.without-original')
  if (isHeld(found.copy, by, at)) throw new Trouble('conflict', 'translation.held')
  if (!found.copy || found.copy.byId === by.id) return found
  await takeOver(tx, { id, by, at })
  return translated(tx, id)
}

async function keepWords(
  tx: Writing,
  { copy, latest }: Translated,
  list: readonly KeptParagraph[],
  { id, by, at }: Translating,
) {
  const words = editionWordsFrom(editionOf(list))
  const stands = copy ?? latest
  if (stands && sameWords(stands, words)) return
  const { isKept } = await keepTyped(tx, { id, base: copy?.base ?? latest?.number ?? 0, words, by, at })
  if (!isKept) throw new Trouble('conflict', 'translation.changed')
}

function mustFind({ paragraphs }: Translated, wording: string): PairedParagraph {
  const found = paragraphs.find((one) => one.wording === wording)
  if (!found) throw new Trouble('conflict', 'translation.changed')
  return found
}

/** What a paragraph is once somebody has written it, read it, or both. */
function become(
  one: PairedParagraph,
  words: string,
  isReviewed: boolean,
  { by, at }: { by: Pick<Person, 'id'>; at: number },
): KeptParagraph {
  const isWritten = words !== one.words
  const said = isWritten
    ? ({ words, state: 'edited', byId: by.id, at, reviewedById: null, reviewedAt: null } as const)
    : {}
  const read = isReviewed ? ({ state: 'reviewed', reviewedById: by.id, reviewedAt: at } as const) : {}
  return { ...fromNow(one), ...said, ...read }
}

/** It translates what the original says now. */
function fromNow(one: PairedParagraph): KeptParagraph {
  const { now, isStale: _, wording: __, ...kept } = one
  return now === '' ? kept : { ...kept, original: now, originalHash: hashOf(now) }
}
