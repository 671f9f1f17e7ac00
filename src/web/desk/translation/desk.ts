import { paths } from '../../../addresses/paths.ts'
import { type EditionId, editionsAtDesk, isHeld, writeArticles } from '../../../domain/articles/index.ts'
import { type Member, mustMay, type PersonId, peopleById } from '../../../domain/people/index.ts'
import {
  draftOrderOf,
  type EngineInUse,
  type Examine,
  findIn,
  monthOf,
  openMisses,
  overrideGate,
  overridesOf,
  type Proposal,
  questionsOf,
  sameBefore,
  saveParagraph,
  sayOriginal,
  shareOf,
  type Translated,
  translated,
  translateEditions,
  unsettledIn,
  usedFor,
  usedIn,
} from '../../../domain/translation/index.ts'
import type { Reading } from '../../../store/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, idOrNone, text, textOrNone } from '../../http/shapes.ts'
import { freshKey, submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { EDITION } from '../writing/named.ts'
import { translationPage } from './desk-page.ts'

/** What can just have been done. */
const DONE = [
  'begun',
  'overridden',
  'saved',
  'reviewed',
  'revision',
  'original',
  'asked',
  'taken-over',
  'ordered',
] as const
export type Done = (typeof DONE)[number]

export interface Given {
  /** Finds what was altered between paragraphs and their translations, and which names nobody has settled. */
  examine: Examine
  /** The engine that drafts translations, where there is one. */
  engine: EngineInUse | undefined
}

const QUERY = {
  done: textOrNone.transform((sent) => DONE.find((one) => one === sent)),
  /** Whether those alone are shown at which something is to be done. */
  open: flag,
}

/** An edition beside its original, paragraph by paragraph. */
export const show = taking({ params: EDITION, query: QUERY }, (ask, { edition, done, open }, given: Given) =>
  shown(ask, given, edition, { done, isOpenOnly: open }),
)

/** Says of which edition it is a translation; of none where nothing is sent. */
export const say = taking(
  { params: EDITION, form: { original: idOrNone<'edition'>() } },
  async (ask, { edition: id, original }) => {
    const by = await ask.person()
    const location = paths.deskTranslation(id, await ask.language(), 'original')
    return submitAnew(ask, by, [String(original)], async (tx) => {
      await sayOriginal(tx, { id, originalId: original ?? null, by, at: ask.at })
      return { location }
    })
  },
)

/** Keeps one paragraph; with `reviewed`, as one that was read against the original, too. */
export const save = taking(
  { params: EDITION, form: { wording: text, words: text, reviewed: flag } },
  async (ask, { edition: id, wording, words, reviewed: isReviewed }) => {
    const by = await ask.person()
    const location = paths.deskTranslation(id, await ask.language(), isReviewed ? 'reviewed' : 'saved')
    return submitAnew(ask, by, [wording, words, String(isReviewed)], async (tx) => {
      await saveParagraph(tx, { id, wording, words, isReviewed, by, at: ask.at })
      return { location }
    })
  },
  (ask, { edition, wording, words }, given: Given, wrong) =>
    shown(ask, given, edition, { wrong, typed: { wording, words } }),
)

export interface Since {
  done?: Done | undefined
  isOpenOnly?: boolean
  wrong?: Wrong
  typed?: { wording: string; words: string }
  /** A reason that was typed, and for which fact. */
  reason?: { wording: string; fact: string; words: string }
}

export async function shown(
  ask: Ask,
  { examine, engine }: Given,
  id: EditionId,
  { done, isOpenOnly = false, wrong, typed, reason }: Since,
): Promise<Response> {
  const [frame, say, by] = [await ask.frame(), await ask.say(), await ask.person()]
  const found = await ask.store.read((db) => read(db, id, by))
  const { original, copy, paragraphs } = found
  const facts = await findIn(ask.store, examine, found, paragraphs)
  const other = copy && copy.byId !== by.id ? copy : undefined
  const target = (action: string) => ({ action, key: freshKey() })
  const html = translationPage(
    frame,
    {
      ...found,
      share: shareOf(paragraphs),
      facts,
      waiting: isBegun(paragraphs) ? openMisses(paragraphs, facts, found.overrides).length : 0,
      unsettled: unsettledIn(facts).length,
      mayOverride: overrideGate.may(by, undefined),
      reason: reason ?? null,
      other: other ? { isHere: isHeld(other, by, ask.at), at: other.at, byId: other.byId } : null,
      isUnsaved: copy !== undefined && !other,
      mayWrite: writeArticles.may(by, undefined),
      isOpenOnly,
      done: done ?? null,
      error: wrong?.error ?? Object.values(wrong?.errors ?? {})[0] ?? null,
      typed: typed ?? null,
      engine: engine && original ? await engineShown(ask, engine, id) : null,
      forms: {
        original: target(paths.deskTranslation(id)),
        paragraph: target(paths.deskParagraphs(id)),
        override: target(paths.deskOverrides(id)),
        reviews: target(paths.deskParagraphReviews(id)),
        revision: target(paths.deskTranslationRevisions(id)),
        takeOver: target(paths.deskTranslationTakeOver(id)),
        xliff: target(paths.deskXliff(id)),
        draft: target(paths.deskDrafts(id)),
      },
    },
    say,
  )
  return page(html, wrong?.status)
}

/** The engine, how far it is with this edition, and what it was sent. */
async function engineShown({ store, at }: Ask, { engine, ...limits }: EngineInUse, id: EditionId) {
  const [order, used, inMonth] = [
    await draftOrderOf(store, id),
    await usedFor(store, id),
    await usedIn(store, monthOf(at)),
  ]
  const name = engine.model ? `${engine.name}, ${engine.model}` : engine.name
  return { name, order: order ?? null, used, inMonth, limits }
}

/** Everything that its page tells; throws Trouble for those who may not translate into its language. */
async function read(db: Reading, id: EditionId, by: Member) {
  const found = await translated(db, id)
  mustMay(translateEditions, by, { section: null, languages: [found.edition.language] })
  const [sisters, questions, before, overrides] = [
    await editionsAtDesk(db, found.edition.articleId),
    await questionsOf(db, id),
    await proposals(db, found),
    await overridesOf(db, id),
  ]
  const named = found.paragraphs.flatMap(({ byId, reviewedById }) => [byId, reviewedById])
  return {
    ...found,
    sisters,
    questions,
    before,
    overrides,
    names: await namesOf(db, [...named, found.copy?.byId ?? null]),
  }
}

async function proposals(db: Reading, { edition, original, paragraphs }: Translated): Promise<Map<string, Proposal>> {
  if (!original) return new Map()
  const open = paragraphs.filter(({ words }) => words === '').map(({ now }) => now)
  return sameBefore(db, open, { from: original.language, to: edition.language })
}

export async function namesOf(db: Reading, ids: readonly (PersonId | null)[]): Promise<Map<PersonId, string>> {
  const people = await peopleById(db, [...new Set(ids.filter((id) => id !== null))])
  return new Map(people.map(({ id, name }) => [id, name]))
}

function isBegun(paragraphs: Translated['paragraphs']): boolean {
  return paragraphs.some(({ words }) => words !== '')
}
