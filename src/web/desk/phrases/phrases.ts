import { readFile } from 'node:fs/promises'
import { paths } from '../../../addresses/paths.ts'
import { sections } from '../../../domain/articles/index.ts'
import {
  addPhrases,
  allPhrases,
  countPhrases,
  keepPhrases,
  latestPhrases,
  linesOf,
  type Matcher,
  MOST_PHRASES,
  PHRASE_KINDS,
  type PhraseId,
  type PhraseKind,
  phrasesIn,
  removePhrase,
} from '../../../domain/moderation/index.ts'
import { languageFrom } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, id, idOrNone, text, textOrNone } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitAnew, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { type PhrasesTyped, phrasesPage, type Tried } from './phrases-page.ts'

export interface Given {
  /** Finds the phrases of the list in a text. */
  phrasesNow(): Promise<Matcher>
}

const ON_A_PAGE = 100
const MB = 1024 * 1024
const LONGEST_TRIAL = 10_000

const kind = text.transform(kindOf)
/** Null for every language, or one that nobody knows. */
const within = textOrNone.transform(languageOf)
/** The slug of a section; empty for the whole publication. */
const section = text

function kindOf(sent: string): PhraseKind {
  return PHRASE_KINDS.find((one) => one === sent) ?? PHRASE_KINDS[0]
}

function languageOf(sent: string | undefined): string | null {
  return languageFrom(sent ?? '') ?? null
}

/** The list, those added last first. */
export const show = taking(
  { query: { done: flag, added: textOrNone, before: idOrNone<'phrase'>() } },
  (ask, { done, added, before }) => shown(ask, { done, before, ...(added !== undefined && { added: Number(added) }) }),
)

/** Adds what was typed and what is in a file, a phrase a line. */
export const create = taking(
  { form: { kind, within, section, words: text }, files: { list: { mostBytes: MB } } },
  async (ask, { kind, within, section, words, list }) => {
    const by = await ask.person()
    const language = await ask.language()
    const known = await sections(ask.store, language)
    const chosen = section === '' ? null : known.find(({ slug }) => slug === section)
    if (chosen === undefined) throw new Trouble('missing', 'page.missing')
    const lines = [words, list ? await readFile(list.path, 'utf8') : ''].join('\n')
    const phrases = phrasesIn(lines, { kind, language: within, sectionId: chosen?.id ?? null }, known)
    return submitOnce(ask, by, [kind, within ?? '', section, lines], async (tx) => {
      const added = await addPhrases(tx, { phrases, by, at: ask.at })
      return { location: paths.deskPhrases(language, { added }) }
    })
  },
  (ask, { kind, within, section, words }, _, wrong) =>
    shown(ask, { wrong, typed: { kind: kindOf(kind), language: languageOf(within), section, words } }),
)

/** Which phrases stand in a text. Nothing is kept of it. */
export const tryOut = taking(
  { form: { text, within } },
  async (ask, { text: typed, within }, { phrasesNow }: Given) => {
    const tried = typed.slice(0, LONGEST_TRIAL)
    const found = (await phrasesNow())(tried, within)
    return shown(ask, { tried: { text: tried, language: within, found } })
  },
)

/** Takes a phrase from the list. */
export const remove = taking({ params: { phrase: id<'phrase'>('phrase.missing') } }, async (ask, { phrase }) => {
  const by = await ask.person()
  const location = paths.deskPhrases(await ask.language(), { done: 1 })
  return submitAnew(ask, by, [], async (tx) => {
    await removePhrase(tx, { id: phrase, by, at: ask.at })
    return { location }
  })
})

/** The whole list as a file that can be read in again. */
export const download = taking({}, async (ask) => {
  const lines = linesOf(await allPhrases(ask.store), await sections(ask.store, await ask.language()))
  const headers = {
    'content-type': 'text/tab-separated-values; charset=utf-8',
    'content-disposition': 'attachment; filename="phrases.tsv"',
    'cache-control': 'no-store',
  }
  return new Response(lines, { headers })
})

interface Since {
  done?: boolean
  added?: number
  before?: PhraseId | undefined
  wrong?: Wrong
  typed?: PhrasesTyped
  tried?: Tried
}

const NOTHING: PhrasesTyped = { kind: 'banned', language: null, section: '', words: '' }

async function shown(
  ask: Ask,
  { done = false, added, before, wrong, typed = NOTHING, tried }: Since,
): Promise<Response> {
  const by = await ask.person()
  const [frame, say, language] = [await ask.frame(), await ask.say(), await ask.language()]
  const { known, all, phrases } = await ask.store.read(async (db) => ({
    known: await sections(db, language),
    all: await countPhrases(db),
    phrases: await latestPhrases(db, { after: before }, ON_A_PAGE + 1),
  }))
  const onPage = phrases.slice(0, ON_A_PAGE)
  const last = phrases.length > ON_A_PAGE ? onPage.at(-1) : undefined
  const data = {
    phrases: onPage.map((one) => ({ ...one, removal: { action: paths.phraseRemoval(one.id), key: freshKey() } })),
    sections: known,
    count: all,
    most: MOST_PHRASES,
    older: last ? paths.deskPhrases(frame.language, { before: last.id }) : null,
    adding: keepPhrases.may(by, undefined) ? { action: paths.deskPhrases(), key: keyAgain(ask, wrong) } : undefined,
    typed,
    error: wrong?.sentence ?? null,
    added,
    done,
    trial: { action: paths.deskPhraseTrial, key: freshKey() },
    tried,
  }
  return page(phrasesPage(frame, data, say), wrong?.status)
}
